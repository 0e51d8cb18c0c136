/// The newest month that a data set reports, as evidence against a clock.
package enum NewestMonth {
    /// From this gap on, in days, later months need more than a few figures to count.
    private static let gap = 150
    /// A month with at most one twentieth of the figures of the largest month may be mistyped.
    private static let part = 20

    /// The newest month that is not a slip. What stands alone after a gap, one figure or less than a twentieth of all,
    /// has a mistyped year; a single figure, or a twentieth of what other months have, after all others may have a
    /// mistyped month. Neither says anything of the clock.
    ///
    /// - Parameter figures: how many figures end in a month, by its first day.
    static func of(_ figures: [CalendarDay: Int]) -> CalendarDay? {
        var months = figures.keys.sorted(), left = figures.values.reduce(0, +)
        while let newest = months.last {
            // The months after the last gap.
            var start = months.count - 1
            while start > 0, months[start].ordinal - months[start - 1].ordinal < gap { start -= 1 }
            let behind = months[start...].reduce(0) { $0 + (figures[$1] ?? 0) }
            guard start > 0, behind == 1 || behind * 20 < left else {
                return proven(Array(months[start...]), figures) ?? newest
            }
            months.removeLast(months.count - start)
            left -= behind
        }
        return nil
    }

    /// The month that has begun where a period is reported, by its first day: its last one; of a year, which may be
    /// reported before it ends, the first. Nil for what has no time.
    package static func month(of period: Period) -> CalendarDay? {
        guard period.kind != .none else { return nil }
        let month = period.kind == .year ? period.start.month : period.end.month
        return CalendarDay(year: period.end.year, month: month, day: 1)
    }

    /// The newest month that is reported: forecasts and figures with an embargo are left out.
    static func reported(_ columns: ObservationStore) -> CalendarDay? {
        var rows: [CalendarDay: Int] = [:], months = [CalendarDay?](repeating: nil, count: columns.periodValues.count)
        for row in 0..<columns.count
        where columns.scale[row] != ObservationStore.noValue && columns.status[row] != .forecast
            && columns.release[row] == .distantPast
        {
            let number = Int(columns.period[row])
            guard let month = months[number] ?? month(of: columns.periodValues[number]) else { continue }
            months[number] = month
            rows[month, default: 0] += 1
        }
        return of(rows)
    }

    /// The newest of neighbouring months from which on there are enough figures; nil where there never are.
    private static func proven(_ months: [CalendarDay], _ figures: [CalendarDay: Int]) -> CalendarDay? {
        let needed = max(2, (months.compactMap { figures[$0] }.max() ?? 0) / part + 1)
        var count = 0
        return months.last { month in
            count += figures[month] ?? 0
            return count >= needed
        }
    }
}
