import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// What is looked up in a series of many periods.
@Suite struct LongSeriesTests {
    private func city(_ rows: [String]) throws -> Catalogue {
        var city = SmallCity()
        city.indicators[0].collection = "E"
        city.observations = rows
        return try city.catalogue()
    }

    private func row(_ period: String, _ value: String, status: String = "A") -> String {
        "1,jobs,\(period),printed,\(value),0,,exact,\(status),,"
    }

    /// A new figure is held against the latest one before it, of its own year and form of period, that has a value.
    @Test(
        arguments: [
            (["2026-01", "2026-02"], "2026-03", "2026-02"), (["2025-12"], "2026-01", nil),
            (["2026-01", "2026-Q1"], "2026-03", "2026-01"), (["2026-04"], "2026-03", nil),
            (["2026-01", "2026-02 O"], "2026-03", "2026-01"),
            (["2026-01", "2026-05", "2026-09"], "2026-06", "2026-05"),
        ] as [([String], String, String?)])
    func theFigureBeforeANewOne(_ others: [String], _ new: String, _ found: String?) throws {
        // Others differ, since a series that had equal values before is not asked about.
        let old = others.enumerated().map { index, text in
            let cells = text.split(separator: " ").map(String.init)
            let value = found == nil || cells[0] == found ? "700" : "71\(index)"
            return row(cells[0], cells.count == 1 ? value : "", status: cells.count == 1 ? "A" : "O")
        }
        let difference = CatalogueDifference(from: try city(old), to: try city(old + [row(new, "700")]))
        let same = difference.figures.flatMap(\.findings).filter { $0.kind == .same }
        #expect(same.count == (found == nil ? 0 : 1))
        if let found { #expect(same.first?.message.en.contains(" of \(found):") == true) }
    }
}
