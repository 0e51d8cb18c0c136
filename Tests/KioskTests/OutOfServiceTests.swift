import Cells
import Indicators
import TestSupport
import Testing

@testable import Kiosk

/// What is shown while there are no good data, and which data are good.
@Suite struct OutOfServiceTests {
    private func kiosk(_ size: Size = Size(columns: 80, rows: 24), _ language: Language = .zh) -> KioskState {
        KioskState(
            catalogue: nil, settings: KioskSettings(language: language, hasOperator: true), size: size,
            at: KioskInstant(milliseconds: 0))
    }

    @Test(arguments: Sample.kioskSizes)
    func itSaysSoInBothLanguages(_ size: Size) {
        for language in Language.allCases {
            let text = kiosk(size, language).draw().lines().joined(separator: "\n")
            for words in ["本屏暂停服务", "请到服务台", "This screen is out of service", "Please ask at the desk"] {
                #expect(text.contains(words))
            }
        }
    }

    @Test func nothingAVisitorDoesChangesItAndTheOperatorCanLeave() {
        var state = kiosk()
        let before = state.draw()
        state.press(.enter, .character("1"), .character("8"), .right, .escape)
        state.touch(Point(column: 40, row: 12))
        #expect(state.draw() == before && state.visit.isAttracting && state.visit.language == .zh)
        state.digits("999246802")
        #expect(state.then(.key(.enter), after: 200) == .tryNumber("246802"))
        state.then(.numberWrong, after: 0)
        #expect(state.draw().lines().joined().contains("秒再试"))
    }

    @Test func goodDataAppearAsAtAColdStart() {
        var state = kiosk()
        state.then(.dataRefused)
        #expect(state.isOutOfService && state.countdown == nil && state.nextChange > state.now + 60_000)
        state.then(.data(Sample.catalogue))
        #expect(!state.isOutOfService && !state.isRefusing)
        #expect(state.visit == .coldStart(state.settings, at: state.now))
    }

    @Test func dataThatLostATopicOrAllFiguresDoNotReplaceGoodOnes() {
        func tables(_ change: (inout Catalogue.Tables) -> Void) -> Catalogue {
            let old = Sample.catalogue
            var tables = Catalogue.Tables(
                topics: old.topics, indicators: old.indicators, areas: old.areas, sources: old.sources,
                observations: old.observations)
            change(&tables)
            return Catalogue(package: old.package, tables)
        }
        let same = tables { _ in }, none = tables { $0.topics = [] }
        let lost = tables { $0.topics.removeAll { $0.code == "elderly" } }
        let empty = tables { $0.observations = ObservationTable() }
        #expect(KioskObjection.against(same, inPlaceOf: Sample.catalogue) == nil)
        #expect(KioskObjection.against(none, inPlaceOf: Sample.catalogue) == .noTopics)
        #expect(KioskObjection.against(empty, inPlaceOf: Sample.catalogue) == .noFigures)
        #expect(KioskObjection.against(lost, inPlaceOf: Sample.catalogue) == .lostTopics(["elderly"]))
        let emptied = tables { $0.indicators.removeAll { $0.topic == "elderly" } }
        #expect(KioskObjection.against(emptied, inPlaceOf: Sample.catalogue) == .emptiedTopics(["elderly"]))
        #expect(KioskObjection.against(emptied, inPlaceOf: nil) == nil)
        #expect(KioskObjection.against(emptied, inPlaceOf: emptied) == nil, "it had none before")
        #expect(KioskObjection.against(lost, inPlaceOf: nil) == nil, "at the start it is good enough")
        #expect(KioskObjection.against(none, inPlaceOf: nil) == .noTopics)
        #expect(KioskObjection.against(empty, inPlaceOf: nil) == .noFigures)
    }

    @Test func aSingleTopicIsNotCountedDown() {
        let old = Sample.catalogue
        let one = Catalogue(
            package: old.package,
            Catalogue.Tables(
                topics: [old.topics[0]], indicators: old.indicators.filter { $0.topic == old.topics[0].code },
                areas: old.areas, sources: old.sources, observations: old.observations))
        var state = Sample.kiosk(catalogue: one)
        #expect(state.countdown == nil && !state.draw().lines().joined().contains("秒后"))
        state.pass(seconds: 100)
        #expect(state.visit.topic == 0)
    }

    @Test func aFigureThatIsNotThereHasNoAge() throws {
        let old = Sample.catalogue
        let empty = Catalogue(
            package: old.package,
            Catalogue.Tables(
                topics: old.topics, indicators: old.indicators, areas: old.areas, sources: old.sources,
                observations: ObservationTable()))
        #expect(!Sample.kiosk(catalogue: empty).draw().lines().joined().contains("这个数字是"))
        var state = Sample.kiosk()
        state.then(.dataRefused)
        #expect(state.draw().lines().joined().contains("这个数字是"), "a refusal does not hide the age")
    }
}
