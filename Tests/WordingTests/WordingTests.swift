import Indicators
import TestSupport
import Testing

@testable import Wording

/// Words without a screen: of the whole and of an area.
@Suite struct WordingTests {
    private let example = Sample.example

    @Test func whatIsMissingAndWhatIsForeignDependOnTheArea() throws {
        let scope = Scope(catalogue: example), whole = Wording(example, WordingOptions())
        let area = try #require(scope.districts.first { !scope.leadingFigures(ofArea: $0.code, most: 1).isEmpty })
        let own = Wording(example, WordingOptions(), area: area.code)
        #expect(whole.missing == whole.words.notOnRecord)
        #expect(own.missing == own.words.statusMissing)
        let observation = try #require(scope.leadingFigures(ofArea: area.code, most: 1).first).observation
        #expect(whole.foreignArea(observation) == area.shortName.zh)
        #expect(own.foreignArea(observation) == nil)
    }

    /// Linear mode and sentences say the word alone, lists put its shape before it.
    @Test(arguments: Language.allCases)
    func aJudgementIsItsShapeAndItsWord(_ language: Language) {
        let wording = Wording(example, WordingOptions(language: language)), signs = wording.signs
        let shapes = [signs.good, signs.middling, signs.bad, signs.accepted, signs.notJudged]
        for indicator in example.indicators {
            let judgement = wording.judgement(of: indicator, example.headlineObservation(of: indicator.code))
            for short in [false, true] {
                let text = JudgementText.phrase(judgement, wording, short: short).text
                let word = JudgementText.word(judgement, wording, short: short)
                #expect(!word.isEmpty && shapes.contains { text == $0 + " " + word }, "\(indicator.code)")
            }
        }
    }

    @Test(arguments: [
        ("2026-11-01/P28D", "2026年11月1—28日", "1–28 Nov 2026"), ("2026-11-03/P1D", "2026年11月3日", "3 Nov 2026"),
        ("2026-11-20/P2W", "2026年11月20日—12月3日", "20 Nov – 3 Dec 2026"),
        ("2025-12-31/P2D", "2025年12月31日—2026年1月1日", "31 Dec 2025 – 1 Jan 2026"),
    ])
    func spansOfDaysAreInWords(_ text: String, _ chinese: String, _ english: String) throws {
        let period = try #require(Period(sdmx: text))
        for (language, expected) in [(Language.zh, chinese), (.en, english)] {
            let wording = Wording(example, WordingOptions(language: language))
            #expect(PeriodText.span(of: period, wording, withYear: true) == expected)
        }
    }
}
