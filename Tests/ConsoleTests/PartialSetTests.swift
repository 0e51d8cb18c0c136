import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Console
@testable import Tables

/// A data base with more figures than are read whole: it gives the newest of every series, then what is wished for.
private final class LargeCity {
    private let table: CSVText
    private let places: [String: Int]
    /// The rows of each series.
    private var series: [[String]: [Int]] = [:]
    private(set) var reading: PartialReading
    private(set) var wishes: [Set<SeriesWish>] = []

    init(_ folder: MemoryFolder) throws {
        let table = CSVText(try #require(folder.files["observations.csv"]))
        self.table = table
        places = Dictionary(
            uniqueKeysWithValues: table.records[0].enumerated().map { (table.text($1), $0) })
        // Nothing of it is needed before its rows are sorted out.
        reading = PartialReading(MemoryFolder([:]), oldest: nil, now: .distantPast)
        series = Dictionary(grouping: rows, by: key)
        let periods = rows.compactMap { Period(sdmx: cell($0, "TIME_PERIOD")) }
        var small = folder
        small.files["observations.csv"] = csv(newest)
        reading = PartialReading(small, oldest: periods.min { $0.start < $1.start }, now: .distantPast)
    }

    private var rows: Range<Int> { 1..<table.records.count }
    private func cell(_ row: Int, _ column: String) -> String {
        places[column].map { table.text(table.records[row][$0]) } ?? ""
    }
    private func csv(_ rows: [Int]) -> [UInt8] {
        ([0] + rows).flatMap { row in
            let cells = table.records[row]
            return Array(table.bytes[cells[0].lowerBound..<cells[cells.count - 1].upperBound]) + [0x0A]
        }
    }
    private func end(_ row: Int) -> CalendarDay { (Period(sdmx: cell(row, "TIME_PERIOD")) ?? .none).end }

    private func key(_ row: Int) -> [String] { [cell(row, "INDICATOR"), cell(row, "REF_AREA")] }

    private var newest: [Int] {
        series.values.flatMap { rows in
            let standing = rows.filter {
                !cell($0, "OBS_VALUE").isEmpty && cell($0, "OBS_STATUS") != "F"
                    && cell($0, "PERIOD_BASIS") == "printed" && cell($0, "EMBARGO_UNTIL").isEmpty
            }
            guard let newest = standing.map(end).max() else { return rows }
            return rows.filter { newest <= end($0) }
        }.sorted()
    }

    func answer(_ wishes: Set<SeriesWish>) -> CatalogueReading {
        self.wishes.append(wishes)
        let wished = wishes.flatMap { wish in
            (series[[wish.indicator, wish.area]] ?? []).filter { row in
                wish.since.map { $0 <= Int(cell(row, "TIME_PERIOD").prefix(4)) ?? .max } ?? true
            }
        }
        return reading.add(csv(wished.sorted()), for: wishes, now: .distantPast)
    }
}

/// What is read piece by piece is what is read whole.
@Suite struct PartialSetTests {
    @Test(arguments: [true, false])
    func everyScreenIsTheSame(_ isExample: Bool) throws {
        let folder = isExample ? try exampleCity() : try panjin(), city = try LargeCity(folder)
        let whole = try #require(CatalogueReader.read(folder).catalogue)
        let partial = try #require(city.reading.first.catalogue)
        #expect(partial.observations.count < whole.observations.count)
        var screens = Screen.samples(of: whole) + whole.topics.map { .topic($0.code) }
        screens += whole.indicators.prefix(12).map { .indicator($0.code, area: nil) }
        screens += whole.areas.prefix(3).map { .area($0.code) }
        for area in [nil, whole.areas.last?.code] {
            for (number, screen) in screens.enumerated() {
                let size = number.isMultiple(of: 2) ? Size(columns: 120, rows: 40) : Size(columns: 80, rows: 24)
                var expected = DashboardState(catalogue: whole, size: size)
                expected.open(screen, area: area)
                var state = DashboardState(catalogue: partial, size: size)
                state.open(screen, area: area)
                let frame = try complete(&state, city)
                #expect(frame.lines() == expected.draw().lines(), "\(screen) \(area ?? "")")
            }
        }
    }

    /// Draws until nothing is wanted any more.
    private func complete(_ state: inout DashboardState, _ city: LargeCity) throws -> CellGrid {
        for _ in 0..<8 {
            let (grid, missing) = state.frame()
            if missing.isEmpty { return grid }
            state.adopt(city.answer(missing), byHand: false)
        }
        Issue.record("figures are wanted again and again: \(city.wishes.last ?? [])")
        return state.draw()
    }

    /// A page that is gone back to while another one waits: what was kept of data that lack figures is never shown.
    @Test func whatWasKeptWithoutFiguresIsMadeAnew() throws {
        let folder = try exampleCity(), city = try LargeCity(folder), size = Size(columns: 100, rows: 30)
        let whole = try #require(CatalogueReader.read(folder).catalogue)
        var state = DashboardState(catalogue: try #require(city.reading.first.catalogue), size: size)
        state.open(.attention(.kind))
        let first = state.frame().missing
        #expect(!first.isEmpty)
        #expect(state.frame().missing == first, "asked again, since nothing has come")
        state.press(.character("1"))
        #expect(!state.frame().missing.isEmpty)
        state.press(.character("w"))
        var expected = DashboardState(catalogue: whole, size: size)
        expected.open(.attention(.kind))
        #expect(try complete(&state, city).lines().dropFirst() == expected.draw().lines().dropFirst())
    }

    /// The version before may be known, but a set that was not read whole is not compared with it.
    @Test(arguments: Language.allCases)
    func theVersionBeforeIsNotCalledUnknown(_ language: Language) throws {
        let city = try LargeCity(exampleCity())
        var state = DashboardState(
            catalogue: try #require(city.reading.first.catalogue), settings: Settings(language: language),
            size: Size(columns: 100, rows: 30))
        state.open(.changes(.version))
        let words = Words.in(language).changes
        let text = try complete(&state, city).lines().joined().filter { $0 != " " }
        #expect(text.contains(words.notReadWhole.filter { $0 != " " }))
        #expect(!text.contains(words.noVersion.prefix(8).filter { $0 != " " }))
    }

    /// The rows of a topic have one order, whoever asks for them first.
    @Test func aListHasItsOrderWhateverWasDrawnBefore() {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 80, rows: 24))
        _ = state.rowsOfWhole(topic: "elderly").tally
        state.open(.topic("elderly"))
        var fresh = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 80, rows: 24))
        fresh.open(.topic("elderly"))
        #expect(state.draw().lines() == fresh.draw().lines())
    }
}

/// Frames whose figures come piece by piece, on a terminal.
@MainActor
@Suite struct FramePresenterTests {
    @Test func aFrameIsShownOnceItsFiguresAreThere() throws {
        let city = try LargeCity(exampleCity()), size = Size(columns: 100, rows: 30)
        let terminal = ShowingTerminal(size)
        var presenter = FramePresenter(terminal, patience: .seconds(3_600))
        var state = DashboardState(catalogue: try #require(city.reading.first.catalogue), size: size)
        var wanted = presenter.show(&state)
        #expect(terminal.shown.isEmpty && wanted != nil && presenter.milliseconds != nil)
        while case .readFigures(let wishes, let isFirst) = wanted {
            #expect(isFirst == city.wishes.isEmpty)
            state.adopt(city.answer(wishes), byHand: false)
            wanted = presenter.show(&state)
        }
        #expect(presenter.milliseconds == nil)
        #expect(
            terminal.shown.map { $0.lines() } == [DashboardState(catalogue: Sample.example, size: size).draw().lines()])
        #expect(state.notice == nil, "figures that come are no new version")
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 20, rows: 5)])
    func whatTakesLongIsSaidWithoutAnyFigure(_ size: Size) throws {
        let city = try LargeCity(exampleCity()), terminal = ShowingTerminal(size)
        var presenter = FramePresenter(terminal, patience: .zero)
        var state = DashboardState(catalogue: try #require(city.reading.first.catalogue), size: size)
        _ = presenter.show(&state)
        presenter.showIfLate(state)
        presenter.showIfLate(state)
        #expect(terminal.shown.count == 1 && presenter.milliseconds == nil)
        let text = terminal.shown[0].lines().joined(separator: "\n")
        #expect(text.contains("正在从数据库读取"))
        #expect(text.contains("虚构"), "the mark never gives way")
        #expect(text.allSatisfy { !$0.isNumber }, "a figure may be wrong")
    }

    @Test func aTerminalOfAnotherSizeKeepsNoFrameOfTheFormer() throws {
        let city = try LargeCity(exampleCity()), terminal = ShowingTerminal(Size(columns: 80, rows: 24))
        var presenter = FramePresenter(terminal, patience: .seconds(3_600))
        var state = DashboardState(catalogue: Sample.example, size: terminal.size)
        _ = presenter.show(&state)
        state.adopt(city.reading.first, byHand: false)
        state.update(.resize(Size(columns: 60, rows: 20)))
        _ = presenter.show(&state)
        #expect(terminal.shown.last?.size == Size(columns: 60, rows: 20))
        #expect(terminal.shown.last?.lines().joined().contains("正在") == true)
    }

    @Test func nothingIsCopiedThatLacksFigures() throws {
        let city = try LargeCity(exampleCity()), terminal = ShowingTerminal(Size(columns: 80, rows: 24))
        terminal.batches = [[.key(.character("1")), .key(.enter), .key(.character("Y"))]]
        var
            state = DashboardState(
                catalogue: try #require(city.reading.first.catalogue), size: terminal.size), effects: [Effect] = []
        _ = EventLoop.run(&state, on: terminal) { effect, _ in
            effects.append(effect)
            return .nothing
        }
        #expect(!effects.contains { if case .copy = $0 { true } else { false } })
        #expect(effects.contains { if case .readFigures = $0 { true } else { false } })
        #expect(!effects.contains(.readFormerVersions), "figures that are not read would count as removed")
        #expect(state.notice?.zh.contains("再按一次") == true)
    }
}

@MainActor
private final class ShowingTerminal: Terminal {
    let size: Size
    var batches: [[TerminalEvent]] = []
    private(set) var shown: [CellGrid] = []

    init(_ size: Size) { self.size = size }

    func show(_ grid: CellGrid) { shown.append(grid) }
    func events(within milliseconds: Int?) -> [TerminalEvent] { batches.isEmpty ? [.lost] : batches.removeFirst() }
    func redraw() {}
    func suspend() {}
    func watch(_ descriptor: Int32) {}
    func stopWatching(_ descriptor: Int32) {}
    func close() {}
}
