import Testing

@testable import Tables

/// Years in a title that are not those of the figures.
@Suite struct TitleYearTests {
    @Test(arguments: [
        "2024年统计年鉴 表3-2 各区人口", "2024年盘山统计年鉴", "盘山统计年鉴—2024", "盘山统计年鉴（2024）", "Statistical Yearbook 2024",
        "2024 Statistical Yearbook", "工业增加值（按2020年价格计算）", "价格指数（2020年=100）", "工业总产值（2015年不变价）", "总产值（2020年价格）",
        "按2017年国民经济行业分类标准统计的就业人员", "依据盘政发〔2023〕15号文件", "盘政发[2023]第15号", "附件：2023-15", "附件 2023", "2024年版 第3表",
        "2020年以来累计完成投资", "自2020年起投资", "Jobs since 2020", "2023年11月上旬价格", "2023年第5周价格", "2023年人口与2022年就业",
        "9M 2022 results",
        "YTD 2023", "2023年春季学期学生", "2023年12月31日各区人口",
    ])
    func isNotThatOfTheFigures(_ title: String) {
        #expect(PeriodOfTitle.find(title) == .unclear)
        let reading = readTable(Array("\(title)\n地区,人口,户数\n甲区,12,31\n乙区,10,21\n".utf8))
        #expect(reading.catalogue == nil && reading.problems.map(\.code) == ["no-periods"])
        #expect(reading.problems.first?.message.zh.contains("没有一列是年份") == false)
    }

    @Test(
        arguments: [
            ("2024年统计年鉴 2023年各区人口", "2023"), ("统计年鉴2024：2023年人口", "2023"), ("2023年工业增加值（按2020年价格计算）", "2023"),
            ("2023年价格指数（2022年=100）", "2023"), ("2023年比2022年增长情况", "2023"), ("2023年各区人口（2022年为快报数）", "2023"),
            ("盘政发〔2022〕15号 2023年就业", "2023"), ("2023.1-11月主要指标", "2023-01-01/P11M"), ("2023年6月当月就业", "2023-06"),
            ("2023年6月止累计财政收入", "2023-01-01/P6M"), ("2023年1月1日至6月30日就业", "2023-01-01/P6M"), ("2023年价格监测", "2023"),
            ("2023年标准化建设", "2023"), ("2023年国民经济和社会发展统计公报", "2023"), ("2023年图书出版情况", "2023"), ("截至2023年底学校", "2023"),
            ("二〇二一年就业", "2021"), ("甲县二〇二三年主要指标", "2023"), ("2023年60周岁以上老人", "2023"),
        ] as [(String, String?)])
    func isThatOfTheFigures(_ title: String, _ expected: String?) {
        #expect(PeriodOfTitle.read(title)?.text == expected)
    }

    /// What is said is true: the period is written, and it is not understood.
    @Test(arguments: [
        ("指标,FY2021,FY2022\n支出,5,6\n", "FY2021"), ("指标,21年,22年\n支出,5,6\n", "21年"),
        ("Month,Jobs\nJan-22,5\nFeb-22,6\n", "Jan-22"), ("Item,FY21/22,FY22/23\nCost,5,6\n", "FY21/22"),
        ("周次,猪肉\n2023年第1周,28\n2023年第2周,27\n", "2023年第1周"),
        ("地区,1月,2月\n甲区,5,6\n乙区,7,8\n", "1月"), ("附件：2023-15\n地区,人口,户数\n甲区,5,6\n乙区,7,8\n", "附件：2023-15"),
    ])
    func theReasonNamesIt(_ table: String, _ text: String) {
        let reading = readTable(Array(table.utf8))
        #expect(reading.catalogue == nil && reading.problems.map(\.code) == ["no-periods"])
        #expect(reading.problems.first?.message.zh.contains("“\(text)”") == true, "\(reading.problems)")
    }

    @Test func theAdviceOnPartsOfMonthsIsTrue() {
        let reading = readTable("时期,煤\n2023年11月上旬,920\n2023年11月中旬,915\n")
        #expect(reading.problems.first?.mend.zh.contains("首日和末日") == true, "\(reading.problems)")
        #expect(Hints.forPeriod("2023年第5周").zh.contains("W05"))
        #expect(!Hints.forPeriod("2023年多").zh.contains("写出年份"))
        #expect(Hints.forPeriod("11月").zh.contains("写出年份"))
    }
}
