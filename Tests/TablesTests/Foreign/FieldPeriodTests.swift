import Indicators
import Testing

@testable import Tables

/// Headers and periods: no figure under another period than its own.
@Suite struct FieldPeriodTests {
    @Test(arguments: [
        FieldShape(
            "the line with the most periods is the header, not the one with a date",
            """
            \u{FEFF}"Data Source","Indicators of the office",

            "Last Updated Date","2023-05-30",

            "Country Name","Country Code","Indicator Name","Indicator Code","2018","2019","2020",
            "Eastmark","EMK","Wells, total","WEL.TOT","41","42","",
            "Westmark","WMK","Wells, total","WEL.TOT","35","","37",

            """,
            [
                "EMK Wells, total 2018 41", "EMK Wells, total 2019 42", "EMK Wells, total 2020 – O",
                "WMK Wells, total 2018 35",
                "WMK Wells, total 2019 – O", "WMK Wells, total 2020 37",
            ], areas: ["EMK=Eastmark", "WMK=Westmark"]),
        FieldShape(
            "codes behind the periods, and notes behind the rows",
            """
            Country Name,Country Code,Series Name,Series Code,2005 [YR2005],2010 [YR2010]
            Eastmark,EMK,Wells,W.T,41,..
            Westmark,WMK,Wells,W.T,35,36
            ,,,,,
            Data from database: Wells,,,,,
            Last Updated: 03/01/2022,,,,,

            """,
            ["EMK Wells 2005 41", "EMK Wells 2010 – O", "WMK Wells 2005 35", "WMK Wells 2010 36"]),
        FieldShape(
            "a row is no header, whatever years stand in it",
            "辖区,统计年,社区食堂\n东乡,2018,1950\n东乡,2019,1962\n西乡,2018,2010\n西乡,2019,2024\n",
            ["东乡 社区食堂 2018 1950", "东乡 社区食堂 2019 1962", "西乡 社区食堂 2018 2010", "西乡 社区食堂 2019 2024"]),
        FieldShape(
            "a year whose heading says nothing",
            "Area,Jg,Wells\nEast,2018,400\nEast,2019,410\nWest,2018,130\nWest,2019,140\n",
            ["East Wells 2018 400", "East Wells 2019 410", "West Wells 2018 130", "West Wells 2019 140"]),
        FieldShape(
            "values like years, and no period",
            """
            县区,户数,床位
            东乡,1990,2015
            西乡,1870,1905
            南乡,2110,2185
            北乡,940,960

            """, [],
            problems: ["1:1 no-periods 县区, 户数, 床位"]),
        FieldShape(
            "headings spread by blanks, and a source padded by commas",
            "年  份,常住人口,城镇化率\n2005,88.5,41.5\n2006,89.25,42.5\n2007,90.5,43.75\n资料来源：某抽样调查。,,\n",
            [
                "_ALL 常住人口 2005 88.5", "_ALL 城镇化率 2005 41.5", "_ALL 常住人口 2006 89.25", "_ALL 城镇化率 2006 42.5",
                "_ALL 常住人口 2007 90.5", "_ALL 城镇化率 2007 43.75",
            ]),
        FieldShape(
            "two lines of headings, title and unit",
            "表5-2 粮食产量,,,,\n,,,,单位：万吨\n年份,粮食产量,,,\n,,稻谷,玉米,大豆\n2018,88.5,40.5,41,7\n2019,90,41.25,41.5,7.25\n",
            [
                "_ALL 粮食产量 2018 88.5", "_ALL 稻谷 2018 40.5", "_ALL 玉米 2018 41", "_ALL 大豆 2018 7",
                "_ALL 粮食产量 2019 90", "_ALL 稻谷 2019 41.25", "_ALL 玉米 2019 41.5", "_ALL 大豆 2019 7.25",
            ], indicators: ["粮食产量=粮食产量 [万吨]", "稻谷=稻谷 [万吨]", "玉米=玉米 [万吨]", "大豆=大豆 [万吨]"]),
        FieldShape(
            "title and unit in one line",
            "5-2 粮食产量,,,单位：万吨\n年  份,粮食产量,第一季,第二季\n2018,88.5,40.5,41\n2019,90,41.25,41.5\n",
            [
                "_ALL 粮食产量 2018 88.5", "_ALL 第一季 2018 40.5", "_ALL 第二季 2018 41", "_ALL 粮食产量 2019 90",
                "_ALL 第一季 2019 41.25", "_ALL 第二季 2019 41.5",
            ], indicators: ["粮食产量=粮食产量 [万吨]", "第一季=第一季 [万吨]", "第二季=第二季 [万吨]"]),
        FieldShape(
            "a line of units below the header", "年份,新增绿道,新建公园\n,公里,个\n2018,41,6\n2019,43,7\n",
            ["_ALL 新增绿道 2018 41", "_ALL 新建公园 2018 6", "_ALL 新增绿道 2019 43", "_ALL 新建公园 2019 7"],
            indicators: ["新增绿道=新增绿道 [公里]", "新建公园=新建公园 [个]"]),
        FieldShape(
            "line breaks and units in headings", "地区,\"2018年\n(万户)\",\"2019年\n(万户)\"\n东乡,4.5,4.75\n西乡,3.5,3.25\n",
            ["东乡 t 2018 4.5", "东乡 t 2019 4.75", "西乡 t 2018 3.5", "西乡 t 2019 3.25"], indicators: ["t=t [万户]"]),
        FieldShape(
            "months below merged years", "县区,2018年,,2019年,\n,1月,2月,1月,2月\n东乡,41,42,43,44\n西乡,31,32,33,34\n",
            [
                "东乡 t 2018-01 41", "东乡 t 2018-02 42", "东乡 t 2019-01 43", "东乡 t 2019-02 44", "西乡 t 2018-01 31",
                "西乡 t 2018-02 32", "西乡 t 2019-01 33", "西乡 t 2019-02 34",
            ]),
        FieldShape(
            "a table that goes on after its header again",
            "指标,2018年,2019年\n新增绿道(公里),41,43\n续表,,\n指标,2018年,2019年\n新建公园(个),6,7\n",
            ["_ALL 新增绿道 2018 41", "_ALL 新增绿道 2019 43", "_ALL 新建公园 2018 6", "_ALL 新建公园 2019 7"]),
        FieldShape(
            "the lines of a terminal below its header",
            "指标名称,某市:产值:累计值,某市:指数:当月同比\n频率,季,月\n单位,亿元,%\n来源,某局,某局\n2021-06-30,510.5,1.5\n2021-09-30,780.25,1.75\n",
            [
                "_ALL 某市:产值:累计值 2021-01-01/P6M 510.5", "_ALL 某市:指数:当月同比 2021-06 1.5",
                "_ALL 某市:产值:累计值 2021-01-01/P9M 780.25", "_ALL 某市:指数:当月同比 2021-09 1.75",
            ], indicators: ["某市:产值:累计值=某市:产值:累计值 [亿元]", "某市:指数:当月同比=某市:指数:当月同比 [%]"]),
        FieldShape(
            "a bulletin whose title states the months",
            "2021年1-10月主要指标,,,,\n指标名称,计量单位,本月,本月止累计,累计增长(%)\n公交客流,万人次,31.5,305,2.5\n新增绿道,公里,2,18,-4\n",
            [
                "_ALL 公交客流 2021-10 31.5", "_ALL 公交客流 2021-01-01/P10M 305", "_ALL 公交客流 · 累计增长 2021-01-01/P10M 2.5",
                "_ALL 新增绿道 2021-10 2", "_ALL 新增绿道 2021-01-01/P10M 18", "_ALL 新增绿道 · 累计增长 2021-01-01/P10M -4",
            ]),
        FieldShape(
            "notes behind rows of months",
            """
            数据库：月度
            时间：2021-
            时间,甲(亿元),乙(上年同月=100)
            2021年2月,5.5,99.5
            2021年1月,5.25,99
            注：1.口径有调整。
            　　2.乙来自另一部门。
            数据来源：某局

            """,
            ["_ALL 甲 2021-02 5.5", "_ALL 乙 2021-02 99.5", "_ALL 甲 2021-01 5.25", "_ALL 乙 2021-01 99"],
            indicators: ["甲=甲 [亿元]", "乙=乙 [上年同月=100]"]),
    ])
    func headers(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "October that lost its zero in a header", "指标,2021.08,2021.09,2021.1,2021.11\n新增绿道(公里),4,5,6,7\n",
            ["_ALL 新增绿道 2021-08 4", "_ALL 新增绿道 2021-09 5", "_ALL 新增绿道 2021-10 6", "_ALL 新增绿道 2021-11 7"],
            problems: ["1:20 october 2021.1"]),
        FieldShape(
            "October that lost its zero in a column", "年月,新增绿道\n2021.01,1\n2021.09,5\n2021.1,6\n2021.11,7\n",
            ["_ALL 新增绿道 2021-01 1", "_ALL 新增绿道 2021-09 5", "_ALL 新增绿道 2021-10 6", "_ALL 新增绿道 2021-11 7"],
            problems: ["1:1 october 2021.1"]),
        FieldShape(
            "years that span two in a header", "State,2005-06,2006-07,2007-08\nEast,1.5,2.5,3.5\n",
            ["East t 2005/2006 1.5", "East t 2006/2007 2.5", "East t 2007/2008 3.5"]),
        FieldShape(
            "years that span two in a column",
            "Year,Area,Value\n2010-11,East,1.5\n2011-12,East,2.5\n2012-13,East,3.5\n",
            ["East t 2010/2011 1.5", "East t 2011/2012 2.5", "East t 2012/2013 3.5"]),
        FieldShape(
            "one month that may be two years", "Year,Area,Value\n2010-11,East,1.5\n2010-11,West,2.5\n", [],
            problems: ["2:1 period-unreadable 2010-11"]),
        FieldShape(
            "year and month", "年份,月份,县区,新增绿道(公里)\n2021,1,东乡,3\n2021,2,东乡,4\n2021,1,西乡,5\n2021,2,西乡,6\n",
            ["东乡 新增绿道 2021-01 3", "东乡 新增绿道 2021-02 4", "西乡 新增绿道 2021-01 5", "西乡 新增绿道 2021-02 6"]),
        FieldShape(
            "year and quarter", "Year,Quarter,Area,Value\n2021,1,East,15\n2021,2,East,16\n2021,4,East,18\n",
            ["East t 2021-Q1 15", "East t 2021-Q2 16", "East t 2021-Q4 18"]),
        FieldShape(
            "a date, its year and its month",
            """
            "Date/Time","Year","Month","Rain (mm)"
            "2019-03","2019","03","41.5"
            "2019-04","2019","04","30"

            """,
            ["_ALL Rain 2019-03 41.5", "_ALL Rain 2019-04 30"]),
        FieldShape(
            "days at midnight", "统计时间,县区,指标名称,数值\n2021-03-01 00:00:00,东乡,绿道,3\n2021-04-01 00:00:00,东乡,绿道,4\n",
            ["东乡 绿道 2021-03 3", "东乡 绿道 2021-04 4"]),
        FieldShape(
            "six digits", "统计时间,县区,指标名称,数值\n202103,东乡,绿道,3\n202104,东乡,绿道,4\n",
            [
                "东乡 绿道 2021-03 3",
                """
                东乡 绿道 2021-04 4
                """,
            ]),
        FieldShape(
            "years with a point", "Year,Area,Value\n2018.0,East,3\n2019.0,East,4\n",
            [
                """
                East t 2018 3
                """, "East t 2019 4",
            ]),
        FieldShape(
            "years with signs", "指标,2018年,2019年①,2020年*,2021e\n绿道(公里),3,4,5,6\n",
            ["_ALL 绿道 2018 3", "_ALL 绿道 2019 4", "_ALL 绿道 2020 5", "_ALL 绿道 2021 6 E"]),
        FieldShape(
            "a start with a time of day",
            "area,period,sex,life\nE1,2003-01-01T00:00:00/P3Y,Male,76.5\nE1,2004-01-01T00:00:00/P3Y,Male,76.75\n",
            ["E1 Male · life 2003-01-01/P3Y 76.5", "E1 Male · life 2004-01-01/P3Y 76.75"]),
        FieldShape(
            "text that a spreadsheet wrote as a formula",
            "区划代码,县区,年份,数值\n=\"880101\",东乡,=\"2019\",41\n=\"880102\",西乡,=\"2019\",42\n",
            ["880101 t 2019 41", "880102 t 2019 42"], areas: ["880101=东乡", "880102=西乡"]),
    ])
    func periods(_ shape: FieldShape) { shape.check() }
}
