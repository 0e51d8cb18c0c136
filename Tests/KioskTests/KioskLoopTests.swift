import Cells
import Indicators
import TestSupport
import Testing

@testable import Kiosk

/// A machine whose clock jumps over every wait, and a terminal on it.
@MainActor
private final class FastMachine: KioskHost, Terminal {
    var size = Size(columns: 80, rows: 24)
    var milliseconds = 0
    /// What the wall clock is ahead of the clock that only goes forward, by the time of that one.
    var wallOffset: (Int) -> Int = { _ in 1_795_600_000 }
    /// What happens at which moment; the terminal is told to end at the last.
    var script: [(at: Int, events: [TerminalEvent])]
    var data: [(at: Int, action: KioskAction)] = []
    var watchdog: Int?
    private(set) var waits: [Int] = []
    private(set) var frames: [(at: Int, text: [String])] = []
    /// Keeps the text of frames only at multiples of this.
    var keepsEvery = 1
    private(set) var signs: [Int] = []
    private(set) var tried: [String] = []
    private(set) var starts = 0
    var number = "135791"

    init(_ script: [(at: Int, events: [TerminalEvent])]) { self.script = script }

    // The machine

    var now: KioskInstant { KioskInstant(milliseconds: milliseconds) }

    var wallClock: (face: ClockFace?, changesIn: Int) {
        let seconds = milliseconds / 1_000 + wallOffset(milliseconds)
        let minutes = seconds / 60, days = minutes / 1_440
        let day = days + 719_468, era = day / 146_097, ofEra = day - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100), part = (5 * ofYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        let face = ClockFace(
            year: year + era * 400 + (month <= 2 ? 1 : 0), month: month, day: ofYear - (153 * part + 2) / 5 + 1,
            hour: minutes % 1_440 / 60,
            minute: minutes % 60)
        return (face, (60 - seconds % 60) * 1_000 - milliseconds % 1_000)
    }

    var nextCall: KioskInstant? { watchdog.map { KioskInstant(milliseconds: (signs.last ?? 0) + $0) } }
    func hasStarted() { starts += 1 }

    func turn(ready: [Int32]) -> [KioskAction] {
        if let watchdog, milliseconds >= (signs.last ?? 0) + watchdog { signs.append(milliseconds) }
        let come = data.filter { $0.at <= milliseconds }
        data.removeAll { $0.at <= milliseconds }
        return come.map(\.action)
    }

    private(set) var visits = 0
    private(set) var spoken: [String] = []
    func visitorCame() { visits += 1 }
    func keep(_ answers: SurveyAnswers) -> Bool { true }
    func code(_ text: String) -> PhoneCode? { nil }
    func speak(_ text: SpokenText) { spoken.append(text.text) }

    func isOperatorsNumber(_ typed: String) -> Bool {
        tried.append(typed)
        return typed == number
    }

    // The terminal

    func show(_ grid: CellGrid) { frames.append((milliseconds, milliseconds % keepsEvery == 0 ? grid.lines() : [])) }

    func events(within limit: Int?) -> [TerminalEvent] {
        guard let next = script.first else { return [.lost] }
        let due = max(0, next.at - milliseconds)
        waits.append(limit ?? -1)
        guard let limit, limit < due else {
            milliseconds += due
            script.removeFirst()
            return next.events
        }
        // Never a wait of nothing twice: that would be a busy loop.
        #expect(limit > 0 || waits.dropLast().last != 0)
        milliseconds += limit
        return []
    }

    func watch(_ descriptor: Int32) {}
    func stopWatching(_ descriptor: Int32) {}
    func redraw() {}
    func suspend() {}
    func close() {}
}

@MainActor
@Suite struct KioskLoopTests {
    private func run(_ machine: FastMachine, _ settings: KioskSettings = KioskSettings()) -> (
        KioskLoop.Ending, KioskState
    ) {
        var state = KioskState(catalogue: Sample.catalogue, settings: settings, size: machine.size, at: machine.now)
        let ending = KioskLoop.run(&state, on: machine, host: machine)
        return (ending, state)
    }

    private static let day = 24 * 3_600_000

    @Test func aDayWithoutAMissedTurnOrDrift() {
        let machine = FastMachine([(Self.day + 500, [.terminate])])
        machine.watchdog = 15_000
        machine.size = Size(columns: 40, rows: 12)
        machine.keepsEvery = 120_000
        let (ending, state) = run(machine)
        #expect(ending == .terminated && machine.starts == 1)
        #expect(
            state.visit.phase == .attract(since: KioskInstant(milliseconds: 0), turn: 7_200)
                && state.now.milliseconds == Self.day + 500)
        // A frame a second, and no wake-up beside those for the supervisor, which fall on whole seconds too.
        #expect(machine.frames.count == 86_401 && machine.waits.count == 86_401)
        #expect(zip(machine.frames, 0...).allSatisfy { $0.at == $1 * 1_000 })
        #expect(machine.signs.count == 5_760)
        // Every topic in its turn, read from the pictures.
        let headlines = Sample.catalogue.topics.compactMap { Sample.catalogue.indicator($0.headline) }
        for (at, text) in machine.frames where !text.isEmpty {
            let headline = headlines[at / 12_000 % 7]
            #expect(text[0].contains(headline.name.zh) || text[0].contains(headline.shortName.zh), "\(at): \(text[0])")
        }
    }

    @Test func whileSomebodyReadsItWakesForTheMinuteOnly() {
        let machine = FastMachine([(500, [.key(.enter)]), (59_000, [.terminate])])
        _ = run(machine)
        #expect(machine.waits.count == 3 && machine.frames.count <= 3)
    }

    @Test func visitsLeaveTheTurnsOnTheClockAndEndAtAColdStart() {
        var random = SeededGenerator(seed: 3)
        var script: [(at: Int, events: [TerminalEvent])] = []
        var at = 0
        while at < Self.day / 4 {
            at += Int.random(in: 200...400_000, using: &random)
            let point = Point(
                column: Int.random(in: 0..<80, using: &random), row: Int.random(in: 0..<24, using: &random))
            script.append(
                (
                    at,
                    [
                        .key(.character(Character("\(Int.random(in: 0...9, using: &random))"))),
                        .pointer(.press(point)), .pointer(.release(point)),
                    ]
                ))
        }
        script.append((at + 80_000, []))
        script.append((at + 80_001, [.terminate]))
        let (_, state) = run(FastMachine(script))
        #expect(
            state.visit == .coldStart(state.settings, at: KioskInstant(milliseconds: at + 80_000))
                || state.visit.isAttracting)
    }

    @Test(arguments: [-1_795_600_000, 2_300_000_000, 0])
    func aWallClockThatJumpsHarmsNothing(_ jump: Int) {
        let machine = FastMachine([(600_500, [.terminate])])
        // To 1970, to 2099, and back and forth every ten seconds.
        machine.wallOffset = {
            $0 > 60_000
                ? jump == 0 ? 1_795_600_000 + $0 / 10_000 % 2 * 90_000_000 : 1_795_600_000 + jump : 1_795_600_000
        }
        let (ending, state) = run(machine)
        #expect(ending == .terminated && state.visit.phase == .attract(since: KioskInstant(milliseconds: 0), turn: 50))
        #expect(machine.waits.count <= 602)
    }

    @Test func newDataComeBetweenTwoTurnsOfTheLoop() {
        let machine = FastMachine([(10_500, [.terminate])])
        machine.data = [(3_000, .dataRefused), (6_000, .data(Sample.example))]
        let (_, state) = run(machine)
        func text(_ second: Int) -> String { machine.frames.last { $0.at <= second * 1_000 }?.text.joined() ?? "" }
        #expect(text(4).contains("数据更新未通过检查") && text(4).contains("盘锦市"))
        #expect(text(7).contains("示例市") && !text(7).contains("未通过"))
        #expect(state.visit.isAttracting)
    }

    @Test func theOperatorsNumberEndsItAndNothingElseDoes() {
        func keys(_ text: String) -> [TerminalEvent] { text.map { .key($0 == "\r" ? .enter : .character($0)) } }
        func typed(_ text: String, from start: Int) -> [(at: Int, events: [TerminalEvent])] {
            keys(text).enumerated().map { (start + $0.offset * 200, [$0.element]) }
        }
        let locked: [TerminalEvent] = "CZ\\SQD".map { .key(.control($0)) } + keys("q")
        let machine = FastMachine(
            [(100, locked)] + typed("999135790\r", from: 2_000) + typed("999135791\r", from: 10_000) + [
                (60_000, [.terminate])
            ])
        let (ending, state) = run(machine, KioskSettings(hasOperator: true))
        #expect(
            ending == .operatorLeft && machine.tried == ["135790", "135791"] && state.gate.failures(at: state.now) == 1)
        let other = FastMachine([(100, locked)] + typed("999135791\r", from: 2_000) + [(60_000, [.lost])])
        #expect(run(other).0 == .lost && other.tried.isEmpty)
    }

    @Test func aFloodIsLookedAtToABoundAndDrawnOnce() {
        let flood: [TerminalEvent] = (0..<100_000).map { .key($0 % 2 == 0 ? .right : .left) }
        let machine = FastMachine([(500, flood), (600, flood), (900, [.terminate])])
        let (_, state) = run(machine)
        #expect(machine.frames.count <= 3 && !state.visit.isAttracting)
    }
}
