/// Round ticks for an axis: the step is 1, 2 or 5 times a power of ten, and the ticks enclose all values.
public struct AxisScale: Hashable, Sendable {
    /// The values of the ticks, ascending, at least two.
    public let ticks: [Double]
    /// How many decimal places the labels of the ticks need.
    public let decimals: Int

    /// The first tick: the value at the lower end of the axis.
    public var low: Double { ticks.first ?? 0 }
    /// The last tick: the value at the upper end of the axis.
    public var high: Double { ticks.last ?? 1 }

    /// Chooses the smallest step for which the ticks fit.
    ///
    /// - Parameters:
    ///   - values: what the axis must enclose; infinities and NaN are ignored.
    ///   - most: how many ticks there is room for; less than two counts as two.
    ///   - startsAtZero: whether the axis must include zero, as bars require.
    public init(_ values: [Double], most: Int, startsAtZero: Bool = false) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0, high = finite.max() ?? 1
        if startsAtZero { (low, high) = (min(0, low), max(0, high)) }
        if low == high {
            let room = low == 0 ? 1 : abs(low) * 0.1
            if !startsAtZero || low < 0 { low -= room }
            high += room
        }
        // Double cannot represent the steps of such a span. The axis then covers as much as the value itself, at least
        // 1.
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

    /// A number times a power of ten, rounded only once: 3 with power -1 is 0.3, while 3 x 0.1 is not.
    private static func exact(_ value: Double, _ power: Int) -> Double {
        var factor = 1.0
        for _ in 0..<abs(power) { factor *= 10 }
        return power < 0 ? value / factor : value * factor
    }
}
