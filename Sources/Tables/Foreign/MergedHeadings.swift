/// Headings in two lines, of which the upper one stands over several columns: each column keeps both.
enum MergedHeadings {
    /// Whether the upper line has groups: columns without a heading, or the same heading several times, where the
    /// lower line has words.
    static func areAbove(_ upper: [String], _ lower: [String]) -> Bool {
        lower.indices.contains { column in
            guard column > 0, !lower[column].isEmpty else { return false }
            let above = column < upper.count ? upper[column] : ""
            return above.isEmpty || (above == upper[column - 1] && lower[column] != above)
        }
    }

    /// The headings of both lines. A heading over a column of its own stands for itself; what follows it without a
    /// heading are its parts, which keep their own words where no two of them are the same.
    static func joined(_ upper: [String], _ lower: [String]) -> [String] {
        let count = max(upper.count, lower.count)
        func text(_ cells: [String], _ column: Int) -> String { column < cells.count ? cells[column] : "" }
        var above = "", isOwn = false, result: [String] = [], groups: [String] = []
        for column in 0..<count {
            let top = text(upper, column), own = text(lower, column)
            if !top.isEmpty, top != above || column == 0 {
                if !areParts(top) { above = top }
                isOwn = own.isEmpty || own == top || areParts(top)
            }
            groups.append(above)
            if own.isEmpty || own == top {
                result.append(top)
            } else {
                result.append(above.isEmpty || isOwn || column == 0 ? own : named(above, own))
            }
        }
        // The same words under two headings need them.
        let repeated = Dictionary(grouping: result.indices.filter { !result[$0].isEmpty }) { result[$0] }
        for columns in repeated.values where columns.count > 1 {
            for column in columns where !groups[column].isEmpty && result[column] == text(lower, column) {
                result[column] = named(groups[column], result[column])
            }
        }
        return result
    }

    /// Headings that only say that parts follow.
    private static let parts = ["其中", "of which"]

    private static func areParts(_ heading: String) -> Bool {
        parts.contains { [$0, $0 + "：", $0 + ":"].contains(heading.lowercased()) }
    }

    /// Whether a name is that of a part of what stands before it: 其中：女, of which: women.
    static func isPart(_ name: String) -> Bool {
        let name = name.lowercased()
        return parts.contains { name.hasPrefix($0) }
    }

    /// `就业(人)` over 城镇 is 就业 · 城镇(人).
    static func named(_ group: String, _ own: String) -> String {
        if group.isEmpty || own.isEmpty { return group + own }
        // 人口 over 万人
        if UnitText.isUnit(own), !UnitText.isUnit(group), Heading.parted(group).unit.isEmpty {
            return "\(group)(\(own))"
        }
        let (name, unit) = Heading.parted(group)
        let hasUnit = !Heading.parted(own).unit.isEmpty
        return name + " · " + own + (unit.isEmpty || hasUnit ? "" : "(\(unit))")
    }
}
