import Indicators

/// The English words before a number that say how exactly it is meant.
enum EnglishQualifiers {
    private static let words: [(word: String, qualifiers: [Qualifier])] = [
        ("nearly", [.approxBelow]), ("almost", [.approxBelow]), ("close to", [.approxBelow]),
        ("less than", [.approxBelow]), ("fewer than", [.approxBelow]), ("under", [.approxBelow]),
        ("below", [.approxBelow]), ("about", [.approx]), ("around", [.approx]), ("roughly", [.approx]),
        ("approximately", [.approx]), ("some", [.approx]), ("circa", [.approx]), ("over", [.approxAbove]),
        ("above", [.approxAbove]), ("more than", [.approxAbove]), ("at least", [.exact, .approxAbove]),
        ("up to", [.exact, .approxBelow]), ("at most", [.exact, .approxBelow]),
    ]

    /// The qualifiers of the word that a text ends with; nil for none.
    static func before(_ text: ArraySlice<Unicode.Scalar>) -> [Qualifier]? {
        let end = text.reversed().drop { $0 == " " }
        guard let last = end.first, last.isASCII, last.properties.isAlphabetic else { return nil }
        return words.first { word, _ in
            let letters = Array(word.unicodeScalars.reversed())
            let tail = end.prefix(letters.count).map { scalar in
                ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
            }
            guard tail == letters else { return false }
            let before = end.dropFirst(letters.count).first
            return before.map { !($0.isASCII && $0.properties.isAlphabetic) } ?? true
        }?.qualifiers
    }
}
