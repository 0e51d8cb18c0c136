/// What is counted (`indicators.csv`). An indicator belongs to one topic.
public struct Indicator: Hashable, Sendable {
    public let code: String
    /// The code of its topic.
    public let topic: String
    public let order: Int
    public let name: LocalizedText
    /// For narrow columns.
    public let shortName: LocalizedText
    /// What it means in one plain sentence.
    public let sentence: LocalizedText
    public let unit: Unit
    public let direction: Direction
    public let display: Display
    public let collection: Collection
    /// The Chinese name in pinyin without tones, syllables parted by blanks.
    public let pinyin: String
    /// 口径: what is counted how, and what is not clear.
    public let note: LocalizedText
    /// 责任单位, where a source names it.
    public let department: LocalizedText
}
