import Cells
import Glibc
import TestSupport
import Testing

// The Glibc module leaves wcwidth out: its header wants _XOPEN_SOURCE.
@_silgen_name("wcwidth") private func columns(of character: wchar_t) -> Int32

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("城镇", 4), ("24,002人", 8), ("，。；：！？、", 14), ("（近）", 6), ("“双减”", 6), ("…·—–×", 5),
        ("│─╭╮╰╯━╸█▀▄▌░▲▼●◐○◇✓→▴▾›", 24), ("％", 2), ("℃", 1), ("㎡", 2), ("ｱ", 1), ("한글", 4), ("かな", 4), ("𠮷", 2),
        ("\u{3000}", 2), ("\u{A0}", 1), ("é", 1),
    ])
    func widthsOfWhatBulletinsAreMadeOf(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func marksWithoutWidthJoin() {
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.of(Character("e\u{301}")) == 1)
        #expect(DisplayWidth.of(Unicode.Scalar(0x301 as UInt32) ?? " ") == 0)
        #expect(DisplayWidth.of("城\u{FE00}") == 2)
    }

    @Test func emojiSequencesCountAsTheTerminalSplitsThem() {
        #expect(DisplayWidth.of("👩‍👧") == 4)
        #expect(DisplayWidth.of("👍🏽") == DisplayWidth.of("👍") + DisplayWidth.of("🏽"))
        #expect(DisplayWidth.of("🇨🇳") == 2 * DisplayWidth.of("🇨"))
    }

    @Test func everyScalarAgreesWithTheCLibrary() throws {
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        var differences: [String] = []
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let width = Int(columns(of: wchar_t(value)))
            let isUnsafe = DisplayWidth.isUnsafe(scalar)
            // What is replaced before it reaches the terminal takes the one cell of its sign, whatever the library
            // says.
            let agrees = isUnsafe ? DisplayWidth.of(scalar) == 1 : DisplayWidth.of(scalar) == width
            if !agrees { differences.append("U+\(String(value, radix: 16, uppercase: true)): \(width)") }
        }
        #expect(differences.isEmpty, "\(differences.count) differ, the first: \(differences.prefix(20))")
    }

    @Test(
        arguments: [
            0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200B, 0x200E...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F, 0xFFFF...0xFFFF,
            0xE000...0xE000, 0x378...0x378,
        ] as [ClosedRange<UInt32>])
    func whatMustNotReachATerminalIsKnown(_ range: ClosedRange<UInt32>) {
        // Private use (U+E000) is safe where the C library prints it: nothing is known of it but that it has a cell.
        for value in range where value != 0xE000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(DisplayWidth.isUnsafe(scalar) && DisplayWidth.of(scalar) == 1, "\(String(value, radix: 16))")
        }
    }

    @Test func ordinaryTextIsSafe() {
        for scalar in "民生看板 24,002人（近）“双减”‘’…—·％é한👍\u{301}\u{FE0F}\u{200D}\u{3000}".unicodeScalars {
            #expect(!DisplayWidth.isUnsafe(scalar), "\(String(scalar.value, radix: 16))")
        }
    }

    @Test func aTextIsAsWideAsItsScalarsAndItsCharacters() {
        var random = SeededGenerator(seed: 3)
        let parts = ["a", "城", "é", "e\u{301}", "👩‍👧", "🇨🇳", "\u{7}", "，", "한", "\u{202E}", "ﷺ"]
        for _ in 0..<300 {
            let text = random.bulletin(parts: parts, count: 0...20)
            let byScalar = text.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) }
            #expect(DisplayWidth.of(text) == byScalar)
            #expect(DisplayWidth.of(text) == text.reduce(0) { $0 + DisplayWidth.of($1) })
        }
    }
}
