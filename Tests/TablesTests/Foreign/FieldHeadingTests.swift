import Indicators
import Testing

@testable import Tables

/// Headings in several lines: no group of columns loses its name.
@Suite struct FieldHeadingTests {
    @Test(arguments: [
        FieldShape(
            "groups over columns of words",
            "年份,新增车位(个),,养老,\n,城区,郊区,机构(家),床位(张)\n2018,310,45,12,610\n2019,335,48,13,640\n",
            [
                "_ALL 新增车位 · 城区 2018 310", "_ALL 新增车位 · 郊区 2018 45", "_ALL 养老 · 机构 2018 12", "_ALL 养老 · 床位 2018 610",
                "_ALL 新增车位 · 城区 2019 335", "_ALL 新增车位 · 郊区 2019 48", "_ALL 养老 · 机构 2019 13", "_ALL 养老 · 床位 2019 640",
            ],
            indicators: [
                "新增车位 · 城区=新增车位 · 城区 [个]", "新增车位 · 郊区=新增车位 · 郊区 [个]", "养老 · 机构=养老 · 机构 [家]", "养老 · 床位=养老 · 床位 [张]",
            ]),
        FieldShape(
            "groups in the line above the headings", ",车位,,绿地,\n年份,城区,郊区,城区,郊区\n2018,310,45,12,61\n2019,335,48,13,64\n",
            [
                "_ALL 车位 · 城区 2018 310", "_ALL 车位 · 郊区 2018 45", "_ALL 绿地 · 城区 2018 12", "_ALL 绿地 · 郊区 2018 61",
                "_ALL 车位 · 城区 2019 335", "_ALL 车位 · 郊区 2019 48", "_ALL 绿地 · 城区 2019 13", "_ALL 绿地 · 郊区 2019 64",
            ]),
        FieldShape(
            "groups written over each column", "年份,车位,车位,养老,养老\n年份,城区,郊区,机构,床位\n2018,310,45,12,61\n2019,335,48,13,64\n",
            [
                "_ALL 车位 · 城区 2018 310", "_ALL 车位 · 郊区 2018 45", "_ALL 养老 · 机构 2018 12", "_ALL 养老 · 床位 2018 61",
                "_ALL 车位 · 城区 2019 335", "_ALL 车位 · 郊区 2019 48", "_ALL 养老 · 机构 2019 13", "_ALL 养老 · 床位 2019 64",
            ]),
        FieldShape(
            "groups in two lines over each other",
            """
            年份,常住人口,按性别分,,,
            ,,男,,女,
            ,,人数(万人),比重(%),人数(万人),比重(%)
            2018,90,46.5,51.7,43.5,48.3
            2019,91,47,51.6,44,48.4

            """,
            [
                "_ALL 常住人口 2018 90", "_ALL 按性别分 · 男 · 人数 2018 46.5", "_ALL 按性别分 · 男 · 比重 2018 51.7",
                "_ALL 按性别分 · 女 · 人数 2018 43.5", "_ALL 按性别分 · 女 · 比重 2018 48.3", "_ALL 常住人口 2019 91",
                "_ALL 按性别分 · 男 · 人数 2019 47", "_ALL 按性别分 · 男 · 比重 2019 51.6", "_ALL 按性别分 · 女 · 人数 2019 44",
                "_ALL 按性别分 · 女 · 比重 2019 48.4",
            ]),
        FieldShape(
            "groups over periods", "县区,车位(个),,绿地(公顷),\n,2018年,2019年,2018年,2019年\n东乡,310,335,12,13\n西乡,45,48,61,64\n",
            [
                "东乡 车位 2018 310", "东乡 车位 2019 335", "东乡 绿地 2018 12", "东乡 绿地 2019 13", "西乡 车位 2018 45", "西乡 车位 2019 48",
                "西乡 绿地 2018 61", "西乡 绿地 2019 64",
            ], indicators: ["车位=车位 [个]", "绿地=绿地 [公顷]"]),
        FieldShape(
            "parts that one word announces", "年份,客运量(万人),其中,\n,,公交,地铁\n2018,31.5,20.5,11\n2019,33,21,12\n",
            [
                "_ALL 客运量 2018 31.5", "_ALL 公交 2018 20.5", "_ALL 地铁 2018 11", "_ALL 客运量 2019 33", "_ALL 公交 2019 21",
                "_ALL 地铁 2019 12",
            ]),
    ])
    func groups(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "a rounded value beside the exact one",
            """
            "","Id","IndicatorCode","SpatialDimType","Country","ParentLocation","Year","Dim1Type","Dim1","Value","Num\
            ericValue","Low","High"
            "1",901,"HEALTH_9","COUNTRY","EMK","East",2018,"SEX","SEX_FMLE","81.5",81.47,81.41,81.55
            "2",902,"HEALTH_9","COUNTRY","EMK","East",2019,"SEX","SEX_FMLE","82",81.92,81.83,82.02
            "3",903,"HEALTH_9","COUNTRY","WMK","West",2019,"SEX","SEX_FMLE","77.1",77.12,76.91,77.22

            """,
            ["EMK HEALTH_9 2018 81.47", "EMK HEALTH_9 2019 81.92", "WMK HEALTH_9 2019 77.12"],
            areas: ["EMK=EMK", "WMK=WMK"]),
        FieldShape(
            "an export with twenty columns for one value",
            """
            IndicatorCode,Indicator,ValueType,ParentLocationCode,ParentLocation,Location type,SpatialDimValueCode,\
            Location,Period type,Period,Dim1 type,Dim1,Dim1ValueCode,FactValueNumeric,FactValueNumericLow,\
            FactValueNumericHigh,Value,Language,DateModified
            H9,Healthy years,text,EAS,East,Country,EMK,Eastmark,Year,2018,Sex,Female,SEX_FMLE,71.47,71.41,71.55,71.5,\
            EN,2021-03-04T00:00:00.000Z
            H9,Healthy years,text,EAS,East,Country,EMK,Eastmark,Year,2019,Sex,Female,SEX_FMLE,71.92,71.83,72.02,72,\
            EN,2021-03-04T00:00:00.000Z
            H9,Healthy years,text,WES,West,Country,WMK,Westmark,Year,2019,Sex,Female,SEX_FMLE,67.12,66.91,67.22,67.1,\
            EN,2021-03-04T00:00:00.000Z

            """,
            ["EMK H9 2018 71.47", "EMK H9 2019 71.92", "WMK H9 2019 67.12"], areas: ["EMK=Eastmark", "WMK=Westmark"]),
        FieldShape(
            "no columns of periods, with codes, units and powers",
            """
            "LOCATION","Country","INDICATOR","Indicator","Unit Code","Unit","PowerCode Code","PowerCode","Value"
            "EMK","Eastmark","AIR","Air","MG","Micrograms","0","Units",14.5
            "WMK","Westmark","AIR","Air","MG","Micrograms","0","Units",16.25

            """, [],
            problems: ["1:1 no-periods LOCATION, Country, INDICATOR, Indicator, Unit Code, Unit, Po…"]),
        FieldShape(
            "Korean districts", "행정구역(시군구)별,2018 년,2019 년\n동구,141,142\n서구,97,99\n",
            ["동구 t 2018 141", "동구 t 2019 142", "서구 t 2018 97", "서구 t 2019 99"]),
        FieldShape(
            "Korean districts, items and units",
            "시도별,성별,항목,단위,2018년 1월,2018년 2월\n동부,남자,총인구,명,41,42\n동부,여자,총인구,명,51,52\n서부,남자,총인구,명,31,32\n",
            [
                "동부 남자 · 총인구 2018-01 41", "동부 남자 · 총인구 2018-02 42", "동부 여자 · 총인구 2018-01 51",
                "동부 여자 · 총인구 2018-02 52", "서부 남자 · 총인구 2018-01 31", "서부 남자 · 총인구 2018-02 32",
            ], indicators: ["남자 · 총인구=남자 · 총인구 [명]", "여자 · 총인구=여자 · 총인구 [명]"]),
        FieldShape(
            "districts of Taiwan", "縣市別,2018年,2019年\n東河,141,142\n西河,97,99\n",
            ["東河 t 2018 141", "東河 t 2019 142", "西河 t 2018 97", "西河 t 2019 99"]),
        FieldShape(
            "districts of Taiwan in records", "年度,鄉鎮市區,項目,數值\n2018,東河,戶數,141\n2019,東河,戶數,142\n2018,西河,戶數,97\n",
            ["東河 戶數 2018 141", "東河 戶數 2019 142", "西河 戶數 2018 97"]),
        FieldShape(
            "prefectures of Japan with their codes",
            """
            "tab_code","表章項目","cat01_code","男女別","area_code","全国都道府県","time_code","時間軸（年次）","unit","value"
            "001","世帯","000","計","00000","全国","2018000000","2018年","戸","5141"
            "001","世帯","001","男","00000","全国","2018000000","2018年","戸","2141"
            "001","世帯","000","計","77000","東県","2018000000","2018年","戸","141"
            "001","世帯","001","男","77000","東県","2018000000","2018年","戸","61"

            """,
            ["00000 世帯.計 2018 5141", "00000 世帯.男 2018 2141", "77000 世帯.計 2018 141", "77000 世帯.男 2018 61"],
            areas: ["00000=全国", "77000=東県"]),
        FieldShape(
            "towns of Japan", "市区町村,2018年,2019年\n東野,141,142\n西野,97,99\n",
            ["東野 t 2018 141", "東野 t 2019 142", "西野 t 2018 97", "西野 t 2019 99"]),
        FieldShape(
            "the first day of each month", "DATE,RATE\n2018-11-01,1.5\n2018-12-01,1.25\n2019-01-01,1.75\n",
            ["_ALL RATE 2018-11 1.5", "_ALL RATE 2018-12 1.25", "_ALL RATE 2019-01 1.75"]),
        FieldShape(
            "the last day of each quarter", "DATE,RATE\n2018-09-30,1.5\n2018-12-31,1.25\n2019-03-31,1.75\n",
            ["_ALL RATE 2018-Q3 1.5", "_ALL RATE 2018-Q4 1.25", "_ALL RATE 2019-Q1 1.75"]),
        FieldShape(
            "the first day of each year is a day", "DATE,RATE\n2018-01-01,1.5\n2019-01-01,1.25\n2020-01-01,1.75\n",
            ["_ALL RATE 2018-01-01 1.5", "_ALL RATE 2019-01-01 1.25", "_ALL RATE 2020-01-01 1.75"]),
        FieldShape(
            "numbers beside the value divide nothing",
            """
            Area,Year,Value,Sample,Error
            East,2018,14.5,1035,0.25
            East,2019,15.5,1041,0.5
            West,2018,13.5,998,0.75

            """,
            ["East t 2018 14.5", "East t 2019 15.5", "West t 2018 13.5"]),
        FieldShape(
            "a measure that stays the same for each area is no code without doubt",
            "县区,年份,床位,社区食堂\n东乡,2018,410,6\n西乡,2018,935,8\n东乡,2019,410,7\n西乡,2019,935,9\n",
            ["东乡 社区食堂 2018 6", "西乡 社区食堂 2018 8", "东乡 社区食堂 2019 7", "西乡 社区食堂 2019 9"],
            problems: ["1:7 column-doubt 床位"]),
    ])
    func names(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "a series below what its office says of it",
            """
            "Title","Output: level"
            "CDID","ABMX"
            "PreUnit","£"
            "Unit","m"
            "Release date","22-12-2021"
            "Next release","13 February 2022"
            "Important notes",
            "2018","501234"
            "2019","451234"
            "2018 Q1","121234"
            "2018 JAN","41234"

            """,
            [
                "_ALL Output: level 2018 501234", "_ALL Output: level 2019 451234", "_ALL Output: level 2018-Q1 121234",
                "_ALL Output: level 2018-01 41234",
            ], indicators: ["Output: level=Output: level [£m]"]),
        FieldShape(
            "footnotes as a table of their own",
            """
            "Country or Area","Year","Sex","Value","Value Footnotes"
            "Eastmark","2018","Both Sexes","1234567","1"
            "Eastmark","2019","Both Sexes","1244567","1"

            "footnoteSeqID","Footnote"
            "1","Usual residents."

            """,
            ["Eastmark t 2018 1234567", "Eastmark t 2019 1244567"]),
        FieldShape(
            "names of months", "Month,Open,High,Low\nJan 2018,5.5,6,5\nFeb 2018,5.75,6.5,5.25\n",
            [
                "_ALL Open 2018-01 5.5", "_ALL High 2018-01 6", "_ALL Low 2018-01 5", "_ALL Open 2018-02 5.75",
                "_ALL High 2018-02 6.5", "_ALL Low 2018-02 5.25",
            ]),
        FieldShape(
            "the time again as a decimal",
            "year,month,decimal date,average\n1958,3,1958.2027,315.7\n1958,4,1958.2877,317.45\n",
            ["_ALL average 1958-03 315.7", "_ALL average 1958-04 317.45"]),
    ])
    func shapesOfOffices(_ shape: FieldShape) { shape.check() }

    @Test(arguments: [
        FieldShape(
            "an area that is written once for its years",
            "县区,年份,食堂\n东乡,2018,6\n,2019,7\n西乡,2018,8\n,2019,9\n",
            ["东乡 食堂 2018 6", "东乡 食堂 2019 7", "西乡 食堂 2018 8", "西乡 食堂 2019 9"]),
        FieldShape(
            "an area that is left out for the whole",
            "县区,年份,食堂\n东乡,2018,6\n西乡,2018,8\n,2018,14\n东乡,2019,7\n西乡,2019,9\n,2019,16\n",
            [
                "东乡 食堂 2018 6", "西乡 食堂 2018 8", "_ALL 食堂 2018 14", "东乡 食堂 2019 7", "西乡 食堂 2019 9",
                "_ALL 食堂 2019 16",
            ]),
    ])
    func areasThatAreLeftOut(_ shape: FieldShape) { shape.check() }

    /// Groups of people divide the figures; the word for all of them leads and is no part of a name.
    @Test func breakdowns() {
        let reading = readTable(
            """
            县区,性别,指标,2018年,2019年
            东乡,女,户籍人口,41,42
            东乡,合计,户籍人口,83,85
            西乡,女,户籍人口,31,32
            西乡,合计,户籍人口,60,61

            """)
        #expect(reading.catalogue?.indicatorNames == ["户籍人口=户籍人口", "女 · 户籍人口=女 · 户籍人口"])
        #expect(reading.catalogue?.dimensionNames == ["性别: 女=女, 合计=合计"])
        #expect(reading.catalogue?.topics.first?.headline == "户籍人口")
    }

    /// What stands around a table, and the groups that all of its figures are of.
    @Test func titlesAndNotes() {
        let book = readTable(
            """
            表5-2 粮食产量,,
            ,,单位：万吨
            年份,稻谷,玉米
            2018,40.5,41
            2019,41.25,41.5
            注：口径有调整。,,
            资料来源：某抽样调查,,

            """)
        #expect(book.catalogue?.topicNames == ["all=表5-2 粮食产量"])
        #expect(book.catalogue?.sources.first?.publisher.zh == "某抽样调查")
        #expect(book.catalogue?.sources.first?.note.zh == "注：口径有调整。")
        let guessed = readTable(transcoded("區別,2018,2019\n大安區,1410,1399\n", to: "BIG5"))
        #expect(guessed.catalogue?.sources.first?.note.zh == "文字编码按内容推断 encoding guessed：Big5")
        let women = readTable("Area,Sex,Year,Value\nEast,Female,2018,14.5\nEast,Female,2019,15.5\n")
        #expect(women.catalogue?.topicNames == ["all=t · Female"])
        let all = readTable("Area,Sex,Year,Value\nEast,_T,2018,14.5\nEast,_T,2019,15.5\n")
        #expect(all.catalogue?.topicNames == ["all=t"])
        let world = readTable("Entity,Code,Year,Wells\nEastmark,EMK,2018,4\nWorld,OWID_WRL,2018,9\n")
        #expect(world.catalogue?.rootArea.name.zh == "World")
    }
}
