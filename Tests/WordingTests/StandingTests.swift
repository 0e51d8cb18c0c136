import Tables
import TestSupport
import Testing

@testable import Indicators
@testable import Wording

/// What is said beside the figure that stands for an indicator.
@Suite struct StandingTests {
    @Test(
        arguments: [
            ("2026-01-01/P11M", "2026-01-01/P10M", "A", "2026年11月未报", "(Nov 2026 unreported)"),
            ("2026-11", "2026-10", "P", "初步 2026年11月未报", "Provisional (Nov 2026 unreported)"),
            ("2026-Q3", "2026-Q2", "A", "2026年第3季度未报", "(Q3 2026 unreported)"),
            ("2026", "2025", "A", "2026年未报", "(2026 unreported)"),
        ] as [(String, String, String, String, String)])
    func whatWasNotReportedSince(_ new: String, _ old: String, _ status: String, _ zh: String, _ en: String) throws {
        var city = SmallCity()
        city.observations = [
            "11,jobs,\(new),printed,3,0,,exact,A,,", "1,jobs,\(new),printed,,0,,exact,O,,",
            "1,jobs,\(old),printed,5,0,,exact,\(status),,",
        ]
        let catalogue = try city.catalogue(), headline = try #require(catalogue.headlineObservation(of: "jobs"))
        for (language, text) in [(Language.zh, zh), (.en, en)] {
            let wording = Wording(catalogue, WordingOptions(language: language))
            #expect(StatusText.standing(headline, wording) == text)
        }
        let own = try #require(catalogue.headlineObservation(of: "jobs", area: "11"))
        #expect(StatusText.standing(own, Wording(catalogue, WordingOptions(language: .zh))).isEmpty)
    }
}
