/// Where figures come from (`sources.csv`). What a source does not state is written 未载明, never guessed.
public struct Source: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    public let publisher: LocalizedText
    public let author: String
    public let date: String
    public let trust: Trust
    public let terms: LocalizedText
    public let address: String
    public let note: LocalizedText
}
