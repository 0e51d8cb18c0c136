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
        roles.arePartsOfRowsDoubtful = !isOfTime(column) && PartSpread(texts(column))?.isCertain == false
    }

    /// Months, quarters or days down the side below a title that states the rest of their periods.
    mutating func takePartsOfTitle() -> Bool {
        guard let above = periodAbove, above.year != nil, above.kind != .day,
            !columns.contains(where: { hints[$0].family == .time && profile.columns[$0].isPeriods })
        else { return false }
        let column = free.first { column in
            guard YearPart(names[column]) == nil else { return false }
            let one = profile.columns[column], all = texts(column), family = hints[column].family
            guard !one.isCapped, one.empty == 0, !all.isEmpty else { return false }
            let days = all.filter { !PartSpread.isSum($0) }
            if above.kind == .month, !days.isEmpty, days.allSatisfy({ PeriodParts.day($0) != nil }) {
                // Plain numbers may be of anything.
                return family == .day || days.contains { $0.contains { !"0123456789.".contains($0) } }
            }
            if [.month, .quarter].contains(family), one.isWhole {
                return all.allSatisfy { PeriodParts.month($0) != nil }
            }
            return PartSpread(all, below: family).map { isUsable($0, family) } ?? false
        }
        guard let column else { return false }
        set(column, .periodPart, Self.because("与标题的时期合成时期", "makes a period with that of the title"))
        roles.partColumn = column
        let spread = PartSpread(texts(column), below: hints[column].family)
        roles.arePartsOfRowsDoubtful =
            above.kind != .month && !isOfTime(column)
            && spread.map { !$0.isCertain && $0.kinds.contains(.other) } ?? false
        return true
    }

    /// Whether the cells of a column are parts of a year; other rows among them are a minority.
    private func isUsable(_ spread: PartSpread, _ family: NameHint.Family?) -> Bool {
        let others = spread.kinds.count { $0 == .other }
        return others == 0 || family != .remark && others * 2 < spread.kinds.count
    }

    /// Whether the heading of a column is one of periods, or empty.
    private func isOfTime(_ column: Int) -> Bool { [.time, .month, .quarter, nil].contains(hints[column].family) }

    /// One part of the year of a title, in rows that name no indicator: 县区,就业,1-9月.
    mutating func doubtLonePart() {
        guard roles.isYearly, roles.doubtfulParts.isEmpty,
            !roles.parts.isEmpty || !decided.contains(where: { $0?.role == .indicator })
        else { return }
        let lone = roles.values.filter { YearPart(names[$0])?.isShort == true }
        // The title, or the name of the file, names the only figure; 全年 is of the same.
        guard roles.values.contains(where: { YearPart(names[$0]) == nil }),
            Set(lone.map { YearPart(names[$0]) }).count == 1
        else { return }
        for column in lone { decided[column]?.isDoubtful = true }
        roles.doubtfulParts = lone
    }

    /// Areas beside each other, below a line that names the indicator: 年份,东乡县,西乡县.
    mutating func takeAreasOfHeader() {
        guard isNamedAbove, roles.values.count > 1, roles.values.allSatisfy({ AreaNames.isArea(names[$0]) }),
            !columns.contains(where: { hints[$0].family == .area && profile.columns[$0].numbers == 0 && isFree($0) })
        else { return }
        roles.areaValues = Set(roles.values)
    }

    /// Months beside figures of another name may be theirs or not.
    mutating func doubtParts() {
        if roles.hasRunningYears {
            roles.isYearly = false
        } else if let time = roles.parts.first {
            roles.isYearly = roles.parts.count == 1 && (365...366).contains(profile.columns[time].shortestDays)
        } else {
            roles.isYearly = periodAbove?.year != nil && roles.partColumn == nil
        }
        guard roles.isYearly, let spread = PartSpread(roles.values.map { names[$0] }) else { return }
        // The rows name the indicators: 指标,9月,1-9月,1-9月同比%.
        let areNamed =
            roles.parts.isEmpty
            && columns.contains { hints[$0].family == .indicator && isFree($0) && profile.columns[$0].numbers == 0 }
        let isCertain = spread.isCertain || areNamed && spread.areDifferent
        for (column, kind) in zip(roles.values, spread.kinds) {
            switch kind {
            case .part where !isCertain: roles.doubtfulParts.append(column)
            case .unknownSpan: roles.totals.append(column)
            case .part, .mean, .other: continue
            }
            decided[column]?.isDoubtful = true
        }
    }
}
