/// Round ticks for an axis: steps of 1, 2 or 5 times a power of ten that hold all values.
public struct AxisScale: Hashable, Sendable {
    public let ticks: [Double]
    /// How many digits behind the point the ticks need.
    public let decimals: Int

    public var low: Double { ticks.first ?? 0 }
    public var high: Double { ticks.last ?? 1 }

    /// - Parameters:
    ///   - values: what must fit; what is not finite does not count.
    ///   - most: how many ticks there is room for, at least two.
    ///   - startsAtZero: whether the axis must begin at zero, as bars need it.
    public init(_ values: [Double], most: Int, startsAtZero: Bool = false) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0, high = finite.max() ?? 1
        if startsAtZero { (low, high) = (min(0, low), max(0, high)) }
        if low == high {
            let room = low == 0 ? 1 : abs(low) * 0.1
            if !startsAtZero || low < 0 { low -= room }
            high += room
        }
        // A span that doubles cannot tell apart is drawn as one value.
        if !(high - low).isFinite || (high - low) / max(abs(high), abs(low)) < 1e-12 { high = low + max(1, abs(low)) }
        let wanted = max(2, most)
        var power = Self.powerOfTen(below: (high - low) / Double(wanted))
        while true {
            for factor in [1.0, 2.0, 5.0] {
                let exponentStep = factor * Self.ten(power)
                let first = (low / exponentStep).rounded(.down), last = (high / exponentStep).rounded(.up)
                guard last - first + 1 <= Double(wanted) || wanted == 2 && last - first <= 2 else { continue }
                decimals = max(0, -power)
                ticks = stride(from: first, through: last, by: 1).map { Self.exact($0 * factor, power) }
                return
            }
            power += 1
        }
    }

    private static func powerOfTen(below value: Double) -> Int {
        guard value > 0, value.isFinite else { return 0 }
        var power = 0, size = value
        while size >= 10 {
            size /= 10
            power += 1
        }
        while size < 1, power > -18 {
            size *= 10
            power -= 1
        }
        return power - 1
    }

    private static func ten(_ power: Int) -> Double { exact(1, power) }

    /// A number times a power of ten with one rounding only, so that 3 x 0.1 is 0.3.
    private static func exact(_ value: Double, _ power: Int) -> Double {
        var factor = 1.0
        for _ in 0..<abs(power) { factor *= 10 }
        return power < 0 ? value / factor : value * factor
    }
}
