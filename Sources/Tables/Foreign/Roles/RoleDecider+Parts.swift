import Indicators

/// Columns and cells that state a part of the year that stands elsewhere.
extension RoleDecider {
    private func texts(_ column: Int) -> [String] {
        profile.columns[column].texts.map(TableHead.trimmed).filter { !$0.isEmpty }
    }

    /// Months down the side of years in the header.
    mutating func takePartsOfRows() {
        guard frame.periods.allSatisfy({ $0 == nil || $0?.period.kind == .year }) else { return }
        let first = roles.values.first ?? 0
        guard let column = free.first(where: { $0 < first && PartSpread(texts($0)) != nil }) else { return }
        set(column, .periodPart, Self.because("与表头的年份合成时期", "makes a period with the years of the header"))
        roles.partColumn = column
        // Below the heading of another name any other text leaves open whose months they are.
        let isTime = [.time, .month, .quarter, nil].contains(hints[column].family)
        roles.arePartsOfRowsDoubtful = !isTime && PartSpread(texts(column))?.isCertain == false
    }

    /// Months, quarters or days down the side below a title that states the rest of their periods.
    mutating func takePartsOfTitle() -> Bool {
        guard let above = periodAbove, above.year != nil, above.kind != .day,
            !columns.contains(where: { hints[$0].family == .time && profile.columns[$0].isPeriods })
        else { return false }
        let column = free.first { column in
            guard YearPart(names[column]) == nil else { return false }
            let one = profile.columns[column], all = texts(column)
            guard !one.isCapped, one.empty == 0, !all.isEmpty else { return false }
            if above.kind == .month, all.allSatisfy({ YearPart.day($0) != nil }) {
                return one.numbers < one.filled || hints[column].family == .day
                    || one.measured == one.filled
            }
            if [.month, .quarter].contains(hints[column].family), one.isWhole {
                return all.allSatisfy { PeriodParts.month($0) != nil }
            }
            return PartSpread(all) != nil && all.allSatisfy { YearPart($0) != nil }
        }
        guard let column else { return false }
        set(column, .periodPart, Self.because("与标题的时期合成时期", "makes a period with that of the title"))
        roles.partColumn = column
        return true
    }

    /// Areas beside each other: 年份,东乡县,西乡县.
    mutating func takeAreasOfHeader() {
        guard roles.values.count > 1, roles.values.allSatisfy({ AreaNames.isArea(names[$0]) }),
            !columns.contains(where: { hints[$0].family == .area && profile.columns[$0].numbers == 0 && isFree($0) })
        else { return }
        roles.areaValues = Set(roles.values)
    }

    /// Months beside figures of another name may be theirs or not.
    mutating func doubtParts() {
        if let time = roles.parts.first {
            roles.isYearly = roles.parts.count == 1 && (365...366).contains(profile.columns[time].shortestDays)
        } else {
            roles.isYearly = periodAbove?.year != nil && roles.partColumn == nil
        }
        guard roles.isYearly, let spread = PartSpread(roles.values.map { names[$0] }), !spread.isCertain
        else { return }
        for (column, kind) in zip(roles.values, spread.kinds) {
            guard case .part = kind else { continue }
            decided[column]?.isDoubtful = true
            roles.doubtfulParts.append(column)
        }
    }
}

extension YearPart {
    /// The day of a month that a cell states: 5日, 5.
    static func day(_ text: String) -> Int? {
        let digits = text.hasSuffix("日") || text.hasSuffix("号") ? text.dropLast() : Substring(text)
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }
}
