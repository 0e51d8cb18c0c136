import Cells
import Indicators
import TestSupport
import Themes
import Testing
import Wording

@testable import Kiosk

/// Measured on the cells that are drawn, at every size a kiosk is made for, in both languages, for every figure of both
/// data sets.
@Suite struct KioskScreenTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let size: Size
        let language: Language
        let isExample: Bool
        var catalogue: Catalogue { isExample ? Sample.example : Sample.catalogue }
        var testDescription: String { "\(size.columns)x\(size.rows) \(language) \(isExample ? "example" : "panjin")" }
    }

    static let cases: [Case] = Sample.kioskSizes.flatMap { size in
        Language.allCases.flatMap { language in
            [false, true].map { Case(size: size, language: language, isExample: $0) }
        }
    }

    /// Every figure of every topic as it is shown.
    private func everyFigure(_ one: Case, _ body: (KioskState) throws -> Void) rethrows {
        var state = Sample.kiosk(
            one.size.columns, one.size.rows, KioskSettings(language: one.language), catalogue: one.catalogue)
        for topic in one.catalogue.topics.indices {
            state.visit.topic = topic
            for figure in state.figureKeys.indices {
                state.visit.page = .figure(figure)
                state.visit.phase = .browsing(lastInput: state.now)
                try body(state)
            }
        }
    }

    @Test(arguments: cases)
    func digitsHaveFiveRowsAtLeast(_ one: Case) {
        everyFigure(one) { state in
            guard let figure = state.figure, let observation = figure.observation, observation.value != nil else {
                return
            }
            // 300,000–400,000 has no 万 to be shortened by: where columns are few it is a line of text.
            if one.size.columns < 80, one.language == .en, observation.qualifier == .range { return }
            let grid = state.draw(), room = state.layout.figure
            let rows = (room.row..<room.bottom).filter { row in
                (room.column..<room.right).contains { grid.text(at: Point(column: $0, row: row)) == "█" }
            }
            #expect((rows.last ?? 0) - (rows.first ?? 1) + 1 >= 5, "\(one.testDescription) \(figure.indicator.code)")
        }
    }

    /// In Chinese every word that belongs to a number is as tall as it, from 80x24 on; the longest unit stays in
    /// one row.
    @Test(arguments: cases)
    func qualifierMagnitudeAndUnitAreAsTallAsTheirNumber(_ one: Case) {
        let small: Set<String> = ["微克/立方米"]
        everyFigure(one) { state in
            let kiosk = KioskInk(state)
            guard let digits = kiosk.digits, let arrangement = kiosk.arrangement else { return }
            let drawn = (arrangement.before + arrangement.behind).map {
                if case .large(let text) = $0 { text } else { "" }
            }.joined()
            if one.language == .zh, one.size.columns >= 80, !small.contains(digits.unit), !arrangement.lacksUnit {
                let isRange = digits.digits.contains("–")
                #expect(
                    drawn == digits.before + digits.magnitude + digits.unit || isRange,
                    "\(state.figure?.indicator.code ?? ""): \(drawn)")
            }
            // What stands before and behind the digits begins and ends on their rows.
            guard case .large(let text)? = arrangement.behind.last else { return }
            let size = LargeCharacters.size(of: text, rows: arrangement.height.rows)
            let grid = state.draw(), room = state.layout.figure
            let width = LargeDigits.size(of: digits.digits, arrangement.height).columns
            let rows = (room.row..<room.bottom).filter { row in
                (room.column + width + 1..<room.right).contains {
                    ["█", "▀", "▄"].contains(grid.text(at: Point(column: $0, row: row)))
                }
            }
            #expect(size.rows == arrangement.height.rows)
            #expect((rows.last ?? 0) - (rows.first ?? 0) + 1 >= arrangement.height.rows, "\(text)")
        }
    }

    @Test(arguments: cases)
    func nameUnitPeriodAndSentenceAreWhole(_ one: Case) {
        var withoutContact = 0, all = 0
        everyFigure(one) { state in
            guard let figure = state.figure, figure.observation != nil else { return }
            let text = state.draw().lines().joined(separator: "\n"), kiosk = KioskInk(state)
            #expect(
                text.contains(kiosk.name(figure, short: true)) || text.contains(kiosk.name(figure, short: false)),
                "\(figure.indicator.code)")
            let sides = (kiosk.arrangement?.before ?? []) + (kiosk.arrangement?.behind ?? [])
            for case .small(let lines) in sides {
                #expect(lines.allSatisfy { text.contains($0) }, "\(figure.indicator.code): \(lines)")
            }
            let squeezed = text.filter { !$0.isWhitespace }
            #expect(
                squeezed.contains(kiosk.period.filter { !$0.isWhitespace }), "\(figure.indicator.code): \(kiosk.period)"
            )
            #expect(
                squeezed.contains(figure.indicator.sentence[one.language].filter { !$0.isWhitespace }),
                "\(figure.indicator.code)")
            #expect(!text.contains("…"), "\(figure.indicator.code)\n\(text)")
            all += 1
            if !text.contains(kiosk.contact) { withoutContact += 1 }
        }
        // English on the smallest screen: the sentence or the period takes its row for some; it stands on every other
        // screen, and on the page of the topic.
        let isSmallest = one.size == Size(columns: 40, rows: 12) && one.language == .en
        #expect(isSmallest ? withoutContact * 2 < all : withoutContact == 0, "\(withoutContact) of \(all)")
    }

    /// Topics, lists, figures and the question; each with everything that can be touched on it.
    private func pages(_ one: Case) -> [KioskState] {
        var state = Sample.kiosk(
            one.size.columns, one.size.rows, KioskSettings(language: one.language), catalogue: one.catalogue)
        var pages = [state]
        for key in [Key.character("4"), .character("1"), .character("1"), .character("1"), .character("1")] {
            state.press(key)
            pages.append(state)
        }
        for choice in [KioskChoice.ask, .measures, .next] where state.choices.contains(choice) {
            state.touch(choice)
            pages.append(state)
        }
        state.pass(seconds: 61)
        return pages + [state]
    }

    @Test(arguments: cases)
    func buttonsAreAsLargeAsAFinger(_ one: Case) {
        for state in pages(one) {
            let grid = state.draw(), bands = state.buttons.filter { state.choices.contains($0.choice) }
            let most = state.isList ? 6 : state.visit.page == .topics && !state.visit.isAsking ? 7 : 4
            #expect(bands.count <= most && bands.count == state.choices.count)
            for button in state.buttons {
                let rect = button.rect
                let isLow = one.size.rows < 20
                // A screen row is as high in millimetres on a screen of 15 rows as two are on one of 30.
                let isNarrow = button.choice == .language && (isLow || one.size.columns < 45)
                #expect(rect.rows >= (isLow || state.isList || isNarrow ? 1 : 3))
                #expect(rect.columns >= (isNarrow ? 7 : one.size.columns < 74 ? 9 : 16))
                #expect(Rect(one.size).intersection(rect) == rect)
                #expect(state.buttons.filter { !$0.rect.intersection(rect).isEmpty } == [button], "none over another")
                let row = (rect.row..<rect.bottom).contains { row in
                    (rect.column..<rect.right).contains {
                        [KioskInk.band, KioskInk.chosenBand, KioskInk.aside].map(\.background).contains(
                            grid[Point(column: $0, row: row)].style.background)
                    }
                }
                #expect(row, "what can be touched can be seen")
            }
        }
    }

    @Test(arguments: cases)
    func theLanguageTurnsByTouchOnEveryPage(_ one: Case) {
        for page in pages(one) {
            var state = page
            state.touch(.language)
            #expect(state.visit.language != one.language)
            #expect(!state.visit.isAsking && state.visit.page == page.visit.page)
            let text = page.draw().lines().joined(separator: "\n")
            #expect(text.contains("8 " + KioskWords.in(one.language).otherLanguage))
        }
    }

    @Test func bandsStandOutFromThePageByThreeToOneAndTheirWordsBySeven() throws {
        let page = try #require(Theme(.contrast)[.background].background.index)
        for style in [KioskInk.band, KioskInk.chosenBand, KioskInk.aside] {
            let background = try #require(style.background.index)
            #expect(Contrast.ratio(background, page) >= 3)
            #expect(try #require(Contrast.ratio(style)) >= 7)
        }
    }

    @Test(arguments: cases)
    func everySignStandsOutBySevenToOneAndNoneIsDim(_ one: Case) throws {
        var state = Sample.kiosk(
            one.size.columns, one.size.rows, KioskSettings(language: one.language), catalogue: one.catalogue)
        state.update(.dataRefused, at: state.now)
        for waiting in [0, 60] {
            state.press(.enter)
            state.pass(seconds: waiting)
            let grid = state.draw()
            for row in 0..<one.size.rows {
                for column in 0..<one.size.columns where !grid.isBlank(Point(column: column, row: row)) {
                    let style = grid[Point(column: column, row: row)].style
                    #expect(try #require(Contrast.ratio(style)) >= 7)
                    #expect(!style.attributes.contains(.dim))
                }
            }
        }
    }

    @Test(arguments: cases)
    func aCountdownDrawnIntoTheLastPictureIsTheSamePicture(_ one: Case) {
        var state = Sample.kiosk(
            one.size.columns, one.size.rows, KioskSettings(language: one.language), catalogue: one.catalogue)
        var picture = KioskPicture()
        for second in 1...90 {
            if second == 50 { state.update(.dataRefused, at: state.now) }
            state.pass(seconds: 1)
            #expect(picture.draw(state) == state.draw())
        }
    }

    @Test func drawsAtAnySizeAtAll() {
        for columns in stride(from: 0, through: 90, by: 9) {
            for rows in 0...30 {
                var state = Sample.kiosk(columns, rows)
                #expect(state.draw().size == Size(columns: columns, rows: rows))
                state.press(.enter)
                _ = state.draw()
                state.pass(seconds: 60)
                _ = state.draw()
            }
        }
    }

    @Test func noPictureHoldsAFileNameOrAPrompt() {
        var state = Sample.kiosk()
        state.update(.dataRefused, at: state.now)
        everyFigure(Case(size: state.size, language: .en, isExample: false)) { state in
            let text = state.draw().lines().joined()
            #expect(
                !text.contains(".csv") && !text.contains(".json") && !text.contains("Data/") && !text.contains("$ "))
        }
    }

    @Test(arguments: Sample.kioskSizes)
    func everyScreenOfTheKioskAsAPicture(_ size: Size) throws {
        for language in Language.allCases {
            var lines: [String] = []
            var state = Sample.kiosk(size.columns, size.rows, KioskSettings(language: language))
            func take(_ name: String) { lines += ["== \(name)"] + state.draw().lines() }
            take("start")
            state.pass(seconds: 40)
            take("in turn")
            state.press(.character("1"))
            take("topic")
            state.press(.character("1"))
            take("part of it")
            state.press(.character("2"), .right)
            state.update(.dataRefused, at: state.now)
            take("figure, new data refused")
            state.touch(.ask)
            take("whom to ask")
            state.touch(.measures)
            take("what is being done")
            state.pass(seconds: 63)
            take("still there?")
            state.update(.data(Sample.example), at: state.now)
            state.pass(seconds: 17)
            take("another city")
            state.touch(.topic(1))
            state.touch(.ask)
            take("whom to ask there")
            state = KioskState(
                catalogue: nil, settings: KioskSettings(language: language), size: size, at: state.now)
            take("out of service")
            try assertSnapshot(lines, named: "kiosk-\(size.columns)x\(size.rows)-\(language.rawValue)")
        }
    }

    /// Every qualifier, magnitude and unit of both data sets has a drawing as tall as the digits, in both languages.
    @Test(arguments: Language.allCases)
    func everyWordBesideADigitIsDrawnLarge(_ language: Language) {
        for catalogue in [Sample.catalogue, Sample.example] {
            let wording = Wording(catalogue, WordingOptions(language: language))
            for key in FigureKey.all(of: catalogue).joined() {
                let observation = catalogue.headlineObservation(of: key.indicator, area: key.area)
                guard let observation, let parts = wording.parts(observation), !parts.isGrade else { continue }
                for part in [parts.prefix, parts.suffix, parts.unit] where part != "%" {
                    let text = part.split(separator: " ").joined(separator: " ")
                    #expect(text.isEmpty || LargeCharacters.canDraw(text, .block), "\(key.indicator): \(text)")
                }
            }
        }
    }
}
