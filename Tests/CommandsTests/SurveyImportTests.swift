import Indicators
import Kiosk
import Tables
import Testing

@testable import Commands

/// The tallies of several kiosks, added up and written as rows of tables.
@Suite struct SurveyImportTests {
    private let survey = Survey(
        version: "00112233aabbccdd",
        questions: [
            Survey.Question(
                code: "wait", text: LocalizedText(zh: "等了多久？请选一项。", en: "How long did you wait? Take one."), kind: .one,
                choices: [
                    Survey.Choice(code: "short", text: LocalizedText(zh: "不久", en: "Not long")),
                    Survey.Choice(code: "long", text: LocalizedText(zh: "很久", en: "Very long")),
                ]),
            Survey.Question(
                code: "needs", text: LocalizedText(zh: "需要什么？", en: "What is needed?"), kind: .several,
                choices: [
                    Survey.Choice(code: "care", text: LocalizedText(zh: "养老", en: "Care")),
                    Survey.Choice(code: "jobs", text: LocalizedText(zh: "就业", en: "Jobs")),
                ]),
        ])

    /// The numbers of short, long, care and jobs.
    private func count(_ day: String, _ sheets: Int, _ marks: [Int], version: String? = nil) -> SurveyCount {
        let names = [("wait", "short"), ("wait", "long"), ("needs", "care"), ("needs", "jobs")]
        let taken = zip(names, marks).filter { $0.1 > 0 }.map { (SurveyCount.Mark(question: $0.0, choice: $0.1), $1) }
        return SurveyCount(
            version: version ?? survey.version, day: day, sheets: sheets,
            marks: Dictionary(uniqueKeysWithValues: taken))
    }

    private func rows(_ counts: [SurveyCount], _ period: String) throws -> SurveyRows {
        SurveyRows(
            survey: survey, counts: counts, kiosks: 2, period: try #require(Period(sdmx: period)), area: "990100",
            publisher: LocalizedText(zh: "某市", en: "City"), order: 8)
    }

    @Test func kiosksAndDaysAreAddedUpAndVersionsAreNot() {
        let counts = [
            count("2026-11-01", 3, [2, 1, 3, 0]), count("2026-11-02", 1, [1, 0, 0, 0]),
            count("2026-11-02", 5, [1, 4, 2, 2]), count("2026-11-02", 7, [7, 0, 0, 0], version: "0"),
        ]
        let tallies = SurveyTotal.tallies(counts)
        #expect(tallies.map(\.version) == ["0"] + Array(repeating: survey.version, count: 4))
        #expect(tallies.map(\.question) == ["wait", "needs", "needs", "wait", "wait"])
        #expect(tallies.map(\.choice) == ["short", "care", "jobs", "long", "short"])
        #expect(tallies.map(\.count) == [7, 5, 2, 5, 4])
        #expect(tallies.map(\.sheets) == [7, 9, 9, 9, 9])
        let day = Period(sdmx: "2026-11-02")
        #expect(SurveyTotal.tallies(SurveyTotal.inside(counts, day)).map(\.count) == [7, 2, 2, 4, 2])
    }

    @Test func whatCannotBeInTalliesIsFound() {
        #expect(SurveyTotal.fault([count("2026-11-01", 3, [2, 1, 3, 0])], of: survey) == nil)
        #expect(
            SurveyTotal.fault([count("2026-11-01", 3, [2, 0, 0, 0])], of: survey)?.zh
                == "2026-11-01 有 3 份，问题 wait 却有 2 个回答")
        #expect(
            SurveyTotal.fault([count("2026-11-01", 3, [2, 1, 0, 4])], of: survey)?.en
                == "2026-11-01 has 3 sheets but 4 answers to question needs")
        var unknown = count("2026-11-01", 1, [1, 0, 0, 0])
        unknown.marks[SurveyCount.Mark(question: "wait", choice: "never")] = 1
        #expect(SurveyTotal.fault([unknown], of: survey)?.en.contains("wait never") == true)
        unknown.version = "0"
        #expect(SurveyTotal.fault([unknown], of: survey) == nil, "other questions are not judged")
    }

    @Test func theSpanIsFromTheFirstSheetToTheLast() {
        let counts = [
            count("2026-11-30", 1, [1]), count("2026-11-02", 2, [2]), count("2026-12-01", 1, [1]),
            count("2026-10-01", 0, []),
        ]
        #expect(SurveyRows.span(counts)?.text == "2026-11-02/P30D")
        #expect(SurveyRows.span([count("2026-11-02", 2, [2])])?.text == "2026-11-02/P1D")
        #expect(SurveyRows.span([]) == nil)
    }

    @Test func everyChoiceIsAFigureAndItsShareIsComputed() throws {
        let rows = try rows([count("2026-11-01", 3, [2, 1, 3, 0]), count("2026-11-02", 5, [1, 4, 2, 0])], "2026-11")
        #expect(rows.observations.map { $0["INDICATOR"] } == rows.indicators.map { $0["code"] })
        #expect(
            rows.observations.map { $0["INDICATOR"] } == [
                "survey-sheets", "survey-wait--short", "survey-wait--long", "survey-needs--care", "survey-needs--jobs",
            ])
        #expect(rows.observations.map { $0["OBS_VALUE"] } == ["8", "3", "5", "5", "0"])
        #expect(rows.observations.allSatisfy { $0["TIME_PERIOD"] == "2026-11" && $0["SOURCE"] == "survey-00112233" })
        #expect(rows.observations[1]["PLACE"] == "2 台公众屏合计 · 问题 wait 选项 short")
        #expect(rows.observations[1]["PRINTED"] == "3份")
        #expect(rows.indicators[1]["name_zh"] == "等了多久？不久" && rows.indicators[1]["short_zh"] == "不久")
        #expect(rows.indicators[1]["name_en"] == "How long did you wait? Not long")
        #expect(rows.indicators[1]["pinyin"]?.split(separator: " ").count == 6)
        #expect(rows.derived.map { $0["numerator"] } == rows.indicators.dropFirst().map { $0["code"] })
        #expect(rows.derived.allSatisfy { $0["denominator"] == "survey-sheets" && $0["formula"] == "share" })
        #expect(rows.derived[1]["name_zh"] == "很久占比：等了多久？")
        #expect(rows.derived[1]["name_en"] == "Share of “Very long”: How long did you wait?")
        #expect(rows.sources[0]["date"] == "2026-11-02")
        #expect(rows.topics[0]["support_2"] == "survey-wait--long" && rows.topics[0]["order"] == "8")
    }

    @Test func theTablesAreReadWithoutProblemsAndTheSharesFollow() throws {
        let bundled = PackageFiles.read(try #require(BundledFolder("example")))
        var files = try #require(Starter.files(name: "city", like: bundled))
        let rows = try rows([count("2026-11-01", 3, [2, 1, 3, 0])], "2026-11")
        for (table, rows, kept) in rows.tables {
            files[table + ".csv"] = CSVText(try #require(files[table + ".csv"])).setting(
                rows.map { $0.merging(["REF_AREA": "990000"]) { _, new in new } }, resource: table, keeping: kept)
        }
        let reading = CatalogueReader.read(MemoryFolder(files))
        let catalogue = try #require(reading.catalogue, "\(reading.problems.map { $0.text(.en) })")
        #expect(reading.problems.isEmpty, "\(reading.problems.map { $0.text(.en) })")
        let shares = try catalogue.derived(ofTopic: "survey").map { try catalogue.derivation(of: $0).get() }
        #expect(shares.map { $0.value.low.rounded(to: 1).map { "\($0)" } } == ["66.7", "33.3", "100.0", "0.0"])
        #expect(shares.allSatisfy { $0.denominator.indicator == "survey-sheets" })
    }
}
