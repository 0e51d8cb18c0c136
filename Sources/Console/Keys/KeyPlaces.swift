import Wording

/// The names of the screens on which a key has its meaning.
enum KeyPlaces {
    /// The screens in order; empty where a key has its meaning everywhere that letters are commands.
    static func names(_ contexts: KeyContext, _ words: Words) -> String {
        if contexts.isSuperset(of: .commands) { return "" }
        let all: [(KeyContext, String)] = [
            (.overview, words.overview), (.figures, words.indicators), (.districts, words.districts),
            (.indicator, words.keyOpenedIndicator), (.text, words.source + words.listSeparator + words.help),
            (.search, words.search), (.meeting, words.meeting), (.attention, words.attention.short),
            (.changes, words.changes.title),
        ]
        return all.filter { contexts.contains($0.0) }.map(\.1).joined(separator: words.listSeparator)
    }
}
