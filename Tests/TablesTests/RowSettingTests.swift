import Testing

@testable import Tables

/// Rows that are set by their key.
@Suite struct RowSettingTests {
    private let table = "code,title,note_zh\r\na,\"x, y\",old\r\nb,z,kept\r\n"

    private func set(_ rows: [[String: String]], keeping kept: Set<String> = []) -> String {
        String(decoding: CSVText(Array(table.utf8)).setting(rows, resource: "sources", keeping: kept), as: UTF8.self)
    }

    @Test func anExistingRowHasItsCellsReplacedAndAnotherIsAdded() {
        #expect(
            set([["code": "c", "title": "n"], ["code": "b", "title": "q \"r\""]])
                == "code,title,note_zh\r\na,\"x, y\",old\r\nb,\"q \"\"r\"\"\",kept\r\nc,n,\r\n")
    }

    @Test func columnsThatAreKeptAndCellsThatAreNotNamedStay() {
        #expect(
            set([["code": "a", "title": "new", "note_zh": "new"]], keeping: ["title"])
                == "code,title,note_zh\r\na,\"x, y\",new\r\nb,z,kept\r\n")
        #expect(set([["code": "a", "title": "x, y"]]) == table, "the same bytes")
    }
}
