import Cells
import FoundationEssentials
import Indicators
import Tables
import TestSupport
import Testing
import Themes
import Wording

@testable import Console

extension Sample {
    static func state(_ columns: Int, _ rows: Int, _ settings: Settings = Settings()) -> DashboardState {
        DashboardState(catalogue: catalogue, settings: settings, size: Size(columns: columns, rows: rows))
    }
}

extension DashboardState {
    /// Presses keys as a terminal would.
    mutating func press(_ keys: Key...) {
        for key in keys { if let action = KeyTable.action(for: key, in: self) { update(action) } }
    }
}

/// One screen of every kind, each at every size, in both languages and all three glyph sets, for both data sets.
@Suite struct ScreenSnapshotTests {
    struct Picture: Sendable, CustomTestStringConvertible {
        let size: Size
        let language: Language
        let glyphs: Glyphs.Name
        let isExample: Bool
        var testDescription: String { name }
        func state(_ catalogue: Catalogue) -> DashboardState {
            DashboardState(
                catalogue: catalogue, settings: Settings(language: language, glyphs: Glyphs(glyphs)), size: size)
        }
        var name: String {
            "\(isExample ? "example" : "panjin")-\(size.columns)x\(size.rows)-\(language.rawValue)-\(glyphs.rawValue)"
        }
    }

    static let pictures: [Picture] = {
        var all: [Picture] = []
        for isExample in [false, true] {
            for (columns, rows) in [(20, 5), (40, 12), (80, 24), (120, 36), (200, 60)] {
                for language in Language.allCases {
                    for glyphs in Glyphs.Name.allCases {
                        all.append(
                            Picture(
                                size: Size(columns: columns, rows: rows), language: language, glyphs: glyphs,
                                isExample: isExample))
                    }
                }
            }
            all.append(
                Picture(size: Size(columns: 300, rows: 100), language: .zh, glyphs: .braille, isExample: isExample))
        }
        return all
    }()

    static let ways: [(name: String, keys: [Key])] = [
        ("overview", []), ("topic", [.character("1"), .down]), ("indicator", [.character("1"), .enter]),
        ("districts", [.character("8"), .down]), ("area", [.character("8"), .enter]),
        ("source", [.character("3"), .character("s")]),
        ("compare", [.character("1"), .character("c")]), ("areas", [.character("a"), .down]),
        ("search", [.character("/"), .character("就")]), ("help", [.character("?")]),
        ("palette", [.character(":")]), ("meeting", [.character("m"), .right]),
        ("byGap", [.character("1"), .character("o")]), ("attention", [.character("w"), .down]),
    ]

    @Test(arguments: pictures)
    func everyScreenAsAPicture(_ picture: Picture) throws {
        var lines: [String] = []
        for (name, keys) in Self.ways {
            var state = picture.state(picture.isExample ? Sample.example : Sample.catalogue)
            for key in keys { state.press(key) }
            lines += Self.lines(name, state)
        }
        try assertSnapshot(lines, named: picture.name)
    }

    /// The screens that the bundled data never show: the filter of a table with dimensions, the problems of a table.
    @Test(arguments: pictures.filter { !$0.isExample })
    func filterAndProblemsAsAPicture(_ picture: Picture) throws {
        let table = FilterTests.table
        let dimensions = DataReader.read(.file(FileBytes(copying: table.utf8), ForeignFile(path: "sdg.csv")))
        var filter = picture.state(try #require(dimensions.catalogue))
        filter.press(.character("f"))
        #expect(filter.screen != .overview)
        var codes = filter
        codes.press(.enter, .down, .down)
        var chosen = codes
        chosen.press(.enter)
        var problems = picture.state(Sample.example)
        var city = ChangedCity()
        city.edit("observations.csv") { lines in
            [lines[0]] + lines.dropFirst().prefix(3).map { $0.replacing(",A,", with: ",Z,") }
        }
        problems.adopt(city.reading(), byHand: true)
        problems.press(.character("e"))
        #expect(problems.screen == .problems)
        try assertSnapshot(
            Self.lines("filter", filter) + Self.lines("codes", codes) + Self.lines("chosen", chosen)
                + Self.lines("problems", problems),
            named: "tables-\(picture.name.dropFirst("panjin-".count))")
    }

    private static func lines(_ name: String, _ state: DashboardState) -> [String] {
        let grid = state.draw()
        #expect(grid.lines().contains { !$0.isEmpty }, "\(name) is blank")
        let styles = state.settings.glyphs.name == .braille ? ["-- styles"] + styles(grid, state.theme) : []
        return ["== \(name)"] + grid.lines() + styles
    }

    /// The style of every cell, a row as letters with how often each follows itself.
    private static func styles(_ grid: CellGrid, _ theme: Theme) -> [String] {
        let letters = Dictionary(
            Role.allCases.enumerated().map { (theme[$1], Character(Unicode.Scalar(UInt8(97 + $0)))) },
            uniquingKeysWith: { first, _ in first })
        return grid.styleLines { letters[$0] ?? "?" }.map { line in
            var text = "", run: (letter: Character, count: Int)?
            for letter in line {
                if run?.letter == letter {
                    run?.count += 1
                } else {
                    if let run { text += "\(run.letter)\(run.count)" }
                    run = (letter, 1)
                }
            }
            return text + (run.map { "\($0.letter)\($0.count)" } ?? "")
        }
    }
}

@Suite struct ScreenTests {
    @Test func escGoesBackOneStepToTheSameRow() {
        var state = Sample.state(80, 24)
        state.press(.character("1"), .down, .down, .enter)
        #expect(state.screen == .indicator("hard-to-employ-helped", area: nil))
        state.press(.escape)
        #expect(state.screen == .topic("employment") && state.session.current.selection == 2)
        state.press(.escape, .escape)
        #expect(state.session == Session())
    }

    @Test func searchFindsByPartOfAName() {
        var state = Sample.state(80, 24)
        state.press(.character("/"), .character("口"), .character("袋"), .enter)
        #expect(state.screen == .indicator("pocket-parks", area: nil))
        state.press(.escape)
        #expect(state.screen == .search && state.session.query == "口袋")
    }

    @Test func everyFigureAndMeasureIsOnItsScreen() throws {
        for topic in Sample.catalogue.topics {
            var state = Sample.state(200, 60)
            state.open(.topic(topic.code))
            let text = state.draw().lines().joined(separator: "\n")
            for brief in Sample.catalogue.briefs(ofTopic: topic.code) {
                #expect(text.contains(brief.title.zh), "\(brief.code)")
            }
            for indicator in Sample.catalogue.indicators(ofTopic: topic.code) {
                var detail = Sample.state(200, 60)
                detail.open(.indicator(indicator.code, area: nil))
                let screen = detail.draw().lines().joined(separator: "\n")
                for observation in Sample.catalogue.observations(of: indicator.code) {
                    let ink = Ink(detail)
                    let parts = try #require(ink.wording.parts(observation))
                    // The figures of an indicator stand on one scale where they stand side by side.
                    let power = ink.wording.commonPower(Sample.catalogue.observations(of: indicator.code))
                    let aligned = try #require(ink.wording.parts(observation, power: power))
                    #expect(
                        [parts, aligned].contains { screen.contains($0.value) && screen.contains($0.unit) }
                            && screen.contains(PeriodText.full(observation, ink.wording)))
                    let status = StatusText.short(observation, ink.words)
                    #expect(status.isEmpty || screen.contains(status))
                }
            }
        }
    }

    /// Keys, presses and wheel turns anywhere, sizes of every kind: nothing traps, and every frame is whole.
    /// `MONKEY_STEPS` makes the walk longer (`make monkey`).
    @Test(arguments: [false, true])
    func anyKeysAndPressesAtAnySizeDrawAWholeScreen(_ isExample: Bool) {
        var random = SeededGenerator(seed: isExample ? 1 : 2)
        let keys: [Key] =
            KeyTable.bindings.flatMap { $0.strokes.map(\.key) }.filter { $0 != .character("q") && $0 != .control("C") }
            + [.character("就"), .character("a")]
        let steps = ProcessInfo.processInfo.environment["MONKEY_STEPS"].flatMap(Int.init) ?? 600
        var state = DashboardState(
            catalogue: isExample ? Sample.example : Sample.catalogue, size: Size(columns: 80, rows: 24))
        for step in 0..<steps {
            if step % 17 == 0 {
                state.update(
                    .resize(
                        Size(columns: .random(in: 1...160, using: &random), rows: .random(in: 1...60, using: &random))))
            } else if step % 3 == 0 {
                let point = Point(
                    column: .random(in: -1...state.size.columns, using: &random),
                    row: .random(in: -1...state.size.rows, using: &random))
                let events: [PointerEvent] = [.press(point), .press(point), .wheelUp(point), .wheelDown(point)]
                if let event = events.randomElement(using: &random), state.update(.point(event)) == .quit {
                    state.session = Session()
                }
            } else if let key = keys.randomElement(using: &random) {
                state.press(key)
            }
            let grid = state.draw()
            #expect(grid.size == state.size, "step \(step)")
            for row in 0..<grid.size.rows {
                var before: Cell?
                for column in 0..<grid.size.columns {
                    let cell = grid[Point(column: column, row: row)]
                    if cell.isContinuation, before?.width != 2 {
                        Issue.record("a second half without its first, step \(step)")
                    }
                    if before?.width == 2, !cell.isContinuation { Issue.record("half a character, step \(step)") }
                    before = cell
                }
                if before?.width == 2 { Issue.record("half a character at the edge, step \(step)") }
            }
        }
    }

    /// No line of running text begins with a mark that must not, at any width.
    @Test(arguments: [Language.zh, .en])
    func noLineBeginsWithAMarkThatMustNot(_ language: Language) {
        let forbidden: Set<Character> = [
            "，", "。", "；", "：", "！", "？", "）", "》", "」", "』", "、", "％", ",", ".", ";", ":", "!", "?", ")", "%",
        ]
        for catalogue in [Sample.catalogue, Sample.example] {
            for columns in stride(from: 10, through: 160, by: 3) {
                var state = DashboardState(
                    catalogue: catalogue, settings: Settings(language: language), size: Size(columns: columns, rows: 40)
                )
                let detail = DetailLines(ink: Ink(state), columns: columns)
                for indicator in catalogue.indicators.prefix(40) {
                    state.open(.indicator(indicator.code, area: nil))
                    for text in [indicator.note[language], indicator.sentence[language]] {
                        for line in detail.wrapped(text, .text) {
                            let first = line.map(\.text).joined().first { $0 != " " }
                            #expect(first.map { !forbidden.contains($0) } ?? true, "\(columns): \(line)")
                            #expect(line.width <= columns)
                        }
                    }
                }
            }
        }
    }

    @Test func noTwoBindingsFightOverAKey() {
        for context in [KeyContext.overview, .figures, .districts, .indicator, .text, .search] {
            var seen: Set<Key> = []
            for binding in KeyTable.bindings where binding.contexts.contains(context) {
                for stroke in binding.strokes {
                    #expect(seen.insert(stroke.key).inserted, "\(binding.shown) in \(context)")
                }
            }
        }
    }

    @Test func keysPageIsFresh() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let page = try #require(FileManager.default.contents(atPath: "\(root)/docs/keys.md"))
        #expect(String(decoding: page, as: UTF8.self) == KeyTable.markdown, "make generate")
    }
}

@Suite struct FigureTextTests {
    @Test(arguments: [
        ("new-urban-jobs", "24,002人", "24,002 people", "24,002人"),
        ("startup-loans", "3.85亿元", "385 million yuan", "385,000,000元"),
        ("startup-support-staff", "近500人", "nearly 500 people", "近500人"),
        ("startup-projects", "600余个", "over 600 projects", "600余个"),
        ("cadres-in-communities", "10万余名", "over 100,000 people", "100,000余名"),
        ("volunteers", "近11万名", "nearly 110,000 volunteers", "近110,000名"),
        ("village-road-investment", "770多万元", "over 7.7 million yuan", "7,700,000多元"),
        ("daily-water-supply", "40–50万吨/日", "400,000–500,000 t/day", "400,000–500,000吨/日"),
        ("water-supply-investment", "14.76亿元", "1.476 billion yuan", "1,476,000,000元"),
        ("inclusive-kindergartens", "85%", "85%", "85%"),
    ])
    func readsAsTheSourceHasIt(_ code: String, _ zh: String, _ en: String, _ raw: String) throws {
        let observation = try #require(Sample.catalogue.headlineObservation(of: code))
        let unit = try #require(Sample.catalogue.indicator(code)).unit
        func text(_ language: Language, _ raw: Bool) -> String? {
            FigureText.parts(observation, unit: unit, language: language, raw: raw)?.text
        }
        #expect(text(.zh, false) == zh)
        #expect(text(.en, false) == en)
        #expect(text(.zh, true) == raw)
    }
}
