import Indicators
import Testing

@testable import Tables

/// What columns and rows hold: figures and codes, groups and units.
@Suite struct StatedColumnTests {
    @Test(arguments: [
        FieldShape(
            "durable goods", "年份,电视,手机,电话\n2020,95,180,40\n2021,96,190,35\n",
            [
                "_ALL 电视 2020 95", "_ALL 电视 2021 96", "_ALL 手机 2020 180", "_ALL 手机 2021 190", "_ALL 电话 2020 40",
                "_ALL 电话 2021 35",
            ]),
        FieldShape(
            "durable goods en", "Year,Mobile,Fax\n2020,180,5\n2021,190,4\n",
            ["_ALL Mobile 2020 180", "_ALL Mobile 2021 190", "_ALL Fax 2020 5", "_ALL Fax 2021 4"]),
        FieldShape(
            "batches", "年份,抽检批次\n2020,1800\n2021,1900\n", ["_ALL 抽检批次 2020 1800", "_ALL 抽检批次 2021 1900"]),
        FieldShape(
            "telephones made", "年份,手机\n2020,1500000\n2021,1600000\n", ["_ALL 手机 2020 1500000", "_ALL 手机 2021 1600000"]),
        FieldShape("batches alone", "年份,批次\n2020,1800\n2021,1900\n", ["_ALL 批次 2020 1800", "_ALL 批次 2021 1900"]),
        FieldShape(
            "numbers of telephones", "年份,街道,就业,电话\n2020,东街街道,5,2807171\n2020,西街街道,6,2807172\n",
            ["东街街道 就业 2020 5", "西街街道 就业 2020 6"]),
    ])
    func contacts(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "another unit",
            "地区,2021年(万人),2022年(万人)\n东乡县,5,6\n地区,2023年(人),2024年(人)\n东乡县,70000,80000\n",
            ["东乡县 t 2021 5", "东乡县 t 2022 6"], indicators: ["t=t [万人]"],
            problems: ["3:1 second-table 地区,2023年(人),2024年(人)"]),
        FieldShape(
            "the same unit",
            "地区,2021年(万人),2022年(万人)\n东乡县,5,6\n地区,2023年(万人),2024年(万人)\n东乡县,7,8\n",
            ["东乡县 t 2021 5", "东乡县 t 2022 6", "东乡县 t 2023 7", "东乡县 t 2024 8"], indicators: ["t=t [万人]"]),
        FieldShape(
            "rows without figures in groups",
            "指标,2020年,2021年\n东乡县,,\n失业率,,\n就业,1,2\n西乡县,,\n失业率,,\n就业,3,4\n",
            [
                "东乡县 就业 2020 1", "东乡县 就业 2021 2", "西乡县 就业 2020 3", "西乡县 就业 2021 4", "东乡县 失业率 2020 –",
                "东乡县 失业率 2021 –", "西乡县 失业率 2020 –", "西乡县 失业率 2021 –",
            ].map { $0.hasSuffix("–") ? $0 + " O" : $0 }),
        FieldShape(
            "a row without figures in one group",
            "指标,2020年,2021年\n东乡县,,\n失业率,,\n就业,1,2\n西乡县,,\n失业率,5,6\n就业,3,4\n",
            [
                "东乡县 就业 2020 1", "东乡县 就业 2021 2", "西乡县 就业 2020 3", "西乡县 就业 2021 4", "东乡县 失业率 2020 – O",
                "东乡县 失业率 2021 – O", "西乡县 失业率 2020 5", "西乡县 失业率 2021 6",
            ]),
        FieldShape(
            "a row without figures between others",
            "指标,2020年,2021年\n东乡县,,\n就业,1,2\n失业率,,\n人口,7,8\n西乡县,,\n就业,3,4\n人口,5,6\n",
            [
                "东乡县 就业 2020 1", "东乡县 就业 2021 2", "东乡县 人口 2020 7", "东乡县 人口 2021 8", "西乡县 就业 2020 3",
                "西乡县 就业 2021 4", "西乡县 人口 2020 5", "西乡县 人口 2021 6", "东乡县 失业率 2020 – O", "东乡县 失业率 2021 – O",
            ]),
        FieldShape(
            "parts in English", "Item,2020,2021\nJobs (persons),5,6\nof which: women,2,3\n",
            [
                "_ALL Jobs 2020 5", "_ALL Jobs 2021 6", "_ALL Jobs · of which: women 2020 2",
                "_ALL Jobs · of which: women 2021 3",
            ],
            indicators: ["Jobs=Jobs [persons]", "Jobs · of which: women=Jobs · of which: women [persons]"]),
    ])
    func rows(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "kinds of places", "年份,贫困县,贫困村,超市\n2020,1,2,3\n2021,4,5,6\n",
            [
                "_ALL 贫困县 2020 1", "_ALL 贫困县 2021 4", "_ALL 贫困村 2020 2", "_ALL 贫困村 2021 5", "_ALL 超市 2020 3",
                "_ALL 超市 2021 6",
            ]),
        FieldShape(
            "kinds of places below a title", "扶贫情况,,,\n年份,贫困县,贫困村,超市\n2020,1,2,3\n2021,4,5,6\n",
            [
                "_ALL 贫困县 2020 1", "_ALL 贫困县 2021 4", "_ALL 贫困村 2020 2", "_ALL 贫困村 2021 5", "_ALL 超市 2020 3",
                "_ALL 超市 2021 6",
            ]),
        FieldShape(
            "areas without an indicator", "年份,东乡县,西乡县\n2020,1,2\n2021,4,5\n",
            ["_ALL 东乡县 2020 1", "_ALL 东乡县 2021 4", "_ALL 西乡县 2020 2", "_ALL 西乡县 2021 5"]),
        FieldShape(
            "areas below a line of the indicator", "指标：就业(人),,\n年份,东乡县,西乡县\n2020,1,2\n2021,4,5\n",
            ["东乡县 就业 2020 1", "东乡县 就业 2021 4", "西乡县 就业 2020 2", "西乡县 就业 2021 5"], indicators: ["就业=就业 [人]"]),
    ])
    func headings(_ shape: FieldShape) { shape.check() }

    @Test(
        arguments: [
            ("同比增减额", nil), ("同比增加人数", nil), ("环比增量", nil), ("同比(%)", "%"), ("同比增长", "%"), ("增速", "%"), ("位次", ""),
        ] as [(String, String?)])
    func unitsOfHeadings(_ heading: String, _ expected: String?) {
        #expect(OwnUnit.of(heading) == expected)
    }

    @Test func aDifferenceHasTheUnitOfItsRow() {
        FieldShape(
            "difference", "指标,单位,2021年,2022年,同比增减额,同比(%)\n就业,人,5,6,1,20\n",
            ["_ALL 就业 2021 5", "_ALL 就业 2022 6", "_ALL 就业 · 同比增减额 2022 1", "_ALL 就业 · 同比 2022 20"],
            indicators: ["就业=就业 [人]", "就业 · 同比增减额=就业 · 同比增减额 [人]", "就业 · 同比=就业 · 同比 [%]"]
        ).check()
    }
}
