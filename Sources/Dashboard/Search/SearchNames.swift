/// Folded texts in a few flat arrays, made to be gone through quickly.
struct SearchNames: Sendable {
    /// Where a text begins in the arrays.
    struct Text: Sendable {
        var byte: Int32
        var word: Int32
    }

    /// A word that is read by syllables: a Chinese character, or letters and digits that stand together.
    struct Word: Sendable {
        /// Where the ways in which it may be typed begin and end.
        var ways: Range<Int32>
        /// What they begin with.
        var first = SearchSigns()
        /// All that is in them.
        var signs = SearchSigns()
    }

    /// The texts one after the other as they are written.
    private(set) var bytes: [UInt8] = []
    /// Whether a word begins with a byte.
    private(set) var isWordStart: [Bool] = []
    /// One more than there are, where the last ends.
    private(set) var texts = [Text(byte: 0, word: 0)]
    /// The signs that each text is written with.
    private(set) var written: [SearchSigns] = []
    /// The signs of what may be typed for each text; none for one without Chinese characters: it is not read by syllables.
    private(set) var typed: [SearchSigns] = []
    /// The words of the texts that are read by syllables, one after the other: a character by its place in `characters`, which stands in
    /// many texts, any other by the complement of its place in `others`.
    private(set) var words: [Int32] = []
    private(set) var characters: [Word] = []
    private(set) var others: [Word] = []
    /// Ways in which words may be typed: their length, then their bytes.
    private(set) var ways: [UInt8] = []
    /// Chinese characters with what the data set has for them, by their place in `characters`.
    private var known: [Key: Int32] = [:]

    private struct Key: Hashable {
        var character: Unicode.Scalar
        var spelling: String?
    }

    var count: Int { written.count }

    mutating func append(_ text: FoldedText, _ readings: NameReadings = NameReadings()) {
        let start = bytes.count
        written.append(text.bytes.reduce(into: SearchSigns()) { $0.insert(SearchSigns($1)) })
        bytes += text.bytes
        isWordStart += repeatElement(false, count: text.bytes.count)
        for word in text.words { isWordStart[start + word.start] = true }
        var signs = SearchSigns()
        if text.words.contains(where: { $0.character != nil }) {
            signs = written[count - 1]
            for (place, word) in text.words.enumerated() {
                let end = place + 1 < text.words.count ? text.words[place + 1].start : text.bytes.count
                let number = number(word.character, text.bytes[word.start..<end], readings)
                words.append(number)
                signs.formUnion(self.word(number).signs)
            }
        }
        typed.append(signs)
        texts.append(Text(byte: Int32(bytes.count), word: Int32(words.count)))
    }

    // MARK: The ways to type a word

    /// A word by what stands for it in `words`.
    func word(_ number: Int32) -> Word { number >= 0 ? characters[Int(number)] : others[Int(~number)] }

    private mutating func number(_ character: Unicode.Scalar?, _ bytes: ArraySlice<UInt8>, _ readings: NameReadings) -> Int32 {
        guard let character else {
            others.append(made(bytes, spelling: ""))
            return ~Int32(others.count - 1)
        }
        let key = Key(character: character, spelling: readings.spelling(of: character))
        if let number = known[key] { return number }
        characters.append(made(bytes, spelling: key.spelling ?? PinyinTable.spelling(of: character) ?? ""))
        known[key] = Int32(characters.count - 1)
        return Int32(characters.count - 1)
    }

    /// A word that is typed as it is written or by one of its readings.
    private mutating func made(_ bytes: ArraySlice<UInt8>, spelling: String) -> Word {
        var word = Word(ways: Int32(ways.count)..<Int32(ways.count))
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
        word.ways = word.ways.lowerBound..<Int32(ways.count)
        word.first.insert(SearchSigns(first))
        for letter in letters { word.signs.insert(SearchSigns(letter)) }
    }

    /// Bounds that only a damaged table reaches.
    private static let mostReadings = 16
    private static let longestWay = 63
}
