import Cells
import Testing

@Suite struct LargeDigitsTests {
    private func drawn(_ text: String, _ height: LargeDigits.Height, _ glyphs: Glyphs = .braille) -> [String] {
        let size = LargeDigits.size(of: text, height)
        var grid = CellGrid(size: size)
        #expect(
            LargeDigits.draw(
                text, at: Point(column: 0, row: 0), in: &grid, height: height, glyphs: glyphs, style: .plain) == size)
        return grid.lines()
    }

    @Test func theTenDigitsInThreeRows() {
        #expect(
            drawn("0123456789", .three) == [
                "█▀█ ▄█  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█",
                "█ █  █  █▀▀ ▀▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█",
                "▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀",
            ])
    }

    @Test func figuresOfTheMockUp() {
        #expect(
            drawn("24,002", .three) == ["▀▀█ █ █    █▀█ █▀█ ▀▀█", "█▀▀ ▀▀█    █ █ █ █ █▀▀", "▀▀▀   ▀ ▄▀ ▀▀▀ ▀▀▀ ▀▀▀"])
        #expect(drawn("14.04", .three) == ["▄█  █ █   █▀█ █ █", " █  ▀▀█   █ █ ▀▀█", "▀▀▀   ▀ ▀ ▀▀▀   ▀"])
        #expect(drawn("85%", .three) == ["█▀█ █▀▀ ▀ █", "█▀█ ▀▀█ ▄▀", "▀▀▀ ▀▀▀ ▀ ▀"])
    }

    @Test func signsInThreeRows() {
        #expect(drawn("5A", .three) == ["█▀▀ █▀█", "▀▀█ █▀█", "▀▀▀ ▀ ▀"])
        #expect(drawn("-+/", .three) == ["     ▄    █", "▀▀▀ ▀█▀ ▄▀", "        ▀"])
        #expect(drawn("1 2", .three) == ["▄█     ▀▀█", " █     █▀▀", "▀▀▀    ▀▀▀"])
    }

    @Test func hyphenMinusAndDashLookAlike() {
        #expect(drawn("-", .three) == drawn("−", .three) && drawn("-", .three) == drawn("–", .three))
    }

    @Test func theKioskFigure() {
        #expect(
            drawn("24,002", .five) == [
                "██████  ██  ██        ██████  ██████  ██████",
                "    ██  ██  ██        ██  ██  ██  ██      ██",
                "██████  ██████        ██  ██  ██  ██  ██████",
                "██          ██        ██  ██  ██  ██  ██",
                "██████      ██    ██  ██████  ██████  ██████",
                "                ██",
            ])
    }

    @Test func digitsInFiveRows() {
        #expect(
            drawn("1356", .five) == [
                "  ██    ██████  ██████  ██████", "████        ██  ██      ██", "  ██    ██████  ██████  ██████",
                "  ██        ██      ██  ██  ██", "██████  ██████  ██████  ██████",
            ])
        #expect(
            drawn("789", .five) == [
                "██████  ██████  ██████", "    ██  ██  ██  ██  ██", "    ██  ██████  ██████", "    ██  ██  ██      ██",
                "    ██  ██████  ██████",
            ])
    }

    @Test func inASCII() {
        #expect(
            drawn("4.2", .five, .ascii) == [
                "##  ##      ######", "##  ##          ##", "######      ######", "    ##      ##",
                "    ##  ##  ######",
            ])
        #expect(drawn("4.2", .three, .ascii).joined().utf8.allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: LargeDigits.Height.allCases)
    func aCommaIsToldFromAPoint(_ height: LargeDigits.Height) {
        let comma = drawn("1,2", height), point = drawn("1.2", height)
        #expect(comma != point)
        #expect(LargeDigits.size(of: ",", height).columns > LargeDigits.size(of: ".", height).columns)
    }

    @Test(arguments: LargeDigits.Height.allCases)
    func everyDigitHasAShapeOfItsOwn(_ height: LargeDigits.Height) {
        for glyphs in [Glyphs.braille, .block, .ascii] {
            let shapes = "0123456789A%-+/.,".map { drawn(String($0), height, glyphs) }
            #expect(Set(shapes).count == shapes.count)
        }
    }

    @Test func theRoomAFigureTakes() {
        #expect(LargeDigits.size(of: "", .three) == Size(columns: 0, rows: 3))
        #expect(LargeDigits.size(of: "", .five) == Size(columns: 0, rows: 5))
        #expect(LargeDigits.size(of: "85", .three) == Size(columns: 7, rows: 3))
        #expect(LargeDigits.size(of: "85", .five) == Size(columns: 14, rows: 5))
        #expect(LargeDigits.size(of: "1,2", .five).rows == 6)
        #expect(LargeDigits.size(of: "1,2", .three).rows == 3)
    }

    @Test func tallerDigitsAreTheSameShapes() {
        let five = drawn("24,0%", .five), ten = drawn("24,0%", .ten), fifteen = drawn("24,0%", .fifteen)
        for (row, line) in five.enumerated() {
            for times in 2...3 {
                let wide = line.flatMap { Array(repeating: $0, count: times) }
                for taller in (times == 2 ? ten : fifteen)[(row * times)..<((row + 1) * times)] {
                    #expect(Array(taller) == wide)
                }
            }
        }
    }

    @Test func narrowDigitsKeepTheCommaOnTheirRows() {
        #expect(
            drawn("24,002", .narrowFive) == [
                "████ █  █     ████ ████ ████", "   █ █  █     █  █ █  █    █", "████ ████     █  █ █  █ ████",
                "█       █   █ █  █ █  █ █",
                "████    █ ██  ████ ████ ████",
            ])
        #expect(drawn("1.5", .narrowFive).last == "████ ██ ████")
    }

    @Test func whatHasNoShapeStandsAsItself() {
        #expect(drawn("8万", .three) == ["█▀█", "█▀█", "▀▀▀ 万"])
        #expect(drawn("8元", .five).last == "██████  元")
        #expect(drawn("\u{1B}", .three) == ["", "", "\u{FFFD}"])
    }

    @Test func outsideTheGridIsCut() {
        var grid = blankGrid(5, 2)
        LargeDigits.draw(
            "88", at: Point(column: -2, row: 1), in: &grid, height: .three, glyphs: .braille, style: TestStyle.bold)
        #expect(grid.lines() == ["", "█ █▀█"])
        #expect(grid.styleLines(TestStyle.letter) == [".....", "b.bbb"])
    }

    @Test func theGapsKeepWhatWasThere() {
        var grid = blankGrid(7, 3)
        grid.fill(Rect(grid.size), style: TestStyle.selected)
        LargeDigits.draw(
            "11", at: Point(column: 0, row: 0), in: &grid, height: .three, glyphs: .braille, style: TestStyle.bold)
        #expect(grid.styleLines(TestStyle.letter) == ["bbssbbs", "sbsssbs", "bbbsbbb"])
    }
}
