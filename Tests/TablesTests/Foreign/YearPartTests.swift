import Testing

@testable import Tables

/// Months, quarters and halves of a year that stands elsewhere: beside, above or below them.
@Suite struct YearPartTests {
    @Test(arguments: [
        FieldShape(
            "months beside population",
            """
            年份,人口,1月,2月
            2020,500,4,5
            2021,501,7,8

            """,
            ["_ALL 人口 2021 501", "_ALL 人口 2020 500"], problems: ["1:7 months-doubt 1月"]),
        FieldShape(
            "months with total",
            """
            年份,1月,2月,3月,合计
            2020,4,5,6,15
            2021,7,8,9,24

            """,
            [
                "_ALL t 2021-01-01/P3M 24", "_ALL t 2021-03 9", "_ALL t 2021-02 8", "_ALL t 2021-01 7",
                "_ALL t 2020-01-01/P3M 15", "_ALL t 2020-03 6", "_ALL t 2020-02 5", "_ALL t 2020-01 4",
            ]),
        FieldShape(
            "months with average",
            """
            Year,Jan,Feb,Mar,Average
            2020,4,5,6,5
            2021,7,8,9,8

            """,
            [
                "_ALL t 2021-03 9", "_ALL t 2021-02 8", "_ALL t 2021-01 7", "_ALL t 2020-03 6", "_ALL t 2020-02 5",
                "_ALL t 2020-01 4",
            ], problems: ["1:18 total-period Average"]),
        FieldShape(
            "quarters with average",
            "Year,Q1,Q2,Q3,Q4,Average\n2020,4,5,6,5,5\n",
            ["_ALL t 2020-Q1 4", "_ALL t 2020-Q2 5", "_ALL t 2020-Q3 6", "_ALL t 2020-Q4 5", "_ALL Average 2020 5"]),
        FieldShape(
            "quarters total",
            """
            Year,Q1,Q2,Q3,Q4,Total
            2020,4,5,6,7,22
            2021,7,8,9,8,32

            """,
            [
                "_ALL t 2021 32", "_ALL t 2021-Q4 8", "_ALL t 2021-Q3 9", "_ALL t 2021-Q2 8", "_ALL t 2021-Q1 7",
                "_ALL t 2020 22", "_ALL t 2020-Q4 7", "_ALL t 2020-Q3 6", "_ALL t 2020-Q2 5", "_ALL t 2020-Q1 4",
            ]),
        FieldShape(
            "cumulative",
            """
            年份,一季度,上半年,前三季度,全年
            2020,4,9,15,22
            2021,7,15,24,32

            """,
            [
                "_ALL t 2021 32", "_ALL t 2021-01-01/P9M 24", "_ALL t 2021-S1 15", "_ALL t 2021-Q1 7", "_ALL t 2020 22",
                "_ALL t 2020-01-01/P9M 15", "_ALL t 2020-S1 9", "_ALL t 2020-Q1 4",
            ]),
        FieldShape(
            "running months",
            """
            年份,1-2月,1-3月,1-4月
            2020,4,9,15
            2021,7,15,24

            """,
            [
                "_ALL t 2021-01-01/P4M 24", "_ALL t 2021-01-01/P3M 15", "_ALL t 2021-01-01/P2M 7",
                "_ALL t 2020-01-01/P4M 15", "_ALL t 2020-01-01/P3M 9", "_ALL t 2020-01-01/P2M 4",
            ]),
        FieldShape(
            "bls",
            """
            Year,Jan,Feb,Mar,Annual,HALF1,HALF2
            2020,4,5,6,15,7,8
            2021,7,8,9,24,11,13

            """,
            [
                "_ALL t 2021 24", "_ALL t 2021-S2 13", "_ALL t 2021-S1 11", "_ALL t 2021-03 9", "_ALL t 2021-02 8",
                "_ALL t 2021-01 7", "_ALL t 2020 15", "_ALL t 2020-S2 8", "_ALL t 2020-S1 7", "_ALL t 2020-03 6",
                "_ALL t 2020-02 5", "_ALL t 2020-01 4",
            ]),
        FieldShape(
            "gistemp",
            """
            Land-Ocean: Global Means
            Year,Jan,Feb,Mar,J-D,D-N,DJF,MAM
            2020,.4,.5,.6,.7,.8,.9,.11
            2021,.7,.8,***,.71,.81,.91,.12

            """,
            [
                "_ALL t 2021 0.71", "_ALL t 2020-12-01/P12M 0.81", "_ALL t 2021-03-01/P3M 0.12", "_ALL t 2021-03 – O",
                "_ALL t 2020-12-01/P3M 0.91", "_ALL t 2021-02 0.8", "_ALL t 2021-01 0.7", "_ALL t 2020 0.7",
                "_ALL t 2019-12-01/P12M 0.8", "_ALL t 2020-03-01/P3M 0.11", "_ALL t 2020-03 0.6",
                "_ALL t 2019-12-01/P3M 0.9", "_ALL t 2020-02 0.5", "_ALL t 2020-01 0.4",
            ]),
        FieldShape(
            "questionnaire",
            """
            年份,Q1,Q2,Q3,Q4,Q5
            2020,4,5,6,7,8
            2021,5,6,7,8,9

            """,
            ["_ALL Q5 2021 9", "_ALL Q5 2020 8"], problems: ["1:4 months-doubt Q1"]),
    ])
    func besideYears(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "title year months",
            """
            表1 2022年各县区新增就业,,,
            县区,1月,2月,3月
            东乡县,4,5,6
            西乡县,7,8,9

            """,
            [
                "东乡县 表1 2022年各县区新增就业 2022-03 6", "东乡县 表1 2022年各县区新增就业 2022-02 5", "东乡县 表1 2022年各县区新增就业 2022-01 4",
                "西乡县 表1 2022年各县区新增就业 2022-03 9", "西乡县 表1 2022年各县区新增就业 2022-02 8", "西乡县 表1 2022年各县区新增就业 2022-01 7",
            ]),
        FieldShape(
            "quarters of title year",
            """
            2022年各县区就业情况,,,,
            县区,一季度,二季度,三季度,四季度
            东乡县,1,2,3,4
            西乡县,5,6,7,8

            """,
            [
                "东乡县 2022年各县区就业情况 2022-Q4 4", "东乡县 2022年各县区就业情况 2022-Q3 3", "东乡县 2022年各县区就业情况 2022-Q2 2",
                "东乡县 2022年各县区就业情况 2022-Q1 1", "西乡县 2022年各县区就业情况 2022-Q4 8", "西乡县 2022年各县区就业情况 2022-Q3 7",
                "西乡县 2022年各县区就业情况 2022-Q2 6", "西乡县 2022年各县区就业情况 2022-Q1 5",
            ]),
        FieldShape(
            "title year total",
            """
            2022年各月就业,,,
            指标,1月,2月,合计
            城镇(人),4,5,9
            乡村(人),7,8,15

            """,
            [
                "_ALL 城镇 2022-01-01/P2M 9", "_ALL 城镇 2022-02 5", "_ALL 城镇 2022-01 4",
                "_ALL 乡村 2022-01-01/P2M 15", "_ALL 乡村 2022-02 8", "_ALL 乡村 2022-01 7",
            ]),
        FieldShape(
            "month rows title year",
            """
            2022年就业,,
            月份,城镇,乡村
            1月,4,5
            2月,6,7
            3月,8,9

            """,
            [
                "_ALL 城镇 2022-03 8", "_ALL 城镇 2022-02 6", "_ALL 城镇 2022-01 4", "_ALL 乡村 2022-03 9", "_ALL 乡村 2022-02 7",
                "_ALL 乡村 2022-01 5",
            ]),
        FieldShape(
            "days of month",
            """
            2022年11月每日检测,,
            日期,检测(人次),阳性
            1日,400,5
            2日,600,7
            3日,800,9

            """,
            [
                "_ALL 检测 2022-11-03 800", "_ALL 检测 2022-11-02 600", "_ALL 检测 2022-11-01 400", "_ALL 阳性 2022-11-03 9",
                "_ALL 阳性 2022-11-02 7", "_ALL 阳性 2022-11-01 5",
            ]),
        FieldShape(
            "this and last",
            """
            2022年11月主要指标,,,
            指标,本期,上期,上年同期
            就业(人),5,6,7
            床位(张),8,9,10

            """,
            [
                "_ALL 就业 2022-11 5", "_ALL 就业 2022-10 6", "_ALL 就业 2021-11 7", "_ALL 床位 2022-11 8",
                "_ALL 床位 2022-10 9", "_ALL 床位 2021-11 10",
            ]),
        FieldShape(
            "current previous",
            """
            Main figures 2022,,
            Indicator,Current year,Previous year
            Jobs,5,6
            Beds,8,9

            """,
            ["_ALL Jobs 2022 5", "_ALL Jobs 2021 6", "_ALL Beds 2022 8", "_ALL Beds 2021 9"]),
        FieldShape(
            "year end",
            """
            2022年民生指标,,
            指标,年初数,年末数
            床位(张),5,6
            车位(个),8,9

            """,
            ["_ALL 床位 · 年末数 2022 6", "_ALL 车位 · 年末数 2022 9"], problems: ["2:4 header-period 年初数"]),
    ])
    func belowATitle(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "month rows year columns",
            """
            月份,2020年,2021年,2022年
            1月,4,5,6
            2月,7,8,9
            3月,10,11,12

            """,
            [
                "_ALL t 2022-03 12", "_ALL t 2022-02 9", "_ALL t 2022-01 6", "_ALL t 2021-03 11", "_ALL t 2021-02 8",
                "_ALL t 2021-01 5", "_ALL t 2020-03 10", "_ALL t 2020-02 7", "_ALL t 2020-01 4",
            ]),
        FieldShape(
            "month rows year columns en",
            """
            Month,2019,2020
            Jan,4,5
            Feb,7,8
            Mar,10,11

            """,
            [
                "_ALL t 2020-03 11", "_ALL t 2020-02 8", "_ALL t 2020-01 5", "_ALL t 2019-03 10", "_ALL t 2019-02 7",
                "_ALL t 2019-01 4",
            ]),
        FieldShape(
            "quarter rows",
            """
            季度,2020年,2021年
            一季度,4,5
            二季度,7,8
            三季度,9,10
            四季度,11,12

            """,
            [
                "_ALL t 2021-Q4 12", "_ALL t 2021-Q3 10", "_ALL t 2021-Q2 8", "_ALL t 2021-Q1 5", "_ALL t 2020-Q4 11",
                "_ALL t 2020-Q3 9", "_ALL t 2020-Q2 7", "_ALL t 2020-Q1 4",
            ]),
        FieldShape(
            "month rows with total",
            """
            月份,2020年,2021年
            1月,4,5
            2月,7,8
            合计,11,13

            """,
            [
                "_ALL t 2021-01-01/P2M 13", "_ALL t 2021-02 8", "_ALL t 2021-01 5", "_ALL t 2020-01-01/P2M 11",
                "_ALL t 2020-02 7", "_ALL t 2020-01 4",
            ]),
        FieldShape(
            "yearbook monthly",
            """
            12-3 各月旅客周转量,,,
            ,,单位：万人公里,
            月 份,2020年,2021年,2021年比2020年增长(%)
            1 月,10,11,10
            2 月,20,22,10
            全 年,30,33,10

            """,
            [
                "_ALL 12-3 各月旅客周转量 2021 33", "_ALL 12-3 各月旅客周转量 2021-02 22", "_ALL 12-3 各月旅客周转量 2021-01 11",
                "_ALL 12-3 各月旅客周转量 2020 30", "_ALL 12-3 各月旅客周转量 2020-02 20", "_ALL 12-3 各月旅客周转量 2020-01 10",
                "_ALL 2021年比2020年增长 2021 10", "_ALL 2021年比2020年增长 2021-02 10", "_ALL 2021年比2020年增长 2021-01 10",
            ]),
    ])
    func downTheSide(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "quarters below year with sum",
            """
            Area,2022,,,,,2023,,,,
            ,Q1,Q2,Q3,Q4,Total,Q1,Q2,Q3,Q4,Total
            East,1,2,3,4,10,2,3,4,5,14
            West,5,6,7,8,26,6,7,8,9,30

            """,
            [
                "East t 2023 14", "East t 2023-Q4 5", "East t 2023-Q3 4", "East t 2023-Q2 3", "East t 2023-Q1 2",
                "East t 2022 10", "East t 2022-Q4 4", "East t 2022-Q3 3", "East t 2022-Q2 2", "East t 2022-Q1 1",
                "West t 2023 30", "West t 2023-Q4 9", "West t 2023-Q3 8", "West t 2023-Q2 7", "West t 2023-Q1 6",
                "West t 2022 26", "West t 2022-Q4 8", "West t 2022-Q3 7", "West t 2022-Q2 6", "West t 2022-Q1 5",
            ]),
        FieldShape(
            "three lines",
            """
            Area,Jobs,,,,Beds,,,
            ,Male,,Female,,Male,,Female,
            ,2019,2020,2019,2020,2019,2020,2019,2020
            East,1,2,3,4,5,6,7,8
            West,11,12,13,14,15,16,17,18

            """,
            [
                "East Jobs · Male 2020 2", "East Jobs · Male 2019 1", "West Jobs · Male 2020 12",
                "West Jobs · Male 2019 11", "East Jobs · Female 2020 4", "East Jobs · Female 2019 3",
                "West Jobs · Female 2020 14", "West Jobs · Female 2019 13", "East Beds · Male 2020 6",
                "East Beds · Male 2019 5", "West Beds · Male 2020 16", "West Beds · Male 2019 15",
                "East Beds · Female 2020 8", "East Beds · Female 2019 7", "West Beds · Female 2020 18",
                "West Beds · Female 2019 17",
            ]),
    ])
    func belowYears(_ shape: FieldShape) { shape.check() }
}
