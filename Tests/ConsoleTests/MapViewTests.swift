import Cells
import Indicators
import Tables
import TestSupport
import Testing
import Themes
import Wording

@testable import Console

@Suite struct MapViewTests {
    private static let keys: [(letter: Character, area: String)] = [("A", "211103"), ("B", "211102"), ("C", "211104")]

    @Test func keysOfTheMapAreOfferedWhereItIsShown() throws {
        let key = try #require(KeyTable.bindings.first { $0.strokes.contains { $0.action == .nextMapFigure } })
        for (size, isShown) in [(Size(columns: 80, rows: 24), false), (Size(columns: 120, rows: 40), true)] {
            var state = DashboardState(catalogue: Sample.example, size: size)
            state.press(.character("8"))
            #expect(state.screen == .districts && (key.isOffered(on: state.content) == .offered) == isShown)
        }
    }

    private static let small = AreaMap(keys: keys, rows: ["AAAAAAAA..", "AAAAAAAABB", ".CCCCCBBBB"])

    private func view(
        _ settings: Settings = Settings(), map: AreaMap = small, selected: String? = nil
    ) -> MapView {
        MapView(ink: Ink(Sample.state(80, 24, settings)), map: map, selected: selected)
    }

    private func drawn(_ view: MapView, _ columns: Int, _ rows: Int) -> CellGrid {
        var grid = CellGrid(size: Size(columns: columns, rows: rows), style: view.ink.theme[.background])
        view.draw(in: &grid, Rect(grid.size))
        return grid
    }

    /// 1 to 4 for the tints, s for what is selected, a dot for the background; what is bold looks the same.
    private func tints(_ view: MapView, _ grid: CellGrid) -> [String] {
        let theme = view.ink.theme
        let roles: [(Role, Character)] = [
            (.mapArea1, "1"), (.mapArea2, "2"), (.mapArea3, "3"), (.mapArea4, "4"), (.mapSelected, "s"),
        ]
        return grid.styleLines { style in
            var plain = style
            plain.attributes.remove(.bold)
            return roles.first { theme[$0.0] == style || theme[$0.0] == plain }?.1
                ?? (style == theme[.background] ? "." : "?")
        }
    }

    @Test func areasAreFieldsOfTintsWithLetterAndName() {
        let view = view()
        let grid = drawn(view, 20, 3)
        #expect(grid.lines() == ["   A 兴隆台区", "", "   C 大洼区    B"])
        #expect(tints(view, grid) == ["1111111111111111....", "11111111111111112222", "..333333333322222222"])
    }

    @Test func theSelectedOneIsLitAndMarked() {
        let view = view(selected: "211104")
        let grid = drawn(view, 20, 3)
        #expect(grid.lines() == ["   A 兴隆台区", "", "  ▌C 大洼区    B"])
        #expect(tints(view, grid) == ["1111111111111111....", "11111111111111112222", "..ssssssssss22222222"])
    }

    @Test func inEnglish() {
        #expect(drawn(view(Settings(language: .en)), 20, 3).lines() == [" A Xinglongtai", "", "     C Dawa    B"])
    }

    @Test(arguments: [Theme.Name.mono, .contrast])
    func withoutTintsAreasAreHatched(_ theme: Theme.Name) {
        let grid = drawn(view(Settings(theme: theme), selected: "211104"), 20, 3)
        #expect(grid.lines() == [" · A 兴隆台区  ·", " · · · · · · · ·░░░░", "  ▌C 大洼区 ░░ B░░░░"])
    }

    @Test func inASCIIEveryCellHasItsLetter() {
        let grid = drawn(view(Settings(language: .en, glyphs: .ascii), selected: "211104"), 20, 3)
        #expect(grid.lines() == [" A Xinglongtai", " A A A A A A A A B B", "   C>C Dawa  B B B B"])
    }

    @Test func growsByWholeFactorsAndStandsInTheMiddle() {
        let map = AreaMap(keys: Self.keys, rows: ["AB"])
        let view = view(map: map)
        #expect(view.size() == Size(columns: 4, rows: 1))
        #expect(tints(view, drawn(view, 7, 3)) == [".......", ".1122..", "......."])
        #expect(tints(view, drawn(view, 8, 2)) == ["11112222", "11112222"])
        #expect(
            tints(view, drawn(view, 40, 3)) == Array(repeating: "..............111111222222..............", count: 3))
        #expect(tints(view, drawn(view, 40, 40)).filter { $0.contains("1") }.count == 3)
    }

    @Test func withoutRoomNothingIsDrawn() {
        for (columns, rows) in [(19, 3), (20, 2), (0, 0), (0, 40), (40, 0)] {
            let grid = drawn(view(), columns, rows)
            #expect(!view().fits(Rect(grid.size)))
            #expect(grid == CellGrid(size: grid.size, style: view().ink.theme[.background]))
            #expect(view().area(at: Point(column: 0, row: 0), in: Rect(grid.size)) == nil)
        }
        #expect(view().fits(Rect(column: 5, row: 5, columns: 20, rows: 3)))
        let empty = AreaMap(keys: [], rows: [])
        #expect(!view(map: empty).fits(Rect(column: 0, row: 0, columns: 80, rows: 24)))
    }

    @Test func whatIsBesideTheRectangleStaysAndNoCharacterIsHalved() {
        for theme in Theme.Name.allCases {
            for left in 0..<4 {
                let view = view(Settings(theme: theme))
                var grid = CellGrid(size: Size(columns: 31, rows: 5))
                for row in 0..<5 {
                    grid.put(String(repeating: "城", count: 15), at: Point(column: 0, row: row), style: .plain)
                }
                view.draw(in: &grid, Rect(column: left, row: 1, columns: 23, rows: 3))
                let lines = grid.lines()
                #expect(lines[0] == String(repeating: "城", count: 15) && lines[4] == lines[0])
                for row in 1..<4 { #expect(lines[row].hasSuffix("城城")) }
                for row in 0..<5 {
                    for column in 0..<31 {
                        let cell = grid[Point(column: column, row: row)],
                            next = grid[Point(column: column + 1, row: row)]
                        #expect((cell.width == 2) == next.isContinuation)
                    }
                }
            }
        }
    }

    @Test func namesAreWholeOrNotAtAll() {
        for width in 1...12 {
            let map = AreaMap(keys: Self.keys, rows: [String(repeating: "A", count: width) + "B"])
            let line = drawn(view(map: map), width * 2 + 2, 1).lines()[0]
            #expect(line.contains("兴隆台区") == (width >= 6), "\(width)")
            #expect(line.contains("A") && line.contains("B") && !line.contains("…"))
        }
    }

    /// In every size and look: the area under a place is the one that is drawn there.
    @Test(
        arguments: ["panjin-2022", "example-city"],
        [Size(columns: 60, rows: 16), Size(columns: 125, rows: 31), Size(columns: 200, rows: 60)])
    func aClickFindsWhatIsDrawn(_ set: String, _ size: Size) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let map = try #require(try AreaMap(bundled: "\(root)/Data/\(set)/map.txt"))
        let catalogue = set == "example-city" ? Sample.example : Sample.catalogue
        let rect = Rect(column: 1, row: 2, columns: size.columns - 3, rows: size.rows - 2)
        let selected = map.areas[1]
        for (glyphs, theme) in [
            (Glyphs.braille, Theme.Name.dark), (.block, .light), (.ascii, .mono), (.block, .contrast),
        ] {
            let state = DashboardState(
                catalogue: catalogue, settings: Settings(theme: theme, glyphs: glyphs), size: size)
            let view = MapView(ink: Ink(state), map: map, selected: selected)
            var grid = CellGrid(size: size)
            view.draw(in: &grid, rect)
            let blank = CellGrid(size: size)
            var places: [String: Int] = [:]
            for row in 0..<size.rows {
                for column in 0..<size.columns {
                    let point = Point(column: column, row: row), cell = grid[point]
                    guard let code = view.area(at: point, in: rect) else {
                        #expect(cell == blank[point], "\(point)")
                        continue
                    }
                    places[code, default: 0] += 1
                    let roles: [Role] = [.mapArea1, .mapArea2, .mapArea3, .mapArea4]
                    let role = code == selected ? .mapSelected : roles[map.shade(of: code)]
                    var style = view.ink.theme[role]
                    if cell.style.attributes.contains(.bold) { style.attributes.insert(.bold) }
                    #expect(cell.style == style, "\(point)")
                    let text = grid.text(at: point)
                    if glyphs.name == .ascii, text.count == 1, let letter = text.first, letter.isUppercase {
                        #expect(map.area(withLetter: letter) == code, "\(point)")
                    }
                }
            }
            let scale =
                (places[selected] ?? 0)
                / (0..<map.rows).reduce(0) { sum, row in sum + (0..<map.columns).count { map[$0, row] == selected } }
                / 2
            #expect([1, 4, 9].contains(scale))
            for code in map.areas { #expect(grid.lines().joined().contains(map.letter(of: code) ?? "?")) }
        }
    }
}

extension AreaMap {
    /// A map of the repository, read without the rules that its reader has for it.
    fileprivate init?(bundled path: String) throws {
        let folder = try DirectoryFolder(
            path: path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
        let text = try folder.withFile("map.txt", maximumBytes: 1 << 16) { String(decoding: $0, as: UTF8.self) }
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let keys = lines.filter { $0.contains(" ") }.compactMap { line in
            line.first.map { ($0, String(line.dropFirst(2))) }
        }
        self.init(keys: keys, rows: lines.filter { !$0.contains(" ") }.map(String.init))
    }
}
