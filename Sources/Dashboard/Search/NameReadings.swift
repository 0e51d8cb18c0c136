import Indicators

/// How the Chinese characters of a thing's names are read: as the data set says, else as the table has it.
struct NameReadings {
    /// The column `pinyin` by the characters of the name; a short name has the same ones in another order.
    private var ofColumn: [(character: Unicode.Scalar, spelling: String)] = []

    /// For what has no pinyin of its own.
    init() {}

    /// For the names of an indicator.
    init(_ indicator: Indicator) {
        guard let syllables = indicator.syllables, syllables.count <= Self.longestName else { return }
        for (character, syllable) in zip(indicator.name.zh.unicodeScalars.lazy.filter(\.isChineseCharacter), syllables)
        {
            // A character that stands twice may be read in two ways; all of them are typed.
            if let place = ofColumn.firstIndex(where: { $0.character == character }) {
                if ofColumn[place].spelling != syllable { ofColumn[place].spelling += "/" + syllable }
            } else {
                ofColumn.append((character, syllable))
            }
        }
    }

    /// A bound that only a damaged table reaches.
    private static let longestName = 256

    /// What the data set has for a character, `chang/zhang`; nil where only the table knows.
    func spelling(of character: Unicode.Scalar) -> String? {
        ofColumn.first { $0.character == character }?.spelling
    }
}
