import ArgumentParser
import Cells
import CursesScreen
import Glibc
import Indicators
import Kiosk
import Tables

/// Weeks of a kiosk in minutes, for `make soak`: the real loop, drawing, driver and data on a clock that jumps over
/// every wait. Visitors come and press at random, every hour SIGUSR1 has the data read anew and a line on standard
/// error says the time, turns, frames and memory.
@MainActor
enum KioskSimulation {
    struct Options: ParsableArguments {
        @Option(name: .long, help: .hidden)
        var simulateDays: Int?
        @Option(name: .long, help: .hidden)
        var simulateSeed: UInt64 = 1
    }

    static func run(
        _ days: Int, _ options: Options, _ settings: KioskSettings, _ terminal: CursesTerminal, data: KioskData,
        machine: (JumpingClock) -> KioskMachine
    ) -> ExitStatus {
        let clock = JumpingClock()
        let visitors = SimulatedVisitors(terminal, clock, days: days, seed: options.simulateSeed)
        let machine = machine(clock)
        for descriptor in machine.descriptors { terminal.watch(descriptor) }
        var state = KioskState(catalogue: data.shown, settings: settings, size: terminal.size, at: machine.now)
        let ending = KioskLoop.run(&state, on: visitors, host: machine)
        terminal.close()
        machine.end(ending)
        // What a visitor could change is as at a cold start, after weeks of them.
        let isCold = state.visit.isAtStart(settings)
        StandardStreams.complain("end \(ending) cold=\(isCold)\n")
        return ending == .terminated && isCold ? .well : .cannotGoOn
    }
}

/// A clock that stands still until it is told to jump.
final class JumpingClock: KioskClock {
    private(set) var milliseconds = 0
    /// 2026-11-01T00:00:00Z
    private static let start = 1_793_491_200

    var now: KioskInstant { KioskInstant(milliseconds: milliseconds) }
    var wall: (seconds: Int, milliseconds: Int) { (Self.start + milliseconds / 1_000, milliseconds % 1_000) }
    func jump(by wait: Int) { milliseconds += wait }
}

/// A real terminal whose waits are jumps of the clock, and whose visitors are made up.
@MainActor
final class SimulatedVisitors: Terminal {
    private let terminal: CursesTerminal
    private let clock: JumpingClock
    private let end: Int
    private var random: UInt64
    private var nextVisit: Int
    private var pressesLeft = 0
    /// The keys of a visitor who answers the survey.
    private var script: [Key] = []
    private var hour = 0
    private var frames = 0
    private var waits = 0
    private var inputs = 0
    private static let hourLength = 3_600_000

    init(_ terminal: CursesTerminal, _ clock: JumpingClock, days: Int, seed: UInt64) {
        self.terminal = terminal
        self.clock = clock
        end = days * 24 * Self.hourLength
        random = seed
        nextVisit = 20 * 60_000
    }

    var size: Size { terminal.size }

    func show(_ grid: CellGrid) {
        frames += 1
        terminal.show(grid)
    }

    func events(within milliseconds: Int?) -> [TerminalEvent] {
        waits += 1
        let real = terminal.events(within: 0)
        if !real.isEmpty { return real }
        report()
        if clock.milliseconds >= end { return [.terminate] }
        let wait = min(milliseconds ?? 1_000, max(0, nextVisit - clock.milliseconds), end - clock.milliseconds)
        clock.jump(by: wait)
        guard clock.milliseconds >= nextVisit else { return [] }
        return press()
    }

    /// A visitor presses up to thirty times, half a second to forty seconds apart, one in four to answer the survey of
    /// docs/kiosk/survey.csv, and not always to its end; then for up to an hour nobody comes.
    /// The last day ends without one, so that it ends at rest.
    private func press() -> [TerminalEvent] {
        if pressesLeft == 0 {
            pressesLeft = 1 + number(below: 30)
            script = number(below: 4) == 0 ? answers : []
        }
        pressesLeft -= 1
        inputs += 1
        nextVisit =
            clock.milliseconds
            + (pressesLeft > 0 ? 500 + number(below: 40_000) : 120_000 + number(below: Self.hourLength))
        if end - nextVisit < Self.hourLength { nextVisit = .max }
        if !script.isEmpty { return [.key(script.removeFirst())] }
        switch number(below: 10) {
        case 0..<5: return [.key(.character(Character("\(number(below: 10))")))]
        case 5: return [.key([.up, .down, .left, .right, .enter, .escape][number(below: 6)])]
        case 6:
            let keys: [Key] = [
                .control("C"), .control("Z"), .control("\\"), .control("D"), .character("q"), .function(1),
            ]
            return [.key(keys[number(below: keys.count)])]
        default: return touch()
        }
    }

    /// Back to the topics, into the survey, a choice of each question, of the last one perhaps several.
    private var answers: [Key] {
        let several = "12345".filter { _ in number(below: 2) == 0 }
        let keys = "00091" + "\(1 + number(below: 5))\(1 + number(below: 3))" + several + "6"
        return keys.map(Key.character)
    }

    /// A finger comes down and is lifted, one time in eight somewhere else. A kiosk acts on the release.
    private func touch() -> [TerminalEvent] {
        let down = somewhere
        return [.pointer(.press(down)), .pointer(.release(number(below: 8) == 0 ? somewhere : down))]
    }

    private var somewhere: Point { Point(column: number(below: size.columns), row: number(below: size.rows)) }

    private func report() {
        let hour = clock.milliseconds / Self.hourLength
        guard hour > self.hour else { return }
        self.hour = hour
        kill(getpid(), SIGUSR1)
        StandardStreams.complain(
            "hour \(hour) anonymous \(Self.anonymousMemory) frames \(frames) waits \(waits) inputs \(inputs)\n")
    }

    /// Memory of the process's own, in KiB (proc(5), RssAnon).
    private static var anonymousMemory: Int {
        let status = Files.contents(of: "/proc/self/status", atMost: 1 << 14) ?? []
        for line in String(decoding: status, as: UTF8.self).split(separator: "\n") where line.hasPrefix("RssAnon:") {
            return Int(line.split { $0 == " " || $0 == "\t" }[1]) ?? -1
        }
        return -1
    }

    /// SplitMix64.
    private func number(below limit: Int) -> Int {
        random &+= 0x9E37_79B9_7F4A_7C15
        var z = random
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }

    func watch(_ descriptor: Int32) { terminal.watch(descriptor) }
    func stopWatching(_ descriptor: Int32) { terminal.stopWatching(descriptor) }
    func redraw() { terminal.redraw() }
    func suspend() {}
    func close() { terminal.close() }
}
