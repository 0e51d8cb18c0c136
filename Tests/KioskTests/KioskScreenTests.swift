import Cells
import Indicators
import TestSupport
import Testing

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
            for figure in state.figures(of: one.catalogue.topics[topic]).indices {
                state.visit.figure = figure
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

    @Test(arguments: cases)
    func nameUnitPeriodAndSentenceAreWhole(_ one: Case) {
        var withoutContact = 0, all = 0
        everyFigure(one) { state in
            guard let figure = state.figure, let observation = figure.observation else { return }
            let text = state.draw().lines().joined(separator: "\n"), kiosk = KioskInk(state)
            #expect(
                text.contains(kiosk.name(figure, short: true)) || text.contains(kiosk.name(figure, short: false)),
                "\(figure.indicator.code)")
            let unit = observation.value == nil ? "" : kiosk.digits?.behind ?? ""
            #expect(unit.split(separator: " ").allSatisfy { text.contains($0) }, "\(figure.indicator.code): \(unit)")
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
        // English on the smallest screen: the sentence or the period takes its row for some; each stands on every other
        // screen.
        let isSmallest = one.size == Size(columns: 40, rows: 12) && one.language == .en
        #expect(isSmallest ? withoutContact * 4 < all : withoutContact == 0, "\(withoutContact) of \(all)")
    }

    @Test(arguments: cases)
    func bandsAreAsLargeAsAFinger(_ one: Case) {
        var state = Sample.kiosk(
            one.size.columns, one.size.rows, KioskSettings(language: one.language), catalogue: one.catalogue)
        for keys in [[], [Key.enter], [.escape, .right], [.character("4")]] {
            for key in keys { state.press(key) }
            let grid = state.draw()
            #expect(state.choices.count <= 4 && state.layout.bands.count == state.choices.count)
            for band in state.layout.bands {
                #expect(band.rows >= 3 && band.columns >= 16)
                for row in band.row..<band.bottom {
                    for column in band.column..<band.right {
                        let background = grid[Point(column: column, row: row)].style.background
                        #expect(background == KioskInk.band.background || background == .indexed(51))
                    }
                }
            }
        }
        let language = state.layout.language
        #expect(language.isEmpty || (language.rows >= 3 && language.columns >= 16))
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
            state.press(.right, .right)
            state.update(.dataRefused, at: state.now)
            take("figure, new data refused")
            state.pass(seconds: 63)
            take("still there?")
            state.update(.data(Sample.example), at: state.now)
            state.pass(seconds: 17)
            take("another city")
            try assertSnapshot(lines, named: "kiosk-\(size.columns)x\(size.rows)-\(language.rawValue)")
        }
    }
}
