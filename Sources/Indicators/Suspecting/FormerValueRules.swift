/// Former values that do not fit the figure they belong to, nor the version before.
struct FormerValueRules {
    /// A revision corrects; from this factor on it is probably a slip of a digit.
    private static let largestRevision = 5.0

    /// What tells the figures of former values apart.
    private struct Figure: Hashable {
        let area, indicator, period: String
        let basis: PeriodBasis

        init(_ former: FormerValue) {
            (area, indicator, period, basis) = (former.area, former.indicator, former.period, former.basis)
        }
    }

    private let catalogue: Catalogue
    /// The version before; nil where there is none.
    private let before: Catalogue?
    /// When each figure was changed last.
    private lazy var last: [Figure: String] = Dictionary(
        catalogue.formerValues.map { (Figure($0), $0.date) }, uniquingKeysWith: max)

    init(_ catalogue: Catalogue, before: Catalogue? = nil) {
        self.catalogue = catalogue
        self.before = before
    }

    /// What is odd about a former value; nil for nothing.
    mutating func finding(_ former: FormerValue) -> Finding? {
        // A second change on one day has its moment behind the day.
        let date = Period(sdmx: former.day)?.start
        if let today = catalogue.observations.today, let date, today.adding(days: 1) < date {
            return Finding(
                .futurePeriod,
                (
                    "修订日期 \(former.date) 在今天 \(today.text) 之后",
                    "revised on \(former.date), which is after today, \(today.text)"
                ), mend: ("是不是写错了年份？改正 DATE", "is the year mistyped? Mend DATE"), column: .DATE)
        }
        // What was retired has no figure any more.
        guard catalogue.indicator(former.indicator) != nil, catalogue.area(former.area) != nil else { return nil }
        guard let figure = Self.figure(former, catalogue) else { return withoutFigure(former) }
        if let untrue = untrue(former, figure) { return untrue }
        guard !figure.isWithheld, let now = figure.qualifiedValue,
            let was = QualifiedValue(former.value, multiplier: former.unitMultiplier, qualifier: former.qualifier)
        else { return nil }
        let written = former.value.map { Observation.written($0, former.unitMultiplier) } ?? ""
        if now == was {
            // A value may come back: then a later row holds what stood between.
            guard last[Figure(former)] == former.date else { return nil }
            return Finding(
                .revisionSame, ("原值 \(written) 与现在的数相同", "the former value \(written) is the present one"),
                expected: ("改动以前的数", "what it was before the change"),
                mend: ("对照修订前的表改正 FORMER_VALUE", "mend FORMER_VALUE by the table before the revision"),
                column: .FORMER_VALUE)
        }
        let sizes = (abs(was.low.doubleValue), abs(now.low.doubleValue))
        guard sizes.0 > 0, sizes.1 > 0, max(sizes.0 / sizes.1, sizes.1 / sizes.0) >= Self.largestRevision else {
            return nil
        }
        let finding = Tenfold.finding(
            "FORMER_VALUE \(written)", "OBS_VALUE \(figure.writtenValue)", sizes.0, sizes.1, .tenfold)
        return finding.at(finding.kind == .tenThousandfold ? .UNIT_MULT : .FORMER_VALUE)
    }

    /// A former value of the version before whose row is another now.
    ///
    /// - Parameter column: the first cell that differs.
    static func changed(_ column: ColumnName?) -> Finding {
        Finding(
            .revisionChanged,
            ("上一版已有的原值，这一行改了", "a former value that was published, and its row is another now"),
            mend: (
                "已公布的原值不再改动：改回去；只是更正其中的错字就不必改",
                "published former values stay: put it back; leave it where only a slip in it is mended"
            ), column: column)
    }

    /// The figure that a former value belongs to.
    private static func figure(_ former: FormerValue, _ catalogue: Catalogue) -> Observation? {
        let observations = catalogue.observations
        return observations.rows(indicator: former.indicator, area: former.area).lazy.map(Int.init).first { row in
            observations.basis(ofRow: row) == former.basis && observations.period(ofRow: row).text == former.period
        }.map { observations[$0] }
    }

    private func withoutFigure(_ former: FormerValue) -> Finding {
        let isBasis = catalogue.observations(of: former.indicator, in: former.area).contains {
            $0.period.text == former.period
        }
        return Finding(
            .revisionWithoutFigure, ("observations.csv 中没有这个数", "observations.csv has no such figure"),
            expected: (
                "地区、指标、时期、PERIOD_BASIS 与 observations.csv 的一行相同",
                "area, indicator, period and PERIOD_BASIS of a row of observations.csv"
            ),
            mend: (
                "写错了就改正这几格；这个指标已停用就不必改",
                "mend these cells where they are wrong; leave them where the figure is no longer kept"
            ), column: isBasis ? .PERIOD_BASIS : .TIME_PERIOD)
    }

    /// A former value that the clerk has written and the version before contradicts: it showed another one, or the
    /// figure is as it was.
    private func untrue(_ former: FormerValue, _ figure: Observation) -> Finding? {
        guard let before, let old = Self.figure(former, before), !old.isWithheld, !figure.isWithheld else { return nil }
        let was = QualifiedValue(former.value, multiplier: former.unitMultiplier, qualifier: former.qualifier)
        let stated = former.value.map { Observation.written($0, former.unitMultiplier) } ?? "—"
        let shown = old.writtenValue.isEmpty ? "—" : old.writtenValue
        let mend = (
            zh: "publish 会自己记下原值：删去这一行；补记更早的修订就不必改",
            en: "publish keeps former values itself: delete this row; leave it where it records an earlier revision"
        )
        if !CatalogueDifference.changesValue(old, figure) {
            return Finding(
                .revisionUntrue,
                (
                    "说原值是 \(stated)，而这个数与上一版一样，都是 \(shown)",
                    "says that it was \(stated), but the figure is as in the version before, \(shown)"
                ), mend: mend, column: .FORMER_VALUE)
        }
        guard was != old.qualifiedValue else { return nil }
        if let was, let before = old.qualifiedValue, was.low == before.low, was.qualifier != before.qualifier {
            let codes = (was.qualifier.code, before.qualifier.code)
            return Finding(
                .revisionUntrue,
                (
                    "说原值 \(stated) 的 QUALIFIER 是 \(codes.0)，而上一版是 \(codes.1)",
                    "says that QUALIFIER of the former value \(stated) was \(codes.0), but the version before shows "
                        + codes.1
                ), mend: mend, column: .QUALIFIER)
        }
        return Finding(
            .revisionUntrue,
            ("说原值是 \(stated)，而上一版是 \(shown)", "says that it was \(stated), but the version before shows \(shown)"),
            mend: mend, column: .FORMER_VALUE)
    }
}
