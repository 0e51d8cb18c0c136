import Testing

@testable import Commands

@Suite struct LogBoundTests {
    @Test func theLastLineIsAlwaysWritten() {
        var bound = LogBound(), written: [String] = []
        for number in 1...13 { written += bound.take(number.isMultiple(of: 2) ? "good" : "bad \(number)", at: number) }
        #expect(written.count == 10 && bound.dueAt == 60_001)
        #expect(bound.flush(at: 59_000).isEmpty)
        let late = bound.flush(at: 60_001)
        #expect(late.last == "bad 13" && late.count == 2 && late[0].contains("2 more"))
        #expect(bound.dueAt == nil && bound.flush(at: 200_000).isEmpty)
    }

    @Test func aQuietMinuteStartsAnew() {
        var bound = LogBound(), written: [String] = []
        for minute in 0..<5 { for number in 0..<10 { written += bound.take("x", at: minute * 60_000 + number) } }
        #expect(written.count == 50)
        #expect(bound.take("eleventh", at: 240_100).isEmpty)
        #expect(bound.take("next", at: 301_000) == ["eleventh", "next"])
    }
}
