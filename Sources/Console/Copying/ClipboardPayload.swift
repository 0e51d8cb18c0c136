/// A text as terminals take it for the clipboard of the person in front of them: in base64 (xterm, OSC 52).
public enum ClipboardPayload {
    /// The largest number of base64 bytes that is sent. Terminals have different limits, and one that reaches its limit
    /// shows the rest as text.
    static let longest = 74_994

    /// Nil for a text that is too long. Terminals do not report whether they accepted the text, and many accept it
    /// without asking.
    public static func of(_ text: String) -> [UInt8]? {
        let bytes = Array(text.utf8)
        return (bytes.count + 2) / 3 * 4 <= longest ? base64(bytes) : nil
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Three bytes as four letters, the last group filled with `=` (RFC 4648, section 4).
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(0) { bits, offset in
                bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0)
            }
            for index in 0..<4 {
                result.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 0x3F] : UInt8(ascii: "="))
            }
        }
        return result
    }
}
