import Indicators
import Testing

@testable import Tables

/// What a row is called, and whose it is.
@Suite struct RowNameTests {
    @Test(arguments: [
        FieldShape(
            "the same parts of several rows",
            "指标,2022年,2023年\n从业(人),31,32\n　男,16,17\n　女,15,15\n失业(人),4,5\n　男,2,3\n　女,2,2\n",
            [
                "_ALL 从业 2023 32", "_ALL 从业 2022 31", "_ALL 从业 · 男 2023 17", "_ALL 从业 · 男 2022 16",
                "_ALL 从业 · 女 2023 15", "_ALL 从业 · 女 2022 15", "_ALL 失业 2023 5", "_ALL 失业 2022 4",
                "_ALL 失业 · 男 2023 3", "_ALL 失业 · 男 2022 2", "_ALL 失业 · 女 2023 2", "_ALL 失业 · 女 2022 2",
            ]),
        FieldShape(
            "an area of the same name in two cities",
            "地区,2022年就业,2023年就业\n甲市,80,81\n市辖区,50,51\n东县,30,30\n乙市,60,61\n市辖区,40,41\n西县,20,20\n",
            [
                "甲市 就业 2023 81", "甲市 就业 2022 80", "甲市 · 市辖区 就业 2023 51", "甲市 · 市辖区 就业 2022 50",
                "东县 就业 2023 30", "东县 就业 2022 30", "乙市 就业 2023 61", "乙市 就业 2022 60",
                "乙市 · 市辖区 就业 2023 41", "乙市 · 市辖区 就业 2022 40", "西县 就业 2023 20", "西县 就业 2022 20",
            ]),
        FieldShape(
            "a part of what has its unit",
            "指标,单位,2023年\n总产值,亿元,32\n增长,%,5.2\n其中：农业,亿元,11\n工业,亿元,21\n其中：采矿,亿元,7\n",
            [
                "_ALL 总产值 2023 32", "_ALL 增长 2023 5.2", "_ALL 总产值 · 其中：农业 2023 11", "_ALL 工业 2023 21",
                "_ALL 工业 · 其中：采矿 2023 7",
            ]),
        FieldShape(
            "headings among the rows",
            "指标,单位,2022年,2023年\n一、人口,,,\n户籍人口,万人,53,52\n按城乡分,,,\n城镇,万人,30,31\n（二）就业,,,\n新增就业,人,,31\n",
            [
                "_ALL 户籍人口 2023 52", "_ALL 户籍人口 2022 53", "_ALL 城镇 2023 31", "_ALL 城镇 2022 30",
                "_ALL 新增就业 2023 31", "_ALL 新增就业 2022 – O",
            ]),
        FieldShape(
            "a heading among areas with a unit each",
            "地区,单位,2022,2023\n全国,万人,14,15\n东部,,,\n北京市,万人,2,3\n",
            ["全国 t 2023 15", "全国 t 2022 14", "北京市 t 2023 3", "北京市 t 2022 2"]),
        FieldShape(
            "an area written once for its industries",
            "年份,地区,行业,就业(人)\n2023,甲区,制造业,100\n2023,,建筑业,120\n2023,乙区,教育,90\n2023,,卫生,80\n2023,,文化,70\n",
            [
                "甲区 制造业 · 就业 2023 100", "甲区 建筑业 · 就业 2023 120", "乙区 教育 · 就业 2023 90", "乙区 卫生 · 就业 2023 80",
                "乙区 文化 · 就业 2023 70",
            ]),
        FieldShape(
            "no area for the whole",
            "年份,地区,行业,就业(人)\n2023,甲区,制造业,100\n2023,甲区,建筑业,120\n2023,乙区,制造业,90\n2023,,建筑业,120\n",
            [
                "甲区 制造业 · 就业 2023 100", "甲区 建筑业 · 就业 2023 120", "乙区 制造业 · 就业 2023 90", "_ALL 建筑业 · 就业 2023 120",
            ]),
        FieldShape(
            "departments and their offices",
            "部门,科室,2022年,2023年\n民政局,一科,10,11\n民政局,小计,22,24\n教育局,一科,20,21\n教育局,小计,42,44\n",
            [
                "_ALL 民政局 · 一科 2023 11", "_ALL 民政局 · 一科 2022 10", "_ALL 民政局 · 小计 2023 24", "_ALL 民政局 · 小计 2022 22",
                "_ALL 教育局 · 一科 2023 21", "_ALL 教育局 · 一科 2022 20", "_ALL 教育局 · 小计 2023 44", "_ALL 教育局 · 小计 2022 42",
            ]),
        FieldShape(
            "what describes a country",
            "Country Name,Country Code,Region,IncomeGroup,Series Name,Series Code,2022,2023\n"
                + "North,NRL,Europe,High income,Jobs,JOB.TOT,12,13\nSouth,SRL,Africa,Low income,Jobs,JOB.TOT,22,23\n"
                + "North,NRL,Europe,High income,Rate,JOB.RT,5,6\n",
            [
                "NRL Jobs 2023 13", "NRL Jobs 2022 12", "SRL Jobs 2023 23", "SRL Jobs 2022 22",
                "NRL Rate 2023 6",
                "NRL Rate 2022 5",
            ]),
    ])
    func ofARow(_ shape: FieldShape) { shape.check() }

    /// A name that stands twice below one row is not known to mean two things.
    @Test func aRowThatStandsTwiceIsReported() throws {
        let problems = readTable(Array("指标,2023年\n从业,32\n男,17\n男,15\n".utf8)).problems
        #expect(problems.map(\.code) == ["repeated-key"])
        #expect(problems.first?.mend.zh.contains("加一列") == true)
    }
}
