/// Targets that do not fit the figures and targets that they stand among.
enum TargetRules {
    /// No plan looks further ahead, in years.
    private static let furthest = 15
    /// Plans seldom look further ahead, in years.
    private static let seldom = 5
    /// A target that is further from every figure and target of its series, in years, has a mistyped year.
    private static let largestGap = 3

    /// What is odd about a target; nil for nothing.
    ///
    /// - Parameters:
    ///   - isNew: whether it was added or changed: its year is then looked at more closely. A target that was asked
    ///     about once would otherwise be asked about in every check.
    ///   - suspected: the rows of its series that are odd themselves: nothing is held against them.
    static func finding(_ target: Target, _ catalogue: Catalogue, isNew: Bool, suspected: Set<Int> = []) -> Finding? {
        let today = catalogue.observations.today
        // Plans of five years end in years like 2030 and 2035.
        let isClose = isNew && !target.period.end.year.isMultiple(of: 5)
        return far(target, today, isClose ? seldom : furthest) ?? accepted(target, today)
            ?? (isClose ? apart(target, catalogue) : nil) ?? size(target, catalogue, suspected)
            ?? share(target, catalogue)
    }

    private static let year = (
        zh: "是不是写错了年份？对照原文改 TIME_PERIOD；确实如此就不必改",
        en: "is the year mistyped? Mend TIME_PERIOD by the source; leave it where it is true"
    )

    /// A target further ahead than so many years.
    private static func far(_ target: Target, _ today: CalendarDay?, _ years: Int) -> Finding? {
        guard let today, target.period.kind != .none, target.period.start.year > today.year + years else { return nil }
        let written = years == furthest ? (zh: "十五", en: "fifteen") : (zh: "五", en: "five")
        return Finding(
            .farPeriod,
            (
                "目标的时期 \(target.period.text) 离今天 \(today.text) 超过\(written.zh)年",
                "the target's period \(target.period.text) is more than \(written.en) years after today, "
                    + today.text
            ), mend: year, column: .TIME_PERIOD)
    }

    /// Fulfilment that was accepted after today.
    private static func accepted(_ target: Target, _ today: CalendarDay?) -> Finding? {
        guard let today, let day = target.accepted, today.adding(days: 1) < day else { return nil }
        return Finding(
            .futureDay,
            ("验收日期 \(day.text) 在今天 \(today.text) 之后", "accepted on \(day.text), which is after today, \(today.text)"),
            mend: ("是不是写错了年份？改正 ACCEPTED", "is the year mistyped? Mend ACCEPTED"), column: .ACCEPTED)
    }

    /// A target years before or after all that its series has.
    private static func apart(_ target: Target, _ catalogue: Catalogue) -> Finding? {
        guard let indicator = catalogue.indicator(target.indicator), let own = target.period.year else { return nil }
        let figures = PlausibilitySeries(catalogue, indicator, target.area).points.map(\.period)
        let targets = catalogue.targets(of: target.indicator, in: target.area).filter { $0 != target }.map(\.period)
        let others = (figures + targets).filter { $0.year != nil }
        guard others.count >= 3,
            let near = others.min(by: { abs(($0.year ?? 0) - own) < abs(($1.year ?? 0) - own) }),
            abs((near.year ?? 0) - own) > largestGap
        else { return nil }
        return Finding(
            .farPeriod,
            (
                "目标的时期 \(target.period.text) 离同一指标的数与目标(最近是 \(near.text))很远",
                "the target's period \(target.period.text) is far from all figures and targets of the indicator; the "
                    + "nearest is \(near.text)"
            ), mend: year, column: .TIME_PERIOD)
    }

    /// Ten or ten thousand times what the figures, or else the other targets, would let expect.
    private static func size(_ target: Target, _ catalogue: Catalogue, _ suspected: Set<Int>) -> Finding? {
        guard let value = plain(target), value > 0 else { return nil }
        let name = "TARGET_VALUE \(target.written) (\(target.period.text))"
        func finding(_ other: String, _ held: Double) -> Finding? {
            guard held > 0, max(value / held, held / value) >= Tenfold.largest else { return nil }
            let finding = Tenfold.finding(name, other, value, held, .tenfold)
            return finding.at(finding.kind == .tenThousandfold ? .UNIT_MULT : .TARGET_VALUE)
        }
        if let (other, expected) = expectation(target, catalogue, suspected) { return finding(other, expected) }
        let others = catalogue.targets(of: target.indicator, in: target.area).filter { $0 != target }
        guard let other = others.min(by: { distance($0, target) < distance($1, target) }), let held = plain(other)
        else {
            return nil
        }
        return finding("TARGET_VALUE \(other.written) (\(other.period.text))", held)
    }

    /// A share above the whole, or a number below zero.
    private static func share(_ target: Target, _ catalogue: Catalogue) -> Finding? {
        guard let indicator = catalogue.indicator(target.indicator), let value = plain(target) else { return nil }
        let source = (zh: "核对原文；确实如此就不必改", en: "look at the source; leave it where it is true")
        if indicator.display == .share, indicator.unit.isPercent, value > 100 {
            return Finding(
                .aboveHundred, ("目标 \(target.written)%，超过 100%", "the target, \(target.written)%, is above 100%"),
                mend: source, column: .TARGET_VALUE)
        }
        guard indicator.display != .change, value < 0 else { return nil }
        return Finding(
            .negative, ("目标 \(target.written) 小于零", "the target, \(target.written), is below zero"), mend: source,
            column: .TARGET_VALUE)
    }

    private static func distance(_ one: Target, _ other: Target) -> Int {
        abs(one.period.end.ordinal - other.period.end.ordinal)
    }

    private static func plain(_ target: Target) -> Double? { target.qualifiedValue?.low.doubleValue }

    /// What the newest figure up to the target's end would come to over the target's period.
    private static func expectation(_ target: Target, _ catalogue: Catalogue, _ suspected: Set<Int>)
        -> (String, Double)?
    {
        guard let indicator = catalogue.indicator(target.indicator) else { return nil }
        let series = PlausibilitySeries(catalogue, indicator, target.area)
        let points = series.points.filter { !suspected.contains($0.row) && !(target.period.end < $0.period.end) }
        guard let point = points.last else { return nil }
        guard indicator.collection == .summed else { return (series.name(point), point.value) }
        // A total of three months or less says little of a year.
        let usable = points.last { ($0.period.months ?? 0) > 3 }
        guard let usable, let months = usable.period.months else { return nil }
        return (series.name(usable), usable.value * Double(target.period.months ?? 12) / Double(months))
    }
}

/// Targets that have changed from one version to the next.
enum TargetMove {
    /// The finding about a target that has changed; nil where both state the same value.
    static func finding(_ old: Target, _ new: Target) -> Finding? {
        guard old.qualifiedValue != new.qualifiedValue else { return nil }
        let names = (old.written, new.written)
        return Finding(
            .targetMoved,
            (
                "目标 \(new.period.text) 由 \(names.0) 改为 \(names.1)",
                "target \(new.period.text): \(names.0) has become \(names.1)"
            ),
            mend: (
                "目标一经公布不会无故改动：核对来源的位数与 UNIT_MULT",
                "a published target rarely changes: check digits and UNIT_MULT by the source"
            ), column: old.unitMultiplier == new.unitMultiplier ? .TARGET_VALUE : .UNIT_MULT)
    }
}

extension Target {
    /// The value as written, with 万 or 亿.
    package var written: String { Observation.written(value, unitMultiplier) }
}
