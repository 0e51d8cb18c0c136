import Indicators
import Testing

@testable import Tables

/// Units behind the figures of cells beside those that rows, columns and titles state.
@Suite struct CellUnitTests {
    @Test(arguments: [
        ("1.3亿元", "万元", "13000"), ("1.3亿", "万元", "13000"), ("9200万元", "万元", "9200"), ("3200万元", "亿元", "0.3200"),
        ("52.3万人", "万人", "52.3"), ("5200元", "万元", "0.5200"), ("125000吨", "万吨", "12.5000"), ("1200", "万元", "1200"),
        ("0.43万", "人", "0.43 e4"), ("3亿元", "亿元", "3"), ("3亿", "元", "3 e8"), ("1.3百万", "千人", "1300"),
        ("5千克", "千克", "5"), ("0.1个百分点", "百分点", "0.1"), ("-0.5百分点", "百分点", "-0.5"), ("40万至50万", "万人", "40…50"),
        ("3亿千瓦时", "万千瓦时", "30000"), ("12", "%", "12"), ("12%", "%", "12"), ("1.2万", "亿", "0.00012"),
        ("5 thousand tonnes", "", "?"), ("5tonnes", "thousand tonnes", "0.005"), ("1.2万", "million yuan", "0.012"),
        // Another unit.
        ("130斤", "公斤", "?"), ("13000米", "公里", "?"), ("11.1万公顷", "万亩", "?"), ("5元", "美元", "?"), ("5米", "平方米", "?"),
        ("1.2万", "%", "?"), ("3%", "‰", "?"), ("5人", "所", "?"), ("1200a", "人", "?"), ("3元", "元/人", "?"),
    ])
    func aFigureIsInItsStatedUnit(_ cell: String, _ unit: String, _ expected: String) {
        var result = "?"
        if case .number(let read) = CellNumber.read(cell), let number = ScaledUnit(unit).taking(read) {
            result = number.value.description
            if let high = number.high { result += "…\(high)" }
            if number.multiplier != 0 { result += " e\(number.multiplier)" }
        }
        #expect(result == expected, "\(cell) in \(unit)")
    }

    @Test(arguments: [
        FieldShape(
            "units of rows",
            "指标,单位,2023年\n财政收入,万元,1.3亿\n民生支出,万元,9200万元\n存款,亿元,3200万元\n常住人口,万人,52.3万人\n学校,所,31\n",
            [
                "_ALL 财政收入 2023 13000", "_ALL 民生支出 2023 9200", "_ALL 存款 2023 0.3200", "_ALL 常住人口 2023 52.3",
                "_ALL 学校 2023 31",
            ],
            indicators: ["财政收入=财政收入 [万元]", "民生支出=民生支出 [万元]", "存款=存款 [亿元]", "常住人口=常住人口 [万人]", "学校=学校 [所]"]),
        FieldShape(
            "units of headings", "地区,2022年（万元）,2023年（万元）\n甲区,1200,1.3亿元\n乙区,500,5200元\n",
            ["甲区 t 2022 1200", "甲区 t 2023 13000", "乙区 t 2022 500", "乙区 t 2023 0.5200"], indicators: ["t=t [万元]"]),
        FieldShape(
            "another unit", "地区,单位,2022年,2023年\n甲区,公斤,120,130斤\n乙区,公斤,5,6\n",
            ["甲区 t 2022 120", "乙区 t 2022 5", "乙区 t 2023 6"], problems: ["2:11 units-mixed 130斤"]),
        FieldShape(
            "the unit of a title", "2023年各区财政收入（万元）,,\n地区,收入,支出\n甲区,1.3亿元,1.2亿元\n乙区,5200,5100\n",
            ["甲区 收入 2023 13000", "甲区 支出 2023 12000", "乙区 收入 2023 5200", "乙区 支出 2023 5100"],
            indicators: ["收入=收入 [万元]", "支出=支出 [万元]"]),
        FieldShape(
            "records", "地区,年份,财政收入(亿元),人口(万人)\n甲区,2023,3200万,12.3\n乙区,2023,1.1,9.8万\n",
            ["甲区 财政收入 2023 0.3200", "甲区 人口 2023 12.3", "乙区 财政收入 2023 1.1", "乙区 人口 2023 9.8"]),
        FieldShape(
            "OBS_VALUE with UNIT",
            "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT\n甲区,财政收入,2023,1.3亿,万元\n乙区,财政收入,2023,5200,万元\n",
            ["甲区 财政收入 2023 13000", "乙区 财政收入 2023 5200"]),
        FieldShape(
            "one figure a row", "地区,年份,指标,数值,单位\n甲区,2023,财政收入,1.3亿元,万元\n乙区,2023,财政收入,5200,万元\n",
            ["甲区 财政收入 2023 13000", "乙区 财政收入 2023 5200"], indicators: ["财政收入=财政收入 [万元]"]),
        FieldShape(
            "a power of ten beside a unit", "年份,指标,单位,UNIT_MULT,数值\n2022,资金,元,4,5200元\n2023,资金,元,4,530\n",
            ["_ALL 资金 2023 530e4"], problems: ["2:13 units-mixed 5200元"]),
    ])
    func statedUnits(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "a share among percentages", "2023年各区就业,,\n地区,就业率,就业(人)\n甲区,95.2%,1200\n乙区,0.951,1300\n",
            ["甲区 就业率 2023 95.2", "甲区 就业 2023 1200", "乙区 就业 2023 1300"],
            indicators: ["就业率=就业率 [%]", "就业=就业 [人]"], problems: ["4:4 unit-doubt 0.951"]),
        FieldShape(
            "a percentage without its sign", "年份,就业率\n2021,95.2%\n2022,96.1\n2023,96.3%\n",
            ["_ALL 就业率 2021 95.2", "_ALL 就业率 2022 96.1", "_ALL 就业率 2023 96.3"], indicators: ["就业率=就业率 [%]"]),
        FieldShape(
            "bare before", "年份,收入,支出\n2021,1300,1200\n2022,1200万元,1100万元\n2023,1.1亿,900\n",
            ["_ALL 收入 2022 1200e4", "_ALL 收入 2023 1.1e8", "_ALL 支出 2022 1100e4"],
            problems: ["2:6 unit-doubt 1300", "2:11 unit-doubt 1200", "4:11 unit-doubt 900"]),
        FieldShape(
            "counts of one size", "地区,2022年,2023年\n甲区,31所,32\n乙区,28,27所\n",
            ["甲区 t 2022 31", "甲区 t 2023 32", "乙区 t 2022 28", "乙区 t 2023 27"], indicators: ["t=t [所]"]),
        FieldShape(
            "万 beside its digits", "地区,2022年,2023年\n甲区,1.2万,8500\n乙区,2.2万,1.1万\n",
            ["甲区 t 2022 1.2e4", "甲区 t 2023 8500", "乙区 t 2022 2.2e4", "乙区 t 2023 1.1e4"]),
        FieldShape(
            "each row its own", "指标,2023年\n财政收入,1200万元\n民生支出,1300\n学校,31所\n",
            ["_ALL 财政收入 2023 1200e4", "_ALL 民生支出 2023 1300", "_ALL 学校 2023 31"],
            indicators: ["财政收入=财政收入 [元]", "民生支出=民生支出", "学校=学校 [所]"]),
        FieldShape(
            "one figure a row", "年份,指标,数值\n2022,资金,3.85亿元\n2023,资金,41000\n",
            ["_ALL 资金 2022 3.85e8"], problems: ["3:9 unit-doubt 41000"]),
        FieldShape(
            "a letter behind", "Area,2021,2022\nNorth,1200a,1300\nSouth,2200,2300b\n",
            ["North t 2022 1300", "South t 2021 2200"], indicators: ["t=t"],
            problems: ["2:7 unit-doubt 1200a", "3:12 unit-doubt 2300b"]),
        FieldShape(
            "a letter behind all", "Area,2021,2022\nNorth,1200t,1300t\nSouth,2200t,2300t\n",
            ["North t 2021 1200", "North t 2022 1300", "South t 2021 2200", "South t 2022 2300"],
            indicators: ["t=t [t]"]),
    ])
    func unitsOfOtherCells(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "a unit for each period", "指标,2022年,单位,2023年,单位\n新增就业,1200,人,0.31,万人\n生产总值,,万元,312.4,亿元\n",
            ["_ALL 新增就业 2022 1200", "_ALL 新增就业 2023 0.31e4", "_ALL 生产总值 2022 – O", "_ALL 生产总值 2023 3124000"],
            indicators: ["新增就业=新增就业 [人]", "生产总值=生产总值 [万元]"]),
        FieldShape(
            "units that differ", "指标,2022年,单位,2023年,单位\n粮食,12,吨,110,亩\n就业,5,人,6,人\n",
            ["_ALL 粮食 2022 12", "_ALL 就业 2022 5", "_ALL 就业 2023 6"], problems: ["2:9 units-mixed 110"]),
        FieldShape(
            "a unit for each column", "年份,就业,单位,床位,单位\n2021,5,人,6,张\n2022,7,人,8,张\n",
            ["_ALL 就业 2021 5", "_ALL 就业 2022 7", "_ALL 床位 2021 6", "_ALL 床位 2022 8"],
            indicators: ["就业=就业 [人]", "床位=床位 [张]"]),
        FieldShape(
            "three columns of units", "指标,单位,2022年,单位,2023年,单位\n就业,人,5,人,6,万人\n", [],
            problems: ["1:4 unit-doubt 单位"]),
        FieldShape(
            "the unit twice", "指标,单位,2022年,2023年,单位\n就业,人,5,6,人\n床位,张,7,8,张\n",
            ["_ALL 就业 2022 5", "_ALL 就业 2023 6", "_ALL 床位 2022 7", "_ALL 床位 2023 8"],
            indicators: ["就业=就业 [人]", "床位=床位 [张]"]),
        FieldShape(
            "two columns of units", "指标,单位,2022年,2023年,单位\n就业,人,5,6,万人\n床位,张,7,8,张\n医生,人,1,2,人\n", [],
            problems: ["1:4 unit-doubt 单位"]),
    ])
    func columnsOfUnits(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "brackets of a title", "2-1 财政收支情况（单位：万元）,,\n项目,2022,2023\n收入,32000,33000\n",
            ["_ALL 收入 2022 32000", "_ALL 收入 2023 33000"], indicators: ["收入=收入 [万元]"]),
        FieldShape(
            "an office and a unit in a cell", "编制单位：甲局  2023年6月  单位：万元,,\n项目,2022年,2023年\n收入,1,2\n",
            ["_ALL 收入 2022 1", "_ALL 收入 2023 2"], indicators: ["收入=收入 [万元]"]),
        FieldShape(
            "the heading of the names", "指标（万元）,2022,2023\n收入,32000,33000\n教师（人）,420,430\n",
            ["_ALL 收入 2022 32000", "_ALL 收入 2023 33000", "_ALL 教师 2022 420", "_ALL 教师 2023 430"],
            indicators: ["收入=收入 [万元]", "教师=教师 [人]"]),
        FieldShape(
            "单位 in the heading of the names", "指标(单位:万元),2022,2023\n收入,1200,1300\n",
            ["_ALL 收入 2022 1200", "_ALL 收入 2023 1300"], indicators: ["收入=收入 [万元]"]),
        FieldShape(
            "a note on money", "指标,2022,2023\n财政收入,31000,32100\n教师数,41,42\n注：本表金额单位为万元。,,\n",
            ["_ALL 财政收入 2022 31000", "_ALL 财政收入 2023 32100", "_ALL 教师数 2022 41", "_ALL 教师数 2023 42"],
            indicators: ["财政收入=财政收入 [万元]", "教师数=教师数"]),
        FieldShape(
            "a second line of units", "地区,人口,就业\n,万人,%\n甲区2023年,5,95\n",
            ["甲区 人口 2023 5", "甲区 就业 2023 95"], indicators: ["人口=人口 [万人]", "就业=就业 [%]"]),
        FieldShape(
            "units below headings", "年份,人口,就业率\n,万人,%\n2022,5,95\n2023,6,96\n",
            ["_ALL 人口 2022 5", "_ALL 人口 2023 6", "_ALL 就业率 2022 95", "_ALL 就业率 2023 96"],
            indicators: ["人口=人口 [万人]", "就业率=就业率 [%]"]),
        FieldShape(
            "a list of units", "单位：万元、人、%,,\n指标,2022,2023\n财政收入,31000,32100\n教师数,4100,4230\n",
            ["_ALL 财政收入 2022 31000", "_ALL 财政收入 2023 32100", "_ALL 教师数 2022 4100", "_ALL 教师数 2023 4230"],
            indicators: ["财政收入=财政收入", "教师数=教师数"]),
        FieldShape(
            "a line of units among the rows", "项目,2021年,2022年\n单位：万元,,\n税收,1,2\n单位：人,,\n教师,3,4\n",
            ["_ALL 税收 2021 1", "_ALL 税收 2022 2", "_ALL 教师 2021 3", "_ALL 教师 2022 4"],
            indicators: ["税收=税收 [万元]", "教师=教师 [人]"]),
        FieldShape(
            "a second table in another unit",
            "表1 财政收支,,单位：万元\n项目,2021年,2022年\n收入,31000,32000\n表2 基金收支,,单位：亿元\n项目,2021年,2022年\n基金收入,0.11,0.12\n",
            ["_ALL 收入 2021 31000", "_ALL 收入 2022 32000"], indicators: ["收入=收入 [万元]"],
            problems: ["4:1 second-table 表2 基金收支,,单位：亿元"]),
        FieldShape(
            "a second table of another title", "表1 人口,,\n地区,2021年,2022年\n甲区,1,2\n表2 就业,,\n地区,2021年,2022年\n乙区,3,4\n",
            ["甲区 表1 人口 2021 1", "甲区 表1 人口 2022 2"], problems: ["4:1 second-table 表2 就业,,"]),
        FieldShape(
            "the same table again",
            "表1 财政收支,,单位：万元\n项目,2021年,2022年\n收入,31000,32000\n续表1,,单位：万元\n项目,2021年,2022年\n支出,11,12\n",
            ["_ALL 收入 2021 31000", "_ALL 收入 2022 32000", "_ALL 支出 2021 11", "_ALL 支出 2022 12"],
            indicators: ["收入=收入 [万元]", "支出=支出 [万元]"]),
    ])
    func unitsOfTitles(_ shape: FieldShape) { shape.check() }
}
