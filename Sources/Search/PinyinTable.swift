/// The readings of Chinese characters, for texts without pinyin of their own. The table is searched in place, so it
/// costs no time at start and no memory.
enum PinyinTable {
    /// The syllables of a character as a data set writes them, `chang/zhang`; nil where it is not in the table.
    static func spelling(of character: Unicode.Scalar) -> String? {
        guard let wanted = UTF8.encode(character).map(Array.init) else { return nil }
        return PinyinLines.text.utf8.withContiguousStorageIfAvailable { text in
            spelling(of: wanted, in: text)
        } ?? nil
    }

    /// Binary search in the text. An entry begins with a byte that occurs only as the first byte of a character.
    private static func spelling(of wanted: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> String? {
        func isEntry(_ place: Int) -> Bool { text[place] >= 0xC0 }
        var low = 0, high = text.count
        while low < high {
            var place = (low + high) / 2
            while place > low, !isEntry(place) { place -= 1 }
            let rest = text[place...]
            if rest.starts(with: wanted) {
                let letters = rest.dropFirst(wanted.count).prefix { $0 < 0x80 && $0 != UInt8(ascii: "\n") }
                return String(decoding: letters, as: UTF8.self)
            }
            if rest.lexicographicallyPrecedes(wanted) {
                low = place + 1
                while low < high, !isEntry(low) { low += 1 }
            } else {
                high = place
            }
        }
        return nil
    }
}
