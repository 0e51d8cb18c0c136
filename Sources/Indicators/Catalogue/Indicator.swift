/// What is counted (`indicators.csv`). An indicator belongs to one topic.
public struct Indicator: Hashable, Sendable {
    /// The code of the indicator, unique in its table.
    public let code: String
    /// The code of its topic.
    public let topic: String
    /// The position within the topic, ascending; equal numbers keep the order of the table.
    public let order: Int
    /// The full name.
    public let name: LocalizedText
    /// For narrow columns.
    public let shortName: LocalizedText
    /// What it means in one plain sentence.
    public let sentence: LocalizedText
    /// What its values count.
    public let unit: Unit
    /// Which way is better: more, less, zero, or neither.
    public let direction: Direction
    /// Which kind of picture shows it.
    public let display: Display
    /// Whether a value adds up over its period, stands at its end, or is an average (SDMX code list CL_COLLECTION).
    public let collection: Collection
    /// The Chinese name in pinyin without tones, syllables parted by blanks.
    public let pinyin: String
    /// 口径: what is counted how, and what is not clear.
    public let note: LocalizedText
    /// 责任单位, where a source names it.
    public let department: LocalizedText
    /// Which change counts as better or worse where there is no target; nil where none is stated.
    public let criterion: ChangeCriterion?

    package init(
        code: String, topic: String, order: Int, name: LocalizedText, shortName: LocalizedText, sentence: LocalizedText,
        unit: Unit, direction: Direction, display: Display, collection: Collection, pinyin: String, note: LocalizedText,
        department: LocalizedText, criterion: ChangeCriterion? = nil
    ) {
        self.code = code
        self.topic = topic
        self.order = order
        self.name = name
        self.shortName = shortName
        self.sentence = sentence
        self.unit = unit
        self.direction = direction
        self.display = display
        self.collection = collection
        self.pinyin = pinyin
        self.note = note
        self.department = department
        self.criterion = criterion
    }
}
