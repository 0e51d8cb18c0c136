import Cells
import Indicators
import Wording

/// The columns of what changed: the figure now, the former one in brackets, and the change.
struct ChangesTable {
    private let ink: Ink
    private let table: HeadedTable

    init(ink: Ink, columns: Int, rows: [ChangeRows.Row]) {
        self.ink = ink
        table = HeadedTable(
            ink: ink, columns: Self.columns(ink, columns),
            rows: rows.prefix(HeadedTable.mostMeasured).map { Self.cells($0, ink) }, in: columns)
    }

    func drawHeader(in grid: inout CellGrid, _ rect: Rect) { table.drawHeader(in: &grid, rect) }

    func draw(_ row: ChangeRows.Row, in grid: inout CellGrid, _ rect: Rect, isSelected: Bool) {
        table.draw(Self.cells(row, ink), in: &grid, rect, isSelected: isSelected)
    }

    private static func columns(_ ink: Ink, _ columns: Int) -> [TableColumn] {
        let words = ink.words, changes = words.changes, gap = columns >= 60 ? 2 : 1
        return [
            TableColumn(title: words.indicator, alignment: .leading, minimum: 18, weight: 1, keepsLastRun: true),
            TableColumn(title: words.period, alignment: .leading, minimum: 3, dropOrder: 1, gap: gap),
            TableColumn(title: changes.former, alignment: .trailing, minimum: 3, dropOrder: 3, gap: gap, isWhole: true),
            TableColumn(title: words.value, alignment: .trailing, minimum: 3, gap: gap, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, dropOrder: 2, gap: 1),
            TableColumn(title: changes.change, alignment: .leading, minimum: 4, dropOrder: 4, gap: gap),
        ]
    }

    private static func cells(_ row: ChangeRows.Row, _ ink: Ink) -> [[TextRun]] {
        let isWhole = row.figure.area == ink.catalogue.rootArea.code
        let area = isWhole ? "" : ink.catalogue.area(row.figure.area)?.shortName[ink.language] ?? row.figure.area
        let name = [ink.run(row.indicator.shortName[ink.language], .text)]
        let former = row.former.map { ink.wording.parts($0)?.value ?? ink.words.absence($0) }
        let change: [TextRun] =
            if let change = row.change, let former = row.former, change.sign != 0 {
                ink.runs(ChangeText.phrases(change, from: former, row.indicator, ink.wording, short: true))
            } else if !row.columns.isEmpty {
                [ink.run(row.columns.joined(separator: ink.words.listSeparator), .quiet)]
            } else {
                []
            }
        return [
            area.isEmpty ? name : name + [ink.run(" " + area, .quiet)],
            [ink.run(PeriodText.short(row.figure, ink.wording), .quiet)],
            [ink.run(former.map { "(\($0))" } ?? "", .quiet)],
            FigureRuns.value(row.figure, ink), FigureRuns.unit(row.figure, ink), change,
        ]
    }
}
