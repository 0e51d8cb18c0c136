import Cells
import FoundationEssentials
import Indicators
import Tables
import TestSupport
import Testing
import Wording

@testable import Console
@testable import Linear

/// The example city in memory, to be changed.
struct ChangedCity {
    static let files: [String: [UInt8]] = {
        let root =
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
            + "/Data/example-city"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: "\(root)/\(name)").map { (name, Array($0)) }
            })
    }()

    var folder = MemoryFolder(Self.files, displayName: "city")

    /// Edits one table, line by line with its header; nil takes a line away.
    mutating func edit(_ name: String, _ change: ([String]) -> [String]) {
        let lines = String(decoding: folder.files[name] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
        folder.files[name] = Array((change(lines).joined(separator: "\n") + "\n").utf8)
    }

    func reading(now: Instant = .distantPast) -> CatalogueReading { CatalogueReader.read(folder, now: now) }
}

/// New versions of the data while somebody looks at them.
@Suite struct LiveTests {
    private func state(_ keys: Key..., size: Size = Size(columns: 80, rows: 24)) -> DashboardState {
        var state = DashboardState(catalogue: Sample.example, size: size)
        for key in keys { state.press(key) }
        return state
    }

    /// All topics and all indicators in the reverse order.
    private var reversed: CatalogueReading {
        var city = ChangedCity()
        for table in ["topics.csv", "indicators.csv"] {
            city.edit(table) { lines in
                let place = lines[0].split(separator: ",").firstIndex(of: "order") ?? 0
                return [lines[0]]
                    + lines.dropFirst().map { line in
                        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                        if let order = Int(cells[place]) { cells[place] = String(1_000 - order) }
                        return cells.joined(separator: ",")
                    }
            }
        }
        return city.reading()
    }

    @Test func whatIsSelectedStaysSelectedByItsCode() throws {
        let reading = reversed
        try #require(reading.catalogue != nil, "\(reading.problems.prefix(3).map { $0.text(.en) })")
        for (name, keys) in ScreenSnapshotTests.ways where name != "compare" {
            var state = state()
            for key in keys { state.press(key) }
            state.press(.down, .down)
            let before = state.selectedItem, screen = state.screen, session = state.session
            state.adopt(reading, byHand: false)
            #expect(state.screen == screen, "\(name)")
            #expect(state.session.query == session.query && state.session.area == session.area)
            switch (before, state.selectedItem) {
            case (.figure(let old, _)?, .figure(let new, _)?): #expect(old.code == new.code, "\(name)")
            case (.topic(let old)?, .topic(let new)?): #expect(old.code == new.code, "\(name)")
            case (.area(let old)?, .area(let new)?): #expect(old.code == new.code, "\(name)")
            case (nil, nil): #expect(state.session.current.top == session.current.top, "\(name)")
            case (let old, let new): #expect(old == new, "\(name)")
            }
            _ = state.draw()
        }
    }

    @Test func aSourceThatDoesNotAnswerIsSaidOnceInTheTitle() {
        let said = String(repeating: "connection refused ", count: 9)
        let fault = DataProblem(
            source: "postgresql://h/city", code: "unreachable", LocalizedText(zh: said, en: said),
            mend: LocalizedText(zh: "会自动再试", en: "it is tried again"))
        var state = state()
        state.adopt(CatalogueReading(unreachable: fault), byHand: false)
        let lines = state.draw().lines()
        #expect(lines[0].contains("连不上数据源"))
        #expect(!lines.contains { $0.contains("connection refused") } && state.notice == nil)
        state.press(.character("e"))
        #expect(state.draw().lines().contains { $0.contains("connection refused") })
    }

    @Test func searchFindsWhatIsNewAndNotWhatIsGone() {
        var city = ChangedCity()
        city.edit("indicators.csv") { $0.map { $0.replacing("城镇新增就业", with: "崭新的名称") } }
        var state = state(.character("/"))
        for character in "城镇新增" { state.update(.type(character)) }
        #expect(!state.content(of: .search).items.isEmpty)
        state.adopt(city.reading(), byHand: true)
        #expect(state.session.query == "城镇新增")
        #expect(
            state.content(of: .search).items.allSatisfy {
                if case .figure(let indicator, _) = $0 { indicator.name.zh != "城镇新增就业" } else { true }
            })
        state.update(.eraseAll)
        for character in "崭新" { state.update(.type(character)) }
        #expect(state.content(of: .search).items.count == 1)
    }

    @Test func whatIsGoneLeadsToTheNearest() throws {
        var state = state(.character("1"), .enter)
        guard case .indicator(let code, _) = state.screen else { return #expect(Bool(false)) }
        var city = ChangedCity()
        for table in [
            "indicators.csv", "observations.csv", "targets.csv", "links.csv", "derived.csv", "revisions.csv",
            "followups.csv", "notes.csv",
        ] {
            city.edit(table) { lines in
                lines.filter { line in
                    !line.split(separator: ",", omittingEmptySubsequences: false).contains { $0 == code }
                }
            }
        }
        city.edit("topics.csv") { $0.map { $0.replacing(code, with: "reemployed") } }
        let reading = city.reading()
        if reading.catalogue == nil {
            // The tables may need the indicator elsewhere; then its topic's other indicator stands for it.
            Issue.record("\(reading.problems.prefix(5).map { $0.text(.en) })")
        }
        state.adopt(reading, byHand: false)
        #expect(state.screen == .topic("employment"))
        state.press(.escape)
        #expect(state.screen == .overview)
    }

    @Test func aBadSetLeavesTheOldOneAndItsProblemsAreOneKeyAway() {
        var city = ChangedCity()
        city.edit("observations.csv") { lines in
            [lines[0], lines[1].replacing(",A,", with: ",Z,")] + lines.dropFirst(2)
        }
        var state = state(.character("2"), .down)
        let before = state.session, grid = state.draw()
        let reading = city.reading()
        #expect(reading.catalogue == nil)
        state.adopt(reading, byHand: false)
        #expect(state.session == before)
        #expect(state.notice?.zh == "新数据有 1 个问题，没有采用；e 查看")
        state.press(.character("e"))
        #expect(state.screen == .problems)
        let text = state.draw().lines().joined(separator: "\n")
        for part in ["observations.csv:2:", "发现", "应为", "处理"] { #expect(text.contains(part), "\(part)") }
        state.update(.toggleLanguage)
        #expect(state.draw().lines().joined().contains("Expected"))
        state.update(.toggleLanguage)
        state.press(.escape)
        #expect(
            state.draw().lines().dropFirst().dropLast() == grid.lines().dropFirst().dropLast(),
            "the old data, as they were")
        // Mended.
        state.press(.character("e"))
        state.adopt(ChangedCity().reading(), byHand: false)
        #expect(state.screen == .topic("elderly") || state.session == before)
        #expect(state.problems.isEmpty && state.notice?.zh == "数据已更新")
        state.press(.character("e"))
        #expect(state.screen != .problems)
    }

    private static let manyProblems: CatalogueReading = {
        var city = ChangedCity()
        city.edit("observations.csv") { lines in
            [lines[0]] + lines.dropFirst().prefix(150).map { $0.replacing(",A,", with: ",Z,") }
        }
        return city.reading()
    }()

    @Test(arguments: [(20, 5), (40, 12), (80, 24), (200, 60)])
    func manyProblemsScroll(_ columns: Int, _ rows: Int) {
        var state = state(size: Size(columns: columns, rows: rows))
        state.adopt(Self.manyProblems, byHand: true)
        state.press(.character("e"), .end)
        #expect(
            rows < 12
                || state.draw().lines().contains {
                    $0.contains("处理") || $0.contains("应为") || $0.contains("OBS_STATUS") || $0.contains("从中选")
                })
        #expect(state.session.current.top > 300)
    }

    @Test func keysForReloadAndProblemsAreOfferedOnlyWhereTheyDoSomething() {
        var state = state()
        #expect(state.update(.reload) == .readData(byHand: true))
        #expect(state.update(.dataChanged) == .readData(byHand: false))
        #expect(!state.draw().lines().last!.contains("e 问题"))
        var city = ChangedCity()
        city.folder.files["areas.csv"] = nil
        state.adopt(city.reading(), byHand: true)
        #expect(state.draw().lines().last!.contains("e 问题"))
    }

    @Test func linearModeStaysOnItsPageAndReadsTheProblemsOut() {
        var dialogue = LinearDialogue(catalogue: Sample.example, WordingOptions())
        dialogue.open(.indicator("new-urban-jobs", area: nil))
        _ = dialogue.answer("1")
        let page = dialogue.page
        #expect(dialogue.take(reversed, byHand: false) == "数据已更新\n")
        #expect(dialogue.page == page, "the same figure, whatever row it stands in now")
        var city = ChangedCity()
        city.edit("observations.csv") { lines in
            [lines[0], lines[1].replacing(",A,", with: ",Z,")] + lines.dropFirst(2)
        }
        #expect(dialogue.answer("r").reloads)
        #expect(dialogue.take(city.reading(), byHand: true).hasPrefix("新数据有 1 个问题"))
        #expect(dialogue.page == page)
        let problems = dialogue.answer("e").text
        #expect(problems.contains("observations.csv:2:") && problems.contains("应为：") && problems.contains("处理："))
        #expect(dialogue.answer("0").text == page)
    }
}

/// What is under embargo while somebody looks.
@Suite struct ReleaseTests {
    private func state(now: Int) throws -> DashboardState {
        let catalogue = try #require(ChangedCity().reading(now: Instant(seconds: now)).catalogue)
        return DashboardState(catalogue: catalogue, size: Size(columns: 120, rows: 40))
    }

    private let instant = Instant(rfc3339: "2099-01-01T09:00:00+08:00")?.seconds ?? 0

    @Test func appearsAtItsInstantInEveryPlace() throws {
        var state = try state(now: instant - 1)
        for character in "/接待游客" { state.press(.character(character)) }
        #expect(!state.draw().lines().joined().contains("1,203.46"))
        state.update(.clock(Instant(seconds: instant)))
        #expect(state.draw().lines().joined().contains("1,203.46") && state.notice?.zh == "有数据到了发布时间")
        #expect(state.session.query == "接待游客", "the search is where it was")
    }

    @Test func aClockThatIsNotBelievedHidesItAndIsSaidInTheTitle() throws {
        var state = try state(now: instant)
        state.update(.clock(nil))
        state.press(.down)
        #expect(state.draw().lines()[0].contains("时钟不可信"))
        for character in "/接待游客" { state.press(.character(character)) }
        #expect(!state.draw().lines().joined().contains("1,203.46"))
        state.update(.clock(Instant(seconds: instant)))
        #expect(!state.draw().lines()[0].contains("时钟不可信"))
        #expect(state.notice?.zh == "系统时钟已恢复")
    }
}
