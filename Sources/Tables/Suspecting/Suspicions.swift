import Glibc
import Indicators

/// Values that are allowed but probably wrong: a unit that differs from the period before, or an implausible change.
///
/// They are warnings for the keeper of the table. The dashboard shows the values nevertheless.
enum Suspicions {
    /// The largest number of warnings for a table.
    static let limit = 100
    /// The factor between consecutive values, in either direction, from which on a warning is given.
    static let largestGrowth = 10.0

    /// - Parameter files: the files that the observations were read from.
    static func problems(in catalogue: Catalogue, files: [CatalogueReading.FileSummary]) -> [DataProblem] {
        var problems: [DataProblem] = []
        for indicator in catalogue.indicators {
            for area in catalogue.areas(reporting: indicator.code) {
                let rows = catalogue.observations.rows(indicator: indicator.code, area: area).map(Int.init)
                for (later, earlier) in neighbours(rows, catalogue.observations) {
                    guard let rule = rule(catalogue.observations, later, earlier) else { continue }
                    let observation = catalogue.observations[later]
                    problems.append(problem(rule, observation, files))
                    if problems.count == limit { return problems }
                }
            }
        }
        return problems
    }

    /// At the cell of the observation, where its place names one, else at its line of the first file.
    private static func problem(_ rule: Rule, _ observation: Observation, _ files: [CatalogueReading.FileSummary])
        -> DataProblem
    {
        let place = observation.place
        let own = files.first { file in file.sheet.map { place.hasPrefix($0 + "!") } ?? false }
        var problem = DataProblem(
            rule, file: (own ?? files.first)?.path ?? "", line: observation.line, column: own == nil ? 1 : nil,
            field: observation.indicator, found: observation.printed)
        if let sheet = own?.sheet { problem.cell = String(place.dropFirst(sheet.count + 1)) }
        return problem
    }

    /// Each row with the one before it that covers a period of the same length: months with months, years with years.
    private static func neighbours(_ rows: [Int], _ observations: ObservationTable) -> [(later: Int, earlier: Int)] {
        var latest: [Int: Int] = [:], pairs: [(Int, Int)] = []
        // The newest row comes first.
        for row in rows {
            let period = observations.period(ofRow: row)
            let length = period.months ?? -period.days
            if let later = latest[length] { pairs.append((later, row)) }
            latest[length] = row
        }
        return pairs
    }

    private static func rule(_ observations: ObservationTable, _ later: Int, _ earlier: Int) -> Rule? {
        guard let new = observations.plainValue(ofRow: later), let old = observations.plainValue(ofRow: earlier),
            new > 0, old > 0
        else { return nil }
        let factor = max(new / old, old / new)
        guard factor >= largestGrowth else { return nil }
        // 万 is ten thousand, 亿 a hundred million. The value may have changed a little besides.
        for power in [4.0, 8.0] where abs(log10(factor) - power) < 0.25 {
            return .suddenGrowth(
                power == 4
                    ? LocalizedText(zh: "一万", en: "ten thousand") : LocalizedText(zh: "一亿", en: "a hundred million"),
                isUnit: true)
        }
        let rounded = String(Int(min(factor, 1e15).rounded()))
        return .suddenGrowth(LocalizedText(zh: rounded, en: rounded), isUnit: false)
    }
}

extension CatalogueReading {
    /// The same reading with warnings about suspicious values, as `check` reports them.
    public var withSuspicions: CatalogueReading {
        let read = files.filter { $0.series != nil }
        guard let catalogue, !read.isEmpty else { return self }
        return CatalogueReading(
            catalogue: catalogue, problems: problems + Suspicions.problems(in: catalogue, files: read),
            files: files, isGivenUp: isGivenUp)
    }
}
