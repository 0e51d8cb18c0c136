/// The values of one indicator in one area over time that may be shown in one chart. All periods have the same span.
public struct Trend: Hashable, Sendable {
    /// Which periods stand side by side in the picture.
    public enum Kind: Hashable, Sendable {
        /// The same part of each year, such as January to November.
        case sameSpan
        /// Months, quarters or days one after another.
        case series
        /// The increase of a cumulative figure in each month, computed as a difference.
        case increments
    }

    /// One step of time in the picture.
    public struct Point: Hashable, Sendable {
        /// The period of the value, or the one that would stand in the gap.
        public let period: Period
        /// The value in plain units; nil where there is none, and the chart has a gap.
        public let value: QualifiedValue?
        /// The observation of the value; nil where none is on record, and for a computed value.
        public let observation: Observation?
        /// Whether the value is a forecast (预计).
        public let isForecast: Bool
        /// 口径变化: whether the definition changed, so that the point is not joined to the one before.
        public let isBreak: Bool
    }

    /// Which periods the points stand for.
    public let kind: Kind
    /// The points, the oldest first, without skipping any step of time.
    public let points: [Point]

    /// How many points have a value.
    public var known: Int { points.count { $0.value != nil } }
}

extension Catalogue {
    /// The trend that an observation belongs to; nil where fewer than two values are on record.
    ///
    /// A figure that adds up over the year is compared with the same span of other years, because its own months would
    /// form a sawtooth. A figure at a date or an average is shown in consecutive periods. Only printed periods take
    /// part.
    public func trend(through observation: Observation) -> Trend? {
        guard observation.basis == .printed, observation.period.kind != .none else { return nil }
        // Most figures have only one observation.
        guard observations.rows(ofSeriesOf: observation).count > 1 else { return nil }
        let printed = observations(of: observation.indicator, in: observation.area).filter { $0.basis == .printed }
        let isSpan =
            indicator(observation.indicator)?.collection == .summed || observation.period.kind == .year
            || observation.period.kind == .range
        let trend = isSpan ? Self.sameSpan(printed, observation) : Self.series(printed, observation)
        return trend.known > 1 ? trend : nil
    }

    private static func point(_ period: Period, _ observation: Observation?) -> Trend.Point {
        Trend.Point(
            period: period, value: observation?.qualifiedValue, observation: observation,
            isForecast: observation?.status == .forecast, isBreak: observation?.status == .breakInSeries)
    }

    private static func sameSpan(_ printed: [Observation], _ observation: Observation) -> Trend {
        let alike = printed.filter { $0.period.sameSpan(as: observation.period) }
        var byYear: [Int: Observation] = [:]
        for one in alike where byYear[one.period.start.year] == nil { byYear[one.period.start.year] = one }
        guard let first = byYear.keys.min(), let last = byYear.keys.max(), last - first < 200 else {
            return Trend(kind: .sameSpan, points: [])
        }
        let points = (first...last).map { year in
            point(byYear[year]?.period ?? observation.period.inYear(year) ?? observation.period, byYear[year])
        }
        return Trend(kind: .sameSpan, points: points)
    }

    private static func series(_ printed: [Observation], _ observation: Observation) -> Trend {
        let length = observation.period.months
        var byStart: [CalendarDay: Observation] = [:]
        for one in printed where one.period.kind == observation.period.kind && one.period.months == length {
            if byStart[one.period.start] == nil { byStart[one.period.start] = one }
        }
        let starts = byStart.keys.sorted()
        guard let length, let first = starts.first, let last = starts.last else {
            // Weeks and days are joined in the order of the table; gaps between them are not known.
            return Trend(
                kind: .series, points: starts.map { point(byStart[$0]?.period ?? observation.period, byStart[$0]) })
        }
        var points: [Trend.Point] = [], start = first
        while !(last < start), points.count < 2_000 {
            let period = byStart[start]?.period ?? Period.months(from: start, count: length)
            points.append(point(period, byStart[start]))
            start = start.adding(months: length)
        }
        return Trend(kind: .series, points: points)
    }

    /// The increase of a cumulative figure in each month; nil where fewer than two are known. An increase is known
    /// where the month and the one before are on record and printed.
    ///
    /// - Parameter most: the largest number of months.
    public func increments(through observation: Observation, most: Int) -> Trend? {
        guard indicator(observation.indicator)?.collection == .summed, observation.basis == .printed else { return nil }
        var totals: [Int: Observation] = [:]
        for one in observations(of: observation.indicator, in: observation.area)
        where one.basis == .printed && one.status != .forecast {
            guard let months = one.period.months, months <= 12, one.period.start.month == 1,
                one.period.end <= observation.period.end
            else { continue }
            let number = one.period.start.year * 12 + months - 1
            if totals[number] == nil { totals[number] = one }
        }
        guard let newest = totals.keys.max(), let oldest = totals.keys.min() else { return nil }
        let points = (max(oldest, newest - most + 1)...newest).map { number -> Trend.Point in
            let isJanuary = number % 12 == 0
            let own = totals[number]?.qualifiedValue
            let before = isJanuary ? QualifiedValue(low: .zero, qualifier: .exact) : totals[number - 1]?.qualifiedValue
            let value = own.flatMap { own in before.flatMap { own.subtracting($0) } }
            let start = CalendarDay(year: number / 12, month: number % 12 + 1, day: 1)
            return Trend.Point(
                period: Period.months(from: start, count: 1), value: value, observation: nil, isForecast: false,
                isBreak: false)
        }
        let trend = Trend(kind: .increments, points: points)
        return trend.known > 1 ? trend : nil
    }
}
