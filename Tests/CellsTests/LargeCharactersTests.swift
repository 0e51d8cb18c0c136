import Testing

@testable import Cells

@Suite struct LargeCharactersTests {
    private func drawn(_ text: String, rows: Int) -> [String] {
        let size = LargeCharacters.size(of: text, rows: rows)
        var grid = CellGrid(size: size)
        LargeCharacters.draw(
            text, at: Point(column: 0, row: 0), in: &grid, rows: rows, glyphs: .block, style: .plain)
        return grid.lines()
    }

    @Test func aCharacterIsTenColumnsOfHalfCells() {
        #expect(
            drawn("人", rows: 5) == ["    ██", "    ██", "   █▀▀█", "  █▀  ▀█", "▄█▀    ▀█▄"])
        #expect(
            drawn("亿", rows: 5) == [
                "  █ ▄▄▄▄▄▄", " █▀    ▄█▀", "▀█   ▄█▀", " █ ▄█▀", " █ █▄▄▄▄▄█",
            ])
        #expect(!LargeCharacters.canDraw("一万", .block))
    }

    @Test func everyDrawingFillsItsHeightAndIsItsOwn() {
        var seen: [[String]: Character] = [:]
        for character in LargeCharacters.drawn where character != "-" {
            let lines = drawn(String(character), rows: 5)
            #expect(lines.count == 5 && !lines[0].isEmpty && !lines[4].isEmpty, "\(character)")
            #expect(seen.updateValue(character, forKey: lines) == nil, "\(character)")
        }
        #expect(LargeCharacters.drawn.count { !$0.isASCII } == 47)
    }

    @Test func tallerOnesAreTheSameDots() {
        for character in LargeCharacters.drawn {
            let five = drawn(String(character), rows: 5), ten = drawn(String(character), rows: 10)
            for (row, line) in five.enumerated() {
                let dots = Array(line)
                for half in 0..<2 {
                    let lit = dots.map { $0 == "█" || $0 == (half == 0 ? "▀" : "▄") }
                    let taller = Array(ten[2 * row + half])
                    for (column, isLit) in lit.enumerated() {
                        for other in [2 * column, 2 * column + 1] {
                            #expect((other < taller.count && taller[other] == "█") == isLit, "\(character)")
                        }
                    }
                }
            }
        }
    }

    @Test func wordsAreCapitalsAndSymbolsStayAsTheyAre() {
        #expect(LargeCharacters.canDraw("people", .block) && LargeCharacters.canDraw("at least", .ascii))
        for symbol in ["km", "t/day", "m²", "µg/m³", "kg"] {
            #expect(LargeCharacters.canDraw(symbol, .block) && !LargeCharacters.canDraw(symbol, .ascii))
        }
        for symbol in ["kWh", "ha", "MW"] { #expect(!LargeCharacters.canDraw(symbol, .block), "no drawing: \(symbol)") }
        #expect(!LargeCharacters.canDraw("人", .ascii) && !LargeCharacters.canDraw("", .block))
        #expect(drawn("it", rows: 5) == drawn("IT", rows: 5))
        #expect(drawn("IT", rows: 5) == ["███ ███", " █   █", " █   █", " █   █", "███  █"])
        #expect(drawn("days", rows: 5) == drawn("DAYS", rows: 5), "a word in no letter is drawn as a symbol")
        #expect(
            drawn("km", rows: 5) == [
                "██", "██  ▄█▀ ▄▄▄▄▄▄▄▄▄", "██▄█▀   ██▀▀██▀▀██", "██ ▀█▄  ██  ██  ██", "██   ██ ██  ██  ██",
            ])
    }

    @Test func fifteenRowsAreThreeTimesFive() {
        #expect(LargeCharacters.size(of: "万元", rows: 5) == Size(columns: 21, rows: 5))
        #expect(LargeCharacters.size(of: "万元", rows: 15) == Size(columns: 63, rows: 15))
        #expect(drawn("百", rows: 15)[0] == String(repeating: "█", count: 30))
        #expect(drawn("百", rows: 15)[1] == "▀▀▀▀▀▀▀▀▀▀▀▀███▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀")
    }
}
