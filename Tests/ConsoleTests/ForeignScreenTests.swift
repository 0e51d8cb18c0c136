import Cells
import Indicators
import Tables
import TestSupport
import Testing
import Wording

@testable import Console

/// What one sees of a table that others made.
@Suite struct ForeignScreenTests {
    private func screen(
        _ table: String, _ keys: [Key] = [], columns: Int = 80, rows: Int = 24, _ language: Language = .zh
    ) throws -> [String] {
        let reading = DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "office.csv")))
        var state = DashboardState(
            catalogue: try #require(reading.catalogue), settings: Settings(language: language),
            size: Size(columns: columns, rows: rows))
        state.welcome()
        for key in keys { if let action = KeyTable.action(for: key, in: state) { state.update(action) } }
        return state.draw().lines()
    }

    static let single = """
        DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
        CME,ALB,RATE,2019,8.126272246295371,PER_1000_LIVEBIRTHS
        CME,ALB,RATE,2020,8.5,PER_1000_LIVEBIRTHS
        CME,ALB,RATE,2021,8.226272246295371,PER_1000_LIVEBIRTHS

        """

    @Test func oneTopicFillsTheOverview() throws {
        for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
            let lines = try screen(Self.single, columns: columns, rows: rows)
            let blank = lines.count { $0.allSatisfy { " │".contains($0) } }
            #expect(blank * 2 < rows, "\(blank) blank lines of \(rows)")
        }
    }

    @Test func theTitleNamesTheArea() throws {
        #expect(try screen(Self.single)[0].contains("ALB") && !screen(Self.single)[0].contains("全部"))
        #expect(try screen("Year,Wells\n2020,40\n2021,41\n")[0].contains("office") == true)
        #expect(try !screen("Year,Wells\n2020,40\n2021,41\n")[0].contains("全部"))
    }

    @Test func nothingIsSaidOfJudging() throws {
        for keys in [[], [.character("1")], [.character("1"), .enter]] as [[Key]] {
            for (columns, rows) in [(80, 24), (120, 40)] {
                for language in Language.allCases {
                    let text = try screen(Self.single, keys, columns: columns, rows: rows, language).joined()
                    #expect(!text.contains("◇") && !text.contains("未评") && !text.lowercased().contains("not judged"))
                }
            }
        }
    }

    @Test func theIndicatorHasAllDigits() throws {
        let list = try screen(Self.single, [.character("1")])
        let row = try #require(list.first { $0.contains("RATE") })
        #expect(row.contains("8.2263 ") && list.joined().contains("表中写作 8.226272246295371"))
        let page = try screen(Self.single, [.character("1"), .enter], rows: 40).joined(separator: "\n")
        #expect(page.contains("表中写作 8.226272246295371"))
    }
}
