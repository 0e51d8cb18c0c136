/// Places such as `第12行` and `就业!C12` without the number of their line, so that a table stores a few of them instead of
/// one for each figure.
enum PlacePattern {
    private static let line = "\u{0}"

    /// The place with a sign instead of the last number that is the line.
    static func pattern(_ place: String, line: Int) -> String {
        let digits = String(line)
        var written = place
        guard let start = written.withUTF8({ start(of: digits.utf8, in: $0) }) else { return place }
        let before = place.utf8.prefix(start), behind = place.utf8.dropFirst(start + digits.utf8.count)
        return String(decoding: before, as: UTF8.self) + Self.line + String(decoding: behind, as: UTF8.self)
    }

    /// Where the last number with these digits begins.
    private static func start(of digits: String.UTF8View, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index]) }
        return stride(from: bytes.count - digits.count, through: 0, by: -1).first { start in
            bytes[start] == digits.first && !isDigit(start - 1) && !isDigit(start + digits.count)
                && bytes[start..<start + digits.count].elementsEqual(digits)
        }
    }

    static func place(_ pattern: String, line: Int) -> String {
        let bytes = pattern.utf8
        guard let sign = bytes.firstIndex(of: 0) else { return pattern }
        return String(pattern[..<sign]) + String(line) + String(pattern[bytes.index(after: sign)...])
    }
}
