import Cells

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

    /// Returns when the person quits, the program is told to end, or the terminal is lost. The caller closes the terminal.
    public static func run(_ state: inout DashboardState, on terminal: any Terminal) -> Ending {
        state.update(.resize(terminal.size))
        terminal.show(state.draw())
        while true {
            var needsDrawing = false
            for event in terminal.events(within: nil) {
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
                    switch state.update(action) {
                    case .quit: return .quit
                    case .suspend: terminal.suspend()
                    case nil: break
                    }
                }
            }
            if needsDrawing { terminal.show(state.draw()) }
        }
    }
}
