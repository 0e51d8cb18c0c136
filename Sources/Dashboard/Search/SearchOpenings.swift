/// What most searches begin with, and what it finds: letters, and the initials of syllables (声母) that are written with two. Nearly all names have to be
/// gone through for these and most of them are found, so they are looked for before anybody types; whatever is typed behind goes through less.
struct SearchOpenings: Sendable {
    /// The letters of initials, of syllables without one, and of English words.
    static let all: [String] = "abcdefghijklmnopqrstuvwxyz".map(String.init) + ["zh", "ch", "sh"]

    private var found: [[UInt8]: SearchResults] = [:]

    /// Nothing is known yet.
    init() {}

    init(_ index: SearchIndex) {
        for text in Self.all { found[SearchQuery(text).bytes] = index.results(of: text).compact }
    }

    /// What a query finds, where it is one of them.
    subscript(_ query: SearchQuery) -> SearchResults? { found[query.bytes] }
}
