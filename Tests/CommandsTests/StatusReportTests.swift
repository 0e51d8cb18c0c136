import FoundationEssentials
import Indicators
import Testing

@testable import Commands

@Suite struct StatusReportTests {
    private func report(_ condition: KioskData.Condition) -> StatusReport {
        StatusReport(
            condition: condition, version: "1.2 \"a\"\n", generation: "000002",
            dataEnd: CalendarDay(checkedYear: 2022, month: 12, day: 31),
            today: CalendarDay(checkedYear: 2023, month: 1, day: 30),
            lastTouch: CalendarDay(checkedYear: 2023, month: 1, day: 29), hours: 73)
    }

    private struct Read: Decodable {
        let format: Int, state: String, version: String, generation: String?, dataEnd: String?, dataAgeDays: Int?,
            lastTouch: String?
        let uptimeHours: Int, problem: String?, faults: [String]
    }

    @Test func itIsJSONThatSaysHowItIs() throws {
        let why = LocalizedText(zh: "坏", en: "bad")
        for (condition, state, problem) in [
            (KioskData.Condition.well("1"), "well", nil), (.refused(why, hasOlder: true), "refused", "bad"),
            (.silent(why, hasOlder: true), "silent", "bad"), (.refused(why, hasOlder: false), "out-of-service", "bad"),
        ] as [(KioskData.Condition, String, String?)] {
            let read = try JSONDecoder().decode(Read.self, from: Data(report(condition).json.utf8))
            #expect(read.state == state && read.problem == problem && read.version == "1.2 \"a\"\n" && read.format == 1)
            #expect(
                read.generation == "000002" && read.dataEnd == "2022-12-31" && read.dataAgeDays == 30
                    && read.lastTouch == "2023-01-29")
            #expect(read.uptimeHours == 73 && read.faults.isEmpty)
        }
        var faulty = report(.well("1"))
        faulty.faults = [LocalizedText(zh: "问卷停了", en: "no \"survey\"")]
        let read = try JSONDecoder().decode(Read.self, from: Data(faulty.json.utf8))
        #expect(read.state == "well" && read.faults == ["no \"survey\""])
        #expect(faulty.line.zh.hasPrefix("数据正常 1；问卷停了；"))
    }

    @Test func oneLineForTheServiceManager() {
        let line = report(.well("1")).line
        #expect(line.zh == "数据正常 1；数据到 2022-12-31；最近触摸 2023-01-29；已运行 3 天" && !line.en.contains("\n"))
    }
}
