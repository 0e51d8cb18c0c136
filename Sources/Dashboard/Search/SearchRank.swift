/// How well a thing answers a query; the first is the best.
enum SearchRank: UInt8, Comparable, CaseIterable {
    /// The query is a name.
    case name
    /// A name begins with it.
    case beginningOfName
    /// It is how a name is read, in full or by initials.
    case reading
    /// The reading of a name begins with it.
    case beginningOfReading
    /// A name or its reading has it, from a word or a syllable on.
    case inside
    /// A word of a name has it.
    case insideWord
    /// What belongs to the thing has it: its unit, its department, its area, the code of an area, the
    /// words about a measure.
    case related

    static func < (one: SearchRank, other: SearchRank) -> Bool { one.rawValue < other.rawValue }
}
