/// A query, folded.
package struct SearchQuery {
    /// The longest query in characters. No name matches a longer one.
    package static let longest = 64

    let bytes: [UInt8]
    /// For each byte of a name the byte that is typed for it: itself, or the telephone key that bears the letter.
    let keys: [UInt8]
    /// All signs of the query.
    let signs: SearchSigns
    /// Whether it may be typed on telephone keys: digits only.
    let isKeypad: Bool
    /// For each byte the signs that it may stand for.
    let choices: [SearchSigns]
    /// Whether it may be pinyin, initials or telephone keys.
    let canBeReading: Bool

    init(_ text: String) {
        bytes = FoldedText(text).bytes
        isKeypad = !bytes.isEmpty && bytes.allSatisfy(Keypad.isDigit)
        keys = (0...UInt8.max).map { [isKeypad] in isKeypad ? Keypad.key(of: $0) : $0 }
        choices = bytes.map { [isKeypad] in isKeypad ? Keypad.signs(on: $0) : SearchSigns($0) }
        signs = SearchSigns(bytes)
        canBeReading = bytes.count <= Self.longestReading && bytes.contains { $0 < 0x80 }
    }

    /// Whether it may match the readings of a name.
    ///
    /// - Parameter typed: the signs that can be typed for those readings.
    func mayBeReading(_ typed: SearchSigns) -> Bool {
        guard canBeReading else { return false }
        return isKeypad ? choices.allSatisfy { !typed.isDisjoint(with: $0) } : typed.isSuperset(of: signs)
    }

    /// Longer queries are not matched with readings, because the matched lengths are bits of one 64-bit word.
    static let longestReading = 63

    var isEmpty: Bool { bytes.isEmpty }

    /// Whether every match of this query also matches the other one: this query continues it and is interpreted in the
    /// same way.
    func goesOn(from other: SearchQuery) -> Bool {
        !other.isEmpty && bytes.starts(with: other.bytes) && isKeypad == other.isKeypad
            && (other.canBeReading || !canBeReading)
    }

    /// Whether it is long enough to be searched in related texts: r would find everything that counts 人.
    var isTelling: Bool { bytes.count > 1 || !bytes.allSatisfy(SearchSigns.isLetterOrDigit) }

    /// Whether it is long enough to be searched inside words: two letters of pinyin occur in many English words.
    var isPartOfWord: Bool { bytes.count >= 3 }
}

/// The keys of a telephone: 2 abc, 3 def, 4 ghi, 5 jkl, 6 mno, 7 pqrs, 8 tuv, 9 wxyz.
enum Keypad {
    private static let letters = Array("22233344455566677778889999".utf8)

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The key for a lower-case letter; any other byte stands for itself.
    static func key(of byte: UInt8) -> UInt8 {
        let index = Int(byte) - Int(UInt8(ascii: "a"))
        return letters.indices.contains(index) ? letters[index] : byte
    }

    /// The digit of a key and the letters on it.
    static func signs(on key: UInt8) -> SearchSigns {
        (0x00...0x7F).filter { self.key(of: $0) == key }.reduce(into: SearchSigns()) { $0.formUnion(SearchSigns($1)) }
    }
}
