import Testing

@testable import Tables

/// Columns of periods, of parts of them, and of moments that no figure is of.
@Suite struct PeriodFieldTests {
    @Test(arguments: [
        FieldShape(
            "start end",
            """
            Area,Start date,End date,Visits
            East,2020-01-01,2020-03-31,50
            East,2020-04-01,2020-06-30,51
            West,2020-01-01,2020-03-31,60

            """,
            [
                "East Visits 2020-04-01/2020-06-30 51", "East Visits 2020-01-01/2020-03-31 50",
                "West Visits 2020-01-01/2020-03-31 60",
            ]),
        FieldShape(
            "three year averages",
            """
            Area,Period,Life expectancy
            East,2006-08,80.1
            East,2007-09,80.2
            East,2008-10,80.3
            East,2009-11,80.4
            West,2006-08,81.1
            West,2007-09,81.2
            West,2008-10,81.3
            West,2009-11,81.4

            """,
            [
                "East Life expectancy 2009/2011 80.4", "East Life expectancy 2008/2010 80.3",
                "East Life expectancy 2007/2009 80.2", "East Life expectancy 2006/2008 80.1",
                "West Life expectancy 2009/2011 81.4", "West Life expectancy 2008/2010 81.3",
                "West Life expectancy 2007/2009 81.2", "West Life expectancy 2006/2008 81.1",
            ]),
        FieldShape(
            "quarter as number",
            """
            季度,就业
            2020-1,5
            2020-2,6
            2020-3,7
            2020-4,8
            2021-1,9

            """,
            ["_ALL 就业 2021-Q1 9", "_ALL 就业 2020-Q4 8", "_ALL 就业 2020-Q3 7", "_ALL 就业 2020-Q2 6", "_ALL 就业 2020-Q1 5"]),
        FieldShape(
            "weeks",
            """
            Week,Cases
            2020-01,5
            2020-02,6
            2020-13,7
            2020-52,8

            """,
            [], problems: ["1:1 no-periods Week, Cases"]),
        FieldShape(
            "year and week",
            """
            Year,Week,Cases
            2020,1,5
            2020,2,6
            2020,3,7
            2021,1,8
            2021,2,9

            """,
            [
                "_ALL Cases 2021-W02 9", "_ALL Cases 2021-W01 8", "_ALL Cases 2020-W03 7", "_ALL Cases 2020-W02 6",
                "_ALL Cases 2020-W01 5",
            ]),
        FieldShape(
            "year half",
            """
            年份,半年,就业
            2020,上半年,5
            2020,下半年,6
            2021,上半年,7
            2021,下半年,8

            """,
            ["_ALL 就业 2021-S2 8", "_ALL 就业 2021-S1 7", "_ALL 就业 2020-S2 6", "_ALL 就业 2020-S1 5"]),
        FieldShape(
            "year month day",
            """
            年,月,日,降水
            2020,1,5,5
            2020,1,6,6
            2020,2,5,7
            2021,2,5,8

            """,
            ["_ALL 降水 2021-02-05 8", "_ALL 降水 2020-02-05 7", "_ALL 降水 2020-01-06 6", "_ALL 降水 2020-01-05 5"]),
        FieldShape(
            "end of month",
            """
            地区,截至时间,累计就业
            东乡县,2022年10月末,50
            东乡县,2022年11月末,55
            西乡县,2022年10月末,60
            西乡县,2022年11月末,66

            """,
            ["东乡县 累计就业 2022-11 55", "东乡县 累计就业 2022-10 50", "西乡县 累计就业 2022-11 66", "西乡县 累计就业 2022-10 60"]),
        FieldShape(
            "roc years",
            """
            年度,地區,床位
            民國109年,中區,50
            民國110年,中區,51
            民國109年,西區,60
            民國110年,西區,61

            """,
            ["中區 床位 2021 51", "中區 床位 2020 50", "西區 床位 2021 61", "西區 床位 2020 60"]),
        FieldShape(
            "japanese years",
            """
            年度,地域,病床数
            平成30年,東町,50
            令和元年,東町,51
            令和2年,東町,52

            """,
            ["東町 病床数 2020 52", "東町 病床数 2019 51", "東町 病床数 2018 50"]),
        FieldShape(
            "season year",
            """
            School year,Pupils
            2018-2019,500
            2019-2020,510
            2020-2021,520

            """,
            ["_ALL Pupils 2020/2021 520", "_ALL Pupils 2019/2020 510", "_ALL Pupils 2018/2019 500"]),
        FieldShape(
            "averages of plans",
            """
            时期,投资
            1981-1985,5
            1986-1990,6
            1991,7
            1992,8

            """,
            ["_ALL 投资 1992 8", "_ALL 投资 1991 7", "_ALL 投资 1986/1990 6", "_ALL 投资 1981/1985 5"]),
    ])
    func columnsOfPeriods(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "update dates",
            """
            地区,年份,更新日期,床位
            东乡县,2019,2020-03-01,50
            东乡县,2020,2021-03-02,51
            西乡县,2019,2020-03-03,60
            西乡县,2020,2021-03-04,61

            """,
            ["东乡县 床位 2020 51", "东乡县 床位 2019 50", "西乡县 床位 2020 61", "西乡县 床位 2019 60"]),
        FieldShape(
            "founding year",
            """
            机构,建成年份,年份,床位
            甲院,1987,2020,50
            甲院,1987,2021,51
            乙院,1995,2020,60
            乙院,1995,2021,61

            """,
            ["_ALL 甲院 · 床位 2021 51", "_ALL 甲院 · 床位 2020 50", "_ALL 乙院 · 床位 2021 61", "_ALL 乙院 · 床位 2020 60"]),
        FieldShape(
            "founding year only",
            """
            机构,建成年份,床位
            甲院,1987,50
            乙院,1995,60
            丙院,2001,70

            """,
            [], problems: ["1:1 no-periods 机构, 建成年份, 床位"]),
        FieldShape(
            "unsd",
            """
            Country or Area,Year,Area,Sex,Record Type,Reliability,Source Year,Value,Value Footnotes
            Northland,2011,Total,Both Sexes,Census,Final,2013,500,
            Northland,2001,Total,Both Sexes,Census,Final,2003,400,1
            Southland,2011,Total,Both Sexes,Census,Final,2012,50,
            footnoteSeqID,Footnote
            1,De facto.

            """,
            ["Northland Census 2011 500", "Northland Census 2001 400", "Southland Census 2011 50"]),
        FieldShape(
            "lags",
            """
            Year,Jobs,Jobs (previous year),Change
            2020,50,48,2
            2021,55,50,5

            """,
            [
                "_ALL Jobs 2021 55", "_ALL Jobs 2020 50", "_ALL Jobs (previous year) 2020 50",
                "_ALL Jobs (previous year) 2019 48", "_ALL Change 2021 5", "_ALL Change 2020 2",
            ]),
    ])
    func momentsThatAreNoPeriods(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "folded",
            """
            年份,人口(万人),年份,人口(万人)
            2010,50,2015,60
            2011,51,2016,61
            2012,52,2017,62

            """,
            [
                "_ALL 人口 2017 62", "_ALL 人口 2016 61", "_ALL 人口 2015 60", "_ALL 人口 2012 52", "_ALL 人口 2011 51",
                "_ALL 人口 2010 50",
            ]),
        FieldShape(
            "side by side",
            """
            年份,人口,年份,床位
            2010,50,2015,60
            2011,51,2016,61
            2012,52,2017,62

            """,
            [
                "_ALL 人口 2012 52", "_ALL 人口 2011 51", "_ALL 人口 2010 50", "_ALL 床位 2017 62", "_ALL 床位 2016 61",
                "_ALL 床位 2015 60",
            ]),
    ])
    func halvesBesideEachOther(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "phone one year",
            """
            机构,床位,电话,年份
            甲院,50,13804271234,2021
            乙院,60,13904271239,2021
            丙院,70,13604271230,2021

            """,
            ["_ALL 甲院 · 床位 2021 50", "_ALL 乙院 · 床位 2021 60", "_ALL 丙院 · 床位 2021 70"]),
        FieldShape(
            "un data",
            """
            T03,"Population, surface area",,,,,
            Region/Country/Area,,Year,Series,Value,Footnotes,Source
            1,Northland,2010,Jobs (thousands),"6,541.91",,Office
            1,Northland,2015,Jobs (thousands),"7,379.80",Projected.,Office
            2,Southland,2010,Jobs (thousands),"1,000.5",,Office
            2,Southland,2015,Jobs (thousands),"1,100.5",,Office

            """,
            [
                "1 Jobs (thousands) 2015 7379.80", "1 Jobs (thousands) 2010 6541.91", "2 Jobs (thousands) 2015 1100.5",
                "2 Jobs (thousands) 2010 1000.5",
            ]),
        FieldShape(
            "document number",
            """
            地区,年份,床位,文号
            东乡县,2020,50,20200101
            东乡县,2021,51,20210102
            西乡县,2020,60,20200103
            西乡县,2021,61,20210104

            """,
            ["东乡县 床位 2021 51", "东乡县 床位 2020 50", "西乡县 床位 2021 61", "西乡县 床位 2020 60"]),
        FieldShape(
            "batch",
            """
            批次,县区,年份,床位
            1,东乡县,2020,50
            1,西乡县,2020,60
            2,东乡县,2021,51
            2,西乡县,2021,61

            """,
            ["东乡县 1 · 床位 2020 50", "西乡县 1 · 床位 2020 60", "东乡县 2 · 床位 2021 51", "西乡县 2 · 床位 2021 61"]),
        FieldShape(
            "population by age rows",
            """
            Age,2019,2020
            0,500,490
            1,501,491
            2,502,492
            3,503,493

            """,
            [
                "_ALL 0 2020 490", "_ALL 0 2019 500", "_ALL 1 2020 491", "_ALL 1 2019 501", "_ALL 2 2020 492",
                "_ALL 2 2019 502", "_ALL 3 2020 493", "_ALL 3 2019 503",
            ]),
        FieldShape(
            "currency",
            """
            Area,Year,Budget
            East,2020,"$1,234"
            East,2021,$950
            West,2020,"$2,000.50"

            """,
            ["East Budget 2021 950", "East Budget 2020 1234", "West Budget 2020 2000.50"]),
    ])
    func numbersThatIdentify(_ shape: FieldShape) { shape.check() }
}
