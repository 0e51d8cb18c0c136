import FoundationEssentials
import Testing

@testable import Console
@testable import Reports

@Suite struct ClipboardPayloadTests {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func vectorsOfTheStandard(_ text: String, _ expected: String) {
        #expect(String(decoding: ClipboardPayload.base64(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test func everyByteInEveryPlace() {
        for length in 0..<40 {
            for first in stride(from: 0, to: 256, by: 7) {
                let bytes = (0..<length).map { UInt8(truncatingIfNeeded: first + $0 * 37) }
                #expect(
                    String(decoding: ClipboardPayload.base64(bytes), as: UTF8.self) == Data(bytes).base64EncodedString()
                )
            }
        }
    }

    /// A text that holds the end of the sequence cannot end it.
    @Test func nothingOfTheTextIsObeyed() throws {
        let sequence = try #require(ClipboardPayload.of("\u{7}\u{1B}\\\u{1B}[2J"))
        #expect(sequence.allSatisfy { $0 > 0x2A && $0 < 0x7F })
    }

    @Test func whatIsTooLongIsNotSent() {
        let most = ClipboardPayload.longest / 4 * 3
        #expect(ClipboardPayload.of(String(repeating: "x", count: most))?.count == most / 3 * 4)
        #expect(ClipboardPayload.of(String(repeating: "x", count: most + 1)) == nil)
    }

    @Test func whateverIsCopiedFits() {
        #expect(ClipboardPayload.of(String(repeating: "x", count: CopiedTable.mostBytes)) != nil)
    }
}
