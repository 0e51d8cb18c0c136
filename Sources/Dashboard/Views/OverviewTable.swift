import Cells
import Indicators

/// The overview where tiles do not fit: a row for every topic, and a second quiet one where there is room.
struct OverviewTable {
    let ink: Ink
    private var state: DashboardState { ink.state }

    /// How many rows one entry takes in a body.
    static func rowsPerEntry(in body: Rect, entries: Int) -> Int {
        body.rows >= entries * 2 && body.columns >= 50 ? 2 : 1
    }

    func draw(in grid: inout CellGrid, _ body: Rect) {
        let entries = ink.catalogue.topics.map(entry) + (state.districts.isEmpty ? [] : [districtsEntry])
        let perEntry = Self.rowsPerEntry(in: body, entries: entries.count)
        let visible = max(1, body.rows / perEntry)
        let selected = state.session.current.selection
        let top = ScrollWindow.top(selected: selected, count: entries.count, visible: visible, top: state.session.current.top)
        let table = TableView(
            columns: columns, rows: entries.map(\.cells), selected: nil, top: 0, style: ink.tableStyle)
        let widths = table.widths(in: body.columns)
        for (place, index) in (top..<min(entries.count, top + visible)).enumerated() {
            let rect = Rect(column: body.column, row: body.row + place * perEntry, columns: body.columns, rows: 1)
            let one = TableView(
                columns: columns, rows: [entries[index].cells], selected: index == selected ? 0 : nil, top: 0,
                style: ink.tableStyle)
            one.draw(in: &grid, rect, widths: widths)
            guard perEntry == 2 else { continue }
            var support = Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: 1)
            _ = support.takeLeft((widths[0] ?? 0) + columns[1].gap + 1)
            ink.put(entries[index].support, .quiet, in: &grid, support)
        }
    }

    private var columns: [TableColumn] {
        [
            TableColumn(title: "", alignment: .leading, minimum: 6),
            TableColumn(title: "", alignment: .leading, minimum: 6, weight: 1, dropOrder: 2, gap: 3),
            TableColumn(title: "", alignment: .trailing, minimum: 3, gap: 2),
            TableColumn(title: "", alignment: .leading, minimum: 2, gap: 1),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 1, gap: 3),
            TableColumn(title: "", alignment: .leading, minimum: 4, dropOrder: 0, gap: 3),
        ]
    }

    private struct Entry {
        var cells: [[TextRun]]
        var support: String
    }

    private func entry(_ topic: Topic) -> Entry {
        let number = (ink.catalogue.topics.firstIndex { $0.code == topic.code } ?? 0) + 1
        let headline = state.headline(of: topic)
        let indicator = headline?.indicator, observation = headline?.observation
        let judgement = indicator.map { ink.judgement(of: $0, observation) } ?? .noTarget
        let isNarrow = state.size.columns < (ink.language == .zh ? 60 : 110)
        let supports = topic.supports.compactMap { code -> String? in
            if let indicator = ink.catalogue.indicator(code) {
                let observation = state.shownObservation(of: code)
                return observation == nil && state.session.area != nil ? nil : indicator.shortName[ink.language] + " " + inline(observation)
            }
            if state.session.area != nil { return nil }
            return ink.catalogue.brief(code).map { $0.title[ink.language] + " " + $0.detail[ink.language] }
        }
        return Entry(
            cells: [
                [ink.run("\(number) ", .accent), ink.run((isNarrow ? topic.shortTitle : topic.title)[ink.language], .title)],
                [ink.run(indicator?.shortName[ink.language] ?? "", .text)],
                FigureRuns.value(observation, ink), FigureRuns.unit(observation, ink), FigureRuns.period(observation, ink),
                JudgementText.runs(judgement, ink, short: true),
            ],
            support: supports.joined(separator: " \(ink.glyphs.separator) "))
    }

    private func inline(_ observation: Observation?) -> String {
        FigureRuns.inline(observation, ink).map(\.text).joined()
    }

    private var districtsEntry: Entry {
        let number = ink.catalogue.topics.count + 1
        let firsts = state.districts.compactMap { area -> (Area, Indicator, Observation)? in
            for case .figure(let indicator, let observation?) in state.leadingFigures(ofArea: area.code) {
                return (area, indicator, observation)
            }
            return nil
        }
        guard let (area, indicator, observation) = firsts.first else {
            return Entry(cells: [[ink.run("\(number) ", .accent), ink.run(ink.words.districts, .title)], [], [], [], [], []], support: "")
        }
        let support = firsts.dropFirst().prefix(2).map { area, indicator, observation in
            "\(area.shortName[ink.language]) \(indicator.shortName[ink.language]) \(inline(observation))"
        }
        return Entry(
            cells: [
                [ink.run("\(number) ", .accent), ink.run(ink.words.districts, .title)],
                [ink.run("\(area.shortName[ink.language]) \(indicator.shortName[ink.language])", .text)],
                FigureRuns.value(observation, ink), FigureRuns.unit(observation, ink), FigureRuns.period(observation, ink),
                JudgementText.runs(ink.judgement(of: indicator, observation), ink, short: true),
            ],
            support: support.joined(separator: " \(ink.glyphs.separator) "))
    }
}
