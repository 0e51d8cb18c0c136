import Synchronization
import TestSupport
import Testing
import Threads

@testable import Commands
@testable import Kiosk

/// The file of a kiosk's survey.
@Suite struct SurveyTalliesTests {
    private let folder = ScratchFolder()

    private var file: SQLite {
        get throws { try SQLite(folder.path + "/" + SurveyTallies.name, createsMissingFile: false) }
    }

    private func sheet(_ choices: String...) -> SurveyAnswers {
        SurveyAnswers(version: "1", marks: choices.map { SurveyAnswers.Mark(question: "needs", choice: $0) })
    }

    @Test func sheetsAreAddedUpByDay() throws {
        let tallies = try SurveyTallies(addingTo: folder.path)
        try tallies.add(sheet("care", "jobs"), day: "2026-11-01")
        try tallies.add(sheet("care"), day: "2026-11-01")
        try tallies.add(sheet("jobs"), day: "2026-11-02")
        let care = SurveyCount.Mark(question: "needs", choice: "care")
        let jobs = SurveyCount.Mark(question: "needs", choice: "jobs")
        #expect(
            try SurveyTallies(readingFrom: folder.path).all() == [
                SurveyCount(version: "1", day: "2026-11-01", sheets: 2, marks: [care: 2, jobs: 1]),
                SurveyCount(version: "1", day: "2026-11-02", sheets: 1, marks: [jobs: 1]),
            ])
        #expect(try tallies.sheets(day: "2026-11-01") == 2)
    }

    @Test func aSummaryCreatesNoFile() {
        #expect(throws: SurveyFault.self) { _ = try SurveyTallies(readingFrom: folder.path) }
        #expect(folder.names().isEmpty)
    }

    @Test func answersWithoutSheetsAreFoundAndNotPassedOver() throws {
        let tallies = try SurveyTallies(addingTo: folder.path)
        try tallies.add(sheet("care"), day: "2026-11-01")
        try file.run("DELETE FROM sheets")
        let counts = try tallies.all()
        #expect(counts.map(\.sheets) == [0] && counts.first?.marks.values.first == 1)
        let question = Survey.Question(
            code: "needs", text: .init(zh: "需要什么？", en: "What is needed?"), kind: .several,
            choices: [Survey.Choice(code: "care", text: .init(zh: "养老", en: "Care"))])
        let fault = SurveyTotal.fault(counts, of: Survey(version: "1", questions: [question]))
        #expect(fault?.en == "2026-11-01 has 0 sheets but 1 answers to question needs")
    }

    /// Every reading sees a sheet together with its answers, while another connection adds sheets all the time.
    @Test func aSummaryIsOfOneMoment() throws {
        let adding = try SurveyTallies(addingTo: folder.path), day = "2026-11-01"
        // Reading takes long enough for sheets to be added meanwhile.
        try file.run(
            """
            INSERT INTO sheets WITH RECURSIVE d(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM d WHERE n < 2000)
            SELECT 'old', n, 1 FROM d
            """)
        let isOver = Atomic(false), added = Atomic(0)
        let sheet = sheet("care"), path = folder.path, deadline = ContinuousClock.now + .seconds(30)
        let readings = Workers.map(2) { worker -> [SurveyCount] in
            guard worker == 1 else {
                defer { isOver.store(true, ordering: .relaxed) }
                var found: [SurveyCount] = []
                while found.count < 2 || added.load(ordering: .relaxed) < 20, ContinuousClock.now < deadline {
                    let all = try? SurveyTallies(readingFrom: path).all()
                    if let count = all?.first(where: { $0.version == "1" }) { found.append(count) }
                }
                return found
            }
            guard let own = try? SurveyTallies(addingTo: path) else { return [] }
            while !isOver.load(ordering: .relaxed) {
                if (try? own.add(sheet, day: day)) != nil { added.add(1, ordering: .relaxed) }
            }
            return []
        }[0]
        #expect(readings.count >= 2 && added.load(ordering: .relaxed) >= 20)
        #expect(readings.allSatisfy { $0.sheets == $0.marks.values.first }, "\(readings)")
        #expect(try adding.sheets(day: day) == added.load(ordering: .relaxed))
    }
}
