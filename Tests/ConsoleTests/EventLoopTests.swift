import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

/// A terminal that gives prepared events, one list at a time, and is lost when they run out.
@MainActor
private final class PreparedTerminal: Terminal {
    var size: Size
    private var batches: [[TerminalEvent]]
    private(set) var shown: [CellGrid] = []
    private(set) var suspensions = 0
    private(set) var waits: [Int?] = []

    init(_ batches: [[TerminalEvent]], size: Size = Size(columns: 80, rows: 24)) {
        self.batches = batches
        self.size = size
    }

    func show(_ grid: CellGrid) { shown.append(grid) }

    func events(within milliseconds: Int?) -> [TerminalEvent] {
        waits.append(milliseconds)
        return batches.isEmpty ? [.lost] : batches.removeFirst()
    }

    private(set) var redraws = 0
    func redraw() { redraws += 1 }

    func suspend() {
        suspensions += 1
        size = Size(columns: 40, rows: 12)
    }

    private(set) var watched: [Int32] = []
    func watch(_ descriptor: Int32) { watched.append(descriptor) }
    func stopWatching(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }
    func close() {}
}

/// Wants to be asked after the milliseconds of its list, one after the other, or when its descriptor is ready.
@MainActor
private final class PreparedWaker: Waker {
    let descriptor: Int32?
    private var waits: [Int?]
    private(set) var taken = 0

    init(descriptor: Int32?, _ waits: [Int?]) {
        self.descriptor = descriptor
        self.waits = waits
    }

    func milliseconds(_ state: DashboardState) -> Int? { waits.first ?? nil }

    func take(_ state: DashboardState) -> Action? {
        taken += 1
        if !waits.isEmpty { waits.removeFirst() }
        return taken == 1 ? nil : .dataChanged
    }
}

@MainActor
@Suite struct EventLoopTests {
    @Test func changedDataAreReadOnceTheyAreAtRestAndDrawnInOneFrame() {
        let terminal = PreparedTerminal([[.ready(descriptor: 7)], [], [.key(.down)]])
        let waker = PreparedWaker(descriptor: 7, [nil, 0])
        var state = Sample.state(80, 24), effects: [Effect] = []
        _ = EventLoop.run(&state, on: terminal, wakers: Wakers([waker])) { effect, _ in
            effects.append(effect)
            return .notice(LocalizedText(zh: "读了", en: "read"))
        }
        #expect(effects == [.readFormerVersions, .readData(byHand: false)])
        #expect(waker.taken == 2)
        #expect(terminal.waits == [nil, 0, nil, nil], "a deadline only while something is pending")
        #expect(terminal.shown.count == 3 && terminal.shown[1].lines()[0].contains("读了"))
        #expect(terminal.watched.isEmpty, "watched only while the loop runs")
    }

    @Test func aHeldKeyDrawsOneFrameForAllThatHasCome() {
        let terminal = PreparedTerminal([[.key(.character("1"))] + Array(repeating: .key(.down), count: 500)])
        var state = Sample.state(80, 24)
        #expect(EventLoop.run(&state, on: terminal) == .lost)
        #expect(terminal.shown.count == 2)
        #expect(state.selectedItem == state.content(of: state.screen).items.last)
    }

    @Test func drawsNothingForAKeyWithoutMeaning() {
        let terminal = PreparedTerminal([[.key(.function(11))], [.key(.insert)]])
        var state = Sample.state(80, 24)
        _ = EventLoop.run(&state, on: terminal)
        #expect(terminal.shown.count == 1)
    }

    @Test func waitsForEverWhenNothingNeedsAClock() {
        let terminal = PreparedTerminal([[.key(.down)]])
        var state = Sample.state(80, 24)
        _ = EventLoop.run(&state, on: terminal)
        #expect(terminal.waits == [nil, nil])
    }

    @Test func endsAsItIsTold() {
        for (event, ending) in [
            (TerminalEvent.key(.character("q")), EventLoop.Ending.quit), (.terminate, .terminated), (.lost, .lost),
        ] {
            let terminal = PreparedTerminal([[.key(.down), event, .key(.down)]])
            var state = Sample.state(80, 24)
            #expect(EventLoop.run(&state, on: terminal) == ending)
        }
    }

    @Test func asksForTheSizeAgainAfterASuspension() {
        let terminal = PreparedTerminal([[.key(.control("Z"))]])
        var state = Sample.state(80, 24)
        _ = EventLoop.run(&state, on: terminal)
        #expect(terminal.suspensions == 1)
        #expect(terminal.shown.last?.size == Size(columns: 40, rows: 12))
    }

    @Test func ctrlLAndCtrlRDrawTheWholeScreen() {
        let terminal = PreparedTerminal([[.key(.control("L"))], [.key(.control("R"))], [.key(.down)]])
        var state = Sample.state(80, 24)
        _ = EventLoop.run(&state, on: terminal)
        #expect(terminal.redraws == 2 && terminal.shown.count == 4)
        #expect(terminal.shown[0] == terminal.shown[1])
    }

    @Test func pastedTextIsTextAndNeverKeys() {
        var state = Sample.state(80, 24)
        #expect(EventLoop.run(&state, on: PreparedTerminal([[.paste("q")]])) == .lost)
        let pasted: TerminalEvent = .paste("养老\u{1B}[2J\nq")
        _ = EventLoop.run(&state, on: PreparedTerminal([[.key(.character("/")), pasted]]))
        #expect(state.session.query == "养老[2J")
    }

    @Test func aQueryMayHoldAKeyThatIsPressedManyTimes() {
        let terminal = PreparedTerminal([[.key(.character("/"))] + Array(repeating: .key(.character("q")), count: 3)])
        var state = Sample.state(80, 24)
        #expect(EventLoop.run(&state, on: terminal) == .lost)
        #expect(state.session.query == "qqq")
    }

    @Test func severalTimesAtOnceIsTheSameAsOneAfterAnother() {
        var random = SeededGenerator(seed: 7)
        let actions: [Action] = [
            .move(.up), .move(.down), .move(.left), .move(.right), .page(.up), .page(.down), .edge(.down), .open, .back,
            .show(.search),
            .type("就"), .type("a"), .eraseCharacter, .openTab(3), .openTab(8), .source, .show(.help),
        ]
        var state = Sample.state(80, 24)
        for step in 0..<600 {
            guard let action = actions.randomElement(using: &random) else { return }
            let times = action.isRepeatable ? Int.random(in: 1...5, using: &random) : 1
            var single = state
            for _ in 0..<times { single.update(action) }
            state.update(action, times: times)
            #expect(state.session == single.session, "step \(step): \(action), \(times) times")
        }
    }
}
