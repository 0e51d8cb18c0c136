import Cells
import TestSupport
import Testing

@Suite struct TruncationTests {
    @Test(arguments: [
        ("", 0, ""), ("", 5, ""), ("jobs", 4, "jobs"), ("jobs", 3, "jo…"), ("jobs", 1, "…"), ("jobs", 0, ""),
        ("jobs", -3, ""),
        ("城镇新增", 8, "城镇新增"), ("城镇新增", 7, "城镇新…"), ("城镇新增", 6, "城镇…"), ("城镇新增", 2, "…"), ("城镇新增", 1, "…"),
        ("24,002人", 7, "24,002…"), ("e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}e\u{301}"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👩‍👧城", 5, "👩‍👧…"), ("👩‍👧城", 4, "…"),
    ])
    func truncates(_ text: String, _ columns: Int, _ expected: String) {
        #expect(TextLayout.truncate(text, to: columns) == expected)
    }

    @Test(arguments: [(6, "城镇~"), (2, "~"), (1, "~")])
    func endsInTheSignThatIsGiven(_ columns: Int, _ expected: String) {
        #expect(TextLayout.truncate("城镇新增", to: columns, sign: "~") == expected)
    }

    @Test func aSignWiderThanTheRoomIsLeftOut() {
        #expect(TextLayout.truncate("城镇新增", to: 2, sign: "...") == "")
    }

    @Test(arguments: [
        ("城镇", 6, Alignment.leading, "城镇  "), ("城镇", 6, .trailing, "  城镇"), ("城镇", 6, .centre, " 城镇 "),
        ("城镇", 7, .centre, " 城镇  "), ("城镇", 3, .leading, "城…"), ("城镇新", 4, .leading, "城… "),
        ("城镇新", 4, .trailing, " 城…"),
        ("", 3, .trailing, "   "), ("城", 0, .leading, ""), ("城", -1, .centre, ""),
    ])
    func pads(_ text: String, _ columns: Int, _ alignment: Alignment, _ expected: String) {
        #expect(TextLayout.pad(text, to: columns, alignment) == expected)
    }

    @Test func neverWiderAndAlwaysABeginning() {
        var random = SeededGenerator(seed: 31)
        let parts = ["就业", "24,002人", "e\u{301}", "👩‍👧", "🇨🇳", "jobs ", "，", "\u{1B}", "한", "…"]
        for _ in 0..<400 {
            let text = random.bulletin(parts: parts, count: 0...20)
            for columns in [0, 1, 2, 3, Int.random(in: 4...160, using: &random)] {
                let cut = TextLayout.truncate(text, to: columns)
                #expect(DisplayWidth.of(cut) <= columns)
                if DisplayWidth.of(text) <= columns {
                    #expect(cut == text)
                } else if columns > 0 {
                    #expect(cut.last == "…" && text.hasPrefix(cut.dropLast()))
                }
                for alignment in [Alignment.leading, .trailing, .centre] {
                    #expect(DisplayWidth.of(TextLayout.pad(text, to: columns, alignment)) == columns)
                }
            }
        }
    }

    @Test func asMuchAsFitsIsKept() {
        let text = "2022年1—11月城镇新增就业24,002人"
        for columns in 1..<DisplayWidth.of(text) {
            let kept = TextLayout.truncate(text, to: columns).dropLast()
            let next = text[kept.endIndex...].first.map { DisplayWidth.of($0) } ?? 0
            #expect(DisplayWidth.of(String(kept)) + next + 1 > columns)
        }
    }
}
