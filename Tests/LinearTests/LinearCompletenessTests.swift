import Indicators
import TestSupport
import Testing
import Wording

@testable import Linear

/// Whoever types every number, and `m` wherever there is more, hears everything that the tables hold.
@Suite struct LinearCompletenessTests {
    private struct Walk {
        /// Every page by its first part.
        private(set) var pages: [[String]] = []
        private(set) var lines: Set<String> = []

        init(_ catalogue: Catalogue, _ language: Language) {
            var waiting = [Talk(catalogue, language)], seen: Set<[String]> = [waiting[0].lines]
            while let talk = waiting.popLast() {
                pages.append(talk.lines)
                var part = talk, choices = talk.choices
                lines.formUnion(part.lines)
                while !choices.isEmpty {
                    for number in choices.keys.sorted() {
                        let next = part.asking("\(number)")
                        if seen.insert(next.lines).inserted { waiting.append(next) }
                    }
                    part.type("m")
                    lines.formUnion(part.lines)
                    choices = part.lines == talk.lines ? [:] : part.choices
                }
            }
        }
    }

    /// A data set in a language, and what was heard of it.
    private struct Heard {
        let catalogue: Catalogue
        let language: Language
        let walk: Walk
        let pages: [Set<String>]
        let wording: Wording
        var words: Words { wording.words }

        init(_ catalogue: Catalogue, _ language: Language) {
            self.catalogue = catalogue
            self.language = language
            walk = Walk(catalogue, language)
            pages = walk.pages.map { Set($0) }
            wording = Wording(catalogue, WordingOptions(language: language))
        }

        func labelled(_ label: String, _ text: String) -> [String] { text.isEmpty ? [] : [label + words.colon + text] }
        func place(_ place: String) -> [String] { labelled(words.place, PlaceText.text(place, language)) }
        func title(_ source: String) -> [String] {
            labelled(words.title, catalogue.source(source)?.title[language] ?? source)
        }
        func isReached(_ name: String, _ wanted: [String]) -> Bool {
            pages.contains { $0.contains(name) && $0.isSuperset(of: wanted) }
        }

        func expectFigures() {
            // What identifies a figure must stand together on one page.
            let labels = [words.value, words.area, words.period, words.printedForm, words.place, words.title].map {
                $0 + words.colon
            }
            let figures = Set(
                walk.pages.map { page in
                    [page[0]] + page.dropFirst().filter { line in labels.contains { line.hasPrefix($0) } }
                })
            for indicator in catalogue.indicators {
                for observation in catalogue.observations(of: indicator.code) {
                    let printed = observation.printed.isEmpty ? "" : "「\(observation.printed)」"
                    let area = catalogue.area(observation.area)?.name[language] ?? observation.area
                    let wanted =
                        [indicator.name[language], words.value + words.colon + wording.figure(observation)]
                        + labelled(words.area, area)
                        + labelled(words.period, PeriodText.full(observation, wording))
                        + labelled(words.printedForm, printed)
                        + place(observation.place)
                        + title(observation.source)
                    #expect(figures.contains(wanted), "\(wanted)")
                    #expect(walk.lines.isSuperset(of: labelled(words.noteOfFigure, observation.note[language])))
                }
                #expect(
                    walk.lines.isSuperset(
                        of: labelled(words.definition, indicator.note[language])
                            + labelled(words.meaning, indicator.sentence[language])))
            }
        }

        func expectMeasuresAndSources() {
            for brief in catalogue.briefs {
                let wanted =
                    labelled(words.measure, brief.detail[language])
                    + labelled(words.state, BriefText.state(brief, words))
                    + place(brief.place)
                    + title(brief.source) + labelled(words.noteOfFigure, brief.note[language])
                #expect(isReached(brief.title[language], wanted), "\(wanted)")
            }
            for source in catalogue.sources {
                let wanted =
                    title(source.code) + labelled(words.author, SourceText.author(source, wording))
                    + labelled(words.address, source.address)
                #expect(isReached(words.source, wanted), "\(wanted)")
            }
        }

        func expectTargets() {
            for target in catalogue.targets {
                let value =
                    catalogue.indicator(target.indicator).map {
                        FigureText.parts(target, unit: $0.unit, language: language, raw: false).text
                    } ?? ""
                let place = PlaceText.text(target.place, language)
                let isSaid = pages.contains { page in
                    page.contains { $0.hasPrefix(words.judging.target + words.colon) && $0.contains(value) }
                        && page.contains { $0.contains(place) }
                }
                #expect(isSaid, "\(target.indicator) \(value)")
            }
        }

        func expectTheRest() {
            let titles = Set(walk.pages.map { $0[0] })
            for derived in catalogue.derived {
                #expect(titles.contains { $0.hasPrefix(derived.name[language]) && $0.hasSuffix(words.judging.derived) })
            }
            for area in catalogue.areas where area.code != catalogue.rootArea.code {
                #expect(titles.contains(area.name[language]))
            }
            for former in catalogue.formerValues {
                #expect(
                    walk.lines.contains {
                        $0.hasPrefix(words.judging.revisions + words.colon + former.date)
                            && $0.hasSuffix(former.reason[language])
                    })
            }
        }
    }

    /// In both languages. The ways through the example city are the same, and it has thousands of figures.
    @Test(arguments: [(false, Language.zh), (false, .en)])
    func everyObservationMeasureSourceAndTargetIsReached(_ isExample: Bool, _ language: Language) {
        let heard = Heard(isExample ? Sample.example : Sample.catalogue, language)
        heard.expectFigures()
        heard.expectMeasuresAndSources()
        heard.expectTargets()
        heard.expectTheRest()
    }

    @Test func aPersonWhoWalksInCirclesDoesNotMakeTheProgramGrow() {
        var talk = Talk(Sample.example)
        talk.type("1", "1", "2")
        for _ in 0..<200 { talk.type("36", "2") }
        for _ in 0..<80 { talk.type("0") }
        #expect(talk.title == "示例市民生看板，全市，2026年")
    }
}
