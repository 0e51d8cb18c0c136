import Indicators

/// The readings of Chinese characters, for texts without pinyin of their own. The table is searched in place, so it
/// costs no time at start and no memory.
package enum PinyinTable {
    /// The column `pinyin` for a name: the usual readings of its Chinese characters, parted by blanks; nil where one of
    /// them is not in the table.
    package static func syllables(of name: String) -> String? {
        var syllables: [String] = []
        for character in name.unicodeScalars where character.isChineseCharacter {
            guard let spelling = spelling(of: character) else { return nil }
            syllables.append(spelling)
        }
        return syllables.joined(separator: " ")
    }

    /// The syllables of a character as a data set writes them, `chang/zhang`; nil where it is not in the table.
    static func spelling(of character: Unicode.Scalar) -> String? {
        guard let wanted = UTF8.encode(character).map(Array.init) else { return nil }
        return PinyinLines.text.utf8.withContiguousStorageIfAvailable { text in
            spelling(of: wanted, in: text)
        } ?? nil
    }

    /// Binary search in the text. An entry begins with a byte that occurs only as the first byte of a character.
    private static func spelling(of wanted: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> String? {
        func isEntry(_ index: Int) -> Bool { text[index] >= 0xC0 }
        var low = 0, high = text.count
        while low < high {
            var index = (low + high) / 2
            while index > low, !isEntry(index) { index -= 1 }
            let rest = text[index...]
            if rest.starts(with: wanted) {
                let letters = rest.dropFirst(wanted.count).prefix { $0 < 0x80 && $0 != UInt8(ascii: "\n") }
                return String(decoding: letters, as: UTF8.self)
            }
            if rest.lexicographicallyPrecedes(wanted) {
                low = index + 1
                while low < high, !isEntry(low) { low += 1 }
            } else {
                high = index
            }
        }
        return nil
    }
}
