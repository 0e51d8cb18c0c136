import Indicators

/// Reads a data set and checks it by all rules, collecting every problem.
public enum CatalogueReader {
    /// Reads a data set.
    ///
    /// - Parameter now: figures under embargo after this moment are withheld; without it all figures under embargo are.
    public static func read(_ folder: any TableFolder, now: Instant = .distantPast) -> CatalogueReading {
        var problems = ProblemList()
        let package = PackageReader(folder, &problems)
        return read(folder, package, problems, now: now)
    }

    /// Reads the rest of a data set whose description has been read.
    static func read(_ folder: any TableFolder, _ package: PackageReader, _ problems: ProblemList, now: Instant)
        -> CatalogueReading
    {
        var assembly = CatalogueAssembly(folder, package, problems, now: now)
        return assembly.reading().doubting(now)
    }
}

/// The parts of a catalogue while they are read.
struct CatalogueAssembly {
    private let folder: any TableFolder
    var problems: ProblemList
    let package: PackageReader
    private var files: [CatalogueReading.FileSummary] = []
    var tables: Catalogue.Tables
    /// The observations while their table is read.
    private var columns = ObservationStore()
    /// The observations once their table has been read.
    private(set) var observations: WrittenObservations
    private let now: Instant

    /// The line of each code.
    var topicLines: [String: Int] = [:]
    /// For each topic the columns, in characters, of headline and supports in its line.
    private var topicColumns: [String: [Int]] = [:]
    var indicatorLines: [String: Int] = [:]
    var areaLines: [String: Int] = [:]
    var sourceLines: [String: Int] = [:]
    private var briefLines: [String: Int] = [:]
    /// The lines of rows that were refused, by their keys.
    private(set) var keyLines: [ObservationKey: Int] = [:]

    init(_ folder: any TableFolder, _ package: PackageReader, _ problems: ProblemList, now: Instant) {
        self.folder = folder
        self.package = package
        self.problems = problems
        tables = Catalogue.Tables(observations: ObservationTable(now: now))
        observations = WrittenObservations(columns)
        self.now = now
    }

    mutating func reading() -> CatalogueReading {
        readTopics()
        readIndicators()
        readAreas()
        readSources()
        readObservations()
        readBriefs()
        readLinks()
        readTargets()
        readDerived()
        readFormerValues()
        readFollowUps()
        readNotes()
        // Without areas every key would be unknown; the problems of areas.csv are already reported.
        if !areaLines.isEmpty { tables.map = MapReader.read(folder, areas: Set(areaLines.keys), &problems) }
        checkHeadlines()
        checkAreas()
        checkLinks()
        var catalogue: Catalogue?
        if !problems.hasError, let description = package.description {
            tables.observations = ObservationTable(observations)
            catalogue = Catalogue(package: description, tables)
        }
        return CatalogueReading(catalogue: catalogue, problems: problems.problems, files: files)
    }

    // MARK: Tables

    mutating func each(_ form: TableForm, _ body: (inout CatalogueAssembly, inout TableRow) -> Void) {
        guard let file = package.paths[form.resource] else { return }
        var list = problems
        let summary = TableReader.read(form, file: file, in: folder, &list) { row in body(&self, &row) }
        problems = list
        files.append(summary)
    }

    /// Records the line of a code and reports a code that occurs twice.
    static func note(_ code: String, _ column: ColumnName, in lines: inout [String: Int], _ row: inout TableRow) {
        if let first = lines[code] { row.add(.repeatedKey(first), column) } else { lines[code] = row.line }
    }

    private mutating func readTopics() {
        each(.topics) { assembly, row in
            Self.note(row[.code], .code, in: &assembly.topicLines, &row)
            assembly.topicColumns[row[.code]] = [ColumnName.headline, .support_1, .support_2].map { row.column(of: $0) }
            let order = row.integer(.order)
            assembly.tables.topics.append(
                Topic(
                    code: row[.code], order: order, title: row.localized(.title_zh, .title_en),
                    shortTitle: row.localized(.short_zh, .short_en), headline: row[.headline],
                    supports: [row[.support_1], row[.support_2]].filter { !$0.isEmpty }))
        }
    }

    private mutating func readIndicators() {
        each(.indicators) { assembly, row in
            Self.note(row[.code], .code, in: &assembly.indicatorLines, &row)
            let order = row.integer(.order)
            let direction = row.coded(.direction, Direction.none)
            let display = row.coded(.display, Display.count)
            let collection = row.coded(.collection, Collection.unknown)
            Self.check(row[.topic], .topic, in: assembly.topicLines, "topics.csv", &row)
            let name = row.localized(.name_zh, .name_en), short = row.localized(.short_zh, .short_en)
            row.checkPinyin(of: name.zh)
            let unit = Unit(chinese: row[.unit], english: row[.unit_en]), criterion = row.criterion(of: unit)
            assembly.tables.indicators.append(
                Indicator(
                    code: row[.code], topic: row[.topic], order: order, name: name,
                    shortName: LocalizedText(
                        zh: short.zh.isEmpty ? name.zh : short.zh, en: short.en.isEmpty ? name.en : short.en),
                    sentence: row.localized(.sentence_zh, .sentence_en),
                    unit: unit, direction: direction, display: display,
                    collection: collection, pinyin: row[.pinyin], note: row.localized(.note_zh, .note_en),
                    department: row.localized(.department_zh, .department_en), criterion: criterion))
        }
    }

    private mutating func readAreas() {
        each(.areas) { assembly, row in
            Self.note(row[.code], .code, in: &assembly.areaLines, &row)
            let order = row.integer(.order)
            let kind = row.coded(.kind, AreaKind.district)
            let parent = row[.parent]
            let name = row.localized(.name_zh, .name_en), short = row.localized(.short_zh, .short_en)
            assembly.tables.areas.append(
                Area(
                    code: row[.code], order: order, name: name,
                    shortName: LocalizedText(
                        zh: short.zh.isEmpty ? name.zh : short.zh, en: short.en.isEmpty ? name.en : short.en),
                    kind: kind, parent: parent.isEmpty ? nil : parent,
                    formerNames: row[.former_names].split(separator: ";").map(String.init)))
        }
    }

    private mutating func readSources() {
        each(.sources) { assembly, row in
            Self.note(row[.code], .code, in: &assembly.sourceLines, &row)
            let trust = row.coded(.trust, Trust.c)
            assembly.tables.sources.append(
                Source(
                    code: row[.code], title: row.localized(.title, .title_en),
                    publisher: row.localized(.publisher, .publisher_en), author: row[.author], date: row[.date],
                    trust: trust, terms: row.localized(.terms_zh, .terms_en), address: row[.address],
                    note: row.localized(.note_zh, .note_en)))
        }
    }

    private mutating func readBriefs() {
        each(.briefs) { assembly, row in
            Self.note(row[.code], .code, in: &assembly.briefLines, &row)
            let order = row.integer(.order)
            let state = row.coded(.state, BriefState.done)
            let basis = row.coded(.period_basis, PeriodBasis.asReported)
            let period = row.period(.period, basis)
            Self.check(row[.topic], .topic, in: assembly.topicLines, "topics.csv", &row)
            Self.check(row[.area], .area, in: assembly.areaLines, "areas.csv", &row)
            Self.check(row[.source], .source, in: assembly.sourceLines, "sources.csv", &row)
            let figures = row[.figures].split(separator: ";").map(String.init)
            for code in figures {
                Self.check(code, .figures, in: assembly.indicatorLines, "indicators.csv", &row)
            }
            assembly.tables.briefs.append(
                Brief(
                    code: row[.code], topic: row[.topic], order: order, area: row[.area], state: state, period: period,
                    periodBasis: basis, title: row.localized(.title_zh, .title_en),
                    detail: row.localized(.detail_zh, .detail_en), figures: figures, source: row[.source],
                    place: row[.place],
                    note: row.localized(.note_zh, .note_en)))
        }
    }

    private mutating func readObservations() {
        each(.observations) { assembly, row in
            let observation = ObservationRules.observation(from: &row, index: assembly.columns.count)
            Self.check(observation.area, .REF_AREA, in: assembly.areaLines, "areas.csv", &row)
            Self.check(observation.indicator, .INDICATOR, in: assembly.indicatorLines, "indicators.csv", &row)
            Self.check(observation.source, .SOURCE, in: assembly.sourceLines, "sources.csv", &row)
            let key = observation.key, unsound = assembly.keyLines.isEmpty ? nil : assembly.keyLines[key]
            if let first = [assembly.columns.line(ofKey: key), unsound].compactMap({ $0 }).min() {
                row.add(.repeatedKey(first), .INDICATOR)
            }
            if row.isSound {
                assembly.columns.append(observation)
            } else if unsound == nil {
                assembly.keyLines[key] = row.line
            }
        }
        observations = WrittenObservations(columns, now: now)
        if let path = package.paths[TableForm.observations.resource],
            let place = files.lastIndex(where: { $0.path == path })
        {
            observations.describe(&files[place])
        }
    }

    // MARK: Between tables

    /// Reports a code that is missing in the table it refers to, with a suggestion.
    static func check(
        _ code: String, _ column: ColumnName, in known: [String: Int], _ table: String, _ row: inout TableRow
    ) {
        // A table that could not be read is already reported, so references to it are not.
        guard !code.isEmpty, !known.isEmpty, known[code] == nil else { return }
        row.add(.unknownReference(table, Hints.nearest(to: code, among: known.keys.sorted())), column)
    }

    func problem(_ rule: Rule, in resource: String, _ line: Int?, column: Int = 1, _ field: String, _ found: String)
        -> DataProblem
    {
        DataProblem(
            rule, file: package.paths[resource] ?? resource, line: line, column: column, field: field, found: found)
    }

    private mutating func checkHeadlines() {
        let topicOf = Dictionary(tables.indicators.map { ($0.code, $0.topic) }, uniquingKeysWith: { first, _ in first })
        for topic in tables.topics {
            let line = topicLines[topic.code], columns = topicColumns[topic.code] ?? [1, 1, 1]
            if let owner = topicOf[topic.headline] {
                if owner != topic.code {
                    problems.add(
                        problem(.headlineElsewhere, in: "topics", line, column: columns[0], "headline", topic.headline))
                }
            } else if !topic.headline.isEmpty {
                let nearest = Hints.nearest(to: topic.headline, among: indicatorLines.keys.sorted())
                problems.add(
                    problem(
                        .unknownReference("indicators.csv", nearest), in: "topics", line, column: columns[0],
                        "headline", topic.headline))
            }
            for (place, code) in topic.supports.enumerated() where topicOf[code] == nil && briefLines[code] == nil {
                let nearest = Hints.nearest(to: code, among: (indicatorLines.keys.sorted() + briefLines.keys.sorted()))
                problems.add(
                    problem(
                        .unknownReference("indicators.csv / briefs.csv", nearest), in: "topics", line,
                        column: columns[min(2, place + 1)], "support_\(place + 1)", code))
            }
        }
    }

    private mutating func checkAreas() {
        let parents = Dictionary(tables.areas.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for area in tables.areas {
            if let parent = area.parent, parents[parent] == nil {
                let nearest = Hints.nearest(to: parent, among: areaLines.keys.sorted())
                problems.add(
                    problem(
                        .unknownReference("areas.csv", nearest), in: "areas", areaLines[area.code], "parent", parent))
            }
            var above = area.parent, steps = 0
            while let code = above, steps <= tables.areas.count {
                above = parents[code] ?? nil
                steps += 1
            }
            if steps > tables.areas.count {
                problems.add(problem(.areaCycle, in: "areas", areaLines[area.code], "parent", area.code))
            }
        }
        if let root = package.description?.rootArea, !root.isEmpty, package.paths["areas"] != nil,
            areaLines[root] == nil
        {
            problems.add(
                DataProblem(
                    .unknownRoot, file: PackageReader.file, line: package.rootPlace.line,
                    column: package.rootPlace.column,
                    field: "$.minsheng.area", found: root))
        }
    }
}
