import Cells
import TestSupport
import Testing

@testable import CursesScreen

@Suite struct FramePainterTests {
    static let abilities: [FramePainter.Abilities] = [
        FramePainter.Abilities(), FramePainter.Abilities(erasesInColour: false),
        FramePainter.Abilities(erasesInColour: false, erasesCells: false, holdsAtMargin: false),
        FramePainter.Abilities(attributesWithoutColour: [.dim, .underline]),
    ]
    private static let styles: [Style] = [
        .plain, Style(foreground: .indexed(252), background: .indexed(233)), Style(foreground: .indexed(73), background: .indexed(233)),
        Style(foreground: .indexed(255), background: .indexed(233), attributes: .bold), Style(foreground: .indexed(255), background: .indexed(23), attributes: .bold),
        Style(attributes: .reverse), Style(foreground: .indexed(9), attributes: [.dim, .underline]), Style(background: .indexed(12), attributes: .underline),
    ]

    /// Whether a terminal shows a grid: every character, and the pen where it can be seen.
    private func expect(_ terminal: PlainTerminal, shows grid: CellGrid, _ note: String) {
        var pens = PenBox(colours: 256, without: terminal.abilities.attributesWithoutColour)
        #expect(terminal.unknown == [], "\(note)")
        #expect(!terminal.hasScrolled, "\(note)")
        for row in 0..<grid.size.rows {
            for column in 0..<grid.size.columns {
                if !terminal.abilities.holdsAtMargin, row == grid.size.rows - 1, column >= grid.size.columns - 2 { continue }
                let point = Point(column: column, row: row), cell = grid[point]
                // The two halves of a wide character cannot look different.
                let lead = cell.isContinuation ? Point(column: column - 1, row: row) : point
                let content = terminal.cells[row * grid.size.columns + column], wanted = pens.pen(of: grid[lead].style)
                let isRight = content.text == grid.text(at: point) && (content.pen == wanted || (cell.isBlank && content.pen.isAlikeWhenBlank(as: wanted)))
                if !isRight {
                    Issue.record("\(note): row \(row) column \(column): \(content) for \(grid.text(at: point)) \(wanted)")
                    return
                }
            }
        }
        #expect(terminal.showsCursor == (grid.caret != nil), "\(note)")
        if let caret = grid.caret { #expect(terminal.cursor == caret, "\(note)") }
    }

    private func change(_ grid: inout CellGrid, _ random: inout SeededGenerator) {
        let texts = ["中", "0", "城镇新增就业", "24,002", "──", "e\u{301}", "█▀▀ █", "         ", "  ", "·", "𠮷", "abc"]
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let point = Point(column: Int.random(in: -2..<grid.size.columns, using: &random), row: Int.random(in: 0..<grid.size.rows, using: &random))
            let style = Self.styles.randomElement(using: &random) ?? .plain
            let rect = Rect(
                column: point.column, row: point.row, columns: Int.random(in: 1...30, using: &random), rows: Int.random(in: 1...4, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: grid.fill(rect, style: style)
            case 1: grid.restyle(rect.intersection(Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1))) { _ in style }
            case 2: grid.caret = Bool.random(using: &random) ? nil : Point(column: max(0, point.column), row: point.row)
            default: grid.put(texts.randomElement(using: &random) ?? "", at: point, style: style)
            }
        }
    }

    /// Whatever changes, the terminal shows it.
    @Test(arguments: abilities.indices, 0..<UInt64(12)) func aTerminalShowsWhateverIsPainted(kind: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let abilities = Self.abilities[kind]
        for size in [Size(columns: 80, rows: 24), Size(columns: 7, rows: 3), Size(columns: 1, rows: 1), Size(columns: 41, rows: 2)] {
            var terminal = PlainTerminal(abilities, size: size), painter = FramePainter(abilities, colours: 256)
            var grid = CellGrid(size: size, style: Self.styles[1]), shown: CellGrid?
            for step in 0..<60 {
                change(&grid, &random)
                if step % 17 == 16 {
                    painter.forget()
                    shown = nil
                    terminal = PlainTerminal(abilities, size: size)
                }
                painter.paint(grid, over: shown) { $0 }
                terminal.take(painter.output)
                shown = grid
                expect(terminal, shows: grid, "seed \(seed), \(size), step \(step): \(String(decoding: painter.output, as: UTF8.self).debugDescription)")
            }
        }
    }

    @Test func whereNothingChangesNothingIsSent() {
        var painter = FramePainter(FramePainter.Abilities(), colours: 256)
        var grid = CellGrid(size: Size(columns: 80, rows: 24), style: Self.styles[1])
        grid.put("盘锦", at: Point(column: 3, row: 4), style: Self.styles[3])
        painter.paint(grid, over: nil) { $0 }
        #expect(!painter.output.isEmpty)
        painter.paint(grid, over: grid) { $0 }
        #expect(painter.output.isEmpty)
    }

    /// What is sent for one figure that changes, byte by byte: nothing is said that holds already.
    @Test func onlyWhatChangesIsSaid() {
        var painter = FramePainter(FramePainter.Abilities(), colours: 256)
        var before = CellGrid(size: Size(columns: 80, rows: 24), style: Self.styles[1])
        before.put("就业 24,002 人", at: Point(column: 3, row: 4), style: Self.styles[1])
        var after = before
        after.put("24,102", at: Point(column: 8, row: 4), style: Self.styles[1])
        painter.paint(before, over: nil) { $0 }
        painter.paint(after, over: before) { $0 }
        #expect(String(decoding: painter.output, as: UTF8.self) == "\u{1B}[4D1" || String(decoding: painter.output, as: UTF8.self) == "\u{1B}[12G1")
        var bold = after
        bold.restyle(Rect(column: 8, row: 4, columns: 1, rows: 1)) { _ in Self.styles[3] }
        painter.paint(bold, over: after) { $0 }
        #expect(String(decoding: painter.output, as: UTF8.self) == "\u{1B}[9G\u{1B}[1;38;5;255m2")
        painter.paint(after, over: bold) { $0 }
        #expect(String(decoding: painter.output, as: UTF8.self) == "\u{8}\u{1B}[22;38;5;252m2")
    }

    /// From every place to every other one, in as many bytes as are said.
    @Test func everyMoveEndsWhereItShould() {
        let size = Size(columns: 130, rows: 45), rows = [0, 1, 2, 3, 4, 5, 9, 10, 42, 44], columns = [0, 1, 2, 3, 4, 7, 8, 9, 10, 72, 98, 99, 100, 101, 128, 129]
        let points = rows.flatMap { row in columns.map { Point(column: $0, row: row) } }
        for start in points {
            for end in points {
                var writer = ControlWriter(), terminal = PlainTerminal(FramePainter.Abilities(), size: size)
                writer.move(to: start)
                let before = writer.bytes.count
                writer.move(to: end)
                terminal.take(writer.bytes)
                if terminal.cursor != end || terminal.unknown != [] || terminal.hasScrolled || writer.bytes.count - before != ControlWriter.cost(from: start, to: end) {
                    Issue.record("\(start) to \(end): \(terminal.cursor) \(terminal.unknown) \(writer.bytes)")
                }
                #expect(writer.bytes.count - before <= 9)
            }
        }
    }

    /// What one pen writes is written in one go, whatever stands between.
    @Test func eachPenIsTakenUpOnce() {
        var painter = FramePainter(FramePainter.Abilities(), colours: 256)
        let before = CellGrid(size: Size(columns: 80, rows: 24), style: Self.styles[1])
        var after = before
        for row in 3..<13 {
            after.put("就业", at: Point(column: 4, row: row), style: Self.styles[2])
            after.put("24,002", at: Point(column: 20, row: row), style: Self.styles[3])
        }
        painter.paint(before, over: nil) { $0 }
        painter.paint(after, over: before) { $0 }
        #expect(painter.output.count { $0 == UInt8(ascii: "m") } == 2)
    }

    /// A row that is chosen, and one that is no longer: erased once however many columns it has, then written.
    @Test(arguments: 0..<UInt64(200)) func theGroundOfARowIsErasedAtOnce(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let abilities = FramePainter.Abilities(), size = Size(columns: 100, rows: 3)
        var painter = FramePainter(abilities, colours: 256), terminal = PlainTerminal(abilities, size: size)
        var plain = CellGrid(size: size, style: Self.styles[1]), chosen = plain
        chosen.restyle(Rect(column: 3, row: 1, columns: 90, rows: 1)) { _ in Self.styles[4] }
        for column in [4, 30, 45, 70] {
            let text = ["就业", "24,002 人", "1—11月", "a", "社 会 保 障"][Int.random(in: 0..<5, using: &random)]
            let point = Point(column: column + Int.random(in: 0..<5, using: &random), row: 1)
            plain.put(text, at: point, style: Self.styles[Int.random(in: 1...3, using: &random)])
            chosen.put(text, at: point, style: Self.styles[4])
        }
        var shown: CellGrid?
        for grid in [plain, chosen, plain] {
            painter.paint(grid, over: shown) { $0 }
            terminal.take(painter.output)
            expect(terminal, shows: grid, "seed \(seed): \(String(decoding: painter.output, as: UTF8.self).debugDescription)")
            if shown != nil { #expect(painter.output.count { $0 == UInt8(ascii: "X") } == 1) }
            shown = grid
        }
    }

    @Test func aRowThatSomebodyElseWroteOverIsWrittenAnew() {
        let abilities = FramePainter.Abilities(), size = Size(columns: 20, rows: 3)
        var painter = FramePainter(abilities, colours: 256), terminal = PlainTerminal(abilities, size: size)
        var grid = CellGrid(size: size, style: Self.styles[1])
        grid.put("↑↓ 选择", at: Point(column: 1, row: 2), style: Self.styles[2])
        painter.paint(grid, over: nil) { $0 }
        terminal.take(painter.output)
        terminal.take(Array("\u{1B}[3;1H·…※①—\u{1B}[0;7m".utf8))
        painter.forget(row: 2)
        painter.paint(grid, over: grid) { $0 }
        terminal.take(painter.output)
        expect(terminal, shows: grid, "after the question")
    }

    @Test func aStandInIsSentForASign() {
        var painter = FramePainter(FramePainter.Abilities(), colours: 256)
        var grid = CellGrid(size: Size(columns: 9, rows: 1))
        grid.put("a·b", at: Point(column: 0, row: 0), style: .plain)
        painter.paint(grid, over: nil) { $0 == 0xB7 ? 0x2E : $0 }
        #expect(String(decoding: painter.output, as: UTF8.self).hasSuffix("a.b"))
    }
}
