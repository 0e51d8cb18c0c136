import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Console
@testable import Linear
@testable import Reports

/// That each area reports its own figures is said only where they do.
@Suite struct OwnIndicatorsTests {
    private func texts(_ catalogue: Catalogue) -> [String] {
        var state = DashboardState(
            catalogue: catalogue, settings: Settings(language: .zh), size: Size(columns: 200, rows: 60))
        let overview = state.draw().lines().joined(separator: "\n")
        state.press(.character(Character("\(state.tabCount - 1)")))
        let districts = state.draw().lines().joined(separator: "\n")
        let options = WordingOptions(language: .zh)
        var dialogue = LinearDialogue(catalogue: catalogue, options)
        dialogue.open(.districts)
        return [overview, districts, TextReport.overview(catalogue, options), dialogue.page]
    }

    @Test func itIsSaidInAllPlacesOrInNone() throws {
        var city = SmallCity()
        city.observations = ["1", "11", "12", "13"].map { "\($0),jobs,2022,printed,5,0,,exact,A,," }
        let words = Words.in(.zh).eachReportsItsOwn
        for text in texts(try city.catalogue()) {
            #expect(!text.contains(words), "\(text)")
        }
        for text in texts(Sample.catalogue) { #expect(text.contains(words)) }
        #expect(Scope(catalogue: Sample.catalogue).eachReportsItsOwn)
        #expect(!Scope(catalogue: try city.catalogue()).eachReportsItsOwn)
    }
}
