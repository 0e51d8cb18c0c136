import Indicators

/// Checks whether the wall clock can be trusted while a program runs, by comparing it with a monotonic clock.
///
/// A clock that is put forward was slow before, as on a machine without a battery until it has synchronized, and is
/// trusted. A clock that is put back would hide figures that were already shown, and is not. The caller passes the
/// values of both clocks in milliseconds.
public struct ClockTrust: Hashable, Sendable {
    /// The tolerated correction of the clock, in milliseconds.
    public static let tolerance = 60_000

    private var wall: Int
    private var steady: Int

    /// Begins with what both clocks show now, in milliseconds.
    public init(wall: Int, steady: Int) {
        self.wall = wall
        self.steady = steady
    }

    /// Whether the wall clock is not behind what it showed before.
    public mutating func isTrusted(wall now: Int, steady: Int) -> Bool {
        let expected = wall + (steady - self.steady)
        guard now >= expected - Self.tolerance else { return false }
        if now > expected {
            wall = now
            self.steady = steady
        }
        return true
    }
}

extension CatalogueReading {
    /// The same reading where the clock can be right. Where it must be wrong, everything under embargo is withheld and
    /// a warning is added.
    ///
    /// - Parameter now: the time that the clock showed.
    func doubting(_ now: Instant) -> CatalogueReading {
        guard let catalogue, catalogue.isTooEarly(now) else { return self }
        let file = files.first { $0.path.hasSuffix("observations.csv") }?.path ?? "observations.csv"
        return CatalogueReading(
            catalogue: catalogue.asOf(nil), problems: problems + [DataProblem(.wrongClock, file: file)], files: files,
            edits: edits)
    }
}

extension Rule {
    static let wrongClock = Rule(
        "wrong-clock", "系统时钟早于数据里已报的时期；有发布时间的数据都不显示",
        "the system clock is before a period that is reported; whatever has a release time is not shown",
        mend: ("校准系统时钟（timedatectl）", "set the system clock (timedatectl)"), severity: .warning)
}
