import Cells
import Testing

@Suite struct HarmlessTextTests {
    @Test(arguments: [
        ("盘锦 a/b.csv\u{3000}👍\u{301}", "盘锦 a/b.csv\u{3000}👍\u{301}"), ("", ""),
        ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\nb\tc\u{7F}d\u{9B}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"),
        ("\u{202E}vsc.a\u{2066}\u{200B}\u{FEFF}", "\u{FFFD}vsc.a\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
    func whatWouldBeObeyedIsReplaced(_ text: String, _ expected: String) { #expect(text.harmless() == expected) }

    @Test func whatIsKeptStays() { #expect("a\nb\u{1B}".harmless(keeping: "\n") == "a\nb\u{FFFD}") }
}
