import Indicators
import Testing

@testable import Tables

/// A figure stands under the period that its row and its heading state, and under no other.
@Suite struct StatedPeriodTests {
    @Test(arguments: [
        FieldShape(
            "month as a word and day",
            "Year,Month,Day,Rain\n2020,Jan,1,5\n2020,Jan,2,6\n2020,Feb,1,7\n",
            ["_ALL Rain 2020-02-01 7", "_ALL Rain 2020-01-02 6", "_ALL Rain 2020-01-01 5"]),
        FieldShape(
            "month and day with signs",
            "年,月,日,降水\n2020,1月,1日,5\n2020,1月,2日,6\n2020,2月,1日,7\n",
            ["_ALL 降水 2020-02-01 7", "_ALL 降水 2020-01-02 6", "_ALL 降水 2020-01-01 5"]),
        FieldShape(
            "start year and end year",
            "Area,Start year,End year,Rate\nEast,2015,2017,5\nEast,2016,2018,6\nWest,2015,2017,7\nWest,2017,2017,8\n",
            ["East Rate 2016/2018 6", "East Rate 2015/2017 5", "West Rate 2015/2017 7", "West Rate 2017 8"]),
        FieldShape(
            "one start year",
            "起始年份,截止年份,就业\n2015,2017,5\n2015,2018,6\n",
            ["_ALL 就业 2015/2018 6", "_ALL 就业 2015/2017 5"]),
    ])
    func inSeveralColumns(_ shape: FieldShape) { shape.check() }

    @Test(
        arguments: [
            ("2021年人口", "2021 人口"), ("2021年上半年就业", "2021-S1 就业"), ("2021年一季度就业", "2021-Q1 就业"),
            ("2021年第三季度末就业", "2021-Q3 就业"), ("2021年1-6月新增就业", "2021-01-01/P6M 新增就业"), ("2021年3月就业", "2021-03 就业"),
            ("2021年末常住人口", "2021 常住人口"), ("2021年底存款", "2021 存款"), ("2021年度预算", "2021 预算"), ("2021年度假人数", "2021 度假人数"),
            ("2021年65岁以上人口", "2021 65岁以上人口"), ("65岁以上人口2021年", "2021 65岁以上人口"), ("2021年平均房价", "2021 平均房价"),
            ("Jobs based in town 2021", "2021 Jobs based in town"), ("House price 2021", "2021 House price"),
            ("2021 Q1 jobs", "2021-Q1 jobs"), ("Jobs 2021 Q1", "2021-Q1 Jobs"), ("Population 2021", "2021 Population"),
            ("2021年末数", "2021 年末数"), ("就业2021年上半年", "2021-S1 就业"), ("2021年均工资", "2021 年均工资"),
            ("2021年第三季就业", nil), ("Jobs Jan 2021", nil), ("Jobs Q1 2021", nil), ("2021年初人口", nil),
            ("12/2021 jobs", nil),
            ("2021-65 jobs", nil), ("2015年不变价产值", nil), ("2015年价产值", nil), ("2015 prices", nil), ("GDP base 2015", nil),
            ("2015 base year GDP", nil), ("GDP 2018 and 2020", nil), ("1500米跑", nil), ("FY2021", nil),
            ("Jobs FY 2021", nil),
        ] as [(String, String?)])
    func inANamedHeading(_ heading: String, _ expected: String?) {
        #expect(Heading.namedPeriod(heading).map { "\($0.reading.period.text) \($0.name)" } == expected)
    }

    @Test(arguments: [
        FieldShape(
            "column of an age group",
            "县区,2021年65岁以上人口,2021年就业,2022年就业\n东乡县,50,5,6\n西乡县,40,7,8\n",
            [
                "东乡县 65岁以上人口 2021 50", "东乡县 就业 2021 5", "东乡县 就业 2022 6", "西乡县 65岁以上人口 2021 40",
                "西乡县 就业 2021 7", "西乡县 就业 2022 8",
            ]),
        FieldShape(
            "column that is left out",
            "县区,2021年第三季就业,2021年人口,2022年人口\n东乡县,50,5,6\n西乡县,40,7,8\n",
            ["东乡县 人口 2021 5", "东乡县 人口 2022 6", "西乡县 人口 2021 7", "西乡县 人口 2022 8"],
            problems: ["1:4 header-period 2021年第三季就业"]),
        FieldShape(
            "area left of the years",
            "县区,面积(平方公里),2021年,2022年\n东乡县,50.5,5,6\n西乡县,40.1,7,8\n",
            ["东乡县 t 2021 5", "东乡县 t 2022 6", "西乡县 t 2021 7", "西乡县 t 2022 8"],
            problems: ["1:4 header-period 面积(平方公里)"]),
        FieldShape(
            "classes of incomes", "县区,1500-2000,2000-2500\n东乡县,5,6\n西乡县,7,8\n", [],
            problems: ["1:1 no-periods 县区, 1500-2000, 2000-2500"]),
        FieldShape(
            "narrow classes", "县区,1900-1950,1950-2000\n东乡县,5,6\n西乡县,7,8\n", [],
            problems: ["1:1 no-periods 县区, 1900-1950, 1950-2000"]),
        FieldShape(
            "school years", "County,2018-2019,2019-2020\nEast,5,6\nWest,7,8\n",
            ["East t 2018/2019 5", "East t 2019/2020 6", "West t 2018/2019 7", "West t 2019/2020 8"]),
        FieldShape(
            "plans of five years", "县区,2011-2015年,2016-2020年\n东乡县,5,6\n西乡县,7,8\n",
            ["东乡县 t 2011/2015 5", "东乡县 t 2016/2020 6", "西乡县 t 2011/2015 7", "西乡县 t 2016/2020 8"]),
    ])
    func inTheHeader(_ shape: FieldShape) { shape.check() }

    @Test(arguments: ["Decree 12 2020", "Marina 11 2021", "Marches 11 2021", "Decree 2020", "Mayor-2021", "1500-2000"])
    func otherWordsAreNoMonths(_ text: String) {
        let found = PeriodColumn.resolve([text], years: PeriodReading.years).periods
        #expect(found == [nil])
    }

    @Test func namesOfMonthsAreDays() {
        let texts = ["31 October 2026", "Oct. 30, 2026", "1-Sept-2026"]
        #expect(
            PeriodColumn.resolve(texts).periods.map { $0?.text } == ["2026-10-31", "2026-10-30", "2026-09-01"])
    }

    @Test(
        arguments: [
            ("2026", "上月", nil), ("2026", "上年", "2025"), ("2026", "本月", nil), ("2026", "全年龄段", "2026"),
            ("2026-09", "上月", "2026-08"), ("2026-09", "上季", nil), ("2026-09", "上年", nil),
            ("2026-09", "去年同期", "2025-09"),
            ("2026-09", "上年同月", "2025-09"), ("2026-09", "YTD last year", "2025-01-01/P9M"),
            ("2026-09", "YTD", "2026-01-01/P9M"),
            ("2026-09", "Annual target", "2026"), ("2026-09", "全年龄段", "2026-09"), ("2026-09", "全年计划", "2026"),
            ("2026-09", "Job openings", "2026-09"), ("2026-09", "Opening balance", nil), ("2026-09", "年初数", nil),
            ("2026-09", "自年初累计", "2026-01-01/P9M"), ("2026-09", "比年初增长", "2026-09"),
            ("2026-09", "End of last year", nil),
            ("2026-09", "比上年增长", "2026-09"), ("2026-09", "上年同期增速", "2025-09"), ("2026-09", "上年=100", "2026-09"),
            ("2026-01-01/P9M", "Full year", "2026"), ("2026-01-01/P9M", "This period", "2026-01-01/P9M"),
            ("2026-01-01/P9M", "本月", "2026-09"), ("2026-01-01/P9M", "上年同期", "2025-01-01/P9M"),
            ("2026-01-01/P9M", "上月", nil), ("2026-Q3", "上季", "2026-Q2"), ("2026-Q3", "上年同期", "2025-Q3"),
            ("2026-S1", "上年同期", "2025-S1"), ("2026-01", "上月累计", nil), ("2026-01", "上期", "2025-12"),
        ] as [(String, String, String?)])
    func belowATitle(_ title: String, _ heading: String, _ expected: String?) throws {
        let period = try #require(Period(sdmx: title))
        #expect(TitlePeriod.period(heading, period)?.text == expected)
    }

    @Test(
        arguments: [
            ("Jobs in 2021", "2021"), ("Livelihood September 2026", "2026-09"), ("Jobs, Sept. 2026", "2026-09"),
            ("Jobs, January-September 2026", "2026-01-01/P9M"), ("Jobs, Mar to May 2026", "2026-03-01/P3M"),
            ("Jobs, Q3 2026", "2026-Q3"), ("Third quarter of 2026", "2026-Q3"), ("First half 2026", "2026-S1"),
            ("Monthly jobs 2022", "2022"), ("Beds that may open 2022", "2022"), ("2022年分季度就业", "2022"),
            ("2022年各月就业", "2022"), ("2022年三季度就业", "2022-Q3"), ("2022年1-11月就业", "2022-01-01/P11M"),
            ("2022年1至11月就业", "2022-01-01/P11M"), ("Jobs on 30 September 2026", nil), ("As of September 30, 2026", nil),
            ("First nine months of 2026", nil), ("2026, third quarter", nil), ("2026年第三季主要指标", nil),
            ("2026年就业（上半年）", nil), ("FY2026 jobs", nil), ("Financial year 2026", nil), ("2021 and 2022", nil),
        ] as [(String, String?)])
    func statedByATitle(_ title: String, _ expected: String?) {
        #expect(PeriodOfTitle.read(title)?.text == expected)
    }

    @Test func aPartBelowATitleIsThatOfItsNeighbours() {
        FieldShape(
            "one part",
            "2026年,,,,\n指标,1-9月,上年同期,同比(%),全年计划\n就业,5,6,7,8\n床位,9,10,11,12\n",
            [
                "_ALL 就业 2026-01-01/P9M 5", "_ALL 就业 2025-01-01/P9M 6", "_ALL 就业 · 同比 2026-01-01/P9M 7",
                "_ALL 就业 · 全年计划 2026 8", "_ALL 床位 2026-01-01/P9M 9", "_ALL 床位 2025-01-01/P9M 10",
                "_ALL 床位 · 同比 2026-01-01/P9M 11", "_ALL 床位 · 全年计划 2026 12",
            ]
        ).check()
    }

    @Test func aPartBesideAnotherFigureIsNotOfTheYear() {
        FieldShape(
            "lone part", "2026年,,\n县区,就业,1-9月\n东乡县,5,6\n西乡县,7,8\n", ["东乡县 就业 2026 5", "西乡县 就业 2026 7"],
            problems: ["2:7 months-doubt 1-9月"]
        ).check()
    }

    @Test(arguments: [
        ("本月", true), ("本月完成数", true), ("上年同期累计", true), ("YTD last year", true), ("This month (actual)", true),
        ("本年增加", false), ("本月收入", false), ("上年末", false), ("全年", false), ("本月就业", false),
    ])
    func namesNothingButAPeriod(_ heading: String, _ expected: Bool) {
        #expect(TitlePeriod.isSpan(heading) == expected)
    }

    @Test func headingsInEnglishBelowATitle() {
        FieldShape(
            "english",
            "Livelihood September 2026,,,,\nItem,This month,Last month,YTD,Full year\nJobs,1,2,3,4\nBeds,5,6,7,8\n",
            [
                "_ALL Jobs 2026-09 1", "_ALL Jobs 2026-08 2", "_ALL Jobs 2026-01-01/P9M 3",
                "_ALL Jobs · Full year 2026 4",
                "_ALL Beds 2026-09 5", "_ALL Beds 2026-08 6", "_ALL Beds 2026-01-01/P9M 7",
                "_ALL Beds · Full year 2026 8",
            ]
        ).check()
    }

    @Test(arguments: [
        FieldShape(
            "some months with total",
            "2022年,,\n月份,就业,床位\n3月,4,5\n4月,6,7\n合计,10,12\n",
            [
                "_ALL 就业 2022-03 4", "_ALL 就业 2022-04 6", "_ALL 就业 2022-03-01/P2M 10", "_ALL 床位 2022-03 5",
                "_ALL 床位 2022-04 7", "_ALL 床位 2022-03-01/P2M 12",
            ]),
        FieldShape(
            "months with total",
            "2022年,,\n月份,就业(人),床位\n1月,4,5\n2月,6,7\n合计,10,12\n",
            [
                "_ALL 就业 2022-01 4", "_ALL 就业 2022-02 6", "_ALL 就业 2022-01-01/P2M 10", "_ALL 床位 2022-01 5",
                "_ALL 床位 2022-02 7", "_ALL 床位 2022-01-01/P2M 12",
            ]),
        FieldShape(
            "months as numbers with total",
            "2022年,,\n月份,就业(人),床位\n1,4,5\n2,6,7\n3,6,7\n合计,16,19\n",
            [
                "_ALL 就业 2022-01 4", "_ALL 就业 2022-02 6", "_ALL 就业 2022-03 6", "_ALL 就业 2022-01-01/P3M 16",
                "_ALL 床位 2022-01 5", "_ALL 床位 2022-02 7", "_ALL 床位 2022-03 7", "_ALL 床位 2022-01-01/P3M 19",
            ]),
        FieldShape(
            "days with total",
            "2022年11月,,\n日期,检测,阳性\n1日,4,5\n2日,6,7\n合计,10,12\n",
            [
                "_ALL 检测 2022-11-01 4", "_ALL 检测 2022-11-02 6", "_ALL 合计 · 检测 2022-11 10", "_ALL 阳性 2022-11-01 5",
                "_ALL 阳性 2022-11-02 7", "_ALL 合计 · 阳性 2022-11 12",
            ]),
    ])
    func downTheSideBelowATitle(_ shape: FieldShape) { shape.check() }

    /// The total of two months with one between them is of no period that is stated, and not of the year.
    @Test(arguments: ["合计", "累计", "平均", "月均"])
    func aTotalOfMonthsWithGapsIsNotRead(_ total: String) {
        FieldShape(
            "down the side", "2022年就业,\n月份,人数\n1月,5\n3月,7\n\(total),12\n",
            ["_ALL 人数 2022-01 5", "_ALL 人数 2022-03 7"], problems: ["5:1 total-period \(total)"]
        ).check()
        FieldShape(
            "beside years", "就业,,,\n年份,1月,3月,\(total)\n2021,5,7,12\n2022,6,8,14\n",
            ["_ALL 就业 2021-01 5", "_ALL 就业 2021-03 7", "_ALL 就业 2022-01 6", "_ALL 就业 2022-03 8"],
            problems: ["2:10 total-period \(total)"]
        ).check()
        FieldShape(
            "below a year", "就业,,,\n地区,2022年,,\n,1月,3月,\(total)\n甲区,5,7,12\n乙区,6,8,14\n",
            ["甲区 就业 2022-01 5", "甲区 就业 2022-03 7", "乙区 就业 2022-01 6", "乙区 就业 2022-03 8"],
            problems: ["2:11 total-period \(total)"]
        ).check()
    }

    /// Figures from 1 to 4 do not make their column one of quarters.
    @Test(arguments: ["一季度,二季度", "1月,2月"])
    func smallFiguresAreNoQuarters(_ parts: String) {
        let reading = readTable(Array("事故\n年份,\(parts)\n2021,1,3\n2022,2,4\n".utf8))
        #expect(reading.problems.isEmpty && reading.catalogue?.lines.count == 4, "\(reading.catalogue?.lines ?? [])")
        #expect(reading.catalogue?.indicators.map(\.name.zh) == ["事故"])
    }

    @Test func aTotalAmongTheMonthsOfRecordsIsNotRead() {
        FieldShape(
            "records", "就业,,\n年份,月份,人数\n2025,1月,10\n2025,2月,20\n2025,合计,30\n2026,1月,5\n",
            ["_ALL 人数 2025-01 10", "_ALL 人数 2025-02 20", "_ALL 人数 2026-01 5"], problems: ["5:6 total-period 合计"]
        ).check()
    }

    /// The mean of a part of the year is not that of the year; nor is what has run up since an unknown month.
    @Test(arguments: [
        ("1月,2月,3月", "平均", false), ("一季度,二季度,三季度", "均值", false), ("4月,5月,6月", "累计", false),
        ("一季度,三季度,四季度", "合计", false), ("一季度,二季度,三季度,四季度", "平均", true), ("1月,2月,3月", "年平均", true),
        ("上半年,下半年", "平均", true),
    ])
    func aMeanIsOfTheYearWhereAllOfItStandsThere(_ parts: String, _ total: String, _ isRead: Bool) {
        let names = parts.split(separator: ","), values = names.indices.map { "\($0 + 1)" }.joined(separator: ",")
        for text in [
            "就业\n年份,\(parts),\(total)\n2022,\(values),9\n",
            "2022年就业,\n\(parts.contains("月") ? "月份" : "季度"),人数\n" + names.map { "\($0),1\n" }.joined() + "\(total),9\n",
        ] {
            let reading = readTable(Array(text.utf8))
            let ofYear = reading.catalogue?.lines.filter { $0.contains(" 2022 9") } ?? []
            #expect((ofYear.count == 1) == isRead, "\(text) \(reading.catalogue?.lines ?? [])")
            #expect(reading.problems.contains { $0.short.contains("total-period") } == !isRead, "\(text)")
        }
    }
}
