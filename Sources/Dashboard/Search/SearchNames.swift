/// Folded texts in a few flat arrays, made to be gone through quickly.
struct SearchNames: Sendable {
    /// Where a text begins in the arrays, and what signs it has.
    struct Text: Sendable {
        var byte: Int
        var word: Int
        var written = SearchSigns()
        /// Of what may be typed for it; none for a text without Chinese characters: it is not read by syllables.
        var typed = SearchSigns()
    }

    /// A word of a text that is read by syllables.
    struct Word: Sendable {
        /// Where the ways in which it may be typed begin and end.
        var ways: Range<Int>
        /// What they begin with.
        var first = SearchSigns()
        /// All that is in them.
        var signs = SearchSigns()
    }

    /// The texts one after the other as they are written.
    private(set) var bytes: [UInt8] = []
    /// Whether a word begins with a byte.
    private(set) var isWordStart: [Bool] = []
    private(set) var words: [Word] = []
    /// One more than there are, where the last ends.
    private(set) var texts = [Text(byte: 0, word: 0)]
    /// Ways in which words may be typed: their length, then their bytes.
    private(set) var ways: [UInt8] = []
    /// Chinese characters with what the data set has for them; most stand in many texts.
    private var known: [Key: Word] = [:]

    private struct Key: Hashable {
        var character: Unicode.Scalar
        var spelling: String?
    }

    var count: Int { texts.count - 1 }

    mutating func append(_ text: FoldedText, _ readings: NameReadings = NameReadings()) {
        var last = texts[count]
        for byte in text.bytes { last.written.insert(SearchSigns(byte)) }
        bytes += text.bytes
        isWordStart += repeatElement(false, count: text.bytes.count)
        for word in text.words { isWordStart[last.byte + word.start] = true }
        if text.words.contains(where: { $0.character != nil }) {
            last.typed = last.written
            for (place, word) in text.words.enumerated() {
                let end = place + 1 < text.words.count ? text.words[place + 1].start : text.bytes.count
                words.append(typed(word.character, text.bytes[word.start..<end], readings))
                last.typed.formUnion(words[words.count - 1].signs)
            }
        }
        texts[count] = last
        texts.append(Text(byte: bytes.count, word: words.count))
    }

    // MARK: The ways to type a word

    private mutating func typed(_ character: Unicode.Scalar?, _ bytes: ArraySlice<UInt8>, _ readings: NameReadings) -> Word {
        guard let character else { return typed(bytes, spelling: "") }
        let key = Key(character: character, spelling: readings.spelling(of: character))
        if let word = known[key] { return word }
        let word = typed(bytes, spelling: key.spelling ?? PinyinTable.spelling(of: character) ?? "")
        known[key] = word
        return word
    }

    /// A word that is typed as it is written or by one of its readings.
    private mutating func typed(_ bytes: ArraySlice<UInt8>, spelling: String) -> Word {
        var word = Word(ways: ways.count..<ways.count)
        addWay(bytes, &word)
        for reading in spelling.split(separator: "/").prefix(Self.mostReadings) {
            let letters = FoldedText(String(reading)).bytes
            addWay(letters[...], &word)
            // 略 is typed lve and lue.
            if letters.count == 3, letters.dropFirst().elementsEqual("ve".utf8) { addWay([letters[0]] + "ue".utf8, &word) }
        }
        return word
    }

    private mutating func addWay(_ letters: ArraySlice<UInt8>, _ word: inout Word) {
        guard let first = letters.first else { return }
        let letters = letters.prefix(Self.longestWay)
        ways.append(UInt8(letters.count))
        ways += letters
        word.ways = word.ways.lowerBound..<ways.count
        word.first.insert(SearchSigns(first))
        for letter in letters { word.signs.insert(SearchSigns(letter)) }
    }

    /// Bounds that only a damaged table reaches.
    private static let mostReadings = 16
    private static let longestWay = 63
}
