import Indicators

/// A number that is written with digits, a point and a minus only, as nearly every cell of a table is. It has one
/// reading in every style of numbers but that in which points part thousands.
struct PlainDecimal {
    var significand: Int64 = 0
    /// The digits in front of the point as a number without its sign.
    var whole = 0
    /// The digits in front of the point and behind it.
    var digits = 0
    var scale = 0

    /// Nil for any other text, and beyond 18 digits.
    init?(_ text: String) {
        var text = text
        guard let read = text.withUTF8({ Self.read($0) }) else { return nil }
        self = read
    }

    private init() {}

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> PlainDecimal? {
        guard (1...20).contains(bytes.count) else { return nil }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var plain = PlainDecimal(), seenPoint = false
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            switch byte {
            case 0x30...0x39:
                guard plain.digits + plain.scale < 18 else { return nil }
                plain.significand = plain.significand * 10 + Int64(byte - 0x30)
                if seenPoint {
                    plain.scale += 1
                } else {
                    plain.digits += 1
                    plain.whole = Int(plain.significand)
                }
            case UInt8(ascii: "."):
                guard !seenPoint, plain.digits > 0 else { return nil }
                seenPoint = true
            default: return nil
            }
        }
        guard plain.digits > 0, !seenPoint || plain.scale > 0 else { return nil }
        if isNegative { plain.significand = -plain.significand }
        return plain
    }
}
