/// The figures of one indicator in one area as the rules of plausibility look at them: those that have a value and
/// a printed period, the oldest first. Figures under embargo count only where they are the question.
package struct PlausibilitySeries {
    package struct Point {
        package let row: Int
        package let period: Period
        /// In plain units; for comparing sizes only.
        package let value: Double
    }

    let catalogue: Catalogue
    let indicator: Indicator
    let area: String
    /// The day by the clock that the data were read with; nil where none is known.
    let today: CalendarDay?
    package let points: [Point]
    /// Whether figures under embargo are among the points, with their values.
    let isRevealing: Bool

    /// - Parameter isRevealing: whether figures under embargo count too.
    package init(_ catalogue: Catalogue, _ indicator: Indicator, _ area: String, isRevealing: Bool = false) {
        let observations = catalogue.observations
        self.isRevealing = isRevealing
        self.catalogue = catalogue
        self.indicator = indicator
        self.area = area
        today = observations.today
        points = observations.rows(indicator: indicator.code, area: area).reversed().compactMap { row in
            let row = Int(row)
            guard observations.basis(ofRow: row) == .printed,
                let value = observations.plainValue(ofRow: row, revealed: isRevealing)
            else { return nil }
            let period = observations.period(ofRow: row)
            return period.kind == .none ? nil : Point(row: row, period: period, value: value)
        }
    }

    /// The points by the length of their periods: months with months, years with years, January to October with
    /// January to October.
    var byLength: [[Point]] {
        groups { $0.period.months ?? -$0.period.days }
    }

    /// The points of totals that begin on the same day: those of one year.
    var byStart: [[Point]] { groups { $0.period.kind == .range ? $0.period.start.ordinal : nil } }

    /// The points by the form of their periods.
    var byKind: [[Point]] { groups { $0.period.kind.hashValue } }

    private func groups(_ key: (Point) -> Int?) -> [[Point]] {
        var groups: [Int: [Point]] = [:]
        for point in points { if let key = key(point) { groups[key, default: []].append(point) } }
        return groups.values.map { $0 }
    }

    /// A figure as messages name it: 2026-01-01/P10M 12900.
    package func name(_ point: Point) -> String { "\(point.period.text) \(value(point))" }

    /// The day on which a figure under embargo is released; nil for any other.
    func release(_ point: Point) -> CalendarDay? {
        let observations = catalogue.observations
        guard isRevealing, observations.isWithheld(point.row) else { return nil }
        return Instant(rfc3339: observations[point.row].embargoUntil)?.day
    }

    /// The value as written, with 万 or 亿.
    func value(_ point: Point) -> String {
        let observations = catalogue.observations
        return (isRevealing ? observations[revealed: point.row] : observations[point.row]).writtenValue
    }
}

extension Observation {
    /// The value as written, with 万 or 亿; empty where there is none.
    package var writtenValue: String { value.map { Self.written($0, unitMultiplier) } ?? "" }

    /// A number with its power of ten as people write it.
    package static func written(_ value: DecimalNumber, _ multiplier: Int) -> String {
        switch multiplier {
        case 0: value.description
        case 4: "\(value)万"
        case 8: "\(value)亿"
        default: "\(value)×10^\(multiplier)"
        }
    }
}
