/// A panel of the dashboard (`topics.csv`).
public struct Topic: Hashable, Sendable {
    public let code: String
    public let order: Int
    public let title: LocalizedText
    public let shortTitle: LocalizedText
    /// The code of the indicator that stands for the topic.
    public let headline: String
    /// Codes of the indicators or measures that stand beside the headline; at most two.
    public let supports: [String]
}
