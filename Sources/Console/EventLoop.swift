import Cells
import Indicators
import Wording

/// Runs a dashboard on a terminal: all pending input, then one frame, then sleep.
@MainActor
public enum EventLoop {
    /// Why the loop ended.
    public enum Ending: Hashable, Sendable {
        /// The person quit.
        case quit
        /// The program was told to end (SIGTERM).
        case terminated
        /// The terminal has gone.
        case lost
    }

    /// Carries out an effect that lies outside the state, and returns its outcome.
    public typealias Outside = (Effect, DashboardState) -> Outcome

    /// Returns when the person quits, the program is told to end, or the terminal is lost. The caller closes the
    /// terminal.
    ///
    /// - Parameters:
    ///   - wakers: what else than the terminal it waits for.
    ///   - outside: for everything but quitting and suspending.
    public static func run(
        _ state: inout DashboardState, on terminal: any Terminal, wakers: Wakers = Wakers([]),
        outside: Outside = { _, _ in .nothing }
    ) -> Ending {
        state.update(.resize(terminal.size))
        var presenter = FramePresenter(terminal)
        show(&state, by: &presenter, outside)
        state.prepare()
        if findFormerVersions(&state, outside) { show(&state, by: &presenter, outside) }
        wakers.begin(on: terminal)
        defer { wakers.end(on: terminal) }
        while true {
            var needsDrawing = false
            var ready: Set<Int32> = []
            let wait = [wakers.milliseconds(state), presenter.milliseconds].compactMap { $0 }.min()
            for (event, times) in runs(of: terminal.events(within: wait)) {
                switch event {
                case .lost: return .lost
                case .terminate: return .terminated
                case .resumed: needsDrawing = true
                case .ready(let descriptor): ready.insert(descriptor)
                case .resize, .background, .pointer, .key, .paste:
                    guard let action = action(for: event, in: state) else { continue }
                    let before = Appearance(state)
                    for _ in 0..<(action.isRepeatable ? 1 : times) {
                        let effect = state.update(action, times: action.isRepeatable ? times : 1)
                        if effect == .quit { return .quit }
                        guard let effect else { continue }
                        carryOut(effect, &state, terminal, outside)
                        needsDrawing = true
                    }
                    if case .resize = event {
                        needsDrawing = true
                    } else if before != Appearance(state) {
                        needsDrawing = true
                    }
                }
            }
            for action in wakers.take(state, ready: ready) {
                needsDrawing = true
                if let effect = state.update(action) { carryOut(effect, &state, terminal, outside) }
            }
            if needsDrawing { show(&state, by: &presenter, outside) }
            presenter.showIfLate(state)
        }
    }

    /// Shows a frame, or asks for the figures that it needs first.
    private static func show(_ state: inout DashboardState, by presenter: inout FramePresenter, _ outside: Outside) {
        if let question = presenter.show(&state) { _ = outside(question, state) }
    }

    /// Everything that a key or the terminal can change in a frame. A frame is drawn only where this has changed.
    private struct Appearance: Equatable {
        let settings: Settings, session: Session, size: Size, notice: LocalizedText?, showsLegend: Bool

        init(_ state: DashboardState) {
            (settings, session, size) = (state.settings, state.session, state.size)
            (notice, showsLegend) = (state.notice, state.showsLegend)
        }
    }

    private static func action(for event: TerminalEvent, in state: DashboardState) -> Action? {
        switch event {
        case .key(let key): KeyTable.action(for: key, in: state)
        case .pointer(.release): nil
        case .pointer(let event): .point(event)
        case .paste(let text): .paste(text)
        case .resize(let size): .resize(size)
        case .background(let isLight): .adoptBackground(isLight: isLight)
        case .lost, .terminate, .resumed, .ready: nil
        }
    }

    private static func carryOut(
        _ effect: Effect, _ state: inout DashboardState, _ terminal: any Terminal, _ outside: Outside
    ) {
        // A person who asks for the data to be read again expects the whole screen to be drawn again.
        if [.redraw, .readData(byHand: true)].contains(effect) { terminal.redraw() }
        if effect == .suspend {
            terminal.suspend()
            state.update(.resize(terminal.size))
        } else if case .copy = effect, state.catalogue.lacksFigures {
            // What would be copied was made without them.
            state.notice = LiveWords.both(\.stillReading)
            _ = outside(.readFigures(state.catalogue.wishes, isFirst: false), state)
        } else if effect != .redraw {
            // Compared by identity, so that the old data are not retained.
            let before = ObjectIdentifier(state.catalogue), outcome = outside(effect, state)
            state.take(outcome, of: effect)
            guard ObjectIdentifier(state.catalogue) != before else { return }
            if !outcome.isAddition || !state.isPrepared { state.prepare() }
            if !outcome.isAddition { _ = findFormerVersions(&state, outside) }
        }
    }

    /// Reads the former versions after the first frame, so that the overview can say what changed. For a large data set
    /// they are read only when a person opens the screen of changes.
    ///
    /// - Returns: whether there is any.
    private static func findFormerVersions(_ state: inout DashboardState, _ outside: Outside) -> Bool {
        guard !state.catalogue.isPartial, state.catalogue.observations.count <= mostCompared else { return false }
        state.take(outside(.readFormerVersions, state), of: .readFormerVersions)
        return state.formers?.versions.isEmpty == false
    }

    private static let mostCompared = 20_000

    /// Joins equal events in a row into one with a count, so that a held key never falls behind the screen.
    static func runs(of events: [TerminalEvent]) -> [(event: TerminalEvent, times: Int)] {
        var runs: [(event: TerminalEvent, times: Int)] = []
        for event in events {
            if runs.last?.event == event { runs[runs.count - 1].times += 1 } else { runs.append((event, 1)) }
        }
        return runs
    }
}
