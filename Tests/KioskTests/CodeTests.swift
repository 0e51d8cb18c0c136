import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Kiosk

/// The page with a code to take home. Real codes are read from the screen in the end-to-end tests.
@Suite struct CodeTests {
    /// A pattern of the size of version 5.
    private var pattern: PhoneCode? {
        PhoneCode(width: 37, dark: (0..<37 * 37).map { ($0 * 7 + $0 / 37) % 3 == 0 })
    }

    private func open(_ columns: Int, _ rows: Int, canCode: Bool = true) -> KioskState {
        var state = Sample.kiosk(columns, rows, KioskSettings(canCode: canCode))
        state.press(.enter, .character("1"), .character("1"))
        state.touch(.ask)
        return state
    }

    @Test func theBandIsThereOnlyWhereThePageHasRoom() {
        #expect(open(80, 24).choices.contains(.code) && open(200, 60).choices.contains(.code))
        #expect(!open(60, 18).choices.contains(.code) && !open(80, 24, canCode: false).choices.contains(.code))
        #expect(PhoneCode.capacity(rows: 23) == 106 && PhoneCode.capacity(rows: 8) == 0)
    }

    @Test func theTextIsTheFigureWithItsPeriodAndSource() throws {
        var state = open(120, 40)
        let effect = state.then(.key(.character(Character("\(1 + (state.choices.firstIndex(of: .code) ?? 8))"))))
        #expect(
            effect
                == .makeCode("城镇新增就业 2022年1—11月 24,002人 《持续增强群众获得感幸福感——盘锦着力保障和改善民生提高人民生活品质纪实》"))
        #expect(state.visit.page == .code(0))
        state.then(.code(nil))
        #expect(state.visit.page == .text(.ask, page: 0, figure: 0), "where none can be made it goes back")
    }

    @Test(arguments: [24, 30, 40, 60])
    func everyFigureHasACodeThatFits(_ rows: Int) {
        for (catalogue, language) in [
            (Sample.catalogue, Language.zh), (Sample.catalogue, .en), (Sample.example, .zh), (Sample.example, .en),
        ] {
            let columns = rows == 24 ? 80 : 120
            let state = Sample.kiosk(
                columns, rows, KioskSettings(language: language, canCode: true), catalogue: catalogue)
            for key in state.figureKeysByTopic.flatMap({ $0 }) {
                guard let figure = state.figure(key), figure.observation?.value != nil else { continue }
                let text = state.takeHomeText(figure) ?? ""
                let worded = Wording(catalogue, WordingOptions(language: language)).figure(figure.observation)
                let value = language == .en ? worded.replacing("–", with: "-") : worded
                #expect(text.utf8.count <= PhoneCode.capacity(rows: rows - 1) && text.contains(value), "\(text)")
                #expect(text.hasSuffix(language == .zh ? "》" : "\"") && !text.contains(" \"\""), "\(key): \(text)")
                #expect(!text.hasSuffix(" \""))
                let isASCII = text.allSatisfy { $0.isASCII || "²³µ".contains($0) }
                #expect(language == .zh || isASCII, "\(text)")
                let mark = KioskWords.in(language).fictionalShort
                #expect(text.contains(mark) == catalogue.package.isFictional)
            }
        }
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
    func theCodeIsDrawnModuleByModuleWithItsQuietZone(_ size: Size) throws {
        var state = open(size.columns, size.rows)
        state.touch(.code)
        let code = try #require(pattern)
        state.then(.code(code))
        let grid = state.draw(), top = (size.rows - code.size.rows) / 2
        func isDark(_ column: Int, _ row: Int) -> Bool {
            let cell = grid.text(at: Point(column: 2 + column, row: top + row / 2))
            return cell == "█" || cell == (row % 2 == 0 ? "▀" : "▄")
        }
        for row in 0..<45 {
            for column in 0..<45 {
                let place = (row - 4) * 37 + column - 4
                let isInside = (4..<41).contains(row) && (4..<41).contains(column)
                #expect(isDark(column, row) == (isInside && (place * 7 + place / 37) % 3 == 0), "\(column) \(row)")
            }
        }
        let text = grid.lines().joined()
        #expect(text.contains("扫码带走") && text.contains("1 返回") && text.contains("8 English"))
        state.press(.character("1"))
        #expect(state.visit.page == .text(.ask, page: 0, figure: 0))
    }
}
