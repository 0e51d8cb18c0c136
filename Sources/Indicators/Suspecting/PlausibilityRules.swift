import Glibc

/// A rule of plausibility. `check`, `diff` and `publish` use the same list.
struct PlausibilityRule: Sendable {
    /// Finds the rows that break it. Rows that an earlier rule has found are left out of every comparison, so that one
    /// slip is not also reported at its neighbours.
    let find: @Sendable (_ series: PlausibilitySeries, _ suspected: Set<Int>) -> [(row: Int, finding: Finding)]

    /// The rules in the order of their certainty.
    static let all: [PlausibilityRule] = [
        longPeriod, futurePeriod, oddPeriod, farPeriod, negative, aboveHundred, tenfold, cumulative, aboveWhole,
        stray,
    ]

    private static let source = (zh: "核对原文；确实如此就不必改", en: "look at the source; leave it where it is true")

    // MARK: Periods

    private static let year = (
        zh: "是不是写错了年份？对照原文改 TIME_PERIOD；预计的数 OBS_STATUS 写 F",
        en: "is the year mistyped? Mend TIME_PERIOD by the source; what is only expected has F in OBS_STATUS"
    )

    static let futurePeriod = PlausibilityRule { series, _ in
        guard let today = series.today else { return [] }
        return series.points.compactMap { point in
            // A day of tolerance for time zones. A year that has begun may be reported before it ends.
            let end = point.period.end
            let begin =
                point.period.kind == .year ? point.period.start : CalendarDay(year: end.year, month: end.month, day: 1)
            // What is released after its period has begun may be ready before.
            let known = series.release(point).map { max(today, $0) } ?? today
            guard known.adding(days: 1) < begin, series.catalogue.observations.status(point.row) != .forecast else {
                return nil
            }
            let finding = Finding(
                .futurePeriod,
                (
                    "已报的数 \(series.name(point)) 在今天 \(today.text) 之后",
                    "\(series.name(point)) is reported and after today, \(today.text)"
                ),
                mend: year)
            return (point.row, finding)
        }
    }

    static let longPeriod = PlausibilityRule { series, _ in
        let long = series.points.filter { $0.period.kind == .range && ($0.period.months ?? 0) > 12 }
        guard !long.isEmpty, series.points.count > long.count * 2 else { return [] }
        return long.map { point in
            let months = point.period.months ?? 0
            return (
                point.row,
                Finding(
                    .longPeriod,
                    (
                        "时期 \(point.period.text) 长 \(months) 个月，同一指标的其他时期都不超过一年",
                        "\(point.period.text) is \(months) months long; no other period of this figure exceeds a year"
                    ),
                    mend: (
                        "对照原文改 TIME_PERIOD：1 至 11 月是 P11M",
                        "mend TIME_PERIOD by the source: January to November is P11M"
                    ))
            )
        }
    }

    static let oddPeriod = PlausibilityRule { series, _ in
        let days = series.points.filter { $0.period.kind == .day && $0.period.start.day == 1 }
        let others = series.points.filter { $0.period.kind == .month || $0.period.kind == .range }
        guard days.count == 1, others.count >= 3, let day = days.first, let near = others.last else { return [] }
        let finding = Finding(
            .oddPeriod,
            (
                "时期 \(day.period.text) 是一天，同一指标的其他时期不是(如 \(near.period.text))：可能被电子表格改写",
                "\(day.period.text) is a day, other periods of this figure are not (\(near.period.text)): a "
                    + "spreadsheet may have rewritten it"
            ),
            mend: (
                "照原文写时期；在电子表格里把这一列的格式设为自定义 yyyy-mm",
                "write the period as the source has it; in a spreadsheet give the column the format yyyy-mm"
            ))
        return [(day.row, finding)]
    }

    static let farPeriod = PlausibilityRule { series, suspected in
        series.byKind.flatMap { all -> [(row: Int, finding: Finding)] in
            let points = all.filter { !suspected.contains($0.row) }
            guard points.count >= 4 else { return [] }
            let gaps = zip(points, points.dropFirst()).map { $1.period.end.ordinal - $0.period.end.ordinal }
            func found(_ point: PlausibilitySeries.Point, _ near: PlausibilitySeries.Point) -> (Int, Finding) {
                let finding = Finding(
                    .farPeriod,
                    (
                        "时期 \(point.period.text) 离同一指标的其他时期(最近是 \(near.period.text))很远",
                        "\(point.period.text) is far from all other periods; the nearest is \(near.period.text)"
                    ), mend: year)
                return (point.row, finding)
            }
            if let first = gaps.first, first > 800, gaps.dropFirst().allSatisfy({ $0 < 400 }) {
                return [found(points[0], points[1])]
            }
            if let last = gaps.last, last > 800, gaps.dropLast().allSatisfy({ $0 < 400 }) {
                return [found(points[points.count - 1], points[points.count - 2])]
            }
            return []
        }
    }

    // MARK: Values

    static let negative = PlausibilityRule { series, _ in
        guard series.indicator.display != .change else { return [] }
        let below = series.points.filter { $0.value < 0 }
        guard !below.isEmpty, below.count * 3 <= max(3, series.points.count) else { return [] }
        let unit = series.indicator.unit.name.zh
        return below.map { point in
            let finding = Finding(
                .negative,
                ("\(series.name(point))\(unit)：数目小于零", "\(series.name(point)): a count below zero"),
                mend: (
                    "对照原文；是增减的指标，display 写 change",
                    "look at the source; where the indicator is a change make its display change"
                ))
            return (point.row, finding)
        }
    }

    static let aboveHundred = PlausibilityRule { series, _ in
        guard series.indicator.display == .share, series.indicator.unit.isPercent else { return [] }
        return series.points.filter { $0.value > 100 }.map { point in
            let finding = Finding(
                .aboveHundred, ("\(series.name(point))%，超过 100%", "\(series.name(point))% is above 100%"), mend: source)
            return (point.row, finding)
        }
    }

    static let tenfold = PlausibilityRule { series, suspected in
        series.byLength.flatMap { all -> [(row: Int, finding: Finding)] in
            let points = all.filter { !suspected.contains($0.row) }
            return Tenfold.culprits(points.map(\.value), isStrict: true).map { index, other in
                // A running total that falls is no matter of another year.
                if let fall = fall(series, points[index], suspected) { return (points[index].row, fall) }
                let isOnYear = points[index].period.months != nil && points[index].period.kind == .range
                return (
                    points[index].row,
                    Tenfold.finding(
                        series.name(points[index]), series.name(points[other]), points[index].value,
                        points[other].value,
                        isOnYear ? .tenfoldOnYear : .tenfold)
                )
            }
        }
    }

    static let cumulative = PlausibilityRule { series, suspected in
        guard series.indicator.collection == .summed else { return [] }
        let years = series.byStart
        return years.flatMap { all -> [(row: Int, finding: Finding)] in
            var found: [(row: Int, finding: Finding)] = [], last: PlausibilitySeries.Point?
            for point in all where !suspected.contains(point.row) {
                if let before = last, let finding = growth(series, years, before, point) {
                    found.append((point.row, finding))
                } else {
                    last = point
                }
            }
            return found
        }
    }

    /// A running total below the one before.
    private static func fall(
        _ series: PlausibilitySeries, _ before: PlausibilitySeries.Point, _ point: PlausibilitySeries.Point
    ) -> Finding {
        let names = (series.name(before), series.name(point))
        return Finding(
            .falls,
            (
                "累计数比上一期还小：\(names.0)，\(names.1)",
                "a running total below the one before: \(names.0), then \(names.1)"
            ),
            mend: (
                "累计数不会变小：对照原文，看哪一个错了", "a running total does not fall: look at the source which of the two is wrong"
            ))
    }

    /// The same for a figure that is far too small; nil where it is no running total or does not fall.
    private static func fall(_ series: PlausibilitySeries, _ point: PlausibilitySeries.Point, _ suspected: Set<Int>)
        -> Finding?
    {
        guard series.indicator.collection == .summed, point.period.kind == .range else { return nil }
        let before = series.points.last {
            $0.period.kind == .range && $0.period.start == point.period.start && $0.period.end < point.period.end
                && !suspected.contains($0.row)
        }
        guard let before, point.value < before.value * (1 - 1e-9) else { return nil }
        return fall(series, before, point)
    }

    /// How many times the usual growth a total may grow by.
    private static let largestStep = 5.0

    private static func growth(
        _ series: PlausibilitySeries, _ years: [[PlausibilitySeries.Point]], _ before: PlausibilitySeries.Point,
        _ point: PlausibilitySeries.Point
    ) -> Finding? {
        guard before.value > 0, let first = before.period.months, let all = point.period.months, all > first else {
            return nil
        }
        if point.value < before.value * (1 - 1e-9) { return fall(series, before, point) }
        let names = (series.name(before), series.name(point))
        let usual = before.value / Double(first) * Double(all - first), step = point.value - before.value
        let ratio = point.value / before.value
        guard first >= 2, point.value >= 100, step > usual * largestStep else { return nil }
        // School places come in September: what other years did in the same months is no surprise.
        let others = years.compactMap { year -> Double? in
            guard year.first?.period.start != point.period.start,
                let earlier = year.first(where: { $0.period.months == first }), earlier.value > 0,
                let later = year.first(where: { $0.period.months == all })
            else { return nil }
            return later.value / earlier.value
        }
        let isUsual =
            others.count >= 2
            ? ratio - 1 <= max(0.1, ((others.max() ?? 1) - 1) * 3) : ratio <= (others.max().map { max(2, $0 * 2) } ?? 3)
        if isUsual { return nil }
        let times = Int(min(1e9, step / usual))
        return Finding(
            .jump,
            (
                "累计数突然大增：\(names.0)，\(names.1)，一期增加的是以往每期的 \(times) 倍",
                "a running total grows suddenly: \(names.0), then \(names.1), \(times) times the usual step"
            ), mend: ("核对位数与 UNIT_MULT；确实如此就不必改", "check the digits and UNIT_MULT; leave it where it is true"))
    }

    static let aboveWhole = PlausibilityRule { series, suspected in
        let kind = series.indicator.collection
        guard kind == .summed || kind == .endOfPeriod, series.indicator.display != .share,
            series.indicator.display != .change, let parent = series.catalogue.area(series.area)?.parent
        else { return [] }
        var whole: [String: PlausibilitySeries.Point] = [:]
        let wholes = PlausibilitySeries(
            series.catalogue, series.indicator, parent, isRevealing: series.isRevealing)
        for point in wholes.points where !suspected.contains(point.row) { whole[point.period.text] = point }
        let pairs = series.points.compactMap { point in whole[point.period.text].map { (point, $0) } }
        let above = pairs.filter { $0.0.value > $0.1.value * (1 + 1e-9) }
        // A rate may be higher in a part; a number that was lower in most other periods is not a rate.
        guard !above.isEmpty, above.count * 2 < pairs.count else { return [] }
        let name = series.catalogue.area(series.area)?.shortName ?? LocalizedText(zh: series.area, en: series.area)
        return above.filter { !suspected.contains($0.0.row) }.map { part, all in
            let values = (series.value(part), wholes.value(all))
            let finding = Finding(
                .aboveWhole,
                (
                    "\(part.period.text) \(name.zh)的 \(values.0) 大于全市的 \(values.1)",
                    "\(part.period.text): \(values.0) in \(name.en) is more than \(values.1) in the whole"
                ), mend: ("对照原文，看哪一个错了", "look at the source which of the two is wrong"))
            return (part.row, finding)
        }
    }
}

/// Values ten times their neighbours.
package enum Tenfold {
    /// The factor between neighbours, in either direction, from which on they are suspicious.
    package static let largest = 10.0
    private static let strict = 7.0

    /// The indices of the values that do not fit their neighbours, each with the index of the value that it is held
    /// against. A value that both neighbours contradict is meant, not the neighbours; a step that stays is reported
    /// where it begins, unless only the first value is on its other side.
    ///
    /// - Parameter isStrict: whether a digit too many or too few is found beside a usual change, in larger numbers.
    package static func culprits(_ values: [Double], isStrict: Bool = false) -> [(index: Int, other: Int)] {
        func differ(_ one: Int, _ other: Int) -> Bool {
            guard values.indices.contains(one), values.indices.contains(other) else { return false }
            let low = min(values[one], values[other]), high = max(values[one], values[other])
            return low > 0 && high / low >= (isStrict && high >= 1_000 ? strict : largest)
        }
        var found: [(index: Int, other: Int)] = [], index = 1
        while index < values.count {
            guard differ(index, index - 1) else {
                index += 1
                continue
            }
            if differ(index + 1, index) {
                found.append((index, index - 1))
                index += 2
            } else if index == 1, values.count > 2 {
                found.append((0, 1))
                index += 1
            } else {
                found.append((index, index - 1))
                index += 1
            }
        }
        return found
    }

    /// The power of ten of a unit, 万 or 亿, by which two values differ; nil for another factor.
    package static func unit(_ one: Double, _ other: Double) -> Int? {
        let factor = abs(log10(max(one / other, other / one)))
        // The value may have changed a little besides.
        return [4, 8].first { abs(factor - Double($0)) < 0.25 }
    }

    package static func finding(_ name: String, _ other: String, _ value: Double, _ held: Double, _ kind: Suspicion)
        -> Finding
    {
        if let power = unit(value, held) {
            let times = power == 4 ? ("一万", "ten thousand") : ("一亿", "a hundred million")
            return Finding(
                .tenThousandfold,
                (
                    "\(name) 与 \(other) 相差约\(times.0)倍，可能是 UNIT_MULT 写错",
                    "\(name) and \(other) differ by a factor of about \(times.1): perhaps UNIT_MULT"
                ),
                mend: (
                    "核对原文：以万、亿计的数 UNIT_MULT 写 4、8，个数写 0",
                    "look at the source: UNIT_MULT is 4 for ten thousands, 8 for hundred millions, 0 for ones"
                ))
        }
        let times = String(Int(min(max(value / held, held / value), 1e15).rounded()))
        return Finding(
            kind, ("\(name) 与 \(other) 相差约 \(times) 倍", "\(name) and \(other) differ by a factor of about \(times)"),
            mend: ("核对位数、万与单位；确实如此就不必改", "check digits, UNIT_MULT and unit; leave it where it is true"))
    }
}
