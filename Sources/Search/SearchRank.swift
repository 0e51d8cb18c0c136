/// How well an item matches a query; the first case is the best.
enum SearchRank: UInt8, Comparable, CaseIterable {
    /// The query equals a name.
    case name
    /// A name begins with the query.
    case beginningOfName
    /// The query equals the reading of a name, in full or by initials.
    case reading
    /// The reading of a name begins with the query.
    case beginningOfReading
    /// A name or its reading contains the query at the start of a word or syllable.
    case inside
    /// A name contains the query inside a word.
    case insideWord
    /// A Chinese name contains the characters of the query in their order, with others between them: 养老床位 in
    /// 养老机构床位.
    case scattered
    /// A related text contains the query: the unit, department, area, code of an area, or the words about a measure.
    case related

    static func < (one: SearchRank, other: SearchRank) -> Bool { one.rawValue < other.rawValue }
}
