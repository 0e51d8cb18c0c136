/// A panel of the dashboard (`topics.csv`).
public struct Topic: Hashable, Sendable {
    /// The code of the topic, unique in its table.
    public let code: String
    /// The position among the tabs, ascending; equal numbers keep the order of the table.
    public let order: Int
    /// The full title.
    public let title: LocalizedText
    /// The title on a tab. At 80 columns all short titles must fit in one line.
    public let shortTitle: LocalizedText
    /// The code of the indicator that stands for the topic.
    public package(set) var headline: String
    /// Codes of the indicators or measures that stand beside the headline; at most two.
    public package(set) var supports: [String]

    package init(
        code: String, order: Int, title: LocalizedText, shortTitle: LocalizedText, headline: String, supports: [String]
    ) {
        self.code = code
        self.order = order
        self.title = title
        self.shortTitle = shortTitle
        self.headline = headline
        self.supports = supports
    }
}
