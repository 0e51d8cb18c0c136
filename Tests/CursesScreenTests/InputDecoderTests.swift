import Cells
import TestSupport
import Testing

@testable import CursesScreen

@Suite struct InputDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = InputDecoder()
        return Self.keys(decoder.decode(Array(text.utf8)))
    }

    private static func keys(_ inputs: [TerminalInput]) -> [Key] {
        inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    private func inputs(_ text: String) -> [TerminalInput] {
        var decoder = InputDecoder()
        return decoder.decode(Array(text.utf8))
    }

    @Test(
        arguments: [
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
            ("\u{1B}[250~x\u{1B}[99;99Zy", [.character("x"), .backTab, .character("y")]),
            ("\u{1B}]11;rgb:0000/1111/2222\u{7}a", [.character("a")]),
            ("\u{1B}]11;rgb:0000/1111/2222\u{1B}\\a", [.character("a")]),
            ("\u{1B}P1$r0m\u{1B}\\a", [.character("a")]),
            ("\u{1B}[?62;22ca\u{1B}[1;1$yb", [.character("a"), .character("b")]),
            ("\u{1B}[<0;5;5Ma", [.character("a")]),
        ] as [(String, [Key])])
    func reads(_ text: String, _ expected: [Key]) { #expect(keys(text) == expected) }

    @Test(
        arguments: [
            ("\u{1B}[<0;5;7M", [.pointer(.press(Point(column: 4, row: 6)))]),
            ("\u{1B}[<0;5;7m", [.pointer(.release(Point(column: 4, row: 6)))]), ("\u{1B}[<2;5;7m", []),
            ("\u{1B}[<2;5;7M", []), ("\u{1B}[<4;5;7M", []),
            (
                "\u{1B}[<64;1;1M\u{1B}[<65;300;200M",
                [.pointer(.wheelUp(Point(column: 0, row: 0))), .pointer(.wheelDown(Point(column: 299, row: 199)))]
            ),
            ("\u{1B}[<0;0;5M\u{1B}[<0;5M\u{1B}[<;;Mx", [.key(.character("x"))]),
            ("\u{1B}[M !!", [.pointer(.press(Point(column: 0, row: 0)))]),
            ("\u{1B}[M`%&", [.pointer(.wheelUp(Point(column: 4, row: 5)))]),
            ("\u{1B}[M#!!j", [.pointer(.release(Point(column: 0, row: 0))), .key(.character("j"))]),
            ("\u{1B}[M \u{0}!j", [.key(.character("j"))]),
            ("\u{1B}[24;3R", [.reply(.cursor(row: 24, column: 3))]),
            ("\u{1B}[1;2R", [.reply(.cursor(row: 1, column: 2))]), ("\u{1B}[0;2R", [.key(.function(3))]),
            ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", [.reply(.background(1))]),
            ("\u{1B}]11;rgb:00/00/00\u{1B}\\", [.reply(.background(0))]),
            ("\u{1B}]11;rgba:f/f/f/8\u{7}", [.reply(.background(1))]),
            ("\u{1B}]11;rgb:gg/00/00\u{7}\u{1B}]12;rgb:00/00/00\u{7}\u{1B}]11;?\u{7}", []),
        ] as [(String, [TerminalInput])])
    func readsPointersAndReplies(_ text: String, _ expected: [TerminalInput]) { #expect(inputs(text) == expected) }

    @Test func aReplyOfAnyLengthIsTakenInWhole() {
        #expect(inputs("\u{1B}]11;" + String(repeating: "f", count: 100_000) + "\u{7}j") == [.key(.character("j"))])
    }

    /// Byte by byte, and with keys typed before, between and after.
    @Test func keysTypedAheadOfRepliesSurvive() {
        let text = "a\u{1B}[24;2Rb\u{1B}]11;rgb:ffff/ffff/ffff\u{7}c\u{1B}[24;3Rd"
        var decoder = InputDecoder(), found: [TerminalInput] = []
        for byte in text.utf8 { found += decoder.decode([byte]) }
        #expect(Self.keys(found) == [.character("a"), .character("b"), .character("c"), .character("d")])
        #expect(found.count == 7)
    }

    /// Keys held with Alt that begin a control string, and answers that have lost their end.
    @Test(arguments: ["]", "P", "X", "^", "_"]) func aControlStringWithoutAnEndLetsKeysThrough(_ introducer: String) {
        var decoder = InputDecoder()
        #expect(decoder.decode(Array("\u{1B}\(introducer)".utf8)) == [] && decoder.delay == 50)
        #expect(decoder.giveUpWaiting() == [.key(.escape), .key(.character(Character(introducer)))])
        #expect(decoder.decode(Array("q".utf8)) == [.key(.character("q"))])
        #expect(decoder.decode(Array("\u{1B}\(introducer)11;rgb:00".utf8)) == [] && decoder.delay == 500)
        #expect(decoder.decode([0x03]) == [.key(.control("C"))], "no control stands in a control string")
        #expect(decoder.decode(Array("\u{1B}\(introducer)11;rgb:00".utf8)) == [])
        #expect(decoder.giveUpWaiting() == [] && decoder.delay == nil)
        #expect(decoder.decode(Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test func pastedTextIsOneInput() {
        let text = "a\u{1B}[200~养老 q\u{3}\r\n\u{1B}[A\u{1B}[201~b"
        #expect(inputs(text) == [.key(.character("a")), .paste("养老 q\u{3}\r\n\u{1B}[A"), .key(.character("b"))])
        for cut in 0...text.utf8.count {
            var decoder = InputDecoder()
            let bytes = Array(text.utf8)
            #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == inputs(text))
        }
    }

    @Test func pastedTextWithoutAnEndIsGivenUpAndALongOneIsBounded() {
        var decoder = InputDecoder()
        #expect(decoder.decode(Array("\u{1B}[200~ab".utf8)) == [] && decoder.delay == 500)
        #expect(decoder.giveUpWaiting() == [.paste("ab")])
        let long = decoder.decode(
            Array("\u{1B}[200~".utf8) + [UInt8](repeating: 0x61, count: 1_000_000) + Array("\u{1B}[201~j".utf8))
        guard case .paste(let text)? = long.first else { return #expect(Bool(false)) }
        #expect(text.utf8.count < 70_000 && text.utf8.allSatisfy { $0 == 0x61 } && long.last == .key(.character("j")))
    }

    @Test func malformedCharactersMeanNothing() {
        var decoder = InputDecoder()
        #expect(
            Self.keys(decoder.decode([0xFF, 0xFE, 0xC3, 0x28, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xE0, 0x80, 0xAF, 0x61]))
                == [.character("("), .character("a")])
    }

    @Test func anEscapeAloneIsTheKeyOnceNothingFollows() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B]) == [] && decoder.delay != nil)
        #expect(decoder.giveUpWaiting() == [.key(.escape)] && decoder.delay == nil)
        #expect(decoder.decode([0x1B, 0x1B]) == [.key(.escape)] && decoder.delay != nil)
        #expect(decoder.giveUpWaiting() == [.key(.escape)])
    }

    @Test func aSequenceWithoutAnEndHoldsNothingUpAndIsBounded() {
        var decoder = InputDecoder()
        _ = decoder.decode(Array("\u{1B}[".utf8) + [UInt8](repeating: 0x31, count: 1_000_000))
        #expect(decoder.delay == nil && decoder.giveUpWaiting() == [])
        #expect(decoder.decode(Array("Aj".utf8)) == [.key(.up), .key(.character("j"))])
    }

    @Test func readsTheSameHoweverItIsCut() {
        let text = "就\u{1B}[1;2Bé\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\养😀\u{1B}OA\u{1B}[5~q"
        let bytes = Array(text.utf8)
        let whole = keys(text)
        #expect(
            whole == [
                .character("就"), .down, .character("é"), .character("养"), .character("😀"), .up, .pageUp,
                .character("q"),
            ])
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            #expect(Self.keys(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])) == whole)
        }
    }

    @Test func rubbishNeverStopsAKeyFromComing() {
        var generator = SeededGenerator(seed: 20_221_220)
        for _ in 0..<500 {
            var decoder = InputDecoder()
            _ = decoder.decode((0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) })
            _ = decoder.giveUpWaiting()
            #expect(decoder.decode([0x6A]) == [.key(.character("j"))])
        }
    }
}
