import Indicators
import TestSupport
import Testing

@testable import Tables

private typealias Book = SmallWorkbook

/// Periods that stand once for several rows, in the names of rows, in codes, and on sheets.
@Suite struct RowPeriodTests {
    @Test(arguments: [
        FieldShape(
            "months below their years", "月份,就业,失业\n2022年,,\n1月,5,6\n2月,7,8\n2023年,,\n1月,9,10\n",
            [
                "_ALL 就业 2022-01 5", "_ALL 就业 2022-02 7", "_ALL 就业 2023-01 9", "_ALL 失业 2022-01 6", "_ALL 失业 2022-02 8",
                "_ALL 失业 2023-01 10",
            ]),
        FieldShape(
            "years with figures", "时间,就业\n2022年,12\n1月,5\n2月,7\n2023年,20\n1月,9\n",
            ["_ALL 就业 2022 12", "_ALL 就业 2022-01 5", "_ALL 就业 2022-02 7", "_ALL 就业 2023 20", "_ALL 就业 2023-01 9"]),
        FieldShape(
            "months of one of several years", "时间,就业\n2021年,10\n2022年,12\n1月,5\n",
            ["_ALL 就业 2021 10", "_ALL 就业 2022 12"], problems: ["4:1 period-unreadable 1月"]),
        FieldShape(
            "months of a year that is not stated", "时间,就业\n2021年,10\n1月,5\n12月,5\n1月,4\n",
            ["_ALL 就业 2021 10", "_ALL 就业 2021-01 5", "_ALL 就业 2021-12 5"], problems: ["5:1 period-unreadable 1月"]),
        FieldShape(
            "a year for several rows", "年份,产业,就业(人)\n2022,第一产业,5\n,第二产业,6\n2023,第一产业,7\n,第二产业,8\n",
            [
                "_ALL 第一产业 · 就业 2022 5", "_ALL 第二产业 · 就业 2022 6", "_ALL 第一产业 · 就业 2023 7", "_ALL 第二产业 · 就业 2023 8",
            ]),
        FieldShape(
            "a year for the rows of its quarters", "年份,季度,就业\n2022,一季度,5\n,二季度,6\n2023,一季度,7\n,二季度,8\n",
            ["_ALL 就业 2022-Q1 5", "_ALL 就业 2022-Q2 6", "_ALL 就业 2023-Q1 7", "_ALL 就业 2023-Q2 8"]),
        FieldShape(
            "a year for its months, and one that is missing", "年份,月份,数值\n2022,11,5\n,12,6\n,11,7\n",
            ["_ALL t 2022-11 5", "_ALL t 2022-12 6"], problems: ["4:1 period-required"]),
        FieldShape(
            "one figure a row below a year", "年份,地区,指标,数值\n2022,甲区,就业,5\n,乙区,就业,6\n",
            ["甲区 就业 2022 5", "乙区 就业 2022 6"]),
        FieldShape(
            "the same row twice below a year", "年份,产业,就业(人)\n2022,第一产业,5\n,第二产业,6\n,第二产业,7\n",
            ["_ALL 第一产业 · 就业 2022 5", "_ALL 第二产业 · 就业 2022 6"], problems: ["4:1 period-required"]),
        FieldShape("one dated heading", "地区,2023年参保人数\n甲区,5\n乙区,6\n", ["甲区 参保人数 2023 5", "乙区 参保人数 2023 6"]),
        FieldShape(
            "names with their period", "指标,数值\n2023年常住人口,5\n2022年常住人口,6\n2023年出生人口,7\n",
            ["_ALL 常住人口 2023 5", "_ALL 常住人口 2022 6", "_ALL 出生人口 2023 7"]),
        FieldShape("areas with their period", "地区,人口\n甲区（2023年）,5\n乙区（2023年）,6\n", ["甲区 人口 2023 5", "乙区 人口 2023 6"]),
        FieldShape(
            "codes of months",
            "Series ID,Year,Period,Observation Value\nLNS1,2023,M01,3.4\nLNS1,2023,M02,3.6\nLNS1,2023,M13,3.5\n",
            ["_ALL LNS1 2023-01 3.4", "_ALL LNS1 2023-02 3.6", "_ALL LNS1 2023 3.5"]),
        FieldShape(
            "codes of quarters and halves", "Series ID,Year,Period,Value\nA,2023,Q01,1\nA,2023,Q05,2\nA,2023,S02,3\n",
            ["_ALL A 2023-Q1 1", "_ALL A 2023 2", "_ALL A 2023-S2 3"]),
        FieldShape(
            "years that end in March", "Year ended 31 March,Spending\n2021,5\n2022,6\n",
            ["_ALL Spending 2020-04-01/P12M 5", "_ALL Spending 2021-04-01/P12M 6"]),
        FieldShape(
            "three lines with an empty corner",
            "表7 学校,,,,\n,学校数(所),,在校生(人),\n,2021年,2022年,2021年,2022年\n小学,5,6,70,80\n初中,7,8,90,99\n",
            [
                "_ALL 小学 · 学校数 2021 5", "_ALL 小学 · 学校数 2022 6", "_ALL 小学 · 在校生 2021 70", "_ALL 小学 · 在校生 2022 80",
                "_ALL 初中 · 学校数 2021 7", "_ALL 初中 · 学校数 2022 8", "_ALL 初中 · 在校生 2021 90", "_ALL 初中 · 在校生 2022 99",
            ], problems: ["4:1 empty-header 小学"]),
        FieldShape(
            "years that a spreadsheet shows as days", "年份,就业\n1905-07-13,5\n1905-07-14,6\n",
            ["_ALL 就业 2021 5", "_ALL 就业 2022 6"]),
        FieldShape(
            "days of 1905", "日期,气温\n1905-07-13,5\n1905-07-14,6\n", ["_ALL 气温 1905-07-13 5", "_ALL 气温 1905-07-14 6"]),
        FieldShape(
            "months that a spreadsheet rewrote", "2023年就业,,\n地区,2024-01-03,2024-01-06\n甲区,5,6\n乙区,7,8\n", [],
            problems: ["2:1 no-periods 地区, 2024-01-03, 2024-01-06"]),
    ])
    func inRows(_ shape: FieldShape) { shape.check() }

    // MARK: Sheets

    private func row(_ cells: String...) -> String {
        cells.map { $0.isEmpty ? "<c/>" : DecimalNumber($0) == nil ? Book.text($0) : Book.number($0) }.joined()
    }

    private func read(_ names: [String], title: String?, _ lines: [String]) -> CatalogueReading {
        var book = Book()
        for name in names { book.add(name, (title.map { [row($0)] } ?? []) + lines) }
        return DataReader.read(.file(FileBytes(copying: book.bytes), ForeignFile(path: "b.xlsx")))
    }

    @Test(
        arguments: [
            (["1月", "2月"], "2023年财政收支", ["2023-01", "2023-02"]),
            (["一季度", "二季度"], "2023年就业情况", ["2023-Q1", "2023-Q2"]),
            (["2022", "2023"], nil, ["2022", "2023"]), (["2023年1月", "2023年2月"], nil, ["2023-01", "2023-02"]),
            (["2023年1月"], "2023年财政", ["2023-01"]), (["2月"], "2023年1-2月财政", ["2023-01-01/P2M"]),
            (["累计"], "2023年6月财政", ["2023-01-01/P6M"]), (["财政"], "2023年6月财政", ["2023-06"]),
            (["1-3月"], "2023年财政", ["2023-01-01/P3M"]), (["2023"], "2023年6月财政", ["2023-06"]),
        ] as [([String], String?, [String])])
    func completeThePeriod(_ sheets: [String], _ title: String?, _ periods: [String]) throws {
        let read = try catalogue(
            read(sheets, title: title, [row("项目", "收入", "支出"), row("税收", "5", "6"), row("非税", "7", "8")]))
        #expect(Set(read.observations.periodTexts) == Set(periods))
    }

    @Test(arguments: [("2月", "2023年1月财政"), ("2022", "2023年财政"), ("累计", "2023年财政"), ("3月", "2023年1-2月财政")])
    func thatContradictTheTitleAreNotRead(_ sheet: String, _ title: String) {
        let found = read([sheet], title: title, [row("项目", "收入", "支出"), row("税收", "5", "6"), row("非税", "7", "8")])
        #expect(found.catalogue == nil && found.problems.map(\.code) == ["no-periods"])
        #expect(found.problems.first?.message.zh.contains("“\(sheet)”") == true)
    }

    @Test func aSheetOfWhatHasRunUp() throws {
        let read = try catalogue(
            read(["累计"], title: nil, [row("指标", "2023年1月", "2023年3月"), row("用电", "5", "6"), row("用水", "7", "8")]))
        #expect(Set(read.observations.periodTexts) == ["2023-01", "2023-01-01/P3M"])
    }

    @Test func yearsAboveMonthsOfASheet() throws {
        let read = try catalogue(
            read(["2022"], title: nil, [row("指标", "1月", "2月"), row("用电", "5", "6"), row("用水", "7", "8")]))
        #expect(Set(read.observations.periodTexts) == ["2022-01", "2022-02"])
    }
}

extension ObservationTable {
    fileprivate var periodTexts: [String] { (0..<count).map { self[$0].period.text } }
}
