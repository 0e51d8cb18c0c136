import Testing

@testable import Indicators

@Suite struct PlacePatternTests {
    @Test(arguments: [
        ("第12行", 12, "第\u{0}行"), ("就业!C12", 12, "就业!C\u{0}"), ("12!C12", 12, "12!C\u{0}"), ("表12!C7", 7, "表12!C\u{0}"),
        ("就业!C112", 12, "就业!C112"), ("就业!C121", 12, "就业!C121"), ("$.data[5].value", 7, "$.data[5].value"), ("", 1, ""),
        ("二 · 第3段", 3, "二 · 第\u{0}段"), ("第0行", 0, "第\u{0}行"),
    ])
    func aPlaceWithoutItsLine(_ place: String, _ line: Int, _ pattern: String) {
        #expect(PlacePattern.pattern(place, line: line) == pattern)
        #expect(PlacePattern.place(pattern, line: line) == place)
    }
}
