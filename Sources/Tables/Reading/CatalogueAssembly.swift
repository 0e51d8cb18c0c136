import Indicators

/// The parts of a catalogue while they are read.
struct CatalogueAssembly {
    var folder: any TableFolder
    var problems: ProblemList
    let package: PackageReader
    private var files: [CatalogueReading.FileSummary] = []
    private var edits: [TableEdit] = []
    var tables: Catalogue.Tables
    /// The codes of all tables and where they are named.
    var references = References()
    /// The observations while their table is read.
    var columns = ObservationStore()
    /// The observations once their table has been read.
    private(set) var observations: WrittenObservations
    /// How far the series reach, where only the newest figures of each are read; nil where all are.
    var reach: SeriesReach?
    private let now: Instant

    /// For each topic the cells of headline and supports.
    private var topicPlaces: [String: [References.Place]] = [:]
    private var areaPlaces: [String: References.Place] = [:]
    /// What the indicators say of their printed figures.
    private(set) var subjects: [String: PrintedRules.Subject] = [:]
    /// The rows of each link, in the order of `tables.links`.
    var linkRows: [[LinkRow]] = []
    /// Whether rows of observations are missing because of their own problems, so that tables which name them cannot
    /// be held against them.
    private(set) var lacksObservations = false

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
        readContacts()
        let areas = references.codes(of: .areas)
        // Without areas every key would be unknown; the problems of areas.csv are already reported.
        if references.isComplete(.areas) { tables.map = MapReader.read(folder, areas: areas, &problems) }
        checkHeadlines()
        checkTabs()
        checkAreas()
        checkLinks()
        for problem in references.late.problems + references.problems() { problems.add(problem) }
        problems.sort(files: [PackageReader.file] + files.map(\.path))
        var catalogue: Catalogue?
        if !problems.hasError, let description = package.description {
            tables.observations = ObservationTable(observations, reach: reach)
            catalogue = Catalogue(package: description, tables)
        }
        return CatalogueReading(
            catalogue: catalogue, problems: problems.problems, files: files, edits: edits + references.late.edits)
    }

    // MARK: Tables

    mutating func each(_ form: TableForm, _ body: (inout CatalogueAssembly, inout TableRow) -> Void) {
        guard let file = package.paths[form.resource] else { return }
        var notes = TableReader.Notes(problems: problems)
        let summary = TableReader.read(form, file: file, in: folder, &notes) { row in body(&self, &row) }
        problems = notes.problems
        edits += notes.edits
        if notes.hasLostRows { references.lose(form.resource) }
        files.append(summary)
    }

    private mutating func readTopics() {
        each(.topics) { assembly, row in
            let title = row.localized(.title_zh, .title_en), short = row.localized(.short_zh, .short_en)
            assembly.references.note(&row, in: .topics, names: [title.zh, title.en, short.zh, short.en])
            let columns = [ColumnName.headline, .support_1, .support_2, .short_zh, .short_en]
            assembly.topicPlaces[row[.code]] = columns.map { row.place(of: $0) }
            let order = row.integer(.order)
            assembly.tables.topics.append(
                Topic(
                    code: row[.code], order: order, title: title, shortTitle: short, headline: row[.headline],
                    supports: [row[.support_1], row[.support_2]].filter { !$0.isEmpty }))
        }
    }

    private mutating func readIndicators() {
        var lines: [String: Int] = [:]
        each(.indicators) { assembly, row in
            let name = row.localized(.name_zh, .name_en), short = row.localized(.short_zh, .short_en)
            assembly.references.note(&row, in: .indicators, names: [name.zh, name.en, short.zh, short.en])
            let order = row.integer(.order)
            let direction = row.coded(.direction, Direction.none)
            let display = row.coded(.display, Display.count)
            let collection = row.coded(.collection, Collection.unknown)
            assembly.references.resolve(&row, .topic, in: .topics)
            row.checkPinyin(of: name.zh)
            row.checkName(name.zh, &lines)
            let unit = Unit(chinese: row[.unit], english: row[.unit_en]), criterion = row.criterion(of: unit)
            let indicator = Indicator(
                code: row[.code], topic: row[.topic], order: order, name: name, shortName: short.or(name),
                sentence: row.localized(.sentence_zh, .sentence_en),
                unit: unit, direction: direction, display: display,
                collection: collection, pinyin: row[.pinyin], note: row.localized(.note_zh, .note_en),
                department: row.localized(.department_zh, .department_en), criterion: criterion)
            assembly.subjects[indicator.code] = PrintedRules.Subject(indicator)
            assembly.tables.indicators.append(indicator)
        }
    }

    private mutating func readAreas() {
        var lines: [String: Int] = [:]
        each(.areas) { assembly, row in
            let name = row.localized(.name_zh, .name_en), short = row.localized(.short_zh, .short_en)
            let former = row[.former_names].split(separator: ";").map(String.init)
            assembly.references.note(&row, in: .areas, names: [name.zh, name.en, short.zh, short.en] + former)
            let order = row.integer(.order)
            let kind = row.coded(.kind, AreaKind.district)
            row.checkName(name.zh, &lines)
            let parent = row[.parent], code = row[.code]
            assembly.areaPlaces[code] = row.place(of: .parent)
            assembly.tables.areas.append(
                Area(
                    code: code, order: order, name: name, shortName: short.or(name), kind: kind,
                    parent: parent.isEmpty ? nil : parent, formerNames: former))
        }
    }

    private mutating func readSources() {
        each(.sources) { assembly, row in
            let title = row.localized(.title, .title_en)
            assembly.references.note(&row, in: .sources, names: [title.zh, title.en])
            let trust = row.coded(.trust, Trust.c)
            assembly.tables.sources.append(
                Source(
                    code: row[.code], title: title, publisher: row.localized(.publisher, .publisher_en),
                    author: row[.author], date: row[.date], trust: trust, terms: row.localized(.terms_zh, .terms_en),
                    address: row[.address], note: row.localized(.note_zh, .note_en),
                    line: SourceLine(number: row.line)))
        }
    }

    private mutating func readBriefs() {
        each(.briefs) { assembly, row in
            let title = row.localized(.title_zh, .title_en)
            assembly.references.note(&row, in: .briefs, names: [title.zh, title.en])
            let order = row.integer(.order)
            let state = row.coded(.state, BriefState.done)
            let basis = row.basis(.period_basis, .period, .asReported)
            let period = row.period(.period, basis)
            assembly.references.resolve(&row, .topic, in: .topics)
            assembly.references.resolve(&row, .area, in: .areas)
            assembly.references.resolve(&row, .source, in: .sources)
            assembly.references.resolveList(&row, .figures, in: .indicators)
            assembly.tables.briefs.append(
                Brief(
                    code: row[.code], topic: row[.topic], order: order, area: row[.area], state: state, period: period,
                    periodBasis: basis, title: title, detail: row.localized(.detail_zh, .detail_en),
                    figures: row[.figures].split(separator: ";").map(String.init), source: row[.source],
                    place: row[.place], note: row.localized(.note_zh, .note_en), line: SourceLine(number: row.line)))
        }
    }

    private mutating func readObservations() {
        let errors = problems.errorCount
        takeObservations(now) { assembly, row, observation in
            guard let first = assembly.columns.entry(ofKey: observation.key) else { return true }
            row.add(.repeatedFigure(first.line, (first.value, observation.writtenValue)), .INDICATOR)
            assembly.lacksObservations = true
            return false
        }
        // Of a set that is not read whole, figures that other tables name may be at the data base.
        if problems.errorCount > errors || reach != nil { lacksObservations = true }
        if let path = package.paths[TableForm.observations.resource],
            let index = files.lastIndex(where: { $0.path == path })
        {
            observations.describe(&files[index])
        }
    }

    /// Adds the rows of the table of observations to those that are there.
    ///
    /// - Parameter isNew: whether a row is to be added; it may report a problem of it.
    mutating func takeObservations(
        _ now: Instant, isNew: (inout CatalogueAssembly, inout TableRow, Observation) -> Bool
    ) {
        each(.observations) { assembly, row in
            assembly.references.resolve(&row, .REF_AREA, in: .areas)
            assembly.references.resolve(&row, .INDICATOR, in: .indicators)
            assembly.references.resolve(&row, .SOURCE, in: .sources)
            let observation = ObservationRules.observation(
                from: &row, index: assembly.columns.count, subjects: assembly.subjects)
            guard row.isSound else { return assembly.lacksObservations = true }
            if isNew(&assembly, &row, observation) { assembly.columns.append(observation) }
        }
        observations = WrittenObservations(columns, now: now)
    }

    /// Keeps the observations as they are, at another moment.
    mutating func takeNone(_ now: Instant) { observations = WrittenObservations(columns, now: now) }

    // MARK: Between tables

    private mutating func checkHeadlines() {
        let topicOf = Dictionary(tables.indicators.map { ($0.code, $0.topic) }, uniquingKeysWith: { first, _ in first })
        for index in tables.topics.indices {
            let topic = tables.topics[index]
            guard let places = topicPlaces[topic.code] else { continue }
            let headline = references.resolve(places[0], in: .indicators)
            tables.topics[index].headline = headline
            if !references.isIncomplete(.indicators), let owner = topicOf[headline], owner != topic.code,
                references.knows(topic.code, in: .topics),
                references.knows(owner, in: .topics)
            {
                let line = references.line(of: headline, in: .indicators) ?? 0
                let file = package.paths["indicators"] ?? "indicators.csv"
                problems.add(problem(.headlineElsewhere(owner, "\(file):\(line)"), places[0]))
            }
            tables.topics[index].supports = places[1...2].map { references.resolve($0, in: .indicators, .briefs) }
                .filter { !$0.isEmpty }
        }
    }

    private func problem(_ rule: Rule, _ place: References.Place) -> DataProblem {
        DataProblem(
            rule, file: place.file, line: place.line, column: place.column, field: place.field, found: place.found)
    }

    /// Warns where the short titles of all topics do not fit beside each other in 80 columns.
    private mutating func checkTabs() {
        for language in Language.allCases {
            let widths = tables.topics.map { (topic: $0.code, width: Self.width($0.shortTitle[language])) }
            let others = [2, tables.areas.count > 1 ? (language == .zh ? 4 : 5) : -3].map { $0 + 3 }.reduce(1, +)
            let all = widths.reduce(others) { $0 + $1.width + 3 }
            guard all > 80, let longest = widths.max(by: { $0.width < $1.width }),
                let place = topicPlaces[longest.topic]?[language == .zh ? 3 : 4]
            else { continue }
            problems.add(problem(.shortTooLong(all, language), place))
        }
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    private mutating func checkAreas() {
        for index in tables.areas.indices {
            guard tables.areas[index].parent != nil, let position = areaPlaces[tables.areas[index].code] else {
                continue
            }
            tables.areas[index].parent = references.resolve(position, in: .areas)
        }
        let parents = Dictionary(tables.areas.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for area in tables.areas {
            var above = area.parent, steps = 0
            while let code = above, steps <= tables.areas.count {
                above = parents[code] ?? nil
                steps += 1
            }
            if steps > tables.areas.count, let position = areaPlaces[area.code] {
                problems.add(problem(.areaCycle, position))
            }
        }
        let root = package.description?.rootArea ?? ""
        if references.knows(root, in: .areas) {
            for area in tables.areas where area.parent == nil && area.code != root && !area.code.isEmpty {
                if let position = areaPlaces[area.code] { problems.add(problem(.secondWhole(root), position)) }
            }
        } else if !root.isEmpty, references.isComplete(.areas) {
            problems.add(
                DataProblem(
                    .unknownRoot, file: PackageReader.file, line: package.rootPlace.line,
                    column: package.rootPlace.column, field: "$.minsheng.area", found: root))
        }
    }
}

extension LocalizedText {
    /// The text, in each language that it lacks the other one.
    fileprivate func or(_ other: LocalizedText) -> LocalizedText {
        LocalizedText(zh: zh.isEmpty ? other.zh : zh, en: en.isEmpty ? other.en : en)
    }
}

extension TableRow {
    /// Reports a name that an earlier row has.
    fileprivate mutating func checkName(_ name: String, _ lines: inout [String: Int]) {
        guard !name.isEmpty else { return }
        if let first = lines[name] { add(.repeatedName(name, first), .name_zh) } else { lines[name] = line }
    }
}
