import Indicators
import Testing

@testable import Tables

/// Columns whose heading states another period than the row or the title: parts of the year in words, 累计, 上年同月.
@Suite struct ColumnPartTests {
    @Test(
        arguments: [
            ("上半年完成", "2023-S1 完成"), ("前三季度完成", "2023-01-01/P9M 完成"), ("9月完成", "2023-09 完成"),
            ("1-6月完成", "2023-01-01/P6M 完成"), ("6月底完成", "2023-01-01/P6M 完成"), ("截至9月底完成", "2023-01-01/P9M 完成"),
            ("三季度完成", "2023-Q3 完成"), ("9月末存款", "2023-09 存款"), ("1-9月同比%", "2023-01-01/P9M 同比%"),
            ("上年9月", "2022-09 "), ("去年同期", nil), ("完成（1-6月）", "2023-01-01/P6M 完成"), ("9月累计完成", "2023-01-01/P9M 累计完成"),
            ("3月龄儿童", nil), ("全年计划", nil), ("就业", nil), ("年初预算", nil), ("下半年", "2023-S2 "),
        ] as [(String, String?)])
    func ofAYear(_ heading: String, _ expected: String?) {
        let stated = HeadingPart(heading)
        let period = stated.flatMap { $0.part.period(of: $0.isFormer ? 2022 : 2023) }
        #expect(stated.map { "\(period?.text ?? "?") \($0.name)" } == expected)
    }

    @Test(arguments: [
        FieldShape(
            "progress of projects below a title",
            "2023年民生实事进展,,,\n项目,全年计划,截至9月底完成,上半年完成\n新建学校,6,4,2\n改造小区,20,15,9\n",
            [
                "_ALL 新建学校 · 全年计划 2023 6", "_ALL 新建学校 · 完成 2023-01-01/P9M 4", "_ALL 新建学校 · 完成 2023-S1 2",
                "_ALL 改造小区 · 全年计划 2023 20", "_ALL 改造小区 · 完成 2023-01-01/P9M 15", "_ALL 改造小区 · 完成 2023-S1 9",
            ]),
        FieldShape(
            "one part and its ratio", "2023年民生实事,,,\n项目,全年计划,前三季度完成,完成率(%)\n学校,6,4,66.7\n小区,20,15,75\n",
            [
                "_ALL 学校 · 全年计划 2023 6", "_ALL 学校 · 完成 2023-01-01/P9M 4", "_ALL 学校 · 完成率 2023-01-01/P9M 66.7",
                "_ALL 小区 · 全年计划 2023 20", "_ALL 小区 · 完成 2023-01-01/P9M 15", "_ALL 小区 · 完成率 2023-01-01/P9M 75",
            ]),
        FieldShape(
            "the ratio of one of two parts", "2023年民生实事,,,\n项目,9月完成,1-9月完成,完成率(%)\n学校,1,4,66.7\n小区,2,15,75\n",
            [
                "_ALL 学校 · 完成 2023-09 1", "_ALL 学校 · 完成 2023-01-01/P9M 4", "_ALL 小区 · 完成 2023-09 2",
                "_ALL 小区 · 完成 2023-01-01/P9M 15",
            ], problems: ["2:16 header-period 完成率(%)"]),
        FieldShape(
            "beside a column of years", "年份,计划投资,上半年完成投资\n2022,50,20\n2023,60,30\n",
            [
                "_ALL 计划投资 2022 50", "_ALL 计划投资 2023 60", "_ALL 完成投资 2022-S1 20", "_ALL 完成投资 2023-S1 30",
            ]),
        FieldShape(
            "months of rows that name their indicator",
            "2023年1-9月就业情况,,,\n指标,9月,1-9月,1-9月同比%\n就业(人),61,530,3.1\n失业(人),6,53,2.2\n",
            [
                "_ALL 就业 2023-09 61", "_ALL 就业 2023-01-01/P9M 530", "_ALL 就业 · 同比% 2023-01-01/P9M 3.1",
                "_ALL 失业 2023-09 6", "_ALL 失业 2023-01-01/P9M 53", "_ALL 失业 · 同比% 2023-01-01/P9M 2.2",
            ]),
        FieldShape(
            "the same month of the year before", "2023年9月就业,,,\n指标,9月,1-8月,上年9月\n就业,61,469,59\n失业,6,46,5\n",
            [
                "_ALL 就业 2023-09 61", "_ALL 就业 2023-01-01/P8M 469", "_ALL 就业 2022-09 59", "_ALL 失业 2023-09 6",
                "_ALL 失业 2023-01-01/P8M 46", "_ALL 失业 2022-09 5",
            ]),
        FieldShape(
            "run up, with months down the side", "月份,2022年累计,2023年累计\n1月,5,6\n2月,10,12\n",
            [
                "_ALL 累计 2022-01 5", "_ALL 累计 2023-01 6", "_ALL 累计 2022-01-01/P2M 10", "_ALL 累计 2023-01-01/P2M 12",
            ]),
        FieldShape(
            "behind one month", "指标,2023年9月,1-9月累计,同比增长%\n就业,5,30,2\n失业,7,31,3\n",
            [
                "_ALL 就业 2023-09 5", "_ALL 就业 · 累计 2023-01-01/P9M 30", "_ALL 就业 · 同比增长% 2023-01-01/P9M 2",
                "_ALL 失业 2023-09 7", "_ALL 失业 · 累计 2023-01-01/P9M 31", "_ALL 失业 · 同比增长% 2023-01-01/P9M 3",
            ]),
        FieldShape(
            "the year before behind one year", "地区,2023年,上年,增减%\n甲区,53,52,1.9\n乙区,33,32,3.1\n",
            [
                "甲区 t 2023 53", "甲区 上年 2022 52", "甲区 增减% 2023 1.9", "乙区 t 2023 33", "乙区 上年 2022 32",
                "乙区 增减% 2023 3.1",
            ]),
        FieldShape(
            "run up behind two months", "指标,2023-09,2022-09,累计,增长%\n就业,5,2,30,2\n失业,7,3,31,3\n",
            ["_ALL 就业 2023-09 5", "_ALL 就业 2022-09 2", "_ALL 失业 2023-09 7", "_ALL 失业 2022-09 3"],
            problems: ["1:20 header-period 累计", "1:23 header-period 增长%"]),
        FieldShape(
            "the year and one part", "年份,全年,上半年\n2022,10,4\n2023,12,5\n",
            ["_ALL t 2022 10", "_ALL t 2022-S1 4", "_ALL t 2023 12", "_ALL t 2023-S1 5"]),
        FieldShape(
            "another year than that of the title", "2023年人口,,\n地区,2020年普查人口,户数\n甲区,50,5\n乙区,60,6\n",
            ["甲区 普查人口 2020 50", "甲区 户数 2023 5", "乙区 普查人口 2020 60", "乙区 户数 2023 6"]),
        FieldShape(
            "sums of the months beside them", "地区,2021年1月,2021年2月,2021年累计\n甲区,1,2,3\n乙区,4,5,9\n",
            [
                "甲区 t 2021-01 1", "甲区 t 2021-02 2", "甲区 t 2021-01-01/P2M 3", "乙区 t 2021-01 4", "乙区 t 2021-02 5",
                "乙区 t 2021-01-01/P2M 9",
            ]),
        FieldShape(
            "a sum beside one month", "地区,2021年6月,2021年累计\n甲区,1,3\n乙区,4,9\n",
            ["甲区 t 2021-06 1", "甲区 t 2021-01-01/P6M 3", "乙区 t 2021-06 4", "乙区 t 2021-01-01/P6M 9"]),
        FieldShape(
            "a sum of months with gaps", "地区,2021年3月,2021年6月,2021年累计\n甲区,1,2,3\n乙区,4,5,9\n",
            ["甲区 t 2021-03 1", "甲区 t 2021-06 2", "乙区 t 2021-03 4", "乙区 t 2021-06 5"],
            problems: ["1:20 total-period 2021年累计"]),
        FieldShape(
            "the plan of January below a month", "2023年6月,,\n项目,年初计划,就业\n甲,6,1\n乙,9,2\n",
            ["_ALL 甲 · 年初计划 2023 6", "_ALL 甲 · 就业 2023-06 1", "_ALL 乙 · 年初计划 2023 9", "_ALL 乙 · 就业 2023-06 2"]),
        FieldShape(
            "kinds with a year", "Year,Cars 1995,Cars 2005\n2020,5,6\n2021,7,8\n",
            ["_ALL Cars 1995 2020 5", "_ALL Cars 1995 2021 7", "_ALL Cars 2005 2020 6", "_ALL Cars 2005 2021 8"]),
        FieldShape(
            "the budget of January", "2023年预算,,\n科目,年初预算数,决算数\n教育,32,33\n卫生,15,16\n",
            [
                "_ALL 教育 · 年初预算数 2023 32", "_ALL 教育 · 决算数 2023 33", "_ALL 卫生 · 年初预算数 2023 15",
                "_ALL 卫生 · 决算数 2023 16",
            ]),
        FieldShape(
            "a part beside rows of months", "时间,就业,上半年完成\n2023年5月,5,20\n2023年6月,6,30\n",
            ["_ALL 就业 2023-05 5", "_ALL 就业 2023-06 6"], problems: ["1:7 header-period 上半年完成"]),
    ])
    func inTables(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "this month and what has run up",
            "时间,指标,本月,上年同月,1至本月累计,上年同期累计\n2023年5月,用电量,1.1,1.0,5.9,5.5\n2023年4月,用电量,1.3,1.2,4.8,4.5\n",
            [
                "_ALL 用电量 · 本月 2023-05 1.1", "_ALL 用电量 · 上年同月 2022-05 1.0", "_ALL 用电量 · 1至本月累计 2023-01-01/P5M 5.9",
                "_ALL 用电量 · 上年同期累计 2022-01-01/P5M 5.5", "_ALL 用电量 · 本月 2023-04 1.3", "_ALL 用电量 · 上年同月 2022-04 1.2",
                "_ALL 用电量 · 1至本月累计 2023-01-01/P4M 4.8", "_ALL 用电量 · 上年同期累计 2022-01-01/P4M 4.5",
            ]),
        FieldShape(
            "run up in two columns of the period", "年份,月份,财政收入累计(万元)\n2023,1,12\n2023,2,20\n",
            ["_ALL 财政收入累计 2023-01 12", "_ALL 财政收入累计 2023-01-01/P2M 20"]),
        FieldShape(
            "years with those before", "年份,学校数(所),上年学校数(所),增减\n2022,121,120,1\n2023,119,121,-2\n",
            [
                "_ALL 学校数 2022 121", "_ALL 学校数 2023 119", "_ALL 上年学校数 2021 120", "_ALL 上年学校数 2022 121",
                "_ALL 增减 2022 1", "_ALL 增减 2023 -2",
            ]),
        FieldShape(
            "days", "日期,新增,累计\n2023-05-01,1,10\n2023-05-02,2,12\n2023-05-03,2,14\n",
            [
                "_ALL 新增 2023-05-01 1", "_ALL 新增 2023-05-02 2", "_ALL 新增 2023-05-03 2", "_ALL 累计 2023-05-01 10",
                "_ALL 累计 2023-05-02 12", "_ALL 累计 2023-05-03 14",
            ]),
        FieldShape(
            "another year", "地区,年份,户数,2020年普查人口\n甲区,2022,5,50\n乙区,2022,6,60\n",
            ["甲区 户数 2022 5", "乙区 户数 2022 6"], problems: ["1:10 header-period 2020年普查人口"]),
        FieldShape(
            "prices of another year", "年份,总产值,2020年不变价总产值\n2021,31,30\n2022,32,31\n",
            [
                "_ALL 总产值 2021 31", "_ALL 总产值 2022 32", "_ALL 2020年不变价总产值 2021 30", "_ALL 2020年不变价总产值 2022 31",
            ]),
        FieldShape(
            "ages are no years before", "年份,60岁以上年龄人口,人口\n2021,31,30\n2022,32,31\n",
            ["_ALL 60岁以上年龄人口 2021 31", "_ALL 60岁以上年龄人口 2022 32", "_ALL 人口 2021 30", "_ALL 人口 2022 31"]),
        FieldShape(
            "the plan of the year beside months", "时间,就业,全年计划\n2023年5月,5,60\n2023年6月,6,60\n",
            ["_ALL 就业 2023-05 5", "_ALL 就业 2023-06 6"], problems: ["1:7 header-period 全年计划"]),
    ])
    func besideRowsOfPeriods(_ shape: FieldShape) { shape.check() }
}
