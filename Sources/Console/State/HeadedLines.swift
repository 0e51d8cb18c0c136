/// The lines of a list with headings between its rows, and a blank line before each heading but the first.
struct HeadedLines: Hashable, Sendable {
    enum Line: Hashable, Sendable {
        case gap
        /// The heading of the group with this index.
        case heading(Int)
        /// The row with this index, counted through all groups.
        case row(Int)
    }

    private(set) var lines: [Line] = []
    /// The index of the line of each row.
    private(set) var lineIndices: [Int] = []

    /// - Parameter counts: how many rows each group has.
    init(_ counts: [Int]) {
        for (group, count) in counts.enumerated() {
            if group > 0 { lines.append(.gap) }
            lines.append(.heading(group))
            for _ in 0..<count {
                lineIndices.append(lines.count)
                lines.append(.row(lineIndices.count - 1))
            }
        }
    }
}
