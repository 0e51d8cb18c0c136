/// The set of letters and digits in a text, by which most names are excluded without reading them. All other bytes
/// share the remaining bits: a test may give a false positive, never a false negative.
struct SearchSigns: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The bit of one byte.
    init(_ byte: UInt8) {
        let bit: UInt8 =
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a")
            case UInt8(ascii: "0")...UInt8(ascii: "9"): 26 + byte - UInt8(ascii: "0")
            default: 36 + byte % 28
            }
        rawValue = 1 << UInt64(bit)
    }

    init(_ bytes: [UInt8]) { self = bytes.reduce(into: SearchSigns()) { $0.formUnion(SearchSigns($1)) } }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool { SearchSigns(byte).rawValue < 1 << 36 }
}
