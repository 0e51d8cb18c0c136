import Indicators

/// What `revisions.csv` records of the figures that change now.
struct History {
    /// A figure as far as former values tell it from others.
    private struct Figure: Hashable {
        let area, indicator, period: String
        let basis: PeriodBasis

        init(_ former: FormerValue) {
            (area, indicator, period, basis) = (former.area, former.indicator, former.period, former.basis)
        }
    }

    /// A former value without the date and reason of its change.
    private struct Known: Hashable {
        let figure: Figure
        let value: DecimalNumber?
        let unitMultiplier: Int
        let qualifier: Qualifier

        init(_ former: FormerValue) {
            figure = Figure(former)
            (value, unitMultiplier, qualifier) = (former.value, former.unitMultiplier, former.qualifier)
        }
    }

    /// The days on which the clerk has recorded values that were not published before.
    private let own: [Known: String]
    /// The figures that have changed today already.
    private let today: Set<Figure>
    /// Without a moment only one change of a value is recorded on a day.
    private let published: [Known: String]
    private let date: String
    private let moment: String

    /// - Parameters:
    ///   - published: the former values that the version shown has.
    ///   - own: those that only the clerk's table has.
    ///   - date: today.
    ///   - moment: now; empty where it is not known.
    init(published: [FormerValue], own: [FormerValue], date: String, moment: String) {
        self.own = Dictionary(own.map { (Known($0), $0.date) }, uniquingKeysWith: max)
        let recent = published.filter { $0.date >= date }
        today = Set(recent.map(Figure.init))
        self.published = moment.isEmpty ? Dictionary(recent.map { (Known($0), $0.date) }, uniquingKeysWith: max) : [:]
        self.date = date
        self.moment = moment
    }

    /// The former value of a figure; nil where the clerk has recorded it.
    func record(_ old: Observation, _ kind: Revision, _ reason: LocalizedText) -> FormerValue? {
        func value(_ date: String) -> FormerValue {
            FormerValue(
                area: old.area, indicator: old.indicator, period: old.period.text, basis: old.basis, value: old.value,
                unitMultiplier: old.unitMultiplier, qualifier: old.qualifier, date: date, kind: kind, reason: reason)
        }
        let known = Known(value(date))
        if let recorded = own[known] ?? published[known], recorded >= date { return nil }
        // The rows of a figure need keys of their own, and their order tells what was when.
        return value(!moment.isEmpty && today.contains(known.figure) ? moment : date)
    }
}
