import Cells
import Indicators

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

    /// - Parameter writePage: puts the screen on paper and gives what to say of it.
    ///
    /// Returns when the person quits, the program is told to end, or the terminal is lost. The caller closes the terminal.
    public static func run(
        _ state: inout DashboardState, on terminal: any Terminal,
        writePage: (DashboardState) -> LocalizedText = { _ in LocalizedText(zh: "", en: "") }
    ) -> Ending {
        state.update(.resize(terminal.size))
        terminal.show(state.draw())
        while true {
            var needsDrawing = false
            for (event, times) in runs(of: terminal.events(within: nil)) {
                switch event {
                case .lost: return .lost
                case .terminate: return .terminated
                case .resumed: needsDrawing = true
                case .resize(let size):
                    state.update(.resize(size))
                    needsDrawing = true
                case .key(let key):
                    guard let action = KeyTable.action(for: key, in: state.screen.context) else { continue }
                    needsDrawing = true
                    for _ in 0..<(action.isRepeatable ? 1 : times) {
                        switch state.update(action, times: action.isRepeatable ? times : 1) {
                        case .quit: return .quit
                        case .suspend:
                            terminal.suspend()
                            state.update(.resize(terminal.size))
                        case .writePage: state.notify(writePage(state))
                        case nil: break
                        }
                    }
                }
            }
            if needsDrawing { terminal.show(state.draw()) }
        }
    }

    /// Equal events one after another as one with a count, so that a held key never falls behind the screen.
    static func runs(of events: [TerminalEvent]) -> [(event: TerminalEvent, times: Int)] {
        var runs: [(event: TerminalEvent, times: Int)] = []
        for event in events {
            if runs.last?.event == event { runs[runs.count - 1].times += 1 } else { runs.append((event, 1)) }
        }
        return runs
    }
}
