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
        let newest = catalogue.newestReportedFigure, name = ColumnName.TIME_PERIOD.rawValue
        let rule = Rule.wrongClock(newest?.period.text ?? "", now.day?.text ?? "")
        return CatalogueReading(
            catalogue: catalogue.asOf(nil),
            problems: problems + [DataProblem(rule, file: file, line: newest?.line, field: name)], files: files,
            edits: edits)
    }
}

extension Catalogue {
    /// A figure of the newest month that is reported: what contradicts the clock.
    fileprivate var newestReportedFigure: Observation? {
        let table = observations
        guard let newest = table.newestReported else { return nil }
        let row = (0..<table.count).first { row in
            NewestMonth.month(of: table.period(ofRow: row)) == newest && table.status(row) != .forecast
                && table.plainValue(ofRow: row) != nil && table[revealed: row].embargoUntil.isEmpty
        }
        return row.map { table[$0] }
    }
}

extension Rule {
    static func wrongClock(_ period: String, _ today: String) -> Rule {
        Rule(
            "wrong-clock", "已报到 \(period)，而系统时钟是 \(today)；有发布时间的数据都不显示",
            "reported up to \(period), but the system clock says \(today); whatever has a release time is not shown",
            mend: (
                "时钟错了就校准（timedatectl）；时钟没错，就对照原文改 TIME_PERIOD",
                "set the system clock where it is wrong (timedatectl); where it is right mend TIME_PERIOD by the source"
            ), severity: .warning)
    }
}
