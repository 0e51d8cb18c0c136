import Indicators

/// What a source says of itself, in the words of a language.
enum SourceText {
    /// How the tables write that a source does not state something.
    private static let notStated = "未载明"

    static func author(_ source: Source, _ ink: Ink) -> String { stated(source.author, ink) }
    static func publisher(_ source: Source, _ ink: Ink) -> String { stated(source.publisher[ink.language], ink) }
    static func date(_ source: Source, _ ink: Ink) -> String { stated(source.date, ink) }

    private static func stated(_ text: String, _ ink: Ink) -> String {
        text.isEmpty || text == notStated ? ink.words.notStated : text
    }

    /// Title, author, publisher, date and trust in one line.
    static func line(_ source: Source, _ ink: Ink) -> String {
        let words = ink.words
        return [
            source.title[ink.language], "\(words.author) \(author(source, ink))",
            "\(words.publisher) \(publisher(source, ink))",
            "\(words.date) \(date(source, ink))", "\(words.trust) \(source.trust.code)",
        ].joined(separator: "; ")
    }
}
