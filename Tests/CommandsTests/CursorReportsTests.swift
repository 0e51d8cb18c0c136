import Testing

@testable import Commands

@Suite struct CursorReportsTests {
    private func columns(_ text: String) -> [Int] {
        var reports = CursorReports()
        reports.take(Array(text.utf8))
        return reports.columns
    }

    @Test(
        arguments: [
            ("\u{1B}[1;3R", [3]), ("\u{1B}[24;80R\u{1B}[1;2R", [80, 2]), ("x\u{1B}[1;3Ry", [3]), ("\u{1B}[1R", []),
            ("\u{1B}[;3R", []), ("\u{1B}[1;3S", []), ("[1;3R", []), ("\u{1B}[1;2;3R", []),
        ] as [(String, [Int])])
    func positionsAreFoundAmongOtherInput(_ text: String, _ expected: [Int]) { #expect(columns(text) == expected) }

    @Test func positionsAreFoundHoweverTheyAreCut() {
        var reports = CursorReports()
        for byte in "\u{1B}[12;34R".utf8 { reports.take([byte]) }
        #expect(reports.columns == [34] && !reports.isInterrupted)
        reports.take([3])
        #expect(reports.isInterrupted)
    }
}
