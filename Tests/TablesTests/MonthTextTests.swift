import TestSupport
import Testing

@testable import Indicators
@testable import Tables

@Suite struct MonthTextTests {
    private func day(_ year: Int, _ month: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: CalendarDay.days(inMonth: month, of: year))
    }

    @Test(
        arguments: [
            ("2026年11月月报 · 第3段", "2026年12月月报 · 第3段"), ("2026年1—11月运行情况", "2026年1—12月运行情况"),
            ("2026年1-11月", "2026年1-12月"), ("2026年1月至11月", "2026年1月至12月"), ("11月月报", "12月月报"),
            ("monthly-2026-11", "monthly-2026-12"), ("m202611", "m202612"),
            ("Bulletin, November 2026", "Bulletin, December 2026"),
            ("Nov 2026", "Dec 2026"), ("“2026.11”", "“2026.12”"),
            // Another year, another month, a part of a number: not this month.
            ("2025年11月月报", nil), ("2026年1月月报", nil), ("2026年111月", nil), ("第11段", nil), ("12026年11月", nil),
            ("2026年政府工作报告", nil), ("2026-110", nil), ("去年同期", nil), ("", nil),
        ] as [(String, String?)])
    func theNextMonth(_ text: String, _ expected: String?) {
        #expect(MonthText(from: day(2026, 11), to: day(2026, 12)).replaced(text) == expected)
    }

    @Test(
        arguments: [
            ("2026年12月月报", "2027年1月月报"), ("2026年1—12月", "2027年1月"), ("2026年", "2027年"), ("2026", "2027"),
            ("2026-12", "2027-01"), ("12月月报", "1月月报"), ("2025年", nil), ("20261", nil),
        ] as [(String, String?)])
    func theNextYear(_ text: String, _ expected: String?) {
        #expect(MonthText(from: day(2026, 12), to: day(2027, 1)).replaced(text) == expected)
    }

    @Test(
        arguments: [
            ("2026年第三季度公报", "2026年第四季度公报"), ("2026年3季度", "2026年4季度"), ("三季度", "四季度"), ("2026-Q3", "2026-Q4"),
            ("2025年第三季度", nil), ("2026年09月", "2026年12月"),
        ] as [(String, String?)])
    func theNextQuarter(_ text: String, _ expected: String?) {
        #expect(MonthText(from: day(2026, 9), to: day(2026, 12)).replaced(text) == expected)
    }
}

@Suite struct WholeMonthTests {
    private func city(_ change: (inout SmallCity) -> Void) throws -> (MemoryFolder, Catalogue) {
        var city = SmallCity()
        city.indicators.append(("beds", "张", "up", "E"))
        change(&city)
        return (try city.folder(), try city.catalogue())
    }

    private func row(_ indicator: String, _ area: String, _ period: String) -> String {
        "\(area),\(indicator),\(period),printed,5,0,,exact,A,,"
    }

    @Test func whatMissedAMonthIsCarriedAndWhatIsLongGoneIsNamed() throws {
        let (_, catalogue) = try city {
            $0.observations = [
                row("jobs", "1", "2022-01-01/P11M"), row("jobs", "11", "2022-01-01/P9M"), row("beds", "1", "2021-12"),
                row("beds", "11", "2021-11"), row("jobs", "12", "2021-01-01/P2M"),
            ]
        }
        let template = try #require(MonthTemplate(nil, of: catalogue))
        #expect(
            template.rows.map { "\($0["INDICATOR"]!) \($0["REF_AREA"]!) \($0["TIME_PERIOD"]!)" } == [
                "jobs 1 2022-01-01/P12M", "jobs 11 2022-01-01/P12M", "beds 1 2022-12", "beds 11 2022-12",
            ])
        #expect(
            template.left == [.init(code: "jobs", area: "12", source: "paper", last: "2021-01-01/P2M", isLink: false)])
    }

    @Test func quartersAreDueWhereTheyEnd() throws {
        let (_, catalogue) = try city {
            $0.observations = [
                row("jobs", "1", "2022-08"), row("beds", "1", "2022-Q2"), row("beds", "11", "2022-01-01/P3M"),
                row("beds", "11", "2022-01-01/P6M"),
            ]
        }
        #expect(
            MonthTemplate(nil, of: catalogue)?.rows.map { $0["TIME_PERIOD"] } == [
                "2022-09", "2022-Q3", "2022-01-01/P9M",
            ])
        let october = MonthTemplate(Period(sdmx: "2022-10"), of: catalogue)
        #expect(october?.rows.map { $0["TIME_PERIOD"] } == ["2022-10"] && october?.left == [])
    }

    @Test func aYearThatAddsUpIsItsDecember() throws {
        let (_, catalogue) = try city {
            $0.observations = [row("jobs", "1", "2022-01-01/P11M"), row("jobs", "1", "2022"), row("beds", "1", "2022")]
        }
        // The beds are counted once a year.
        #expect(MonthTemplate(nil, of: catalogue)?.rows.map { $0["TIME_PERIOD"] } == ["2023-01-01/P1M"])
    }

    @Test func whatAnotherSourceReportsOfAYearIsNoMonth() throws {
        let (_, catalogue) = try city {
            $0.observations = [
                row("jobs", "1", "2022-01-01/P11M"), row("jobs", "1", "2022") + ",other", row("beds", "1", "2022-11"),
            ]
        }
        let template = try #require(MonthTemplate(nil, of: catalogue))
        #expect(template.rows.map { $0["TIME_PERIOD"] } == ["2022-01-01/P12M", "2022-12"] && template.left == [])
    }

    @Test func aSourceThatEndsWithItsYearGetsTheMonthInItsPlace() throws {
        var (folder, _) = try city { $0.observations = [row("jobs", "1", "2022-01-01/P9M")] }
        folder = folder.replacing("paper,报,社", "air-2022,1~9月份空气质量,社", in: "sources.csv")
        let text = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self)
        folder.files["observations.csv"] = Array(text.replacing(",paper,", with: ",air-2022,").utf8)
        let catalogue = try #require(CatalogueReader.read(folder).catalogue)
        let template = try #require(MonthTemplate(nil, of: catalogue, in: folder))
        #expect(template.sources.map { $0["code"] } == ["air-2022-10"])
        #expect(template.samePlaces == [0], "文 · 第1段")
    }

    @Test func placesSourcesLinksAndTitlesNameTheNewMonth() throws {
        var (folder, _) = try city {
            $0.observations = [
                row("jobs", "1", "2022-01-01/P12M"), row("jobs", "11", "2022-01-01/P12M"),
                row("jobs", "12", "2022-01-01/P12M"),
            ]
            let members = [("total", "1"), ("part", "11"), ("part", "12")]
            $0.links = members.map { "sum-2022-12,parts,\($0),\($1),jobs,2022-01-01/P12M,printed,,9" }
        }
        let text = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self)
        folder.files["observations.csv"] = Array(text.replacing("文 · 第1段", with: "2022年12月月报 · 第1段").utf8)
        folder =
            folder
            .replacing("paper,报,社,2022,A", "paper,2022年12月月报,社,2023-01-05,A", in: "sources.csv")
        let titles = String(decoding: folder.files["datapackage.json"] ?? [], as: UTF8.self)
        #expect(titles.contains("\"period_zh\": \"2022年\""))
        let catalogue = try #require(CatalogueReader.read(folder).catalogue)
        let template = try #require(MonthTemplate(nil, of: catalogue, in: folder))
        #expect(template.month.text == "2023-01" && template.samePlaces == [] && template.left == [])
        let files = template.files(of: folder)
        let reading = CatalogueReader.read(MemoryFolder(files))
        let new = try #require(reading.catalogue, "\(reading.problems.map { $0.text(.en) })")
        let added = new.observations(of: "jobs").filter { $0.period.text == "2023-01-01/P1M" }
        #expect(added.count == 3 && added.allSatisfy { $0.place == "2023年1月月报 · 第1段" && $0.source == "paper-2023-01" })
        let source = try #require(new.source("paper-2023-01"))
        #expect(source.title.zh == "2023年1月月报" && source.date == "未载明" && source.publisher.zh == "社")
        #expect(new.links.map(\.code) == ["sum-2022-12", "sum-2023-01"])
        #expect(new.links[1].members.map(\.period) == ["2023-01-01/P1M", "2023-01-01/P1M", "2023-01-01/P1M"])
        #expect(new.links[1].tolerance.description == "9")
        #expect(new.package.period.zh == "2023年")
        // Every byte of the description but the titles stays.
        let before = folder.files["datapackage.json"]?.count
        #expect(files["datapackage.json"]?.count == before)
        // Again: nothing is added twice.
        let again = try #require(MonthTemplate(Period(sdmx: "2023-01"), of: new, in: MemoryFolder(files)))
        #expect(again.rows.isEmpty && again.sources.isEmpty && again.links.isEmpty)
    }
}
