import Cells
import Indicators
import Wording

/// The columns of what changed: the figure now, the former one in brackets, and the change.
struct ChangesTable {
    private let ink: Ink
    private let table: HeadedTable
    /// Whether units stand behind their values, because there is no room for a column of their own.
    private let unitsFollow: Bool

    init(ink: Ink, columns: Int, rows: [ChangeRows.Row]) {
        self.ink = ink
        func table(_ unitsFollow: Bool) -> HeadedTable {
            HeadedTable(
                ink: ink, columns: Self.columns(ink, columns, unitsFollow),
                rows: rows.prefix(HeadedTable.mostMeasured).map { Self.cells($0, ink, unitsFollow) }, in: columns)
        }
        // A figure never loses its unit.
        let apart = table(false)
        unitsFollow = !apart.shows(4)
        self.table = unitsFollow ? table(true) : apart
    }

    func drawHeader(in grid: inout CellGrid, _ rect: Rect) { table.drawHeader(in: &grid, rect) }

    func draw(_ row: ChangeRows.Row, in grid: inout CellGrid, _ rect: Rect, isSelected: Bool) {
        table.draw(Self.cells(row, ink, unitsFollow), in: &grid, rect, isSelected: isSelected)
    }

    private static func columns(_ ink: Ink, _ columns: Int, _ unitsFollow: Bool) -> [TableColumn] {
        let words = ink.words, changes = words.changes, gap = columns >= 60 ? 2 : 1
        return [
            TableColumn(title: words.indicator, alignment: .leading, minimum: 8, weight: 1, keepsLastRun: true),
            TableColumn(title: words.period, alignment: .leading, minimum: 3, dropOrder: 1, gap: gap),
            TableColumn(title: changes.former, alignment: .trailing, minimum: 3, dropOrder: 3, gap: gap, isWhole: true),
            TableColumn(
                title: words.value, alignment: .trailing, minimum: 3, gap: unitsFollow ? 1 : gap, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, dropOrder: 2, gap: 1),
            TableColumn(title: changes.change, alignment: .leading, minimum: 4, dropOrder: 4, gap: gap),
        ]
    }

    private static func cells(_ row: ChangeRows.Row, _ ink: Ink, _ unitsFollow: Bool) -> [[TextRun]] {
        let isWhole = row.figure.area == ink.catalogue.rootArea.code
        let area = isWhole ? "" : ink.catalogue.area(row.figure.area)?.shortName[ink.language] ?? row.figure.area
        let name = [ink.run(row.indicator.shortName[ink.language], .text)]
        // The two values of a row are compared digit by digit.
        let power = ink.wording.commonPower([row.former, row.figure].compactMap { $0 })
        let former = row.former.map { ink.wording.parts($0, power: power)?.value ?? ink.words.absence($0) }
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
            unitsFollow
                ? FigureRuns.figure(row.figure, ink, power: power) : FigureRuns.value(row.figure, ink, power: power),
            unitsFollow ? [] : FigureRuns.unit(row.figure, ink), change,
        ]
    }
}
