import Glibc
import TestSupport
import Testing

@testable import Cells

// The Glibc module leaves wcwidth out: its header wants _XOPEN_SOURCE.
@_silgen_name("wcwidth") private func columns(of character: wchar_t) -> Int32

@Suite struct CellGridTests {
    private func grid(_ columns: Int, _ rows: Int = 1) -> CellGrid {
        CellGrid(size: Size(columns: columns, rows: rows))
    }

    @Test func wideCharactersAreNeverHalved() {
        var grid = grid(5)
        grid.put("就业就", at: Point(column: 0, row: 0), style: .plain)
        #expect(grid.lines() == ["就业"])
        grid.put("x", at: Point(column: 1, row: 0), style: .plain)
        #expect(grid.lines() == [" x业"])
    }

    @Test func clipsOnTheLeft() {
        var grid = grid(6)
        grid.put(
            "就业", at: Point(column: 0, row: 0), style: .plain, within: Rect(column: 1, row: 0, columns: 5, rows: 1))
        #expect(grid.lines() == ["  业"])
    }

    @Test(arguments: ["\u{1B}[31m", "\u{202E}", "\u{0}", "\u{9B}", "\n", "\t", "\u{200B}"])
    func unsafeTextBecomesVisible(_ text: String) {
        var grid = grid(8)
        grid.put(text, at: Point(column: 0, row: 0), style: .plain)
        #expect(grid.lines()[0].hasPrefix("\u{FFFD}"))
    }

    @Test func combiningMarksJoin() {
        var grid = grid(4)
        grid.put("e\u{301}x", at: Point(column: 0, row: 0), style: .plain)
        #expect(grid.lines() == ["e\u{301}x"] && grid.text(at: Point(column: 1, row: 0)) == "x")
    }

    @Test func widthsAgreeWithTheCLibrary() {
        let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        let before = uselocale(locale)
        defer { uselocale(before) }
        var differences: [String] = []
        for value in UInt32(0x20)...0xFFFF {
            guard let scalar = Unicode.Scalar(value), !DisplayWidth.isUnsafe(scalar) else { continue }
            let width = Int(columns(of: wchar_t(value)))
            if width >= 0, width != DisplayWidth.of(scalar) { differences.append(String(value, radix: 16)) }
        }
        #expect(differences.isEmpty)
    }
}

@Suite struct TextLayoutTests {
    @Test func wrapsByTheRules() {
        #expect(TextLayout.wrap("城镇新增就业,同比增长。", to: 12) == ["城镇新增就", "业,同比增", "长。"])
        #expect(TextLayout.wrap("发放3.85亿元贷款", to: 8) == ["发放", "3.85亿元", "贷款"])
        #expect(TextLayout.wrap("", to: 8) == [""])
        #expect(TextLayout.wrap("new urban jobs", to: 9) == ["new urban", "jobs"])
    }

    @Test func truncatesWithASign() {
        #expect(TextLayout.truncate("城镇新增就业", to: 7) == "城镇新…")
        #expect(TextLayout.truncate("城镇", to: 4) == "城镇")
        #expect(TextLayout.truncate("城镇", to: 0) == "")
    }

    @Test func linesNeverStartWithAClosingMark() {
        var random = SeededGenerator(seed: 7)
        let parts = ["就业", "养老,", "24,002人", "(初步)", "“双减”", "。", "jobs ", "3.85亿元", "、", "85%", "近500人"]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }.joined()
            let columns = Int.random(in: 10...160, using: &random)
            let lines = TextLayout.wrap(text, to: columns)
            for line in lines {
                #expect(DisplayWidth.of(line) <= columns)
                if let first = line.first, text.first != first {
                    #expect(!",。、)%".contains(first), "\(text) at \(columns)")
                }
            }
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}

@Suite struct WidgetTests {
    @Test func largeDigitsOfThreeRows() {
        var grid = CellGrid(size: Size(columns: 24, rows: 3))
        LargeDigits.draw(
            "4,0.2%", at: Point(column: 0, row: 0), in: &grid, height: .three, glyphs: .braille, style: .plain)
        #expect(grid.lines() == ["█ █    █▀█   ▀▀█ ▀ █", "▀▀█    █ █   █▀▀ ▄▀", "  ▀ ▄▀ ▀▀▀ ▀ ▀▀▀ ▀ ▀"])
    }

    @Test func boxGivesWayInOrder() {
        func edge(_ columns: Int) -> String {
            var grid = CellGrid(size: Size(columns: columns, rows: 2))
            Box.draw(
                in: &grid, Rect(grid.size), title: "就业", trailing: "17 项", glyphs: .braille, frame: .plain,
                titleStyle: .plain, trailingStyle: .plain)
            return grid.lines()[0]
        }
        #expect(edge(20) == "╭─ 就业 ── 17 项 ─╮" || DisplayWidth.of(edge(20)) == 20)
        #expect(edge(12) == "╭─ 就业 ───╮")
    }

    @Test(arguments: [(0, 10, 4, 0, 0), (5, 10, 4, 0, 2), (9, 10, 4, 6, 6), (2, 10, 4, 6, 2), (3, 3, 4, 2, 0)])
    func scrollsAsLittleAsItCan(_ selected: Int, _ count: Int, _ visible: Int, _ top: Int, _ expected: Int) {
        #expect(ScrollWindow.top(selected: selected, count: count, visible: visible, top: top) == expected)
    }

    @Test(arguments: [
        (0.0, "────"), (0.001, "╸───"), (0.5, "━━──"), (0.999, "━━━╸"), (1.0, "━━━━"), (Double.nan, "────"),
    ])
    func thinBars(_ fraction: Double, _ expected: String) {
        let runs = ThinBar.runs(fraction: fraction, columns: 4, glyphs: .braille, filled: .plain, empty: .plain)
        #expect(runs.map(\.text).joined() == expected)
    }
}
