import FoundationEssentials
import Indicators
import TestSupport
import Testing

@testable import Tables

@Suite struct CatalogueReaderTests {
    @Test func readsPanjinWithoutAProblem() throws {
        let reading = CatalogueReader.read(try panjin())
        #expect(reading.problems.isEmpty)
        let catalogue = try #require(reading.catalogue)
        let observations = try BundledTable.rows("observations.csv")
        let indicators = try BundledTable.rows("indicators.csv")
        #expect(!observations.isEmpty && catalogue.observations.count == observations.count)
        #expect(!indicators.isEmpty && catalogue.indicators.count == indicators.count)
        #expect(catalogue.briefs.count == (try BundledTable.rows("briefs.csv")).count)
        // No figure of Panjin can be compared with a target, so only its zero-goals are judged, and all are kept.
        let zeroGoals = indicators.filter { $0["direction"] == "zero" }.map { $0["code"] }
        for code in zeroGoals {
            #expect(observations.contains { $0["INDICATOR"] == code && $0["OBS_VALUE"] == "0" })
        }
        #expect(catalogue.tally.judged == zeroGoals.count && catalogue.tally.good == zeroGoals.count)
    }

    @Test func csvComesOutAsItWasWritten() throws {
        let folder = try panjin()
        let catalogue = try #require(CatalogueReader.read(folder).catalogue)
        let written = CatalogueCSV.write(catalogue, FigureSelection()).split(separator: "\n").sorted()
        let original = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self).split(separator: "\n")
            .sorted()
        #expect(written == original)
    }

    struct Damage: Sendable {
        var file = "observations.csv"
        let old: String, new: String, code: String, place: String
    }

    @Test(arguments: [
        Damage(old: "24002,0", new: "3..85,0", code: "value-not-a-number", place: "observations.csv:2:47"),
        Damage(old: "24002,0", new: "2.4万,0", code: "value-not-a-number", place: "observations.csv:2:47"),
        Damage(old: "24002,0", new: "24002,99", code: "unit-mult", place: "observations.csv:2:53"),
        Damage(
            old: "2022-01-01/P11M,printed,24002", new: "Nov-22,printed,24002", code: "period-unreadable",
            place: "observations.csv:2:23"),
        Damage(
            old: "2022-01-01/P11M,printed,24002", new: ",printed,24002", code: "period-required",
            place: "observations.csv:2:23"),
        Damage(
            old: "new-urban-jobs,2022", new: "new-urban-job,2022", code: "unknown-reference",
            place: "observations.csv:2:8"),
        Damage(old: "exact,A,,,report", new: "exakt,A,,,report", code: "unknown-code", place: "observations.csv:2:56"),
        Damage(
            old: "24002,0,,exact,A", new: "24002,0,,exact,O", code: "value-with-absence", place: "observations.csv:2:62"
        ),
        Damage(
            old: "24002,0,,exact,A", new: ",0,,exact,A", code: "printed-without-value", place: "observations.csv:2:47"),
        Damage(
            old: "24002,0,,exact,A", new: "24002,0,,range,A", code: "printed-differs", place: "observations.csv:2:56"),
        Damage(old: "24002,0,", new: "2400,0,", code: "printed-differs", place: "observations.csv:2:47"),
        Damage(old: "40,4,50,range", new: "40,4,,range", code: "range-without-high", place: "observations.csv:47:49"),
        Damage(
            file: "areas.csv", old: "211122-desheng,6,", new: "211122-desheng,6,\"", code: "unterminated-quote",
            place: "areas.csv:7:18"),
        Damage(
            old: "211100,new-urban-jobs,", new: "211100,new-urban-jobs,x,", code: "field-count",
            place: "observations.csv:2:1"),
        Damage(old: "24002,0", new: "24\"002,0", code: "quote-in-field", place: "observations.csv:2:49"),
        Damage(old: "24002,0", new: "\"24002\"x,0", code: "text-after-quote", place: "observations.csv:2:54"),
        Damage(old: "24002,0,", new: "24002,0,1", code: "high-without-range", place: "observations.csv:2:55"),
        Damage(old: "40,4,50,range", new: "40,4,30,range", code: "range-reversed", place: "observations.csv:47:49"),
        Damage(
            old: "211100,reemployed",
            new: "211100,"
                + "new-urban-jobs", code: "repeated-key", place: "observations.csv:3:8"),
        Damage(
            old: "exact,A,,,report,稳住", new: "exact,A,,tomorrow,report,稳住", code: "not-a-date-time",
            place: "observations.csv:2:65"),
        Damage(
            old: "TIME_PERIOD,PERIOD", new: "TIME_PERIOD,TIME_PERIOD,PERIOD", code: "repeated-column",
            place: "observations.csv:1:32"),
        Damage(
            old: "24002,0,,exact,A,,,report", new: "24002,0,,exact,A,,,", code: "required-cell",
            place: "observations.csv:2:66"),
        Damage(
            file: "topics.csv", old: "employment,1,", new: "employment,one,", code: "not-an-integer",
            place: "topics.csv:2:12"),
        Damage(
            file: "datapackage.json", old: "\"area\": \"211100\"", new: "\"area\": \"210000\"", code: "unknown-root",
            place: "datapackage.json:28:13"),
        Damage(
            file: "datapackage.json", old: "\"area\": \"211100\"", new: "\"area\": 211100", code: "json-type",
            place: "datapackage.json:28:13"),
        Damage(
            file: "datapackage.json", old: "\"title_zh\"", new: "\"titel_zh\"", code: "json-missing",
            place: "datapackage.json:20:15"),
        Damage(
            file: "datapackage.json", old: "\"path\": \"areas.csv\"", new: "\"path\": \"../areas.csv\"",
            code: "unsafe-path", place: "../areas.csv"),
        Damage(
            file: "datapackage.json", old: "\"name\": \"areas\"", new: "\"name\": \"places\"", code: "missing-resource",
            place: "datapackage.json:31:16"),
        Damage(
            file: "topics.csv", old: "new-urban-jobs", new: "long-term-care", code: "headline-elsewhere",
            place: "topics.csv:2:36"),
        Damage(
            file: "topics.csv", old: "jobs-by-new-entrepreneurs", new: "jobs-by-nobody", code: "unknown-reference",
            place: "topics.csv:2:62"),
        Damage(
            file: "topics.csv", old: "code,order,title_zh,title_en,short_zh,short_en,headline,support_1,support_2",
            new: "code;order;title_zh", code: "other-separator", place: "topics.csv:1:1"),
        Damage(file: "topics.csv", old: "code,", new: "cod,", code: "missing-column", place: "topics.csv:1:1"),
        Damage(
            file: "areas.csv", old: "district,211100", new: "district,211103", code: "area-cycle",
            place: "areas.csv:3:62"),
        Damage(
            file: "datapackage.json", old: "\"name\": \"panjin-2022\",", new: "\"name\": \"panjin-2022\",,",
            code: "json-syntax", place: "datapackage.json:3:25"),
    ])
    func namesThePlace(_ damage: Damage) throws {
        let reading = CatalogueReader.read(try panjin().replacing(damage.old, damage.new, in: damage.file))
        #expect(reading.catalogue == nil)
        let problem = try #require(reading.problems.first { $0.code == damage.code }, "\(reading.problems.map(\.code))")
        #expect(problem.location == damage.place)
        #expect(!problem.text(.zh).isEmpty && !problem.text(.en).isEmpty)
    }

    @Test func saysWhatToDo() throws {
        let reading = CatalogueReader.read(try panjin().replacing("24002,0", "近500,0", in: "observations.csv"))
        let problem = try #require(reading.problems.first)
        #expect(
            problem.text(.zh) == """
                observations.csv:2:47: OBS_VALUE 读不出数字
                    发现：近500
                    应为：形如 24002 或 3.85 的十进制数
                    处理：近、约、余、多写在 QUALIFIER(approx_below、approx、approx_above)，这里只写数字
                """)
    }

    @Test func suggestsTheNearestCode() throws {
        let reading = CatalogueReader.read(
            try panjin().replacing("new-urban-jobs,2022", "new-urban-job,2022", in: "observations.csv"))
        #expect(reading.problems.contains { $0.mend.en == "did you mean new-urban-jobs?" })
    }

    @Test func collectsProblemsOfAllFiles() throws {
        let folder = try panjin().replacing("24002,0", "x,0", in: "observations.csv").replacing(
            "district,", "distrikt,", in: "areas.csv")
        #expect(
            Set(CatalogueReader.read(folder).problems.map(\.file)).isSuperset(of: ["observations.csv", "areas.csv"]))
    }

    @Test func escapesNeverReachTheScreen() throws {
        let reading = CatalogueReader.read(try panjin().replacing("24002,0", "\u{1B}[31m,0", in: "observations.csv"))
        #expect(reading.problems.allSatisfy { !$0.text(.zh).unicodeScalars.contains("\u{1B}") })
    }

    @Test func missingAndBrokenFilesAreNamed() throws {
        var folder = try panjin()
        folder.files["areas.csv"] = nil
        folder.files["topics.csv"] = [0x63, 0xFF]
        let codes = CatalogueReader.read(folder).problems.map { "\($0.location) \($0.code)" }
        #expect(codes.contains("areas.csv missing-file"))
        #expect(codes.contains("topics.csv:1:2 not-utf8"))
    }

    /// Its own absence cannot be mended by an edit of it.
    @Test func aFolderWithoutADescriptionIsToldToCheckThePath() {
        let problems = CatalogueReader.read(MemoryFolder([:])).problems
        #expect(problems.map { "\($0.location) \($0.code)" } == ["datapackage.json missing-file"])
        #expect(problems.first?.mend.en == "check the path; to begin a new one: minsheng new FOLDER")
    }

    @Test func nestingBombEndsInAMessage() {
        let bomb = Array(String(repeating: "[", count: 100_000).utf8)
        let reading = CatalogueReader.read(MemoryFolder(["datapackage.json": bomb]))
        #expect(reading.problems.first?.code == "json-syntax")
    }

    @Test func anyDamageEndsInACatalogueOrProblems() throws {
        let folder = try panjin()
        var random = SeededGenerator(seed: 2022)
        let names = folder.files.keys.sorted()
        for _ in 0..<300 {
            var damaged = folder
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            var bytes = damaged.files[name] ?? []
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x7B, 0x5C].randomElement(using: &random) ?? 0, at: place)
                }
            }
            damaged.files[name] = bytes
            let reading = CatalogueReader.read(damaged)
            #expect(reading.catalogue != nil || !reading.problems.isEmpty)
        }
    }
}

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [[String]] {
        try Array(text.utf8).withUnsafeBytes { bytes in
            var reader = CSVReader(bytes), rows: [[String]] = []
            while try reader.next() { rows.append(reader.fields.map(reader.text)) }
            return rows
        }
    }

    @Test func readsByRFC4180() throws {
        #expect(try rows("a,b\n1,2") == [["a", "b"], ["1", "2"]])
        #expect(try rows("a,b\r\n1,\r\n") == [["a", "b"], ["1", ""]])
        #expect(try rows("\"a,1\",\"say \"\"hi\"\"\"\n") == [["a,1", "say \"hi\""]])
        #expect(try rows("\"two\nlines\",x\n\"\",\"\"\n") == [["two\nlines", "x"], ["", ""]])
        #expect(try rows("").isEmpty)
    }

    /// Fields of every length and every byte, at every distance from the end, come back as they were written.
    @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")])
    func whatIsWrittenByTheRuleIsRead(_ separator: UInt8) throws {
        var random = SeededGenerator(seed: 4180)
        let marks: [UInt8] = [separator, 0x22, 0x0A, 0x0D, 0x20, 0x21, 0x23, 0x2B, 0x2D, 0x00, 0x7F, 0x80, 0xAC, 0xFF]
        for _ in 0..<1_000 {
            let isQuoted = Bool.random(using: &random)
            let cells = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 0...30, using: &random)).map { _ in
                    Int.random(in: 0..<4, using: &random) > 0
                        ? UInt8.random(in: 0x23...0xFF, using: &random)
                        : marks[Int.random(in: 0..<marks.count, using: &random)]
                }
            }.map { cell in isQuoted ? cell : cell.filter { $0 != separator && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
            }
            let written: [[UInt8]] = cells.map { cell in
                guard isQuoted else { return cell }
                return [0x22] + cell.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
            }
            let endings: [[UInt8]] = [[], [0x0A], [0x0D, 0x0A], [0x0D]],
                ending = endings[written == [[]] ? 1 : Int.random(in: 0..<4, using: &random)]
            let bytes = Array(written.joined(separator: [separator])) + ending
            try bytes.withUnsafeBytes { bytes in
                var reader = CSVReader(bytes, separator: separator)
                let hasRecord = try reader.next()
                #expect(hasRecord)
                let fields = reader.fields.map { field in
                    var text = Array(bytes[field.start..<field.end]), place = 0
                    while field.hasDoubledQuotes, place < text.count {
                        if text[place] == 0x22 { text.remove(at: place) }
                        place += 1
                    }
                    return text
                }
                #expect(fields == cells, "\(Array(bytes))")
                let hasMore = try reader.next()
                #expect(!hasMore)
            }
        }
    }

    @Test func refusesWhatIsNotCSV() {
        #expect(throws: CSVFault.self) { try rows("a\"b\n") }
        #expect(throws: CSVFault.self) { try rows("\"a\"b\n") }
        #expect(throws: CSVFault.self) { try rows("\"a\n") }
    }
}

@Suite struct PassedJSONTests {
    private func read(_ text: String) throws -> JSONNode {
        try Array(text.utf8).withUnsafeBytes { try JSONReader.read($0, passing: "schema") }
    }

    @Test(arguments: [
        "{}", "[]", "[{}, [[]], {\"a\": [1, \"]\", \"}\"]}]", "{\"a\\\"]\": \"\\\\\"}", "\"]\"", "3", "null",
        "{\"schema\": {\"schema\": []}}",
    ])
    func whatIsPassedIsPassedToItsEnd(_ schema: String) throws {
        let root = try read("{\"schema\": \(schema), \"path\": \"x.csv\"}")
        #expect(root["path"]?.string == "x.csv")
        if case .null? = root["schema"]?.value {} else { Issue.record("\(schema) is not passed") }
    }

    @Test(arguments: ["{", "[\"", "[\"\\", "[\"]", "{\"a\": [}", ""])
    func whatDoesNotEndIsAFault(_ schema: String) {
        #expect(throws: JSONFault.self) { try read("{\"schema\": \(schema)") }
    }
}
