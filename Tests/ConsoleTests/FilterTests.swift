import Cells
import Indicators
import Tables
import TestSupport
import Testing

@testable import Console

/// Tables that others made, on the screen: dimensions as a filter, words that suit any table.
@Suite struct FilterTests {
    static let table = """
        Year,Sex,Age,Units,GeoCode,Value
        2018,,,Percentage (%),,41.2
        2018,Female,,Percentage (%),,44.1
        2018,Male,,Percentage (%),,38.0
        2018,Female,0 to 14,Percentage (%),,12.4
        2019,,,Percentage (%),,42.2
        2019,Female,,Percentage (%),,45.1
        2019,Male,,Percentage (%),,39.0
        2019,Female,0 to 14,Percentage (%),,13.4
        2019,Female,0 to 14,Percentage (%),E12000007,13.8

        """

    private func state(_ keys: [Key] = [], columns: Int = 100, rows: Int = 24) throws -> DashboardState {
        let reading = DataReader.read(.file(FileBytes(copying: Self.table.utf8), ForeignFile(path: "sdg.csv")))
        var state = DashboardState(catalogue: try #require(reading.catalogue), size: Size(columns: columns, rows: rows))
        state.update(.resize(state.size))
        for key in keys { if let action = KeyTable.action(for: key, in: state) { state.update(action) } }
        return state
    }

    private func names(_ state: DashboardState) -> [String] {
        state.content(of: state.screen).items.compactMap {
            if case .figure(let indicator, _) = $0 { indicator.name.zh } else { nil }
        }
    }

    @Test func everythingIsShownUntilSomethingIsChosen() throws {
        #expect(names(try state([.character("1")])) == ["sdg", "Female", "Male", "Female · 0 to 14"])
    }

    @Test func aCodeOfOneDimensionIsShownEverywhere() throws {
        // f, Sex, Female.
        let chosen = try state([.character("f"), .enter, .down, .down, .enter, .escape, .character("1")])
        #expect(names(chosen) == ["Female", "Female · 0 to 14"])
        #expect(chosen.draw().lines().joined(separator: "\n").contains("Female"))
    }

    @Test func twoDimensionsAreChosenTogether() throws {
        let chosen = try state([
            .character("f"), .enter, .down, .down, .enter, .down, .enter, .down, .down, .enter, .escape,
            .character("1"),
        ])
        #expect(names(chosen) == ["Female · 0 to 14"])
    }

    @Test func theFirstRowShowsAllAgain() throws {
        let again = try state([
            .character("f"), .enter, .down, .enter, .enter, .up, .up, .enter, .escape, .character("1"),
        ])
        #expect(names(again).count == 4)
    }

    @Test func escapeOnTheOverviewTakesTheFilterAway() throws {
        let back = try state([.character("f"), .enter, .down, .enter, .escape, .escape])
        #expect(back.session.filter.isEmpty)
    }

    @Test func bracketsStayAmongWhatIsShown() throws {
        let next = try state([
            .character("f"), .enter, .down, .down, .enter, .escape, .character("1"), .enter, .character("]"),
            .character("]"),
        ])
        #expect(
            next.screen == .indicator("Female.", area: nil)
                || next.draw().lines().joined(separator: "\n").contains("Female"))
    }

    @Test func theKeyDoesNothingWhereThereIsNothingToChoose() {
        var state = Sample.state(100, 24)
        state.update(.filter)
        #expect(state.screen == .overview)
        #expect(!state.draw().lines().joined(separator: "\n").contains("f 筛选"))
    }

    @Test func anyTableSpeaksOfAreasNotOfACity() throws {
        let state = try state()
        #expect(!state.draw().lines().joined(separator: "\n").contains("全市"))
        #expect(!state.draw().lines().joined(separator: "\n").contains("县区"))
        #expect(state.draw().lines().joined(separator: "\n").contains("全部"))
    }

    @Test(arguments: [(20, 5), (40, 12), (80, 24), (120, 36), (200, 60)])
    func theChoiceIsWholeAtAnySize(_ size: (Int, Int)) throws {
        for keys: [Key] in [[.character("f")], [.character("f"), .enter]] {
            let grid = try state(keys, columns: size.0, rows: size.1).draw()
            #expect(grid.size == Size(columns: size.0, rows: size.1))
            #expect(grid.lines().joined(separator: "\n").contains(keys.count == 1 ? "Sex" : "Female") || size.1 < 6)
        }
    }
}
