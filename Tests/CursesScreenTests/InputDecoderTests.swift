import Cells
import TestSupport
import Testing

@testable import CursesScreen

@Suite struct InputDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = InputDecoder()
        return decoder.decode(Array(text.utf8))
    }

    @Test(arguments: [
        ("j就", [Key.character("j"), .character("就")]),
        ("\r\n\t", [.enter, .enter, .tab]),
        ("\u{7F}\u{8}", [.backspace, .backspace]),
        ("\u{3}\u{1A}", [.control("C"), .control("Z")]),
        ("\u{0}\u{1C}", []),
        ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", [.up, .down, .right, .left]),
        ("\u{1B}[H\u{1B}[1~\u{1B}OF\u{1B}[8~", [.home, .home, .end, .end]),
        ("\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~\u{1B}[Z", [.pageUp, .pageDown, .insert, .delete, .backTab]),
        ("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[[B", [.function(1), .function(5), .function(12), .function(2)]),
        ("\u{1B}Op\u{1B}Oy\u{1B}OM", [.character("0"), .character("9"), .enter]),
        ("\u{1B}[1;5A", [.up]),
        ("\u{1B}1", [.escape, .character("1")]),
        ("\u{1B}[200~x\u{1B}[99;99Zy", [.character("x"), .backTab, .character("y")]),
        ("\u{1B}]11;rgb:0000/1111/2222\u{7}a", [.character("a")]),
        ("\u{1B}]11;rgb:0000/1111/2222\u{1B}\\a", [.character("a")]),
        ("\u{1B}P1$r0m\u{1B}\\a", [.character("a")]),
        ("\u{1B}[?62;22ca\u{1B}[1;1$yb", [.character("a"), .character("b")]),
        ("\u{1B}[<0;5;5Ma", [.character("a")]),
    ] as [(String, [Key])])
    func reads(_ text: String, _ expected: [Key]) { #expect(keys(text) == expected) }

    @Test func malformedCharactersMeanNothing() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0xFF, 0xFE, 0xC3, 0x28, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xE0, 0x80, 0xAF, 0x61]) == [.character("("), .character("a")])
    }

    @Test func anEscapeAloneIsTheKeyOnceNothingFollows() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B]) == [] && decoder.awaitsMore)
        #expect(decoder.giveUpWaiting() == [.escape] && !decoder.awaitsMore)
        #expect(decoder.decode([0x1B, 0x1B]) == [.escape] && decoder.awaitsMore)
        #expect(decoder.giveUpWaiting() == [.escape])
    }

    @Test func aSequenceWithoutAnEndHoldsNothingUpAndIsBounded() {
        var decoder = InputDecoder()
        _ = decoder.decode(Array("\u{1B}[".utf8) + [UInt8](repeating: 0x31, count: 1_000_000))
        #expect(!decoder.awaitsMore && decoder.giveUpWaiting() == [])
        #expect(decoder.decode(Array("Aj".utf8)) == [.up, .character("j")])
    }

    @Test func readsTheSameHoweverItIsCut() {
        let text = "就\u{1B}[1;2Bé\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\养😀\u{1B}OA\u{1B}[5~q"
        let bytes = Array(text.utf8)
        let whole = keys(text)
        #expect(whole == [.character("就"), .down, .character("é"), .character("养"), .character("😀"), .up, .pageUp, .character("q")])
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == whole)
        }
    }

    @Test func rubbishNeverStopsAKeyFromComing() {
        var generator = SeededGenerator(seed: 20_221_220)
        for _ in 0..<500 {
            var decoder = InputDecoder()
            _ = decoder.decode((0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) })
            // CAN, BEL and ST end whatever was begun.
            _ = decoder.decode([0x07, 0x1B, 0x5C])
            _ = decoder.giveUpWaiting()
            #expect(decoder.decode([0x6A]) == [.character("j")])
        }
    }
}
