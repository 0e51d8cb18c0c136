import Indicators

extension RoleDecider {
    /// Finds the column of periods: the finest one whose name or cells prove it, or a year with its month or quarter.
    mutating func decidePeriod() {
        if let told = decided.firstIndex(where: { $0?.role == .period }) {
            roles.parts = [told]
        } else if takeRunningYears() || takePartsOfTitle() {
            return
        } else if let found = standardPeriod() ?? namedPeriod() ?? unnamedPeriod() {
            set(found.column, .period, found.reason, others: found.others)
            roles.parts = [found.column]
        }
        guard let time = roles.parts.first else { return }
        takeParts(of: time)
        takeEnd(of: time)
        takeSecondHalf(time)
        takeRepeats(of: time)
    }

    /// Years with the months of each in the rows below it.
    private mutating func takeRunningYears() -> Bool {
        guard let column = columns.first(where: { decided[$0]?.role != .empty }), isFree(column),
            [nil, .time, .month, .quarter].contains(hints[column].family)
        else { return false }
        let one = profile.columns[column], texts = one.texts.map(TableHead.trimmed)
        func isYear(_ text: String) -> Bool {
            PeriodReading.read(text, years: PeriodReading.years)?.period.kind == .year
        }
        guard !one.isCapped, one.empty == 0, let first = texts.first, isYear(first),
            texts.contains(where: { YearPart($0)?.isShort == true }),
            texts.allSatisfy({ isYear($0) || YearPart($0)?.isShort == true })
        else { return false }
        set(column, .period, Self.because("年份下面是它的月份", "years with their months below them"))
        (roles.parts, roles.hasRunningYears) = ([column], true)
        return true
    }

    private typealias Found = (column: Int, reason: LocalizedText, others: [ColumnRole])

    private func standardPeriod() -> Found? {
        columns.first { ColumnNames.folded(names[$0]) == "TIME_PERIOD" }.map { ($0, Self.byName, []) }
    }

    /// Whether most filled cells of a column are periods, those of six digits included.
    private func holdsPeriods(_ column: Int) -> Bool {
        let one = profile.columns[column]
        if one.filled > 0, one.share(one.years + one.periods) >= 0.9 { return true }
        let resolved = PeriodColumn.resolve(one.texts.filter { !$0.isEmpty }, name: names[column])
        return !resolved.periods.isEmpty && resolved.periods.count { $0 != nil } * 10 >= resolved.periods.count * 9
    }

    private func namedPeriod() -> Found? {
        let named = columns.filter { hints[$0].family == .time && (isFree($0) || decided[$0]?.role == .period) }
        let holding = named.filter { holdsPeriods($0) && !isCoded($0) }
        let all = holding.isEmpty ? named.filter(holdsPeriods) : holding
        // The finest one of which the others follow.
        let finest = all.first { one in all.allSatisfy { $0 == one || profile.determines(one, $0).holds } }
        let found = finest ?? all.first ?? named.first { !isNumericElsewhere($0) }
        return found.map { ($0, Self.because("列名和内容都是时期", "its name and cells are periods"), []) }
    }

    private func isCoded(_ column: Int) -> Bool { hints[column].isCode }

    /// Whether a column named like a period holds other numbers.
    private func isNumericElsewhere(_ column: Int) -> Bool {
        ColumnNames.meaning(names[column]) != .time && profile.columns[column].isNumeric
    }

    private func unnamedPeriod() -> Found? {
        let candidates = free.filter { column in
            let one = profile.columns[column]
            guard one.isPeriods || (one.isWhole && PeriodColumn.areYearMonths(one.texts)) else { return false }
            let isNameless = [nil, .counter, .month, .quarter].contains(hints[column].family)
            // 1800-2000 may be a range of prices.
            if hints[column].family != .time, one.texts.contains(where: { $0.utf8.count == 9 && $0.contains("-") }) {
                return false
            }
            // 2020-05 of weeks is no month.
            if hints[column].family == .week, !one.texts.allSatisfy({ $0.contains { "Ww周".contains($0) } }) {
                return false
            }
            return !one.isEmpty && (isNameless || one.periods > 0)
        }
        let certain = candidates.filter { column in
            let one = profile.columns[column]
            return one.periods > 0 || (one.isWhole && !one.isYears)
        }
        let varying = certain.filter { !profile.columns[$0].isConstant }
        if let strong = varying.first ?? certain.first {
            return (strong, Self.because("整列都是时期", "all cells are periods"), [])
        }
        let years = candidates.filter { areYears($0) }
        let likely = years.filter { Self.areRecent(profile.columns[$0]) }
        let chosen = likely.count == 1 ? likely[0] : years.count == 1 ? years[0] : nil
        return chosen.map {
            ($0, Self.because("整列都是年份，并且连续或反复出现", "all cells are years that follow or repeat each other"), [.value])
        }
    }

    private static func areRecent(_ column: ColumnProfile) -> Bool { column.least >= 1900 && column.most <= 2060 }

    /// Whether plain numbers are years: they follow each other at one distance, or the same few occur again and again.
    private func areYears(_ column: Int) -> Bool {
        let one = profile.columns[column]
        guard one.isYears else { return false }
        let different = Set(one.texts.compactMap { Int(TableHead.trimmed($0)) }).sorted()
        let steps = Set(zip(different, different.dropFirst()).map { $1 - $0 })
        let isRegular = steps.count == 1 && (steps.first ?? 0) <= 10
        let hasGaps = steps.allSatisfy { $0 <= 10 } && different.count >= 3
        let repeats = one.cells >= different.count * 2
        if different.count == 1 { return one.cells > 1 && Self.areRecent(one) && !hasOtherYears(column) }
        return isRegular || (repeats && hasGaps)
    }

    private func hasOtherYears(_ column: Int) -> Bool {
        free.contains { $0 != column && profile.columns[$0].isYears }
    }

    // MARK: Parts and repeats

    /// A month, quarter or day beside a column of years.
    private mutating func takeParts(of time: Int) {
        guard profile.columns[time].years == profile.columns[time].filled else { return }
        // A row with 合计 in place of a month has no period, and does not make the others a figure of the year.
        func texts(_ column: Int) -> [String] {
            profile.columns[column].texts.filter { !TableHead.trimmed($0).isEmpty && !PartSpread.isSum($0) }
        }
        func isMonth(_ text: String) -> Bool { PeriodParts.month(text) != nil || YearPart(text) != nil }
        func isQuarter(_ text: String) -> Bool {
            PeriodParts.quarter(text, isNamed: true) != nil || YearPart(text) != nil
        }
        // 一季度 is a quarter and no column of quarters, however small its figures are.
        let named = free.filter { YearPart(names[$0])?.isShort != true }
        let month = named.first { column in
            hints[column].family == .month && texts(column).allSatisfy(isMonth)
        }
        let quarter = named.first { column in
            hints[column].family == .quarter && texts(column).allSatisfy(isQuarter)
        }
        let week = named.first { column in
            hints[column].family == .week && texts(column).allSatisfy { PeriodParts.week($0) != nil }
        }
        guard let part = month ?? quarter ?? week ?? unnamedPart() else { return }
        set(part, .periodPart, Self.because("与年份合成时期", "makes a period with the year"))
        roles.parts.append(part)
        guard part == month else { return }
        let day = free.first { column in
            hints[column].family == .day && texts(column).allSatisfy { PeriodParts.day($0) != nil }
        }
        if let day {
            set(day, .periodPart, Self.because("与年份、月份合成时期", "makes a period with year and month"))
            roles.parts.append(day)
        }
    }

    /// A column of unknown name with 一季度 or 3月 in every cell.
    private func unnamedPart() -> Int? {
        free.first { column in
            let texts = profile.columns[column].texts.filter { !TableHead.trimmed($0).isEmpty }
            guard !texts.isEmpty, profile.columns[column].numbers == 0 else { return false }
            if texts.allSatisfy({ PeriodParts.coded($0) != nil }) { return true }
            return texts.contains { YearPart($0)?.isShort == true } && texts.allSatisfy { YearPart($0) != nil }
                || texts.allSatisfy { PeriodParts.month($0) != nil || PeriodParts.quarter($0, isNamed: false) != nil }
        }
    }

    /// The first and the last day, or year, of periods in two columns.
    private mutating func takeEnd(of time: Int) {
        if hints[time].isStart,
            let end = free.first(where: { hints[$0].isEnd && profile.columns[$0].isPeriods })
        {
            set(end, .periodPart, Self.because("时期的末日或末年", "the last day or year of the period"))
            roles.parts.append(end)
        } else if hints[time].isEnd, roles.parts == [time],
            let start = free.first(where: { hints[$0].isStart && profile.columns[$0].isPeriods })
        {
            set(start, .periodPart, Self.because("时期的首日或首年", "the first day or year of the period"))
            roles.parts = [start, time]
        }
    }

    /// A table that is written in two halves beside each other: the periods of the right half are its own.
    private mutating func takeSecondHalf(_ first: Int) {
        func holdsFigures(_ range: Range<Int>) -> Bool {
            range.contains { isFree($0) && profile.columns[$0].isNumeric && !profile.columns[$0].isPeriods }
        }
        let later = free.filter {
            $0 > first && names[$0] == names[first] && profile.columns[$0].isPeriods && !profile.areEqual(first, $0)
                && holdsFigures(first + 1..<$0) && holdsFigures($0 + 1..<columns.upperBound)
        }
        for column in later where roles.parts.count == 1 {
            set(column, .period, Self.because("右半张表的时期", "the periods of the right half"))
            roles.halves.append(column)
        }
    }

    /// The same period again in other columns: its code, its year, its month.
    private mutating func takeRepeats(of time: Int) {
        // 一季度 is a quarter and no column of quarters.
        for column in free where YearPart(names[column])?.isShort != true {
            let isTime =
                [.time, .month, .quarter, .day].contains(hints[column].family)
                && Heading.parted(names[column]).unit.isEmpty
            let isEqual =
                profile.columns[column].years > 0 && profile.areEqual(time, column)
                && !profile.columns[column].isConstant
            let one = profile.columns[column]
            let isFigure = hints[column].family == .time && one.isNumeric && !one.isPeriods
            let follows = isTime && !isFigure && profile.determines(time, column).holds
            guard isEqual || follows || isTime && profile.columns[column].isPeriods else { continue }
            set(column, .label, Self.because("又一次写明时期", "states the period again"))
        }
    }
}
