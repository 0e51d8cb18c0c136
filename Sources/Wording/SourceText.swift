import Indicators

/// A source in the words of a language.
package enum SourceText {
    /// The text with which the tables say that a source does not state something.
    private static let notStated = "未载明"

    package static func author(_ source: Source, _ wording: Wording) -> String { stated(source.author, wording) }
    package static func publisher(_ source: Source, _ wording: Wording) -> String {
        stated(source.publisher[wording.language], wording)
    }
    package static func date(_ source: Source, _ wording: Wording) -> String { stated(source.date, wording) }

    private static func stated(_ text: String, _ wording: Wording) -> String {
        text.isEmpty || text == notStated ? wording.words.notStated : text
    }

    /// Title, author, publisher, date and trust in one line.
    package static func line(_ source: Source, _ wording: Wording) -> String {
        let words = wording.words
        return [
            source.title[wording.language], "\(words.author) \(author(source, wording))",
            "\(words.publisher) \(publisher(source, wording))",
            "\(words.date) \(date(source, wording))", "\(words.trust) \(source.trust.code)",
        ].joined(separator: "; ")
    }
}
