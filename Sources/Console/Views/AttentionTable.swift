import Cells
import Indicators
import Wording

/// The columns of what needs attention.
struct AttentionTable {
    private let ink: Ink
    private let table: HeadedTable
    /// Whether the area stands behind the name, because there is no room for a column of its own.
    private let namesAreas: Bool
    /// Whether there is room for the names only.
    private let isTiny: Bool

    init(ink: Ink, columns: Int, rows: AttentionRows) {
        let namesAreas = columns < 60, isTiny = columns < 26
        (self.ink, self.namesAreas, self.isTiny) = (ink, namesAreas, isTiny)
        table = HeadedTable(
            ink: ink, columns: Self.columns(ink, columns: columns, namesAreas: namesAreas),
            rows: rows.indices.prefix(HeadedTable.mostMeasured).map {
                Self.cells(rows[$0], ink, namesAreas: namesAreas, isTiny: isTiny)
            },
            in: columns)
    }

    func drawHeader(in grid: inout CellGrid, _ rect: Rect) { table.drawHeader(in: &grid, rect) }

    func draw(_ item: AttentionItem, in grid: inout CellGrid, _ rect: Rect, isSelected: Bool) {
        table.draw(
            Self.cells(item, ink, namesAreas: namesAreas, isTiny: isTiny), in: &grid, rect, isSelected: isSelected)
    }

    private static func columns(_ ink: Ink, columns: Int, namesAreas: Bool) -> [TableColumn] {
        let words = ink.words, attention = words.attention, isWide = columns >= 60
        let gap = isWide ? 2 : 1
        return [
            TableColumn(title: words.indicator, alignment: .leading, minimum: 30, weight: 1, keepsLastRun: true),
            TableColumn(
                title: namesAreas ? "" : words.area, alignment: .leading, minimum: 2, gap: namesAreas ? 0 : gap),
            TableColumn(
                title: columns < 26 ? "" : words.value, alignment: .trailing, minimum: 3, gap: gap, isWhole: true),
            TableColumn(title: "", alignment: .leading, minimum: 1, gap: 1),
            TableColumn(
                title: attention.target, alignment: .trailing, minimum: 3, dropOrder: 4, gap: gap, isWhole: true),
            TableColumn(title: attention.gap, alignment: .leading, minimum: 4, dropOrder: 5, gap: gap),
            TableColumn(title: attention.keyNeeded, alignment: .trailing, minimum: 3, dropOrder: 2, gap: gap),
            TableColumn(title: attention.keySince, alignment: .leading, minimum: 3, dropOrder: 1, gap: gap),
            TableColumn(
                title: words.department, alignment: .leading, minimum: 16, weight: ink.language == .en ? 1 : 0,
                dropOrder: 3, gap: gap),
            TableColumn(title: attention.followUp, alignment: .leading, minimum: 4, dropOrder: 0, gap: gap),
        ]
    }

    private static func cells(_ item: AttentionItem, _ ink: Ink, namesAreas: Bool, isTiny: Bool) -> [[TextRun]] {
        let wording = ink.wording, isWhole = item.area == ink.catalogue.rootArea.code
        let role: Role = item.isBad ? .bad : item.kind == .overdue ? .middling : .quiet
        var name = [
            ink.run(sign(item.kind, ink) + " ", role),
            ink.run(ink.catalogue.indicator(item.indicator)?.shortName[ink.language] ?? item.indicator, .text),
        ]
        let aside = [
            namesAreas && !isWhole ? AttentionText.area(item, wording) : "", AttentionText.otherPeriod(item, wording),
        ]
        .filter { !$0.isEmpty }
        if !aside.isEmpty {
            name = [TextRun(name.map(\.text).joined(), name[1].style)]
            name.append(ink.run(" " + aside.joined(separator: " "), .quiet))
        }
        if isTiny { return [name] }
        let target = item.target.flatMap { target in
            ink.catalogue.indicator(target.indicator).map { wording.parts(target, of: $0).value }
        }
        return [
            name, namesAreas ? [] : [ink.run(AttentionText.area(item, wording), .text)],
            item.observation == nil
                ? [ink.run(AttentionText.value(item, wording), .quiet)] : FigureRuns.value(item.observation, ink),
            FigureRuns.unit(item.observation, ink),
            [ink.run(target ?? AttentionText.target(item, wording), .quiet)],
            [ink.run(AttentionText.gapShort(item, wording), role)],
            [ink.run(AttentionText.neededShort(item, wording), .text)],
            [ink.run(AttentionText.sinceShort(item, wording), .quiet)],
            [ink.run(AttentionText.shortDepartment(item, wording), .text)],
            [ink.run(FollowUpText.short(item, wording), item.followUp?.state == .open ? .middling : .quiet)],
        ]
    }

    /// One sign for each part of the list.
    private static func sign(_ kind: AttentionItem.Kind, _ ink: Ink) -> String {
        switch kind {
        case .broken, .behind: ink.signs.bad
        case .overdue: "!"
        case .unreported: "-"
        case .contradicted: "?"
        case .revised, .changed: "+"
        }
    }
}
