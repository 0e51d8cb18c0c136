import Testing

@testable import Tables

/// Headings that state more or less than a period.
@Suite struct HeadingFieldTests {
    @Test(arguments: [
        FieldShape(
            "growth behind years",
            """
            指标,单位,2021年,2022年,增长(%)
            就业人数,人,200,210,5
            床位,张,400,500,25

            """,
            [
                "_ALL 就业人数 2022 210", "_ALL 就业人数 2021 200", "_ALL 就业人数 · 增长 2022 5", "_ALL 床位 2022 500",
                "_ALL 床位 2021 400", "_ALL 床位 · 增长 2022 25",
            ]),
        FieldShape(
            "growth newest first",
            """
            指标,2022年,2021年,增长(%)
            就业人数,210,200,5
            床位,500,400,25

            """,
            [
                "_ALL 就业人数 2022 210", "_ALL 就业人数 2021 200", "_ALL 就业人数 · 增长 2022 5", "_ALL 床位 2022 500",
                "_ALL 床位 2021 400", "_ALL 床位 · 增长 2022 25",
            ]),
        FieldShape(
            "growth each",
            """
            县区,2021年,同比(%),2022年,同比(%)
            东乡县,200,3,210,5
            西乡县,400,4,500,25

            """,
            [
                "东乡县 t 2022 210", "东乡县 t 2021 200", "西乡县 t 2022 500", "西乡县 t 2021 400", "东乡县 同比 2022 5",
                "东乡县 同比 2021 3", "西乡县 同比 2022 25", "西乡县 同比 2021 4",
            ]),
        FieldShape(
            "rank beside years",
            """
            县区,2020年,位次,2021年,位次
            东乡县,50,1,55,1
            西乡县,40,2,30,3
            南河区,30,3,45,2

            """,
            [
                "东乡县 t 2021 55", "东乡县 t 2020 50", "西乡县 t 2021 30", "西乡县 t 2020 40", "南河区 t 2021 45", "南河区 t 2020 30",
                "东乡县 位次 2021 1", "东乡县 位次 2020 1", "西乡县 位次 2021 3", "西乡县 位次 2020 2", "南河区 位次 2021 2", "南河区 位次 2020 3",
            ]),
        FieldShape(
            "absolute and growth",
            """
            指标,2021年,,2022年,
            ,绝对数,增长(%),绝对数,增长(%)
            就业,200,3,210,5
            床位,400,4,500,25

            """,
            [
                "_ALL 就业 · 绝对数 2022 210", "_ALL 就业 · 绝对数 2021 200", "_ALL 就业 · 增长 2022 5", "_ALL 就业 · 增长 2021 3",
                "_ALL 床位 · 绝对数 2022 500", "_ALL 床位 · 绝对数 2021 400", "_ALL 床位 · 增长 2022 25", "_ALL 床位 · 增长 2021 4",
            ]),
        FieldShape(
            "total of years",
            """
            县区,2020,2021,2022,合计
            东乡县,1,2,3,6
            西乡县,4,5,6,15

            """,
            ["东乡县 t 2022 3", "东乡县 t 2021 2", "东乡县 t 2020 1", "西乡县 t 2022 6", "西乡县 t 2021 5", "西乡县 t 2020 4"],
            problems: ["1:19 header-period 合计"]),
        FieldShape(
            "between",
            """
            县区,2020,人口,2021
            东乡县,1,900,3
            西乡县,4,800,6

            """,
            ["东乡县 t 2021 3", "东乡县 t 2020 1", "西乡县 t 2021 6", "西乡县 t 2020 4"], problems: ["1:9 header-period 人口"]),
        FieldShape(
            "between periods",
            """
            指标,单位,2019年,规划目标,2020年,2021年
            就业,人,1,9,2,3
            床位,张,4,9,5,6

            """,
            [
                "_ALL 就业 2021 3", "_ALL 就业 2020 2", "_ALL 就业 2019 1", "_ALL 床位 2021 6", "_ALL 床位 2020 5",
                "_ALL 床位 2019 4",
            ], problems: ["1:13 header-period 规划目标"]),
    ])
    func figuresBesidePeriods(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "name with year",
            """
            县区,2020年人口(万人),2021年人口(万人),2020年床位(张),2021年床位(张)
            东乡县,5,6,100,110
            西乡县,7,8,120,130

            """,
            [
                "东乡县 人口 2021 6", "东乡县 人口 2020 5", "西乡县 人口 2021 8", "西乡县 人口 2020 7", "东乡县 床位 2021 110",
                "东乡县 床位 2020 100", "西乡县 床位 2021 130", "西乡县 床位 2020 120",
            ]),
        FieldShape(
            "census",
            """
            NAME,POPESTIMATE2020,POPESTIMATE2021,BIRTHS2020,BIRTHS2021
            East,500,510,5,6
            West,700,710,7,8

            """,
            [
                "_ALL East · POPESTIMATE 2021 510", "_ALL East · POPESTIMATE 2020 500", "_ALL East · BIRTHS 2021 6",
                "_ALL East · BIRTHS 2020 5", "_ALL West · POPESTIMATE 2021 710", "_ALL West · POPESTIMATE 2020 700",
                "_ALL West · BIRTHS 2021 8", "_ALL West · BIRTHS 2020 7",
            ]),
        FieldShape(
            "plan",
            """
            指标,2021年实际,2022年计划
            就业(人),200,210
            床位(张),400,500

            """,
            ["_ALL 就业 · 实际 2021 200", "_ALL 就业 · 计划 2022 210", "_ALL 床位 · 实际 2021 400", "_ALL 床位 · 计划 2022 500"]),
        FieldShape(
            "letters",
            """
            Item,2020A,2021E,2022F
            Jobs,200,210,220
            Beds,400,500,600

            """,
            [
                "_ALL Jobs 2022 220 F", "_ALL Jobs 2021 210 E", "_ALL Jobs 2020 200", "_ALL Beds 2022 600 F",
                "_ALL Beds 2021 500 E", "_ALL Beds 2020 400",
            ]),
        FieldShape(
            "quarter first",
            """
            Area,Q1 2020,Q2 2020,Q3 2020
            East,1,2,3
            West,4,5,6

            """,
            [
                "East t 2020-Q3 3", "East t 2020-Q2 2", "East t 2020-Q1 1", "West t 2020-Q3 6", "West t 2020-Q2 5",
                "West t 2020-Q1 4",
            ]),
        FieldShape(
            "year to year",
            """
            Area,2016 to 2018,2017 to 2019
            East,80.1,80.2
            West,81.1,81.2

            """,
            ["East t 2017/2019 80.2", "East t 2016/2018 80.1", "West t 2017/2019 81.2", "West t 2016/2018 81.1"]),
        FieldShape(
            "base index",
            """
            年份,上年=100,1978年=100
            2020,103.1,900.5
            2021,104.2,938.3
            2022,102.2,958.9

            """,
            [
                "_ALL 上年=100 2022 102.2", "_ALL 上年=100 2021 104.2", "_ALL 上年=100 2020 103.1",
                "_ALL 1978年=100 2022 958.9", "_ALL 1978年=100 2021 938.3", "_ALL 1978年=100 2020 900.5",
            ]),
        FieldShape(
            "age columns",
            """
            地区,年份,0-14岁,15-64岁,65岁以上
            东乡县,2020,10,60,30
            东乡县,2021,9,60,31
            西乡县,2020,11,61,28

            """,
            [
                "东乡县 0-14岁 2021 9", "东乡县 0-14岁 2020 10", "西乡县 0-14岁 2020 11", "东乡县 65岁以上 2021 31", "东乡县 65岁以上 2020 30",
                "西乡县 65岁以上 2020 28",
            ], problems: ["1:13 column-doubt 15-64岁"]),
    ])
    func namesWithYears(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "eurostat sheet flags",
            """
            TIME,2019,,2020,
            GEO (Labels),,,,
            Northland,12,e,13,
            Southland,14,,:,c

            """,
            ["Northland t 2020 13", "Northland t 2019 12 E", "Southland t 2020 – Q", "Southland t 2019 14"]),
        FieldShape(
            "eurostat two flags",
            """
            "TIME","2019","Flags and Footnotes","2020","Flags and Footnotes"
            "GEO (Labels)","","","",""
            "Northland","12","e","13",""
            "Southland","14","",":","c"

            """,
            ["Northland t 2020 13", "Northland t 2019 12", "Southland t 2020 – O", "Southland t 2019 14"]),
        FieldShape(
            "unit row",
            """
            Geography,January 2020,February 2020,March 2020
            ,Persons,Persons,Persons
            Northland,12,13,14
            Southland,15,..,17

            """,
            [
                "Northland t 2020-03 14", "Northland t 2020-02 13", "Northland t 2020-01 12", "Southland t 2020-03 17",
                "Southland t 2020-02 – O", "Southland t 2020-01 15",
            ]),
        FieldShape(
            "comments",
            """
            # Source: some office, 2021
            # Unit: persons
            Area,Year,Jobs
            East,2020,15
            East,2021,25
            West,2020,35

            """,
            ["East Jobs 2021 25", "East Jobs 2020 15", "West Jobs 2020 35"]),
        FieldShape(
            "continued other years",
            """
            指标,2018年,2019年
            就业(人),1,2
            床位(张),3,4
            续表,,
            指标,2020年,2021年
            就业(人),5,6
            床位(张),7,8

            """,
            [
                "_ALL 就业 2021 6", "_ALL 就业 2020 5", "_ALL 就业 2019 2", "_ALL 就业 2018 1", "_ALL 床位 2021 8",
                "_ALL 床位 2020 7", "_ALL 床位 2019 4", "_ALL 床位 2018 3",
            ]),
        FieldShape(
            "stacked no blank",
            """
            年份,人口
            2018,50
            2019,51
            2020,52
            年份,床位
            2021,600
            2022,610
            2023,620

            """,
            ["_ALL 人口 2020 52", "_ALL 人口 2019 51", "_ALL 人口 2018 50"], problems: ["5:1 second-table 年份,床位"]),
        FieldShape(
            "of which twice",
            """
            指标,2020年,2021年
            城镇就业(人),500,520
              其中：女,200,210
            乡村就业(人),90,95
              其中：女,40,41

            """,
            [
                "_ALL 城镇就业 2021 520", "_ALL 城镇就业 2020 500", "_ALL 城镇就业 · 其中：女 2021 210", "_ALL 城镇就业 · 其中：女 2020 200",
                "_ALL 乡村就业 2021 95", "_ALL 乡村就业 2020 90", "_ALL 乡村就业 · 其中：女 2021 41", "_ALL 乡村就业 · 其中：女 2020 40",
            ]),
        FieldShape(
            "group rows",
            """
            指标,2020年,2021年
            东乡县,,
            人口,5,6
            床位,50,60
            西乡县,,
            人口,7,8
            床位,70,80

            """,
            [
                "东乡县 人口 2021 6", "东乡县 人口 2020 5", "西乡县 人口 2021 8", "西乡县 人口 2020 7", "东乡县 床位 2021 60", "东乡县 床位 2020 50",
                "西乡县 床位 2021 80", "西乡县 床位 2020 70",
            ]),
        FieldShape(
            "areas in columns",
            """
            各县区就业,,,
            年份,东乡县,西乡县,南河区
            2020,1,2,3
            2021,4,5,6

            """,
            [
                "东乡县 各县区就业 2021 4", "东乡县 各县区就业 2020 1", "西乡县 各县区就业 2021 5", "西乡县 各县区就业 2020 2",
                "南河区 各县区就业 2021 6", "南河区 各县区就业 2020 3",
            ]),
    ])
    func linesAroundHeadings(_ shape: FieldShape) { shape.check() }
}
