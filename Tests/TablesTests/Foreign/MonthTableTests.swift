import Indicators
import Testing

@testable import Tables

/// Flags beside years, dates that end in their year, and months across years.
@Suite struct MonthTableTests {
    @Test func flagsBesideYears() throws {
        let read = try catalogue(
            readTable(
                """
                Area Code,Area,Item Code,Item,Element Code,Element,Unit,Y2018,Y2018F,Y2018N,Y2019,Y2019F,Y2019N
                901,Northland,27,Rice,5510,Production,t,120,A,,131.5,E,
                902,Southland,27,Rice,5510,Production,t,80,I,new,,M,
                903,Eastland,27,Rice,5510,Production,t,70,T,,71,X,

                """))
        #expect(
            read.lines == [
                "901 Rice 2018 120", "901 Rice 2019 131.5 E", "902 Rice 2018 80 I", "902 Rice 2019 – O",
                "903 Rice 2018 70", "903 Rice 2019 71",
            ])
        #expect(read.observations[4].note.zh == "Y2018F: T")
        #expect(read.indicators.count == 1 && read.areas.count == 4)
    }

    @Test(arguments: [
        ("Date,Wells\n10/31/2026,4\n11/5/2026,5\n12/1/2026,6\n", ["2026-10-31 4", "2026-11-05 5", "2026-12-01 6"]),
        ("Date,Wells\n31/10/2026,4\n5/11/2026,5\n1/12/2026,6\n", ["2026-10-31 4", "2026-11-05 5", "2026-12-01 6"]),
        ("Date,Wells\n1/31/2026,4\n2/28/2026,5\n3/31/2026,6\n", ["2026-01 4", "2026-02 5", "2026-03 6"]),
        (
            "Area,10/31/2026,11/5/2026\nEast,4,5\nWest,6,7\n",
            ["2026-10-31 4", "2026-11-05 5", "2026-10-31 6", "2026-11-05 7"]
        ),
    ])
    func datesThatEndInTheirYear(_ table: String, _ figures: [String]) throws {
        let read = try catalogue(readTable(table))
        #expect(read.lines.map { $0.split(separator: " ").suffix(2).joined(separator: " ") } == figures)
    }

    /// 10/5 may be October or May, and 13/2 beside 2/13 is both.
    @Test(arguments: [
        "Date,Wells\n10/5/2026,4\n11/5/2026,5\n12/1/2026,6\n", "Date,Wells\n13/2/2026,4\n2/14/2026,5\n3/1/2026,6\n",
        "Area,10/5/2026,11/5/2026\nEast,4,5\nWest,6,7\n",
    ])
    func datesThatMayBeTwoThingsAreRefused(_ table: String) {
        let reading = readTable(table)
        #expect(reading.problems.contains { $0.severity == .error })
        #expect(reading.catalogue.map { $0.lines.isEmpty } ?? true)
    }

    @Test(arguments: [
        (
            "年份,1月,2月,3月\n2020,4,5,6\n2021,7,8,\n",
            ["2020-01 4", "2020-02 5", "2020-03 6", "2021-01 7", "2021-02 8", "2021-03 –"]
        ),
        (
            "Year,Jan,Feb,Annual\n2020,4,5,9\n2021,7,8,15\n",
            ["2020-01 4", "2020-02 5", "2020 9", "2021-01 7", "2021-02 8", "2021 15"]
        ),
        ("年度,一季度,二季度\n2020,4,5\n2021,7,8\n", ["2020-Q1 4", "2020-Q2 5", "2021-Q1 7", "2021-Q2 8"]),
    ])
    func monthsAcrossYears(_ table: String, _ figures: [String]) throws {
        let read = try catalogue(readTable(table))
        #expect(read.indicators.count == 1)
        let lines = read.lines.map { $0.split(separator: " ").dropFirst(2).prefix(2).joined(separator: " ") }
        #expect(lines == figures)
    }

    @Test func monthsOfSeveralAreas() throws {
        let read = try catalogue(readTable("县区,年份,1月(人),2月(人)\n东乡,2020,4,5\n西乡,2020,7,8\n", path: "就业.csv"))
        #expect(
            read.lines == ["东乡 就业 2020-01 4", "东乡 就业 2020-02 5", "西乡 就业 2020-01 7", "西乡 就业 2020-02 8"]
                && read.indicators[0].unit.name.zh == "人")
    }

    /// Marriages begin like March; seasons of crops are no quarters; months beside another figure may be its months.
    @Test func otherColumnsStayIndicators() throws {
        let read = try catalogue(readTable("Year,Marriages,Decisions\n2020,4,5\n2021,7,8\n"))
        #expect(read.indicators.map(\.name.zh) == ["Marriages", "Decisions"])
        let crops = try catalogue(readTable("年份,第一季,第二季\n2020,4,5\n2021,7,8\n"))
        #expect(crops.indicators.map(\.name.zh) == ["第一季", "第二季"])
    }
}
