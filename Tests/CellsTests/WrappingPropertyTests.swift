import TestSupport
import Testing

@testable import Cells

@Suite struct WrappingPropertyTests {
    private static let closing: Set<Character> = Set("，。；：！？）》」』】”’％·…、,.;:!?)%]}")
    private static let opening: Set<Character> = Set("（《「『【“‘([{")
    private static let parts = [
        "就业", "养老，", "城镇新增", "24,002人", "(初步)", "“双减”", "。", "jobs ", "3.85亿元", "、", "85%", "近500人", "（近）", "《办法》",
        "约11万余户，", "care ", "2022年", "5A级", "……", "[1]", "e\u{301}", "한글", "\u{1B}", "－",
    ]

    /// A text as bulletins are printed: no blank before a closing mark.
    private func printed(_ random: inout SeededGenerator, _ parts: [String], _ count: ClosedRange<Int>) -> String {
        let text = random.bulletin(parts: parts, count: count)
        var result = ""
        for character in text {
            while Self.closing.contains(character), result.last == " " { result.removeLast() }
            result.append(character)
        }
        return result
    }

    private func checks(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns }, "\(text) at \(columns): \(lines)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(text) at \(columns): \(lines)")
        #expect(lines.allSatisfy { !$0.hasPrefix(" ") && !$0.hasSuffix(" ") }, "\(text) at \(columns): \(lines)")
        #expect(!lines.isEmpty && lines.dropFirst().allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 30, 36, 40, 60, 76, 80, 120, 159, 160])
    func linesFitAndNothingIsLost(_ columns: Int) {
        var random = SeededGenerator(seed: UInt64(columns))
        for _ in 0..<60 {
            let text = printed(&random, Self.parts, 1...30)
            checks(text, columns, TextLayout.wrap(text, to: columns))
        }
    }

    @Test func everyWidthKeepsTheRulesOfLineEnds() {
        var random = SeededGenerator(seed: 41)
        for columns in 14...160 {
            // Marks pile up at random; a piece that no line holds must be broken and is not looked at here.
            let parts = Self.parts.filter { $0 != "……" && $0 != "。" && $0 != "、" }
            let text = "城" + printed(&random, parts, 1...25)
            for line in TextLayout.wrap(text, to: columns) {
                if let first = line.first { #expect(!Self.closing.contains(first), "\(text) at \(columns)") }
                if let last = line.last { #expect(!Self.opening.contains(last), "\(text) at \(columns)") }
            }
        }
    }

    @Test func aClosingMarkNeverStartsALineThatCouldHoldTheCharacterBefore() {
        var random = SeededGenerator(seed: 42)
        for columns in 4...13 {
            for _ in 0..<40 {
                let text = "城" + random.bulletin(parts: ["镇", "就业", "24", "jobs", "，", "。", "人）", ")"], count: 1...20)
                let lines = TextLayout.wrap(text, to: columns)
                checks(text, columns, lines)
                for (before, line) in zip(lines, lines.dropFirst()) {
                    guard let first = line.first, Self.closing.contains(first), let last = before.last else { continue }
                    // Only a run of marks longer than the line has to be cut among the marks.
                    #expect(Self.closing.contains(last), "\(text) at \(columns): \(lines)")
                }
            }
        }
    }

    @Test func figuresAreNeverParted() {
        var random = SeededGenerator(seed: 43)
        let figures = ["24,002人", "3.85亿元", "近500人", "约11万余户", "85%", "115.9公里"]
        for columns in 12...160 {
            let chosen = (0..<12).map { _ in random.pick(figures, orElse: "85%") }
            let text = chosen.map { $0 + random.pick(["，", "。就业", "、养老，"], orElse: "，") }.joined()
            let lines = TextLayout.wrap(text, to: columns)
            let found = figures.reduce(0) { sum, figure in
                sum + lines.reduce(0) { $0 + occurrences(of: figure, in: $1) }
            }
            let expected = figures.reduce(0) { $0 + occurrences(of: $1, in: text) }
            #expect(found == expected, "\(text) at \(columns): \(lines)")
        }
    }

    private func occurrences(of figure: String, in text: String) -> Int {
        let figure = Array(figure), text = Array(text)
        guard text.count >= figure.count else { return 0 }
        return (0...text.count - figure.count).count { text[$0..<$0 + figure.count].elementsEqual(figure) }
    }

    @Test func wrappingWhatIsWrappedChangesNothing() {
        var random = SeededGenerator(seed: 44)
        for columns in 2...160 {
            let text = printed(&random, Self.parts, 1...20)
            for line in TextLayout.wrap(text, to: columns) { #expect(TextLayout.wrap(line, to: columns) == [line]) }
        }
    }

    @Test(arguments: ["👩‍👩‍👧", "🇨🇳城"])
    func aSequenceWiderThanTheLineIsBroken(_ text: String) {
        for columns in 2...5 {
            #expect(TextLayout.wrap(text, to: columns).allSatisfy { DisplayWidth.of($0) <= columns })
        }
    }
}
