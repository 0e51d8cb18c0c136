import Indicators

/// Values that are allowed but probably wrong, as warnings for the keeper of the table. The dashboard shows them
/// nevertheless.
enum Suspicions {
    /// The largest number of warnings for a table of another publisher.
    static let limit = 100

    /// The warnings about a table of another publisher: values ten times their neighbours.
    ///
    /// - Parameter files: the files that the observations were read from.
    static func problems(in catalogue: Catalogue, files: [CatalogueReading.FileSummary]) -> [DataProblem] {
        var problems: [DataProblem] = []
        let observations = catalogue.observations
        for indicator in catalogue.indicators {
            for area in catalogue.areas(reporting: indicator.code) {
                let rows = observations.rows(indicator: indicator.code, area: area).reversed().map(Int.init)
                for group in groups(rows, observations) {
                    for (index, other) in Tenfold.culprits(group.map { observations.plainValue(ofRow: $0) ?? 0 }) {
                        let observation = observations[group[index]]
                        problems.append(
                            problem(rule(observations, group[index], group[other]), observation, files))
                        if problems.count == limit { return problems }
                    }
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

    /// The rows by the length of their periods: months with months, years with years.
    private static func groups(_ rows: [Int], _ observations: ObservationTable) -> [[Int]] {
        var groups: [Int: [Int]] = [:], order: [Int] = []
        for row in rows {
            let period = observations.period(ofRow: row), length = period.months ?? -period.days
            if groups[length] == nil { order.append(length) }
            groups[length, default: []].append(row)
        }
        return order.compactMap { groups[$0] }
    }

    private static func rule(_ observations: ObservationTable, _ row: Int, _ other: Int) -> Rule {
        let new = observations.plainValue(ofRow: row) ?? 1, old = observations.plainValue(ofRow: other) ?? 1
        if let power = Tenfold.unit(new, old) {
            return .suddenGrowth(
                power == 4
                    ? LocalizedText(zh: "一万", en: "ten thousand") : LocalizedText(zh: "一亿", en: "a hundred million"),
                isUnit: true)
        }
        let rounded = String(Int(min(max(new / old, old / new), 1e15).rounded()))
        return .suddenGrowth(LocalizedText(zh: rounded, en: rounded), isUnit: false)
    }

    /// The warnings about a data set of ours, by the rules that `diff` and `publish` use too.
    static func ownProblems(in catalogue: Catalogue, file: (String) -> String) -> [DataProblem] {
        func problem(_ finding: Finding, _ table: String, _ line: Int) -> DataProblem {
            // The description has no columns; the message names the property.
            let field = table == "datapackage" ? nil : finding.column?.rawValue
            return DataProblem(finding.rule, file: file(table), line: line > 0 ? line : nil, field: field ?? "")
        }
        let questions = SetQuestions(catalogue)
        return questions.figures.map { ($0, catalogue.observations[$0.row].line) }.sorted { $0.1 < $1.1 }.map {
            problem($0.finding, "observations", $1)
        } + questions.rows.flatMap { row, line in row.findings.map { problem($0, row.table, line) } }
    }
}

extension CatalogueReading {
    /// The same reading with warnings about suspicious values, as `check` reports them.
    ///
    /// - Parameter location: where the data were read from, so that the cell can be named.
    public func withSuspicions(in location: DataLocation) -> CatalogueReading {
        guard let catalogue, let table = files.first(where: { $0.series != nil }) else { return self }
        var found: [DataProblem]
        if table.kind == .own, case .folder(let folder) = location {
            let paths = files.map(\.path)
            found = Suspicions.ownProblems(in: catalogue) { name in
                if name == "datapackage" { return PackageReader.file }
                return paths.first { $0 == name + ".csv" } ?? (name == "observations" ? table.path : name + ".csv")
            }
            found = ProblemPlaces.locate(found, in: folder)
        } else {
            found = Suspicions.problems(in: catalogue, files: files.filter { $0.series != nil })
        }
        return with(found)
    }

    /// The same reading with further problems.
    public func with(_ more: [DataProblem]) -> CatalogueReading {
        CatalogueReading(
            catalogue: catalogue, problems: problems + more, files: files, isGivenUp: isGivenUp, edits: edits)
    }
}
