import Testing

@testable import Tables

/// Numbers that count rows, name something or say when it was founded are no figures and no periods.
@Suite struct NumbersThatNameTests {
    @Test(arguments: [
        FieldShape(
            "the line of column numbers of a statutory form",
            "2023年9月从业人员,,,\n指标名称,计量单位,代码,本年\n甲,乙,丙,1\n从业人员,人,01,300\n其中：女性,人,02,120\n工资,千元,05,12\n",
            [
                "_ALL 从业人员 2023-01-01/P9M 300", "_ALL 从业人员 · 其中：女性 2023-01-01/P9M 120",
                "_ALL 工资 2023-01-01/P9M 12",
            ]),
        FieldShape(
            "a form with its labels",
            "财务状况,,,,\n表号：B103表,,,,\n综合机关名称：甲县统计局,,2023年1-9月,,有效期至：2024年1月\n"
                + "指标名称,计量单位,代码,本年,上年同期\n甲,乙,丙,1,2\n收入,千元,301,12,11\n成本,千元,307,9,8\n利润,千元,327,3,3\n",
            [
                "_ALL 收入 2023-01-01/P9M 12", "_ALL 收入 2022-01-01/P9M 11", "_ALL 成本 2023-01-01/P9M 9",
                "_ALL 成本 2022-01-01/P9M 8", "_ALL 利润 2023-01-01/P9M 3", "_ALL 利润 2022-01-01/P9M 3",
            ]),
        FieldShape(
            "numbers of columns and of rows",
            "项目,行次,2022年,2023年\n栏次,,1,2\n收入,1,12,13\n支出,3,11,12\n",
            ["_ALL 收入 2023 13", "_ALL 收入 2022 12", "_ALL 支出 2023 12", "_ALL 支出 2022 11"]),
        FieldShape(
            "lines of buses",
            "年份,线路,客运量(人次)\n2022,101,12\n2022,102,9\n2023,101,13\n2023,102,8\n",
            ["_ALL 101 · 客运量 2023 13", "_ALL 101 · 客运量 2022 12", "_ALL 102 · 客运量 2023 8", "_ALL 102 · 客运量 2022 9"]),
        FieldShape(
            "coordinates and area codes of telephones",
            "年份,乡镇,区号,X坐标,Y坐标,人口\n2023,甲镇,427,4561234.5,123.5,12\n2023,乙镇,427,4561235.5,124.5,13\n",
            ["甲镇 人口 2023 12", "乙镇 人口 2023 13"]),
        FieldShape(
            "who is responsible",
            "序号,项目,责任单位,2022年,2023年\n1,新建学校(所),教育局,5,6\n2,改造小区(个),住建局,19,20\n",
            ["_ALL 新建学校 2023 6", "_ALL 新建学校 2022 5", "_ALL 改造小区 2023 20", "_ALL 改造小区 2022 19"]),
        FieldShape(
            "a line above the headings",
            "甲县2023年1-6月就业报表,,,\n填报单位：人社局,,,填报时间：2023年7月5日\n指标,单位,1-6月,上年同期\n新增就业,人,12,11\n再就业,人,3,2\n",
            [
                "_ALL 新增就业 2023-01-01/P6M 12", "_ALL 新增就业 2022-01-01/P6M 11", "_ALL 再就业 2023-01-01/P6M 3",
                "_ALL 再就业 2022-01-01/P6M 2",
            ]),
        FieldShape(
            "names of series above their dates",
            "Title,Jobs rate,Jobs level\nCDID,AAAA,BBBB\nUnit,%,Thousands\nRelease Date,16-04-2024,16-04-2024\n"
                + "2021,75.1,320\n2022,75.5,325\n",
            [
                "_ALL Jobs rate 2022 75.5", "_ALL Jobs rate 2021 75.1", "_ALL Jobs level 2022 325",
                "_ALL Jobs level 2021 320",
            ]),
        FieldShape(
            "an area beside a frequency",
            "FREQ,Reference area,TIME_PERIOD,OBS_VALUE\n"
                + "Q: Quarterly,NR: North,2022-Q4,101\nQ: Quarterly,NR: North,2023-Q1,102\n",
            ["NR: North t 2023-Q1 102", "NR: North t 2022-Q4 101"]),
    ])
    func areNoFigures(_ shape: FieldShape) { shape.check() }

    @Test(
        arguments: ["建校时间", "投产时间", "挂牌日期", "注册时间", "签约日期", "评定年份", "开通时间", "入学年份", "始建年代", "首次认定时间"])
    func aDayOfFoundingIsNoPeriod(_ name: String) {
        let table = "学校,\(name),学生数\n甲校,1956,1200\n乙校,1978,900\n丙校,2001,1500\n"
        #expect(readTable(Array(table.utf8)).problems.map(\.code) == ["no-periods"])
        #expect(NameHint("统计时间").family == .time && NameHint("监测日期").family == .time && NameHint("年份").family == .time)
    }
}
