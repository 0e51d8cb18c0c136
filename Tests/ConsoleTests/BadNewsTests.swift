import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Console

/// What gives way for lack of room, and what never does: bad news, the mark of fictional data, names and periods.
@Suite struct BadNewsTests {
    private func lines(
        _ catalogue: Catalogue, _ columns: Int, _ rows: Int, _ language: Language, _ keys: Key...
    ) -> [String] {
        var state = DashboardState(
            catalogue: catalogue, settings: Settings(language: language), size: Size(columns: columns, rows: rows))
        for key in keys { state.press(key) }
        return state.draw().lines()
    }

    /// The areas in which something is behind, by an independent reading, with how many figures.
    private func badAreas() throws -> [String: Int] {
        let items = try ExpectedAttention().items.filter { $0.kind == "behind" || $0.kind == "broken" }
        return items.reduce(into: [:]) { $0[$1.area, default: 0] += 1 }
    }

    @Test(arguments: Language.allCases, [(80, 24), (120, 36), (200, 60)])
    func theListOfAreasCountsWhatIsBadInEach(_ language: Language, _ size: (Int, Int)) throws {
        let expected = try badAreas(), catalogue = Sample.example
        #expect(expected.count == 4)
        let lines = lines(catalogue, size.0, size.1, language, .character("8"))
        for area in catalogue.areas where area.code != catalogue.rootArea.code {
            let name = (size.0 < 100 ? area.shortName : area.name)[language]
            let letter = try #require(catalogue.map?.letter(of: area.code))
            let lists = lines.map { $0.prefix(size.0 * 3 / 10 + 2) }
            let list = try #require(lists.first { $0.contains("\(letter) \(name)") })
            #expect(list.contains("○ \(expected[area.code] ?? 0)") == (expected[area.code] != nil), "\(list)")
        }
    }

    @Test(arguments: Language.allCases)
    func theReportsOfAnAreaSayWhatIsBehind(_ language: Language) throws {
        var state = DashboardState(
            catalogue: Sample.example, settings: Settings(language: language), size: Size(columns: 80, rows: 24))
        state.press(.character("8"))
        let place = try #require(state.districts.firstIndex { $0.code == "990111" })
        for _ in 0..<place { state.press(.down) }
        let bad = language == .zh ? "○ 落后序时" : "○ Behind"
        let name = language == .zh ? "城镇新增就业" : "New urban jobs"
        #expect(state.draw().lines().contains { $0.contains(bad) && $0.contains(name) && $0.contains("33") })
    }

    /// The sentence counts the figures of areas, so that it and the list agree.
    @Test func theSentenceAndTheListCountTheSame() throws {
        let expected = try badAreas(), all = expected.values.reduce(0, +), whole = expected["990100"] ?? 0
        let facts = Sample.example.facts()
        #expect(facts.bad.count == whole && facts.badElsewhere == all - whole && facts.allBad == all)
        let lines = lines(Sample.example, 120, 36, .zh, .character("w"))
        #expect(lines.contains { $0.contains("不好 \(all)，共") } && lines.contains { $0.contains("落后与打破 \(all) ") })
        #expect(lines[1].hasSuffix("w 关注 \(all)"), "\(lines[1])")
        #expect(Sample.example.facts(in: "990111").badElsewhere == 0)
    }

    @Test func aListSaysInWordsWhatIsBroken() {
        let lines = lines(Sample.example, 120, 36, .en, .character("6"))
        #expect(lines.contains { $0.contains("Wage arrears") && $0.contains("Nov") && $0.contains("○ Broken") })
    }

    @Test func aFigureOfTheOverviewHasItsPeriod() {
        let lines = lines(Sample.catalogue, 80, 24, .en)
        #expect(
            lines.contains { $0.contains("New urban jobs") && $0.contains("24,002 people") && $0.contains("Jan–Nov") })
    }

    @Test func theWarningsAreWholeWhereTheNameOfTheDataGivesWay() {
        let ways: [(keys: [Key], mark: String)] = [
            ([.character("4"), .down, .down, .enter], "Fictional example data   ○ 1 bad"),
            ([.character("w")], "Fictional   ○ 3 bad"),
        ]
        for (keys, mark) in ways {
            var state = DashboardState(
                catalogue: Sample.example, settings: Settings(language: .en), size: Size(columns: 100, rows: 30))
            for key in keys { state.press(key) }
            let title = state.draw().lines()[0]
            #expect(title.hasSuffix(mark), "\(title)")
        }
    }

    /// The count keeps its word where it fits beside the path.
    @Test func theCountHasItsWordOnASmallScreen() {
        let title = lines(Sample.example, 60, 20, .en, .character("8"))[0]
        #expect(title.hasSuffix("   Fictional   ○ 3 bad"), "\(title)")
    }

    @Test func theTabOfWhatNeedsAttentionKeepsItsName() {
        #expect(lines(Sample.example, 80, 24, .en)[1].contains("w Attention 6"))
        #expect(lines(Sample.example, 60, 20, .zh, .character("3"))[1].contains("w 关注 6"))
    }

    @Test(arguments: Language.allCases)
    func theSmallestListNamesWhatIsBad(_ language: Language) {
        let name = language == .zh ? "○ 卫生死角" : "○ Black spots"
        #expect(lines(Sample.example, 20, 5, language, .character("w")).contains { $0.contains(name) })
    }

    @Test(arguments: Language.allCases)
    func helpBeginsWithTheSigns(_ language: Language) throws {
        let lines = lines(Sample.catalogue, 80, 24, language, .character("?"))
        let sign = try #require(lines.firstIndex { $0.contains("○") && $0.contains(Words.in(language).signBad) })
        let key = try #require(lines.firstIndex { $0.contains("Enter") })
        #expect(sign < key)
    }

    /// Either the whole word or the mark alone.
    @Test func theStateOfAMeasureIsNotCut() {
        let words = Words.in(.en), states = [words.done, words.ongoing, words.planned, words.claimed]
        for topic in "1234567" {
            for columns in [60, 80, 100, 120] {
                for line in lines(Sample.catalogue, columns, 36, .en, .character(topic)) {
                    // The runs of a line stand two blanks apart, or beside a frame.
                    let runs = line.replacing("│", with: "  ").split(separator: "  ")
                    for run in runs.map({ $0.drop { $0 == " " } }) where run.hasSuffix("…") {
                        #expect(run == "…" || !states.contains { $0.hasPrefix(run.dropLast()) }, "\(line)")
                    }
                }
            }
        }
    }

    @Test func aPlaceWithoutFiguresOffersNoDigits() {
        for language in Language.allCases {
            let word = "r " + Words.in(language).keyRaw
            for key in "?ad" {
                let footer = lines(Sample.catalogue, 200, 60, language, .character(key)).last ?? ""
                #expect(!footer.contains(word), "\(key): \(footer)")
            }
            #expect(lines(Sample.catalogue, 200, 60, language, .character("1")).last?.contains(word) == true)
        }
    }
}
