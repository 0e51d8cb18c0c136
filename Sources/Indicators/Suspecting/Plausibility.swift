/// Applies the rules of plausibility to a data set. What was found for an indicator is kept until the next one.
package struct Plausibility {
    let catalogue: Catalogue
    private var indicator = ""
    private var found: [String: [Int: Finding]] = [:]
    /// The series that was asked for last, with its rows, the newest first.
    private var series: (indicator: String, area: String, rows: [Int32]) = ("", "", [])

    package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The latest earlier figure of the same year and form of period that has a value.
    fileprivate mutating func predecessor(of new: Observation) -> Observation? {
        guard new.basis == .printed, let year = new.period.year else { return nil }
        if series.indicator != new.indicator || series.area != new.area {
            let rows = catalogue.observations.rows(indicator: new.indicator, area: new.area)
            series = (new.indicator, new.area, rows)
        }
        let rows = series.rows, observations = catalogue.observations
        // A series may have thousands of periods. It is sorted, so what ended before is found by halving.
        var low = 0, high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if observations.period(ofRow: Int(rows[middle])).end < new.period.end {
                high = middle
            } else {
                low = middle + 1
            }
        }
        for row in rows[low...].lazy.map(Int.init) {
            let period = observations.period(ofRow: row)
            if period.end.year < year { return nil }
            if period.year == year, period.kind == new.period.kind, observations.basis(ofRow: row) == .printed,
                observations.plainValue(ofRow: row) != nil
            {
                return observations[row]
            }
        }
        return nil
    }

    /// Whether two neighbouring figures before this one, of the same form of period, state the same: then a third that
    /// does is no surprise.
    fileprivate func hadEqualPair(before new: Observation) -> Bool {
        guard let one = catalogue.indicator(new.indicator) else { return false }
        let rows = PlausibilitySeries(catalogue, one, new.area).points
            .filter { $0.period.kind == new.period.kind && $0.period.end < new.period.end }.map(\.row)
        return zip(rows, rows.dropFirst()).contains {
            catalogue.observations[$0].qualifiedValue == catalogue.observations[$1].qualifiedValue
        }
    }

    /// The findings of one indicator in one area by the rows of the table.
    package mutating func findings(of code: String, in area: String) -> [Int: Finding] {
        if indicator != code { (indicator, found) = (code, [:]) }
        if let known = found[area] { return known }
        found[area] = [:]
        guard let one = catalogue.indicator(code) else { return [:] }
        var suspected: Set<Int> = []
        // A part is held against a whole that is not itself suspected.
        if let parent = catalogue.area(area)?.parent { suspected.formUnion(findings(of: code, in: parent).keys) }
        let series = PlausibilitySeries(catalogue, one, area)
        var findings: [Int: Finding] = [:]
        func look(_ series: PlausibilitySeries, _ isAsked: (Int) -> Bool = { _ in true }) {
            for rule in PlausibilityRule.all {
                for (row, finding) in rule.find(series, suspected) where findings[row] == nil && isAsked(row) {
                    findings[row] = finding
                    suspected.insert(row)
                }
            }
        }
        look(series)
        // A figure under embargo appears by itself, so it is asked about before. What is said of other figures names no
        // hidden value.
        let observations = catalogue.observations
        if observations.hasEmbargo, observations.rows(indicator: code, area: area).contains(where: isWithheld) {
            look(PlausibilitySeries(catalogue, one, area, isRevealing: true)) { observations.isWithheld($0) }
        }
        for (row, finding) in FarRelease.findings(series) { findings[row] = finding }
        found[area] = findings
        return findings
    }
}

extension Plausibility {
    private func isWithheld(_ row: Int32) -> Bool { catalogue.observations.isWithheld(Int(row)) }
}

/// Figures under embargo for longer than figures are held back: a mistyped year would hide them.
private enum FarRelease {
    private static let longestDays = 366

    static func findings(_ series: PlausibilitySeries) -> [(row: Int, finding: Finding)] {
        let observations = series.catalogue.observations
        // Invented data stand still: what is to be released in them may stay so.
        guard let today = series.today, observations.hasEmbargo, !series.catalogue.package.isFictional else {
            return []
        }
        return observations.rows(indicator: series.indicator.code, area: series.area).map(Int.init).compactMap { row in
            guard observations.isWithheld(row) else { return nil }
            let release = observations[row].embargoUntil
            guard let day = Instant(rfc3339: release)?.day, today.adding(days: longestDays) < day else { return nil }
            return (
                row,
                Finding(
                    .farRelease,
                    (
                        "发布时间 \(release) 离今天 \(today.text) 超过一年",
                        "the release time \(release) is more than a year after today, \(today.text)"
                    ), mend: ("是不是写错了年份？改正 EMBARGO_UNTIL", "is the year mistyped? Mend EMBARGO_UNTIL"))
            )
        }
    }
}

extension Suspicion {
    /// The reasons to check a figure that replaces another, with both figures.
    static func of(_ old: Observation, _ new: Observation, _ plausibility: inout Plausibility) -> [Finding] {
        var found: [Finding] = []
        if old.value != nil, new.value == nil {
            found.append(
                Finding(
                    .gone, ("原来是 \(old.writtenValue)，现在没有数", "was \(old.writtenValue), now there is no value"),
                    mend: source))
        }
        if let before = old.qualifiedValue?.low, let after = new.qualifiedValue?.low {
            if before != after {
                if let finding = change(old, new, before, after) { found.append(finding) }
                found += itself(new, &plausibility, found.first)
            } else if old.value?.scale != new.value?.scale {
                found.append(
                    Finding(
                        .digits,
                        (
                            "\(old.writtenValue) 成了 \(new.writtenValue)：小数位数不同，可能被电子表格改写",
                            "\(old.writtenValue) has become \(new.writtenValue): other digits behind the point; "
                                + "perhaps a spreadsheet rewrote it"
                        ), mend: ("把这一列设为文本，照原文写", "make the column text and write it as printed")))
            }
        }
        if old.value == new.value, old.unitMultiplier == new.unitMultiplier, old.value != nil,
            old.qualifier != new.qualifier
        {
            found.append(
                Finding(
                    .qualifier,
                    (
                        "QUALIFIER 由 \(old.qualifier.code) 成了 \(new.qualifier.code)，数却没有变",
                        "QUALIFIER \(old.qualifier.code) has become \(new.qualifier.code), the number is the same"
                    ), mend: source))
        }
        let isUncertain: (ObservationStatus) -> Bool = { [.provisional, .forecast, .estimated].contains($0) }
        if old.value != nil, new.value != nil, !isUncertain(old.status), isUncertain(new.status) {
            found.append(
                Finding(
                    .less,
                    (
                        "OBS_STATUS 由 \(old.status.code) 成了 \(new.status.code)：原来是确定的数",
                        "OBS_STATUS \(old.status.code) has become \(new.status.code): the figure was final"
                    ), mend: source))
        }
        return found
    }

    /// The reasons to check a figure that was not there before, with its real value, under embargo or not.
    static func of(_ new: Observation, _ catalogue: Catalogue, _ plausibility: inout Plausibility) -> [Finding] {
        guard let value = new.qualifiedValue?.low else { return [] }
        var found = itself(new, &plausibility, nil)
        // What is rounded often stays the same.
        if new.basis == .printed, !value.isZero, new.qualifier == .exact, new.unitMultiplier == 0,
            catalogue.indicator(new.indicator)?.display == .count,
            let last = plausibility.predecessor(of: new), last.qualifiedValue == new.qualifiedValue,
            !plausibility.hadEqualPair(before: new)
        {
            found.append(
                Finding(
                    .same,
                    (
                        "与上一期 \(last.period.text) 的 \(last.writtenValue) 完全相同，是不是还没有填",
                        "exactly the \(last.writtenValue) of \(last.period.text): perhaps not yet filled in"
                    ), mend: source))
        }
        return found
    }

    private static let source = (zh: "核对原文；确实如此就不必改", en: "look at the source; leave it where it is true")

    /// What the figure itself breaks, unless the change from the former value already says so.
    private static func itself(_ new: Observation, _ plausibility: inout Plausibility, _ known: Finding?) -> [Finding] {
        var found: [Finding] = []
        if let finding = plausibility.findings(of: new.indicator, in: new.area)[new.index],
            known == nil || !(sizes.contains(finding.kind) && sizes.contains(known?.kind ?? .same))
        {
            found.append(finding)
        }
        if plausibility.isZeroGoal(new.indicator), let value = new.value, !value.isZero {
            found.append(
                Finding(
                    .brokenZero, ("零目标被打破：\(new.writtenValue)", "a zero-goal is broken: \(new.writtenValue)"),
                    mend: source))
        }
        return found
    }

    /// The suspicions that say of one slip in a number.
    private static let sizes: Set<Suspicion> = [
        .tenfold, .tenfoldOnYear, .tenThousandfold, .half, .jump, .falls, .sign, .negative, .stray,
    ]

    private static func change(_ old: Observation, _ new: Observation, _ before: ExactRatio, _ after: ExactRatio)
        -> Finding?
    {
        let names = (old.writtenValue, new.writtenValue)
        guard !before.isZero, !after.isZero else { return nil }
        if before.isNegative != after.isNegative {
            return Finding(
                .sign, ("\(names.0) 成了 \(names.1)：正负号变了", "\(names.0) has become \(names.1): the sign has changed"),
                mend: source)
        }
        let sizes = (abs(before.doubleValue), abs(after.doubleValue))
        if max(sizes.0 / sizes.1, sizes.1 / sizes.0) >= Tenfold.largest * (1 - 1e-12) {
            return Tenfold.finding(names.1, names.0, sizes.1, sizes.0, .tenfold)
        }
        guard abs(sizes.1 - sizes.0) > sizes.0 / 2 * (1 + 1e-12) else { return nil }
        return Finding(
            .half,
            ("\(names.0) 成了 \(names.1)：相差一半以上", "\(names.0) has become \(names.1): more than half of it off"),
            mend: source)
    }
}

extension Plausibility {
    fileprivate func isZeroGoal(_ code: String) -> Bool { catalogue.indicator(code)?.direction == .zero }
}
