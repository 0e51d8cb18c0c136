import Indicators
import Testing

@testable import Tables

/// Tables of statistical bureaus, tidy tables of the Sustainable Development Goals, wide tables and tables of records.
@Suite struct TableReadingTests {
    @Test func asTheBureauOfStatisticsWroteIt() throws {
        let text = [
            "数据库：分省年度数据", "指标：地区生产总值(亿元)", "时间：最近3年", "地区,2022年,2021年,2020年", "北京市,41540.9,41045.6,35943.3",
            "天津市,16132.2,,14008.0",
            "\"注：1.数据按\"\"普查\"\"修订,含两地\r\n2.单位未变,不另说明\"", "数据来源：国家统计局", "",
        ].joined(separator: "\r\n")
        let reading = readTable(inGB18030(text), path: "data/生产总值.csv", date: "2024-05-01")
        let read = try catalogue(reading, problems: ["- other-encoding"])
        #expect(
            reading.files[0].short == "wide GB18030 , 2/2/1/5 2020年…2022年"
                || reading.files[0].short == "wide GB18030 , 2/2/1/5 2020…2022")
        #expect(
            read.lines == [
                "北京市 地区生产总值 2022 41540.9", "北京市 地区生产总值 2021 41045.6", "北京市 地区生产总值 2020 35943.3",
                "天津市 地区生产总值 2022 16132.2", "天津市 地区生产总值 2021 – O",
                "天津市 地区生产总值 2020 14008.0",
            ])
        #expect(read.indicatorNames == ["地区生产总值=地区生产总值 [亿元]"])
        #expect(
            read.sources[0].publisher.zh == "国家统计局" && read.sources[0].date == "2024-05-01"
                && read.sources[0].title.zh == "生产总值.csv")
        #expect(read.sources[0].note.zh.contains("数据按\"普查\"修订,含两地\r\n2.单位未变"))
        #expect(read.observations[3].line == 6)
    }

    @Test func asTheBureauOfStatisticsWritesIt() throws {
        let text =
            "数据库：分省年度数据 \n时间： \n指标\t,2023年\t,2022年\t,2021年\t,\n一般公共预算支出 (亿元)\t,7971.25\t,7469.15\t,7205.12\t,\n人口 "
            + "(万人) \t,\t,2184.3\t,2188.6\t,\n数据来源：国家统计局\n"
        let reading = readTable(encoded(text, .utf8Marked))
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "wide UTF-8-BOM , 2/2/1/5 2021…2023")
        #expect(read.indicatorNames == ["一般公共预算支出=一般公共预算支出 [亿元]", "人口=人口 [万人]"])
        #expect(
            read.lines.prefix(4) == [
                "_ALL 一般公共预算支出 2023 7971.25", "_ALL 一般公共预算支出 2022 7469.15", "_ALL 一般公共预算支出 2021 7205.12",
                "_ALL 人口 2023 – O",
            ])
    }

    /// An observation may be asked about in another table than its own, where its row is another one's or none.
    @Test func theSeriesOfAnObservationOfAnotherTable() throws {
        let head = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n"
        let long = try #require(
            readTable(head + "A,人口,2022,1\nB,人口,2022,2\n,人口,2022,3\nA,人口,2021,4\nA,面积,2022,5\nC,面积,2022,6\n").catalogue
        ).observations
        let short = try #require(readTable(head + "A,面积,2022,5\nA,人口,2021,4\nB,人口,2020,7\n,人口,2021,8\n").catalogue)
            .observations
        #expect(long.count == 6 && short.count == 4)
        #expect(
            long.rows(ofSeriesOf: long[3]) == [0, 3] && short.rows(ofSeriesOf: long[0]) == [1]
                && short.rows(ofSeriesOf: long[5]) == [])
        for asked in [long, short] {
            for own in [long, short] {
                for row in 0..<own.count {
                    #expect(
                        asked.rows(ofSeriesOf: own[row])
                            == asked.rows(indicator: own[row].indicator, area: own[row].area), "row \(row)")
                }
            }
        }
    }

    @Test func openSDG() throws {
        let reading = readTable(
            """
            Year,Sex,Series,Units,Unit multiplier,Observation status,GeoCode,Value
            2000 Q1,,Proportion,Percentage (%),Units,Estimated value,,1.5
            2000 Q1,Female,Proportion,Percentage (%),Units,Normal value,,1.25
            2002/03-2007/08,,Proportion,Percentage (%),Thousands,Normal value,E12000001,3
            2020/2021,,Proportion,Percentage (%),Units,Normal value,E12000001,
            """)
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 4/3/1/3 2000-Q1…2020/2021")
        #expect(
            read.lines == [
                "_ALL Proportion 2000-Q1 1.5 E", "_ALL Female.Proportion 2000-Q1 1.25",
                "E12000001 Proportion 2002/2008 3e3", "E12000001 Proportion 2020/2021 – O",
            ])
        #expect(read.dimensionNames == ["Sex: =—, Female=Female"])
        // The whole is where no area is named.
        #expect(read.observations(of: "Proportion", in: "_ALL").map(\.value?.description) == ["1.5"])
        #expect(read.areas(reporting: "Proportion") == ["_ALL", "E12000001"] && read.rootArea.code == "_ALL")
        #expect(read.indicators.allSatisfy { $0.unit.name.zh == "%" })
    }

    @Test func chineseTidyTable() throws {
        let reading = readTable("地区,指标,年份,数值,单位,备注\n沈阳,就业,2022年,近500,人,初步\n沈阳,就业,2021年,3.85万,人,\n大连,就业,２０２２,１，２３４,人,\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "tidy UTF-8 , 3/2/0/3 2021…2022")
        #expect(read.lines == ["沈阳 就业 2022 500 approx_below", "沈阳 就业 2021 3.85e4", "大连 就业 2022 1234"])
        #expect(read.observations[0].printed == "近500" && read.observations[0].note.zh == "初步")
    }

    @Test func wideTable() throws {
        let reading = readTable("指标,2021,2022年1-11月,2022年第三季度\n就业,\"1,234\",１２．５,-3\n资金,—,3.85亿元,#N/A\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "wide UTF-8 , 2/2/2/4 2021…2022-01-01/P11M")
        #expect(
            read.lines == [
                "_ALL 就业 2021 1234", "_ALL 就业 2022-01-01/P11M 12.5", "_ALL 就业 2022-Q3 -3", "_ALL 资金 2021 – O",
                "_ALL 资金 2022-01-01/P11M 3.85e8", "_ALL 资金 2022-Q3 – O",
            ])
        #expect(read.observations[0].printed == "1,234")
    }

    @Test func wideTableWithNamesMergedOverRows() throws {
        let reading = readTable("地区,指标,单位,2021,2022\n沈阳,就业,人,1,2\n,床位,张,3,4\n大连,就业,人,5,6\n合计,,,,\n,,,,\n")
        let read = try #require(reading.catalogue)
        #expect(
            read.lines.prefix(6) == [
                "沈阳 就业 2021 1", "沈阳 就业 2022 2", "沈阳 床位 2021 3", "沈阳 床位 2022 4", "大连 就业 2021 5", "大连 就业 2022 6",
            ])
        #expect(read.indicatorNames.prefix(2) == ["就业=就业 [人]", "床位=床位 [张]"])
    }

    @Test func emptyRowsAndColumnsAtTheEnd() throws {
        let reading = readTable("地区,2021,2022,,\n沈阳,1,2,,\n大连,3,4,,\n,,,,\n,,,,\n")
        _ = try catalogue(reading)
        #expect(reading.files[0].short == "wide UTF-8 , 2/2/0/4 2021…2022")
    }

    @Test func periodsMergedAboveTheNamesOfColumns() throws {
        let reading = readTable("地区,2021年,,2022年,\n,人数(人),金额(元),人数(人),金额(元)\n沈阳,1,2,3,4\n大连,5,6,7,8\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "wide UTF-8 , 2/4/0/8 2021…2022")
        #expect(read.lines.prefix(4) == ["沈阳 人数 2021 1", "沈阳 金额 2021 2", "沈阳 人数 2022 3", "沈阳 金额 2022 4"])
        #expect(read.indicatorNames == ["人数=人数 [人]", "金额=金额 [元]"])
    }

    @Test func namesMergedAboveThePeriods() throws {
        let reading = readTable("表一 就业与床位\n,就业(人),,床位(张),\n地区,2021,2022,2021,2022\n沈阳,1,2,3,4\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "wide UTF-8 , 1/2/0/4 2021…2022")
        #expect(read.lines == ["沈阳 就业 2021 1", "沈阳 就业 2022 2", "沈阳 床位 2021 3", "沈阳 床位 2022 4"])
        #expect(read.topics[0].title.zh == "表一 就业与床位")
    }

    @Test func transposedTable() throws {
        let reading = readTable("年份,就业(人),床位(张)\n2021,24002,—\n2022,近500,1.5万\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "records UTF-8 , 2/2/1/3 2021…2022")
        #expect(
            read.lines == [
                "_ALL 就业 2021 24002", "_ALL 床位 2021 – O", "_ALL 就业 2022 500 approx_below", "_ALL 床位 2022 1.5e4",
            ])
        #expect(read.indicatorNames == ["就业=就业 [人]", "床位=床位 [张]"])
    }

    @Test func recordsWithAreas() throws {
        let reading = readTable("date;country;population;gdp\n2021;A;1;2\n2021;B;3;4\n2022;A;5;6\n")
        let read = try catalogue(reading)
        #expect(reading.files[0].short == "records UTF-8 ; 3/4/0/6 2021…2022")
        #expect(read.lines.prefix(4) == ["A population 2021 1", "A gdp 2021 2", "B population 2021 3", "B gdp 2021 4"])
    }

    /// The cases of csv-spectrum, as cells of a table.
    @Test func oddButRightCells() throws {
        let cells = [
            "\"a, b\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "\"two\r\nlines\"", "\"{\"\"a\"\": [1, 2]}\"", "ʤ",
            "\"\"\"\"", " a ",
        ]
        let expected = ["a, b", "say \"hi\"", "two\nlines", "two\r\nlines", "{\"a\": [1, 2]}", "ʤ", "\"", " a "]
        for lineBreak in ["\n", "\r\n"] {
            let text =
                "INDICATOR,TIME_PERIOD,OBS_VALUE,NOTE" + lineBreak
                + cells.map { "\($0),2022,1,\($0)" }.joined(separator: lineBreak)
            let read = try catalogue(readTable(text))
            #expect(read.indicators.map(\.name.zh) == expected)
            #expect((0..<cells.count).map { read.observations[$0].note.zh } == expected)
        }
    }

    @Test func aSeparatorThatStandsInNames() throws {
        let read = try catalogue(
            readTable("REF_AREA\tINDICATOR\tTIME_PERIOD\tOBS_VALUE\nA, B\tx; y\t2022\t1\nC|D\tz\t2022\t2\n"))
        #expect(read.lines == ["A, B x; y 2022 1", "C|D z 2022 2"])
    }
}
