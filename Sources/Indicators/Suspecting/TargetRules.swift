import Indicators

/// Targets that do not fit the figures that they are about.
enum TargetRules {
    /// A row and a column of `targets.csv` with what is odd about them.
    typealias Found = (line: Int, column: ColumnName, rule: Rule)

    static func problems(in catalogue: Catalogue) -> [Found] {
        catalogue.targets.compactMap { target in
            if let rule = far(target, catalogue.observations.today) { return (target.line.number, .TIME_PERIOD, rule) }
            guard let finding = size(target, catalogue) else { return nil }
            return (target.line.number, finding.kind == .tenThousandfold ? .UNIT_MULT : .TARGET_VALUE, finding.rule)
        }
    }

    /// A target further ahead than any plan.
    private static func far(_ target: Target, _ today: CalendarDay?) -> Rule? {
        guard let today, target.period.kind != .none, target.period.start.year > today.year + 15 else { return nil }
        return Finding(
            .farPeriod,
            (
                "目标的时期 \(target.period.text) 离今天 \(today.text) 超过十五年",
                "the target's period \(target.period.text) is more than fifteen years after today, \(today.text)"
            ), mend: ("是不是写错了年份？对照原文改 TIME_PERIOD", "is the year mistyped? Mend TIME_PERIOD by the source")
        ).rule
    }

    /// Ten or ten thousand times what the figures, or else the other targets, would let expect.
    private static func size(_ target: Target, _ catalogue: Catalogue) -> Finding? {
        guard let value = plain(target), value > 0 else { return nil }
        let name = "TARGET_VALUE \(target.written) (\(target.period.text))"
        func finding(_ other: String, _ held: Double) -> Finding? {
            guard held > 0, max(value / held, held / value) >= Tenfold.largest else { return nil }
            return Tenfold.finding(name, other, value, held, .tenfold)
        }
        if let (other, expected) = expectation(target, catalogue) { return finding(other, expected) }
        let others = catalogue.targets(of: target.indicator, in: target.area).filter { $0 != target }
        guard let other = others.min(by: { distance($0, target) < distance($1, target) }), let held = plain(other)
        else {
            return nil
        }
        return finding("TARGET_VALUE \(other.written) (\(other.period.text))", held)
    }

    private static func distance(_ one: Target, _ other: Target) -> Int {
        abs(one.period.end.ordinal - other.period.end.ordinal)
    }

    private static func plain(_ target: Target) -> Double? { target.qualifiedValue?.low.doubleValue }

    /// What the newest figure up to the target's end would come to over the target's period.
    private static func expectation(_ target: Target, _ catalogue: Catalogue) -> (String, Double)? {
        guard let indicator = catalogue.indicator(target.indicator) else { return nil }
        let series = PlausibilitySeries(catalogue, indicator, target.area)
        guard let point = series.points.last(where: { !(target.period.end < $0.period.end) }) else { return nil }
        guard indicator.collection == .summed else { return (series.name(point), point.value) }
        // A total of three months or less says little of a year.
        let usable = series.points.last { !(target.period.end < $0.period.end) && ($0.period.months ?? 0) > 3 }
        guard let usable, let months = usable.period.months else { return nil }
        return (series.name(usable), usable.value * Double(target.period.months ?? 12) / Double(months))
    }
}

/// Former values that do not fit the figure they belong to.
enum RevisionRules {
    /// A revision corrects; from this factor on it is probably a slip of a digit.
    private static let largestRevision = 5.0

    static func problems(in catalogue: Catalogue) -> [TargetRules.Found] {
        catalogue.formerValues.compactMap { former in problem(former, catalogue) }
    }

    private static func problem(_ former: FormerValue, _ catalogue: Catalogue) -> TargetRules.Found? {
        let line = former.line.number
        // A second change on one day has its moment behind the day.
        if let today = catalogue.observations.today, let date = Period(sdmx: String(former.date.prefix(10)))?.start,
            today.adding(days: 1) < date
        {
            return (line, .DATE, .revisedInFuture(former.date, today.text))
        }
        // What was retired has no figure any more.
        guard catalogue.indicator(former.indicator) != nil, catalogue.area(former.area) != nil else { return nil }
        let figures = catalogue.observations(of: former.indicator, in: former.area)
        let figure = figures.first { $0.period.text == former.period && $0.basis == former.basis }
        guard let figure else {
            let isBasis = figures.contains { $0.period.text == former.period }
            return (line, isBasis ? .PERIOD_BASIS : .TIME_PERIOD, .revisionWithoutFigure)
        }
        guard !figure.isWithheld, let now = figure.qualifiedValue,
            let was = QualifiedValue(former.value, multiplier: former.unitMultiplier, qualifier: former.qualifier)
        else { return nil }
        let written = former.value.map { Observation.written($0, former.unitMultiplier) } ?? ""
        if now == was {
            // A value may come back: then a later row holds what stood between.
            let isLast = !catalogue.formerValues.contains {
                $0.indicator == former.indicator && $0.area == former.area && $0.period == former.period
                    && $0.basis == former.basis && former.date <= $0.date && $0 != former
            }
            return isLast ? (line, .FORMER_VALUE, .revisionSame(written)) : nil
        }
        let sizes = (abs(was.low.doubleValue), abs(now.low.doubleValue))
        guard sizes.0 > 0, sizes.1 > 0, max(sizes.0 / sizes.1, sizes.1 / sizes.0) >= largestRevision else { return nil }
        let finding = Tenfold.finding(
            "FORMER_VALUE \(written)", "OBS_VALUE \(figure.writtenValue)", sizes.0, sizes.1, .tenfold)
        return (line, finding.kind == .tenThousandfold ? .UNIT_MULT : .FORMER_VALUE, finding.rule)
    }
}

extension Rule {
    static let revisionWithoutFigure = Rule(
        "revision-without-figure", "observations.csv 中没有这个数", "observations.csv has no such figure",
        expected: (
            "地区、指标、时期、PERIOD_BASIS 与 observations.csv 的一行相同",
            "area, indicator, period and PERIOD_BASIS of a row of observations.csv"
        ),
        mend: (
            "写错了就改正这几格；这个指标已停用就不必改",
            "mend these cells where they are wrong; leave them where the figure is no longer kept"
        ),
        severity: .warning)
    static func revisionSame(_ value: String) -> Rule {
        Rule(
            "revision-same", "原值 \(value) 与现在的数相同", "the former value \(value) is the present one",
            expected: ("改动以前的数", "what it was before the change"),
            mend: ("对照修订前的表改正 FORMER_VALUE", "mend FORMER_VALUE by the table before the revision"), severity: .warning)
    }
    static func revisedInFuture(_ date: String, _ today: String) -> Rule {
        Rule(
            "future-period", "修订日期 \(date) 在今天 \(today) 之后", "revised on \(date), which is after today, \(today)",
            mend: ("是不是写错了年份？改正 DATE", "is the year mistyped? Mend DATE"), severity: .warning)
    }
}
