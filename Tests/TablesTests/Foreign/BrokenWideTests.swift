import Testing

@testable import Tables

/// Tables with periods in their header, or with columns of numbers, that have something wrong in them.
extension ForeignTableTests {
    @Test(arguments: [
        BrokenTable(
            "numbers with an exponent", "地区,2022\n沈阳,1.45E+08\n大连,2.5e7\n", ["2:4 exponent 1.45E+08"],
            ["2 个数写成科学记数法", "把列加宽", "widen the column"]),
        BrokenTable(
            "a number beyond all bounds", "地区,2022\n沈阳,1e999\n大连,1\n", ["2:4 value-not-a-number 1e999"], ["全部数字"]),
        BrokenTable(
            "separators of thousands in wrong places", "地区,2022\n沈阳,\"12,34\"\n大连,1\n",
            ["2:4 value-not-a-number 12,34"], ["逗号"]),
        BrokenTable(
            "a formula's error", "地区,2022\n沈阳,#DIV/0!\n大连,1\n", ["2:4 value-not-a-number #DIV/0!"], ["表格公式的错误"]),
        BrokenTable(
            "brackets for a negative number", "地区,2022\n沈阳,(1.5)\n大连,1\n", ["2:4 value-not-a-number (1.5)"], ["-123"]),
        BrokenTable(
            "units that differ in a row", "指标,2022,2023\n就业,3万人,5亿元\n", ["2:8 units-mixed 5亿元"],
            ["单位与表中写明的 人 不同", "换算成 人", "convert it"]),
        BrokenTable(
            "a cell of the header that is no period", "地区,2022,合计,2023\n沈阳,1,9,2\n", ["1:9 header-period 合计"],
            ["看不出是哪个时期", "合并的单元格请拆开", "states no period"]),
        BrokenTable(
            "values under no header", "地区,2022,\n沈阳,1,9\n大连,1,8\n", ["2:6 empty-header 9"],
            ["有数据，却没有列名", "在表头写上列名", "no name"]),
        BrokenTable("values right of the header", "地区,2022\n沈阳,1,9\n", ["2:6 empty-header 9"], ["没有列名"]),
        BrokenTable("a merged header", "地区,2022,,2023\n沈阳,1,2,3\n", ["2:6 empty-header 2"], ["没有列名"]),
        BrokenTable(
            "a period twice in the header", "地区,2022,2022\n沈阳,1,2\n大连,3,4\n", ["1:9 repeated-column 2022"],
            ["列名出现了两次", "删去其中一列"]),
        BrokenTable(
            "a row twice", "地区,2022,2023\n沈阳,1,2\n沈阳,3,4\n", ["3:4 repeated-key 3", "3:6 repeated-key 4"],
            ["与第 2 行是同一个数"]),
        BrokenTable("a row without a name", "地区,2022\n沈阳,1\n,2\n", ["3:1 required-cell"], ["不能为空", "填上"]),
        BrokenTable(
            "a quote that does not end", "地区,2022\n沈阳,1\n\"大连,2\n", ["3:1 unterminated-quote \"大连,2"], ["补上引号"]),
        BrokenTable("text behind a quote", "地区,2022\n\"沈阳\"市,1\n大连,2\n", ["2:5 text-after-quote 市,1"]),
        BrokenTable(
            "months that a spreadsheet made days of", "地区,2022/11/1,2022/12/1\n沈阳,1,2\n", ["1 spreadsheet-date"],
            ["按月份读取"]),
        BrokenTable(
            "a row with fewer cells than the header", "地区,2022,2023\n沈阳,1\n大连,1,2\n", ["2:1 field-count 沈阳,1"],
            ["这一行有 2 个字段", "3 个"]),
        BrokenTable("only a header", "地区,2022,2023\n", ["1 no-rows"], ["只有列名，没有可以显示的数据"]),
        BrokenTable(
            "a mark that turns the direction of writing", "地区,2022\n沈\u{202E}阳,1\n", ["2:2 unsafe-character \\u{202E}"],
            ["显示时换成 �"]),
    ])
    func wideTables(_ table: BrokenTable) { table.check() }

    @Test(arguments: [
        BrokenTable(
            "a row of another width", "年份,就业(人),床位(张)\n2021,1,2\n2022,3\n", ["3:1 field-count 2022,3"], ["这一行有 2 个字段"]),
        BrokenTable(
            "a wrong period", "年份,就业(人),床位(张)\n2021,1,2\n22年,3,4\n2023,3,4\n", ["3:1 period-unreadable 22年"],
            ["2022-11"]),
        BrokenTable("no period", "年份,就业(人)\n2021,1\n,3\n", ["3:1 period-required"]),
        BrokenTable("a period twice", "年份,就业(人)\n2021,1\n2021,3\n", ["3:6 repeated-key 3"], ["与第 2 行"]),
        BrokenTable("a quote in a field", "年份,就业(人)\n2021,1\"2\n2022,3\n", ["2:7 quote-in-field \"2"], ["整个字段用引号括起"]),
        BrokenTable(
            "numbers with an exponent", "年份,产值(元)\n2021,1.45E+08\n2022,3\n", ["2:6 exponent 1.45E+08"],
            [
                "1 "
                    + "个数写成科学记数法"
            ]),
        BrokenTable(
            "an escape", "年份,就业(人)\n2021,1\n2022,3\u{1B}\n2023,5\n",
            ["3:6 value-not-a-number 3\\u{1B}", "3:7 unsafe-character \\u{1B}"]),
        BrokenTable(
            "a word among numbers", "年份,就业(人)\n2021,1\n2022,x\n2023,3\n", ["3:6 value-not-a-number x"], ["只写数字和小数点"]),
    ])
    func tablesOfRecords(_ table: BrokenTable) { table.check() }
}
