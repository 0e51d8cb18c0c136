import Indicators
import Testing

@testable import Tables

/// What a column is follows from all that it holds: codes, counters, scales, names and periods.
@Suite struct ColumnRoleTests {
    @Test(arguments: [
        FieldShape(
            "a serial number and codes of areas",
            """
            序号,区划代码,县区,年度,新改建公厕(座)
            1,880101,东乡,2019,12
            2,880102,西乡,2019,9
            3,880101,东乡,2020,15
            4,880102,西乡,2020,11

            """,
            ["880101 新改建公厕 2019 12", "880102 新改建公厕 2019 9", "880101 新改建公厕 2020 15", "880102 新改建公厕 2020 11"],
            indicators: ["新改建公厕=新改建公厕 [座]"], areas: ["880101=东乡", "880102=西乡"]),
        FieldShape(
            "names of rows, codes and coordinates of a script",
            """
            "","country","iso2c","year","WATER.USE","longitude","latitude","lastupdated"
            "1","Eastmark","EM",2018,7.5,"11.5","40.25","2024-02-01"
            "2","Eastmark","EM",2019,7.25,"11.5","40.25","2024-02-01"
            "3","Westmark","WM",2018,NA,"3.5","42.5","2024-02-01"
            "4","Westmark","WM",2019,6.5,"3.5","42.5","2024-02-01"

            """,
            ["EM WATER.USE 2018 7.5", "EM WATER.USE 2019 7.25", "WM WATER.USE 2018 – O", "WM WATER.USE 2019 6.5"],
            areas: ["EM=Eastmark", "WM=Westmark"]),
        FieldShape(
            "codes of areas below a name that says nothing",
            "k1,k2,年份,图书馆藏书\n5501,河东区,2020,800\n5502,河西区,2020,950\n5501,河东区,2021,820\n5502,河西区,2021,990\n",
            ["河东区 图书馆藏书 2020 800", "河西区 图书馆藏书 2020 950", "河东区 图书馆藏书 2021 820", "河西区 图书馆藏书 2021 990"]),
        FieldShape(
            "names and codes of areas in pairs",
            "Country,Code,Series Name,2018,2019\nEastmark,EMK,Wells,41,42\nWestmark,WMK,Wells,35,36\n",
            ["EMK Wells 2018 41", "EMK Wells 2019 42", "WMK Wells 2018 35", "WMK Wells 2019 36"],
            areas: ["EMK=Eastmark", "WMK=Westmark"]),
        FieldShape(
            "an entity that has no code",
            """
            Entity,Code,Year,Wells (per head)
            Eastmark,EMK,1720,0.5
            Eastmark,EMK,2019,2.5
            Markland,,2019,2.25
            Other,,2019,1

            """,
            ["Eastmark Wells 1720 0.5", "Eastmark Wells 2019 2.5", "Markland Wells 2019 2.25", "Other Wells 2019 1"],
            indicators: ["Wells=Wells [per head]"]),
        FieldShape(
            "powers of ten beside words for them",
            """
            "LOCATION","Country","SUBJECT_CODE","Subject","TIME","Year","Unit Code","Unit","PowerCode Code","PowerCod\
            e","Value","Flag Codes","Flags"
            "EMK","Eastmark","INC","Income","2018","2018","CRN","Crown","6","Millions",2500.25,,
            "EMK","Eastmark","INC","Income","2019","2019","CRN","Crown","6","Millions",2600.5,"E","Estimated value"
            "WMK","Westmark","POP","People","2019","2019","HD","Heads","3","Thousands",410.5,,

            """,
            ["EMK INC 2018 2500.25e6", "EMK INC 2019 2600.5e6 E", "WMK POP 2019 410.5e3"],
            indicators: ["INC=Income [Crown]", "POP=People [Heads]"], areas: ["EMK=Eastmark", "WMK=Westmark"]),
        FieldShape(
            "scales in words and the year after which all is estimated",
            """
            Country,Subject Descriptor,Units,Scale,Country/Series-specific Notes,2019,2020,Estimates Start After
            Eastmark,Trade,Crowns,Billions,"Source: office","1,250.5","1,300.25",2019
            Westmark,Price rise,Percent change,,,1.5,n/a,2020

            "Fund, Outlook of the year 2020",,,,,,,

            """,
            [
                "Eastmark Trade 2019 1250.5e9", "Eastmark Trade 2020 1300.25e9 E", "Westmark Price rise 2019 1.5",
                "Westmark Price rise 2020 – O",
            ]),
        FieldShape(
            "a scale by its number, and the letters of an office for its statuses",
            """
            "REF_DATE","GEO","DGUID","Kind","UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VECTOR","COORDINATE","VALUE",\
            "STATUS","SYMBOL","TERMINATED","DECIMALS"
            "2021-03","Eastmark","D88","Posts","Persons","249","thousands","3","v7","1.1","50.5","E","","","1"
            "2021-04","Eastmark","D88","Posts","Persons","249","thousands","3","v7","1.1","51.5","r","","","1"
            "2021-03","Eastmark","D88","Vacancy rate","Percentage","239","units","0","v8","1.2","","x","","","1"

            """,
            ["D88 Posts 2021-03 50.5e3 U", "D88 Posts 2021-04 51.5e3", "D88 Vacancy rate 2021-03 – Q"],
            areas: ["D88=Eastmark"]),
        FieldShape(
            "a value in words beside one in numbers, and a counter",
            """
            "","Id","IndicatorCode","SpatialDimType","Country","ParentLocation","Year","Dim1Type","Dim1","Value","Num\
            ericValue","Low","High"
            "1",901,"HEALTH_9","COUNTRY","EMK","East",2018,"SEX","SEX_FMLE","81.5 [81.4-81.6]",81.47,81.41,81.55
            "2",902,"HEALTH_9","COUNTRY","EMK","East",2019,"SEX","SEX_FMLE","81.9 [81.8-82.0]",81.92,81.83,82.02
            "3",903,"HEALTH_9","COUNTRY","WMK","West",2019,"SEX","SEX_FMLE","77.1 [76.9-77.2]",77.12,76.91,77.22

            """,
            ["EMK HEALTH_9 2018 81.47", "EMK HEALTH_9 2019 81.92", "WMK HEALTH_9 2019 77.12"]),
        FieldShape(
            "goals, targets and series of one indicator",
            """
            Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,S\
            ource,[Age],[Units]
            6,6.1,6.1.1,WAT_SAFE,Safe water (%),7,Eastmark,2018,71.5,2018,Office,ALL,PERCENT
            6,6.1,6.1.1,WAT_SAFE,Safe water (%),7,Eastmark,2019,72.5,2019,Office,ALL,PERCENT
            6,6.1,6.1.1,WAT_SAFE,Safe water (%),8,Westmark,2019,65,2019,Office,ALL,PERCENT

            """,
            ["7 WAT_SAFE 2018 71.5", "7 WAT_SAFE 2019 72.5", "8 WAT_SAFE 2019 65"],
            areas: [
                """
                7=Eastmark
                """, "8=Westmark",
            ]),
        FieldShape(
            "a code of the year is the year again",
            """
            Area Code,Area,Item Code,Item,Year Code,Year,Unit,Value,Flag,Flag Description
            71,Eastmark,0044,Barley,2018,2018,t,5120,A,Official figure
            71,Eastmark,0044,Barley,2019,2019,t,5300,E,Estimated value
            72,Westmark,0044,Barley,2019,2019,t,410,I,Imputed value

            """,
            ["71 0044 2018 5120", "71 0044 2019 5300 E", "72 0044 2019 410 I"],
            indicators: ["0044=Barley [t]"], areas: ["71=Eastmark", "72=Westmark"]),
        FieldShape(
            "headings that end in what they are",
            """
            AMT_NR;GEBIET_NAME;INDIKATOR_ID;INDIKATOR_NAME;INDIKATOR_JAHR;INDIKATOR_VALUE;EINHEIT_KURZ
            11;Oberdorf;82;Wohnungen;2018;410.5;Anz.
            11;Oberdorf;82;Wohnungen;2019;420.5;Anz.
            12;Niederdorf;82;Wohnungen;2019;115.5;Anz.

            """,
            ["11 82 2018 410.5", "11 82 2019 420.5", "12 82 2019 115.5"], areas: ["11=Oberdorf", "12=Niederdorf"]),
        FieldShape(
            "names, a counter and an office before the periods",
            "序号,指标名称,计量单位,责任部门,2018年,2019年\n1,新增停车位,个,甲局,3100,3300\n2,改造管网,公里,乙局,41.5,43\n",
            ["_ALL 新增停车位 2018 3100", "_ALL 新增停车位 2019 3300", "_ALL 改造管网 2018 41.5", "_ALL 改造管网 2019 43"],
            indicators: ["新增停车位=新增停车位 [个]", "改造管网=改造管网 [公里]"]),
        FieldShape(
            "measures whose names begin like other roles",
            "年份,城市道路面积,单位从业人员,年度预算,项目数\n2018,410,3300,15,6\n2019,430,3350,18,8\n",
            [
                "_ALL 城市道路面积 2018 410", "_ALL 城市道路面积 2019 430", "_ALL 单位从业人员 2018 3300", "_ALL 单位从业人员 2019 3350",
                "_ALL 年度预算 2018 15", "_ALL 年度预算 2019 18", "_ALL 项目数 2018 6", "_ALL 项目数 2019 8",
            ]),
        FieldShape(
            "a column that is empty at first",
            "REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE,BASE_PER\n"
                + (0..<90).map { "A,m,\(1900 + $0),\($0),\n" }.joined() + "A,m,1990,5,2015\n",
            (0..<90).map { "A m \(1900 + $0) \($0)" } + ["A m 1990 5"]),
    ])
    func tables(_ shape: FieldShape) { shape.check() }
}
