/// Places such as `第12行` and `就业!C12` without the number of their line, so that a table stores a few of them instead of
/// one for each figure.
enum PlacePattern {
    private static let line = "\u{0}"

    /// The place with a sign instead of the last number that is the line.
    static func pattern(_ place: String, line: Int) -> String {
        let digits = Array(String(line).utf8), bytes = Array(place.utf8)
        guard digits.count <= bytes.count else { return place }
        func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index]) }
        for start in stride(from: bytes.count - digits.count, through: 0, by: -1)
        where bytes[start] == digits[0] && !isDigit(start - 1) && !isDigit(start + digits.count) {
            let end = start + digits.count
            guard bytes[start..<end].elementsEqual(digits) else { continue }
            return String(decoding: bytes[..<start], as: UTF8.self) + Self.line
                + String(decoding: bytes[end...], as: UTF8.self)
        }
        return place
    }

    static func place(_ pattern: String, line: Int) -> String {
        guard let sign = pattern.firstIndex(of: "\u{0}") else { return pattern }
        return pattern[..<sign] + String(line) + pattern[pattern.index(after: sign)...]
    }
}
