import Cells
import Indicators
import Wording

/// The overview where tiles do not fit: a row for every topic, and a second row in secondary text where there is room.
struct OverviewTable {
    let ink: Ink
    private var state: DashboardState { ink.state }

    /// How many rows one entry takes in a body.
    static func rowsPerEntry(in body: Rect, entries: Int) -> Int {
        body.rows >= entries * 2 && body.columns >= 50 ? 2 : 1
    }

    func draw(in grid: inout CellGrid, _ body: Rect) {
        let perEntry = Self.rowsPerEntry(in: body, entries: state.tabCount - 1)
        let entries =
            ink.catalogue.topics.map { entry($0, isTwoRows: perEntry == 2) }
            + (state.hasDistricts ? [districtsEntry] : [])
        let visible = max(1, body.rows / perEntry)
        let selected = state.session.current.selection
        let top = ScrollWindow.top(
            selected: selected, count: entries.count, visible: visible, top: state.session.current.top)
        let (columns, widths, isWordy) = arrangement(entries, body.columns)
        let names = widths[1] ?? 0
        let figures = (2...3).reduce(names) { width, column in
            width + (widths[column].map { $0 + columns[column].gap } ?? 0)
        }
        let edge = body.right - 1
        defer {
            if top > 0 {
                grid.put(ink.glyphs.moreAbove, at: Point(column: edge, row: body.row), style: ink.theme[.accent])
            }
            if top + visible < entries.count {
                grid.put(ink.glyphs.moreBelow, at: Point(column: edge, row: body.bottom - 1), style: ink.theme[.accent])
            }
        }
        for (position, index) in (top..<min(entries.count, top + visible)).enumerated() {
            let rect = Rect(column: body.column, row: body.row + position * perEntry, columns: body.columns, rows: 1)
            let one = TableView(
                columns: columns, rows: [entries[index].cells(isWordy, nameColumns: names, figureColumns: figures)],
                selected: index == selected ? 0 : nil, top: 0,
                style: ink.tableStyle)
            one.draw(in: &grid, rect, widths: widths)
            guard perEntry == 2 else { continue }
            var support = Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: 1)
            _ = support.takeLeft((widths[0] ?? 0) + columns[1].gap + 1)
            ink.draw(
                facts(entries[index], support.columns), in: &grid,
                at: Point(column: support.column, row: support.row), within: support)
        }
    }

    /// The columns, their widths, and whether a judgement has its words beside its sign: the fullest arrangement in
    /// which the names of the topics' headlines are whole, if possible one with periods. In the last one they are cut.
    private func arrangement(_ entries: [Entry], _ columns: Int) -> ([TableColumn], [Int?], Bool) {
        let names = entries.prefix(ink.catalogue.topics.count).map { $0.cells[1].width }.max() ?? 0
        let isBad = entries.contains(where: \.isBad)
        // A period goes before the words of a judgement, but not before those of a bad one.
        let withPeriod = [(3, true), (2, true)] + (isBad ? [] : [(2, false), (1, false)])
        let forms =
            withPeriod.map { (gap: $0.0, isWordy: $0.1, hasPeriod: true) }
            + [(3, true), (2, true), (2, false), (1, false)].map { (gap: $0.0, isWordy: $0.1, hasPeriod: false) }
        var best: ([TableColumn], [Int?], Bool)?
        for (gap, isWordy, hasPeriod) in forms where best == nil {
            let titles = self.columns(gap: gap)
            let table = TableView(
                columns: titles, rows: entries.map { $0.cells(isWordy) }, selected: nil, top: 0, style: ink.tableStyle)
            let widths = table.widths(in: columns), isWhole = widths[1].map { $0 >= names } ?? false
            guard !hasPeriod || widths[4] != nil else { continue }
            if isWhole && widths[5] != nil || gap == 1 && !hasPeriod { best = (titles, widths, isWordy) }
        }
        return best ?? ([], [], false)
    }

    private func columns(gap: Int) -> [TableColumn] {
        [
            TableColumn(title: "", alignment: .leading, minimum: 6),
            TableColumn(title: "", alignment: .leading, minimum: 10, weight: 1, gap: gap),
            TableColumn(title: "", alignment: .trailing, minimum: 3, dropOrder: 2, gap: min(2, gap), isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 2, dropOrder: 1, gap: 1),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 0, gap: gap),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: gap),
        ]
    }

    /// What is behind by name, which is cut rather than left out, then as many whole facts as fit. No fact is cut,
    /// because part of a fact may be a different fact.
    private func facts(_ entry: Entry, _ columns: Int) -> [TextRun] {
        let joint = " \(ink.signs.separator) ", bad = entry.bad.inOne(with: joint)
        var text = "", width = DisplayWidth.of(bad)
        for fact in entry.supports {
            let longer = text.isEmpty && width == 0 ? fact : joint + fact
            if width + DisplayWidth.of(longer) > columns { break }
            text += longer
            width += DisplayWidth.of(longer)
        }
        return ink.fitting([ink.run(bad, .bad), ink.run(text, .quiet)], columns)
    }

    /// The judgement; the change on a year earlier where nothing is judged.
    private func status(_ judgement: Judgement, _ indicator: Indicator?, _ observation: Observation?) -> [TextRun] {
        guard !ink.catalogue.judgesAnything else {
            return [ink.run(JudgementText.phrase(judgement, ink.wording, short: true))]
        }
        guard let indicator, let observation, case .success(let change) = ink.catalogue.changeOnYear(of: observation)
        else { return [] }
        return ink.runs(ChangeText.phrases(change, indicator, ink.wording, short: true))
    }

    private struct Entry {
        var cells: [[TextRun]]
        var supports: [String]
        /// What else is behind in the topic.
        var bad: [String] = []
        /// Whether the figure itself is judged as bad.
        var isBad = false
        /// Whether it is a figure of an area and not of a topic.
        var isOfArea = false

        /// The cells, of which the last, the judgement, is its sign alone where there is no room for words.
        ///
        /// - Parameter nameColumns: a longer name is followed by its value, so that it need not be cut; only where the
        ///   value is not one of a column of headlines.
        /// - Parameter figureColumns: if name, value and unit need more columns than this, they also use those of the
        ///   period.
        func cells(_ isWordy: Bool, nameColumns: Int = .max, figureColumns: Int = .max) -> [[TextRun]] {
            var cells = cells
            if isOfArea, cells[1].width > nameColumns {
                let blank = TextRun(" ", cells[1].first?.style ?? .plain)
                cells[1] = Array([cells[1], cells[2], cells[3]].joined(separator: [blank]))
                for index in 2...(cells[1].width > figureColumns ? 4 : 3) { cells[index] = [] }
            }
            guard !isWordy, let first = cells.last?.first else { return cells }
            return cells.dropLast() + [[TextRun(String(first.text.prefix(1)), first.style)] + cells[5].dropFirst()]
        }
    }

    private func entry(_ topic: Topic, isTwoRows: Bool) -> Entry {
        let number = (ink.catalogue.topics.firstIndex { $0.code == topic.code } ?? 0) + 1
        let headline = state.headline(of: topic)
        let indicator = headline?.indicator, observation = headline?.observation
        let judgement = indicator.map { ink.wording.judgement(of: $0, observation) } ?? .noTarget
        let bad = ink.badFigures(ofTopic: topic.code, besides: indicator?.code)
        let isNarrow = state.size.columns < (ink.language == .zh ? 60 : 110)
        let nothing = state.session.area == nil ? "" : ink.words.nothingReported
        let facts = ink.catalogue.facts(in: state.session.area)
        let supports = topic.supports.compactMap { code -> String? in
            // What is behind stands before them already.
            if facts.isBad(code) { return nil }
            if let indicator = ink.catalogue.indicator(code) {
                let observation = state.shownObservation(of: code)
                return observation == nil && state.session.area != nil
                    ? nil
                    : [ink.wording.foreignArea(observation), indicator.shortName[ink.language], inline(observation)]
                        .compactMap { $0 }.inOne(with: " ")
            }
            if state.session.area != nil { return nil }
            return ink.catalogue.brief(code).map { $0.title[ink.language] + " " + $0.detail[ink.language] }
        }
        return Entry(
            cells: [
                [
                    ink.run("\(number) ", .accent),
                    ink.run((isNarrow ? topic.shortTitle : topic.title)[ink.language], .title),
                ],
                [indicator.map { ink.run($0.shortName[ink.language], .text) } ?? ink.run(nothing, .quiet)],
                indicator == nil ? [] : FigureRuns.value(observation, ink), FigureRuns.unit(observation, ink),
                FigureRuns.period(observation, ink),
                status(judgement, indicator, observation)
                    + (bad.isEmpty || isTwoRows ? [] : [ink.run(" " + ink.signs.bad, .bad)]),
            ],
            supports: supports, bad: bad, isBad: judgement.light == .bad)
    }

    private func inline(_ observation: Observation?) -> String {
        FigureRuns.inline(observation, ink).map(\.text).inOne()
    }

    private var districtsEntry: Entry {
        let number = ink.catalogue.topics.count + 1
        // One leading figure and two supporting ones.
        var firsts: [(Area, Indicator, Observation)] = []
        for area in state.districts where firsts.count < 3 {
            if case .figure(let indicator, let observation?)? = state.leadingFigures(ofArea: area.code, most: 1).first {
                firsts.append((area, indicator, observation))
            }
        }
        guard let (area, indicator, observation) = firsts.first else {
            return Entry(
                cells: [[ink.run("\(number) ", .accent), ink.run(ink.words.districts, .title)], [], [], [], [], []],
                supports: [])
        }
        let judgement = ink.wording.judgement(of: indicator, observation)
        let support = firsts.dropFirst().prefix(2).map { area, indicator, observation in
            "\(area.shortName[ink.language]) \(indicator.shortName[ink.language]) \(inline(observation))"
        }
        return Entry(
            cells: [
                [ink.run("\(number) ", .accent), ink.run(ink.words.districts, .title)],
                [ink.run("\(area.shortName[ink.language]) \(indicator.shortName[ink.language])", .text)],
                FigureRuns.value(observation, ink), FigureRuns.unit(observation, ink),
                FigureRuns.period(observation, ink),
                status(judgement, indicator, observation),
            ],
            supports: Array(support), isBad: judgement.light == .bad, isOfArea: true)
    }
}
