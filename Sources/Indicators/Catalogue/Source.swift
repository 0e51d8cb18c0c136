/// Where figures come from (`sources.csv`). What a source does not state is written 未载明, never guessed.
public struct Source: Hashable, Sendable {
    /// The code of the source, unique in its table.
    public let code: String
    /// The title of the publication or page.
    public let title: LocalizedText
    /// Who published it; 未载明 where it is not stated.
    public let publisher: LocalizedText
    /// Who wrote it; 未载明 where it is not stated.
    public let author: String
    /// The date of publication as written; 未载明 where it is not stated.
    public let date: String
    /// How far the source is trusted: A official or the newspaper itself, B reprint, archive or advertisement, C third
    /// party.
    public let trust: Trust
    /// The terms under which it may be used.
    public let terms: LocalizedText
    /// The web address; empty where there is none.
    public let address: String
    /// Remarks; empty where there are none.
    public let note: LocalizedText
    /// The line of its table.
    package var line = SourceLine()

    package init(
        code: String, title: LocalizedText, publisher: LocalizedText, author: String, date: String, trust: Trust,
        terms: LocalizedText, address: String, note: LocalizedText,
        line: SourceLine = SourceLine()
    ) {
        self.code = code
        self.title = title
        self.publisher = publisher
        self.author = author
        self.date = date
        self.trust = trust
        self.terms = terms
        self.address = address
        self.note = note
        self.line = line
    }
}
