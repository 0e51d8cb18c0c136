import FoundationEssentials
import TestSupport
import Testing

@Suite struct TestSupportTests {
    @Test func theGeneratorGivesTheNumbersOfItsReference() {
        // From the authors' C source, seeds 0 and 1234567.
        var zero = SeededGenerator(seed: 0)
        #expect(
            [zero.next(), zero.next(), zero.next()] == [
                0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F,
            ])
        var other = SeededGenerator(seed: 1_234_567)
        #expect([other.next(), other.next()] == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973])
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == nil))
    func aFirstRecordingFailsOnceAndADifferenceIsPrintedByRow() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "snapshots-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "Some.swift").path
        try withKnownIssue {
            try assertSnapshot(["甲", "乙"], named: "rows", file: file)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("for the first time") }
        }
        try assertSnapshot(["甲", "乙"], named: "rows", file: file)
        try withKnownIssue {
            try assertSnapshot(["甲", "丙", "丁"], named: "rows", file: file)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("row 1\n  expected |乙|\n  found    |丙|") }
        }
        try assertSnapshot(["甲", "乙"], named: "rows", file: file)
    }
}
