import Cells
import Indicators
import TestSupport
import Testing
import Threads

@testable import Console

/// Events one list at a time, and what was shown.
@MainActor
private final class PreparedTerminal: Terminal {
    let size = Size(columns: 60, rows: 12)
    private var batches: [[TerminalEvent]]
    private(set) var shown: [CellGrid] = []
    private(set) var watched: Set<Int32> = []
    private(set) var waits: [Int?] = []
    /// What happens while it waits.
    var meanwhile: () -> Void = {}

    init(_ batches: [[TerminalEvent]]) { self.batches = batches }

    func show(_ grid: CellGrid) { shown.append(grid) }
    func events(within milliseconds: Int?) -> [TerminalEvent] {
        waits.append(milliseconds)
        meanwhile()
        return batches.isEmpty ? [.lost] : batches.removeFirst()
    }
    func watch(_ descriptor: Int32) { watched.insert(descriptor) }
    func stopWatching(_ descriptor: Int32) { watched.remove(descriptor) }
    private(set) var redraws = 0
    func redraw() { redraws += 1 }
    func suspend() {}
    func close() {}
}

@MainActor
@Suite struct LoadingTests {
    private func state() -> LoadingState {
        LoadingState(name: "省.csv", bytes: 200_000_000, settings: Settings(), size: Size(columns: 60, rows: 12))
    }

    @Test func saysWhatIsReadHowFarItHasComeAndHowToGiveUp() {
        var state = state()
        _ = state.take(done: 50_000_000, all: 200_000_000)
        let text = state.draw().lines().joined(separator: "\n")
        for words in ["正在读取 省.csv", "25%", "50 / 200 MB", "Esc 放弃"] { #expect(text.contains(words), "\(words)") }
    }

    @Test func saysNothingOfASizeThatNobodyKnows() {
        let state = LoadingState(
            name: "postgresql://city", bytes: 0, settings: Settings(), size: Size(columns: 60, rows: 12))
        let text = state.draw().lines().joined(separator: "\n")
        #expect(text.contains("正在读取 postgresql://city") && text.contains("Esc 放弃"))
        #expect(!text.contains("MB") && !text.contains("%"))
    }

    @Test func isWholeAtAnySize() {
        for (columns, rows) in [(20, 5), (5, 1), (40, 12), (80, 24), (300, 100)] {
            var state = state()
            _ = state.take(.resize(Size(columns: columns, rows: rows)))
            #expect(state.draw().size == Size(columns: columns, rows: rows))
        }
    }

    @Test(arguments: [Key.escape, .character("q"), .control("C")])
    func isGivenUpByKey(_ key: Key) {
        let terminal = PreparedTerminal([[.key(key)]]), progress = LoadProgress()
        var state = state()
        #expect(LoadingLoop.run(&state, on: terminal, progress, descriptor: 7) == .givenUp)
        #expect(progress.isGivenUp)
        #expect(terminal.watched.isEmpty)
    }

    @Test func endsAtOnceWhenTheReadingHasEnded() {
        let terminal = PreparedTerminal([[], [.ready(descriptor: 7)]])
        var state = state()
        #expect(LoadingLoop.run(&state, on: terminal, LoadProgress(), descriptor: 7) == .loaded)
        #expect(terminal.waits == [LoadingLoop.interval, LoadingLoop.interval])
    }

    @Test func drawsOnlyWhatHasChanged() {
        let terminal = PreparedTerminal([
            [], [], [.key(.character("x"))], [.key(.character("L"))], [.ready(descriptor: 7)],
        ])
        var state = state()
        _ = LoadingLoop.run(&state, on: terminal, LoadProgress(), descriptor: 7)
        // The first frame, and English.
        #expect(terminal.shown.count == 2)
        #expect(terminal.shown[1].lines().joined(separator: "\n").contains("Reading 省.csv"))
    }

    @Test func aLostTerminalStopsTheReading() {
        let progress = LoadProgress()
        var state = state()
        #expect(LoadingLoop.run(&state, on: PreparedTerminal([]), progress, descriptor: 7) == .lost)
        #expect(progress.isGivenUp)
    }
}
