import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

/// What must never give way: the mark of fictional data, and how many figures are on the bad side.
@Suite struct WarningTests {
    @Test(arguments: Language.allCases)
    func theMarkStandsOnEveryScreenAtEverySize(_ language: Language) {
        let mark = language == .zh ? "虚构" : "Fictional"
        for (columns, rows) in [(20, 5), (40, 12), (60, 20), (80, 24), (100, 30), (120, 36), (200, 60)] {
            for screen in Screen.samples(of: Sample.example) {
                var state = DashboardState(
                    catalogue: Sample.example, settings: Settings(language: language),
                    size: Size(columns: columns, rows: rows))
                state.open(screen)
                #expect(state.draw().lines()[0].contains(mark), "\(screen) \(columns)x\(rows)")
                state.notify(
                    LocalizedText(zh: String(repeating: "长", count: 99), en: String(repeating: "l", count: 99)))
                #expect(state.draw().lines()[0].contains(mark), "\(screen) \(columns)x\(rows) with a message")
            }
        }
    }

    @Test func whatIsBadIsCountedOnEveryScreenThatIsAboutEverything() {
        let bad = Sample.example.tally.bad
        for (columns, rows) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
            for language in Language.allCases {
                let state = DashboardState(
                    catalogue: Sample.example, settings: Settings(language: language),
                    size: Size(columns: columns, rows: rows))
                #expect(state.draw().lines()[0].contains("○ \(bad)"), "\(columns)x\(rows) \(language)")
            }
        }
    }

    @Test func theLegendStandsUntilTheFirstKey() {
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 36))
        state.welcome()
        func legend() -> Bool { state.draw().lines().dropLast().last?.contains("● 好") ?? false }
        #expect(legend())
        state.update(.clock(nil))
        #expect(legend(), "only a person ends it")
        state.press(.down)
        #expect(!legend())
    }
}
