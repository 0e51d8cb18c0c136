import Indicators

/// The readings of the Chinese characters in the names of an item: from the data set where it has them, otherwise from
/// the built-in table.
struct NameReadings {
    /// The column `pinyin` by the characters of the name. A short name has the same characters, possibly in another
    /// order.
    private var ofColumn: [(character: Unicode.Scalar, spelling: String)] = []

    /// The readings of an item without a column `pinyin`.
    init() {}

    /// For the names of an indicator.
    init(_ indicator: Indicator) {
        guard let syllables = indicator.syllables, syllables.count <= Self.longestName else { return }
        for (character, syllable) in zip(indicator.name.zh.unicodeScalars.lazy.filter(\.isChineseCharacter), syllables)
        {
            // A character that occurs twice may have two readings; both can be typed.
            if let index = ofColumn.firstIndex(where: { $0.character == character }) {
                if ofColumn[index].spelling != syllable { ofColumn[index].spelling += "/" + syllable }
            } else {
                ofColumn.append((character, syllable))
            }
        }
    }

    /// A limit that only a damaged table reaches.
    private static let longestName = 256

    /// The readings that the data set states for a character, `chang/zhang`; nil where only the table has them.
    func spelling(of character: Unicode.Scalar) -> String? {
        ofColumn.first { $0.character == character }?.spelling
    }
}
