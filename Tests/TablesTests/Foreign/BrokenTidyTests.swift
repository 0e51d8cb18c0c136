import Testing

@testable import Tables

private let head = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n"

/// Tables of one observation a row with something wrong in them.
@Suite struct ForeignTableTests {
    @Test(arguments: [
        BrokenTable(
            "a field too many", head + "A,x,2022,1\nA,x,2023,2,3\n", ["3:1 field-count A,x,2023,2,3"],
            ["这一行有 5 个字段", "4 个，与列名一样多", "多了逗号", "has 5 fields", "a comma too many"]),
        BrokenTable(
            "a field too few", head + "A,x,2022,1\nA,x,2023\n", ["3:1 field-count A,x,2023"],
            ["这一行有 3 个字段", "补上缺少的逗号", "add the missing commas"]),
        BrokenTable(
            "a quote that does not end", head + "A,\"x,2022,1\nA,y,2022,2\n", ["2:3 unterminated-quote \"x,2022,1"],
            ["引号没有结束", "补上引号", "does not end", "close it"]),
        BrokenTable(
            "text behind a quote", head + "A,\"x\"z,2022,1\n", ["2:6 text-after-quote z,2022,1"],
            ["结束引号后面还有文字", "删去多余文字", "text after a closing quote"]),
        BrokenTable(
            "a quote in a field", head + "A,x\"y,2022,1\nA,x,2022,2\n", ["2:4 quote-in-field \"y,2022,1"],
            ["整个字段用引号括起", "the whole field in quotes"]),
        BrokenTable(
            "a quote behind other text on a later line", head + "A,\"x\ny\",2022,a b c\n",
            ["3:9 value-not-a-number a b c"], ["只写数字和小数点"]),
        BrokenTable(
            "a line of more than a megabyte",
            head + "A,x,2022,1\nA," + String(repeating: "x", count: 1_100_000) + ",2022,1\n",
            ["3:1 line-too-long A," + String(repeating: "x", count: 58) + "…"],
            ["一行太长", "不超过 1 MiB", "缺少换行或结束引号", "a line is too long"]),
        BrokenTable(
            "five thousand columns",
            String(repeating: "a,", count: 4_999) + "b\n" + String(repeating: "1,", count: 4_999) + "1\n",
            [
                "1:1 too-many-columns " + String(repeating: "a,", count: 30) + "…",
                "2:1 too-many-columns " + String(repeating: "1,", count: 30) + "…",
            ], ["列太多", "不超过 4096 列", "检查分隔符", "too many columns"]),
        BrokenTable("no value but the blanks of a sheet", head + "A,x,2022,1\n,,,\n,,,\n", []),
        BrokenTable("blank lines", head + "\nA,x,2022,1\n\n\nA,x,2023,2\n\n", []),
        BrokenTable(
            "old line breaks", "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\rA,x,2022,1\rA,x,2023,?\r",
            ["3:10 value-not-a-number ?"], ["只写数字和小数点"]),
        BrokenTable(
            "old line breaks before a wrong period",
            "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\rA,x,2022,1\rA,x,20233,1\r", ["3:5 period-unreadable 20233"]),
        BrokenTable(
            "a place behind Chinese characters", head + "沈阳市,城镇新增就业,2022,1x2\nA,x,2022,1\n",
            ["2:17 value-not-a-number 1x2"]),
    ])
    func theFormOfRows(_ table: BrokenTable) { table.check() }

    @Test(arguments: [
        BrokenTable(
            "a month in words", head + "A,x,Nov-22,1\nA,x,2022,1\n", ["2:5 period-unreadable Nov-22"],
            ["读不出时期", "电子表格改写过的月份，即 2022-11", "yyyy-mm", "a month as a spreadsheet shows it, 2022-11"]),
        BrokenTable(
            "a thirteenth month", head + "A,x,2022-12,1\nA,x,2022-13,1\n", ["3:5 period-unreadable 2022-13"],
            ["2022-11", "01 至 12"]),
        BrokenTable(
            "a year of two digits", head + "A,x,22/11,1\nA,x,2022,1\n", ["2:5 period-unreadable 22/11"], ["读不出时期"]),
        BrokenTable(
            "a month or two years", head + "A,x,2008/09,1\nA,x,2022,1\n", ["2:5 period-unreadable 2008/09"],
            ["2008-09", "2008/2009", "月", "month"]),
        BrokenTable(
            "quotes around a wrong period", head + "A,x,\"summer\",1\nA,x,2022,1\n", ["2:5 period-unreadable summer"]),
        BrokenTable("no period", head + "A,x,,1\nA,x,2022,1\n", ["2:5 period-required"], ["缺少时期", "填上", "no period"]),
        BrokenTable(
            "a wrong period is said once, where it first stands", head + "A,x,soon,1\nA,y,soon,2\nA,x,2022,1\n",
            ["2:5 period-unreadable soon"]),
        BrokenTable(
            "months that a spreadsheet made days of", head + "A,x,2022/11/1,1\nA,x,2022/12/1,2\n",
            ["1 spreadsheet-date"],
            ["像是电子表格改写过", "按月份读取", "设为文本", "read as months"]),
        BrokenTable("days with slashes that are days", head + "A,x,2022/11/1,1\nA,x,2022/11/15,2\n", []),
        BrokenTable(
            "a day that does not exist", head + "A,x,2023-02-29,1\nA,x,2022,1\n", ["2:5 period-unreadable 2023-02-29"]),
        BrokenTable(
            "a period that ends before it begins", head + "A,x,2022-05/2022-02,1\nA,x,2022,1\n",
            ["2:5 period-unreadable 2022-05/2022-02"]),
    ])
    func periods(_ table: BrokenTable) { table.check() }

    @Test(arguments: [
        BrokenTable(
            "a number beyond all bounds", head + "A,x,2022,1e999\nA,x,2023,1\n", ["2:10 value-not-a-number 1e999"],
            ["科学记数法", "全部数字", "exponent"]),
        BrokenTable(
            "more than eighteen digits", head + "A,x,2022,1234567890123456789\nA,x,2023,1\n",
            ["2:10 value-not-a-number 1234567890123456789"], ["最多 18 位", "at most 18 digits"]),
        BrokenTable(
            "a formula's error", head + "A,x,2022,#REF!\nA,x,2023,1\n", ["2:10 value-not-a-number #REF!"],
            ["表格公式的错误", "改正公式", "mend the formula"]),
        BrokenTable(
            "a formula", head + "A,x,2022,=SUM(A1:A3)\nA,x,2023,1\n", ["2:10 value-not-a-number =SUM(A1:A3)"],
            ["没有算出的公式", "选择性粘贴", "paste it as a value"]),
        BrokenTable(
            "brackets for a negative number", head + "A,x,2022,(123)\nA,x,2023,1\n", ["2:10 value-not-a-number (123)"],
            ["括号表示负数", "-123", "negative"]),
        BrokenTable(
            "separators of thousands in wrong places", head + "A,x,2022,\"12,34\"\nA,x,2023,1\n",
            ["2:10 value-not-a-number 12,34"], ["逗号", "separators"]),
        BrokenTable("two points", head + "A,x,2022,1.2.3\nA,x,2023,1\n", ["2:10 value-not-a-number 1.2.3"]),
        BrokenTable(
            "a power of ten beside 万", "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nx,2022,3.85万,4\nx,2023,1,4\n",
            ["2:8 value-not-a-number 3.85万"], ["UNIT_MULT"]),
        BrokenTable(
            "no whole power of ten",
            "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nx,2022,1,x\nx,2023,1,99\nx,2024,1,-3\nx,2025,1,3\n",
            ["2:10 unit-mult x", "3:10 unit-mult 99", "4:10 unit-mult -3"], ["不是 0 到 12 的整数", "4 万，8 亿", "0 to 12"]),
        BrokenTable(
            "an unknown status", "INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nx,2022,1,ZZ\nx,2023,1,A\nx,2024,1,ZZ\n",
            ["2:10 unknown-status ZZ"], ["不认识的数据状态", "核对", "CL_OBS_STATUS"]),
        BrokenTable(
            "an unknown qualifier", "INDICATOR,TIME_PERIOD,OBS_VALUE,QUALIFIER\nx,2022,1,exakt\nx,2023,1,exact\n",
            ["2:10 unknown-code exakt"], ["approx_below", "从中选一个"]),
        BrokenTable(
            "an embargo without a time",
            "INDICATOR,TIME_PERIOD,OBS_VALUE,EMBARGO_UNTIL\nx,2022,1,tomorrow\nx,2023,1,\n",
            ["2:10 not-a-date-time tomorrow"], ["2026-12-05T09:00:00+08:00"]),
        BrokenTable(
            "rows under embargo",
            "INDICATOR,TIME_PERIOD,OBS_VALUE,EMBARGO_UNTIL\nx,2022,1,\nx,2023,1,9999-01-01T00:00:00Z\n",
            ["1 embargoed-rows"], ["1 行未到发布时间"]),
        BrokenTable(
            "deletions",
            "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,TIME_PERIOD,OBS_VALUE\ndataflow,X:Y(1),I,x,2022,1\ndataflow,"
                + "X:Y(1),D,x,2021,\ndataflow,X:Y(1),D,x,2020,\n",
            ["1 deleted-rows"], ["2 行标为删除", "are not shown: 2 rows"]),
        BrokenTable(
            "only deletions", "ACTION,INDICATOR,TIME_PERIOD,OBS_VALUE\nD,x,2021,\n", ["1 deleted-rows", "1 no-rows"],
            ["没有可以显示的数据"]),
        BrokenTable(
            "a value twice", head + "A,x,2022,1\nB,x,2022,1\nA,x,2022,2\n", ["4:1 repeated-key A,x,2022,2"],
            ["与第 2 行是同一个数", "加一列", "line 2"]),
        BrokenTable(
            "a period twice under two names", head + "A,x,2022-11,1\nA,x,2022年11月,2\n",
            ["3:1 repeated-key A,x,2022年11月,2"], ["与第 2 行"]),
    ])
    func cells(_ table: BrokenTable) { table.check() }

    @Test(arguments: [
        BrokenTable("only a header", head, ["1 no-rows"], ["只有列名，没有可以显示的数据", "导出", "no data"]),
        BrokenTable(
            "the period twice", "INDICATOR,TIME_PERIOD,TIME_PERIOD,OBS_VALUE\nx,2022,2023,1\n",
            ["1:23 repeated-column TIME_PERIOD"], ["列名出现了两次", "删去其中一列", "stands twice"]),
        BrokenTable(
            "the value twice", "INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_VALUE\nx,2022,1,2\n",
            ["1:33 repeated-column OBS_VALUE"], ["列名出现了两次"]),
        BrokenTable(
            "a dimension twice", "SEX,SEX,TIME_PERIOD,OBS_VALUE\nF,M,2022,1\n", ["1:5 repeated-column SEX"], ["列名出现了两次"]
        ),
        BrokenTable(
            "a column without a name", "INDICATOR,,TIME_PERIOD,OBS_VALUE\nx,9,2022,1\n", ["1:11 empty-header"],
            ["没有列名", "写上列名"]),
        BrokenTable(
            "no table", "hello\nworld\n", ["1:1 no-table hello"],
            ["看不出这是什么表", "TIME_PERIOD", "表头", "look at the header"]),
        BrokenTable(
            "a quote in the header", "REF_AREA,IND\"ICATOR,TIME_PERIOD,OBS_VALUE\nA,x,2022,1\n",
            ["1:13 quote-in-field \"ICATOR,TIME_PERIOD,OBS_VALUE", "2:1 no-table A, x, 2022, 1"], ["整个字段用引号括起"]),
        BrokenTable("words only", "name,colour\nsky,blue\nsea,green\n", ["1:1 no-table name, colour"], ["Year/年份"]),
    ])
    func headers(_ table: BrokenTable) { table.check() }

    @Test func aThousandFaultsAreListedAndTheRestCounted() {
        let reading = readTable(head + String(repeating: "x\n", count: 3_000) + "A,x,2022,1\n")
        #expect(reading.problems.count == 1_001)
        #expect(reading.problems.last?.short == "- too-many-problems")
        #expect(reading.files[0].rows == 3_001 && reading.catalogue?.observations.count == 1)
    }
}
