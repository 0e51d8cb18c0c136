/// A text in the form that the search compares: lower case, half width, without blanks and punctuation, split into
/// words.
///
/// Names and queries are both folded, so that `PM2.5`, `pm 25` and `ＰＭ２．５` are equal.
struct FoldedText {
    /// A Chinese character, or a sequence of letters, digits and signs.
    struct Word {
        /// The offset of its first byte.
        var start: Int
        /// The character, where it is one.
        var character: Unicode.Scalar?
    }

    /// UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var words: [Word] = []
    private var isInWord = false

    init(_ text: String) {
        for scalar in text.unicodeScalars { fold(scalar) }
    }

    private mutating func fold(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "0"..."9", "%": extend(UInt8(scalar.value))
        case "A"..."Z": extend(UInt8(scalar.value) | 0x20)
        case ".", ",", "'": break
        case "\0"..."\u{7F}": isInWord = false
        case "ü", "Ü": extend(UInt8(ascii: "v"))
        case "！"..."～": Unicode.Scalar(scalar.value - 0xFEE0).map { fold($0) }
        case _ where scalar.isChineseCharacter:
            words.append(Word(start: bytes.count, character: scalar))
            bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            isInWord = false
        default: foldOther(scalar)
        }
    }

    private mutating func foldOther(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: break
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
            .decimalNumber, .letterNumber,
            .otherNumber, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            for byte in scalar.properties.lowercaseMapping.utf8 { extend(byte) }
        default: isInWord = false
        }
    }

    private mutating func extend(_ byte: UInt8) {
        if !isInWord { words.append(Word(start: bytes.count)) }
        isInWord = true
        bytes.append(byte)
    }
}
