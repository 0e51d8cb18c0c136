extension PlausibilityRule {
    /// The least deviation that is asked about, as a part of the larger value.
    private static let leastStray = 0.15
    /// How many times the largest other step of its series.
    private static let largestStray = 4.0
    /// Series of fewer figures do not say what is usual, and small numbers leap.
    private static let fewest = 8, smallest = 100.0

    /// A figure that deviates from the ones before and after it as nothing else in its series does: a wrong digit.
    /// A new level that stays is asked about when it is new.
    static let stray = PlausibilityRule { series, suspected in
        series.byLength.flatMap { all -> [(row: Int, finding: Finding)] in
            let points = all.filter { !suspected.contains($0.row) && $0.period.kind != .range }
            guard points.count >= fewest, points.allSatisfy({ $0.value >= smallest }) else { return [] }
            let steps = zip(points, points.dropFirst()).map { abs($1.value - $0.value) / max($0.value, $1.value) }
            let largest = Array(steps.indices.sorted { steps[$0] > steps[$1] }.prefix(3))
            return points.indices.dropFirst().compactMap { index in
                let isLast = index == points.count - 1, point = points[index], before = points[index - 1]
                var own = steps[index - 1]
                if !isLast {
                    let after = points[index + 1]
                    guard (point.value > before.value) == (point.value > after.value) else { return nil }
                    own = min(own, steps[index])
                }
                let usual = largest.first { $0 != index - 1 && $0 != index }.map { steps[$0] } ?? 0
                guard own > max(leastStray, usual * largestStray) else { return nil }
                return (point.row, finding(series, point, before, isLast ? nil : points[index + 1], own, usual))
            }
        }
    }

    private static func finding(
        _ series: PlausibilitySeries, _ point: PlausibilitySeries.Point, _ before: PlausibilitySeries.Point,
        _ after: PlausibilitySeries.Point?, _ own: Double, _ usual: Double
    ) -> Finding {
        let names = [before, after].compactMap { $0 }.map(series.name)
        func percent(_ part: Double) -> String { String(Int((part * 100).rounded(.up))) }
        return Finding(
            .stray,
            (
                "\(series.name(point)) 与 \(names.joined(separator: "、")) 相差 \(percent(own))%，同一系列其他各期的变化不超过 "
                    + "\(percent(usual))%",
                "\(series.name(point)) is \(percent(own))% off \(names.joined(separator: " and ")); no other step of "
                    + "its series is more than \(percent(usual))%"
            ), mend: ("核对位数；确实如此就不必改", "check the digits; leave it where it is true"))
    }
}
