/// A place that figures are about (`areas.csv`): codes of GB/T 2260, and local ones for villages.
public struct Area: Hashable, Sendable {
    public let code: String
    public let order: Int
    public let name: LocalizedText
    public let shortName: LocalizedText
    public let kind: AreaKind
    /// The code of the area it is a part of; nil for the whole.
    public let parent: String?
    public let formerNames: [String]
}
