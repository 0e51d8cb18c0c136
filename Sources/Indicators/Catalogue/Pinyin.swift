extension Indicator {
    /// The syllables of each Chinese character of the name in order, such as `chang/zhang`; nil where the column
    /// `pinyin` is empty or does not fit the name.
    public var syllables: [String]? { PinyinColumn.syllables(pinyin, of: name.zh)?.map(String.init) }
}

extension Unicode.Scalar {
    /// Whether the scalar is a Chinese character.
    public var isChineseCharacter: Bool {
        switch value {
        case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}

/// The correspondence between a name and the column `pinyin`: one syllable for each Chinese character. Sequences of
/// letters and digits may be repeated (`pm2.5 ping jun nong du`) or left out.
package enum PinyinColumn {
    /// The syllables of the Chinese characters; nil where their number differs, or a syllable has other characters than
    /// letters.
    package static func syllables(_ pinyin: String, of name: String) -> [Substring]? {
        let written = pinyin.utf8.split(separator: UInt8(ascii: " "))
        var characters = 0, letters: [Int] = []
        forEachPiece(of: name) { isCharacter, index in
            if isCharacter { characters += 1 } else { letters.append(index) }
        }
        if written.count == characters { letters = [] }
        guard written.count == characters + letters.count else { return nil }
        var syllables: [Substring] = []
        syllables.reserveCapacity(characters)
        var repeated = letters[...]
        for (index, one) in written.enumerated() {
            if index == repeated.first {
                repeated.removeFirst()
            } else {
                guard isSyllable(one) else { return nil }
                syllables.append(Substring(one))
            }
        }
        return syllables
    }

    /// Whether the syllables fit the Chinese characters. The usual case, one syllable for each character and no other
    /// letters, is checked without splitting the text.
    package static func fits(_ pinyin: String, _ name: String) -> Bool {
        let characters = name.unicodeScalars.reduce(0) { $0 + ($1.isChineseCharacter ? 1 : 0) }
        var count = 0, state = Syllable()
        for byte in pinyin.utf8 {
            if byte == UInt8(ascii: " ") {
                if state.hasBegun {
                    guard state.isWhole else { return syllables(pinyin, of: name) != nil }
                    count += 1
                }
                state = Syllable()
            } else if !state.take(byte) {
                return syllables(pinyin, of: name) != nil
            }
        }
        if state.hasBegun { count += 1 }
        return (count == characters && (!state.hasBegun || state.isWhole)) || syllables(pinyin, of: name) != nil
    }

    package static func hasCharacters(_ name: String) -> Bool {
        name.unicodeScalars.contains(where: \.isChineseCharacter)
    }

    /// Calls the body for each part of a name that a syllable may stand for: a Chinese character, or a sequence of
    /// letters and digits.
    private static func forEachPiece(of name: String, _ body: (_ isCharacter: Bool, _ index: Int) -> Void) {
        var index = 0, isInLetters = false
        for scalar in name.unicodeScalars {
            let isLetter = isLetterOrDigit(scalar), isCharacter = !isLetter && scalar.isChineseCharacter
            if isCharacter || (isLetter && !isInLetters) {
                body(isCharacter, index)
                index += 1
            }
            // PM2.5 and 5G+ are one piece each.
            isInLetters = isLetter || (isInLetters && scalar.isASCII && scalar != " ")
        }
    }

    /// `jiu`, `lü` or `chang/zhang`, byte by byte.
    private struct Syllable {
        private(set) var hasBegun = false
        /// Whether the syllable may end here.
        private(set) var isWhole = false

        /// Returns false for a byte that occurs in no syllable.
        mutating func take(_ byte: UInt8) -> Bool {
            hasBegun = true
            switch byte {
            case UInt8(ascii: "/") where !isWhole: return false
            case UInt8(ascii: "/"): isWhole = false
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): isWhole = true
            // The two bytes of ü, or of Ü.
            case 0xC3, 0xBC, 0x9C: isWhole = true
            default: return false
            }
            return true
        }
    }

    private static func isSyllable(_ text: Substring.UTF8View) -> Bool {
        var syllable = Syllable()
        for byte in text where !syllable.take(byte) { return false }
        return syllable.isWhole
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
