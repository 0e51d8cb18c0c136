import Cells
import Threads

/// Shows the progress of a reading until it ends or a person cancels it.
@MainActor
public enum LoadingLoop {
    /// Why the loop ended: the reading ended, a person cancelled it, the program was asked to terminate, or the
    /// terminal was lost. In every case but the first the reading is asked to stop.
    public enum Ending: Hashable, Sendable { case loaded, givenUp, terminated, lost }

    /// The interval in milliseconds at which progress is shown. The loop ends at once when the descriptor becomes
    /// readable.
    static let interval = 100

    /// - Parameters:
    ///   - progress: where the reading reports its progress; it is asked to stop when a person cancels it.
    ///   - descriptor: becomes readable once the reading has ended.
    public static func run(
        _ state: inout LoadingState, on terminal: any Terminal, _ progress: LoadProgress, descriptor: Int32
    ) -> Ending {
        _ = state.take(.resize(terminal.size))
        terminal.show(state.draw())
        terminal.watch(descriptor)
        defer { terminal.stopWatching(descriptor) }
        while true {
            var needsDrawing = false
            for event in terminal.events(within: interval) {
                switch event {
                case .lost:
                    progress.giveUp()
                    return .lost
                case .terminate:
                    progress.giveUp()
                    return .terminated
                case .ready(descriptor): return .loaded
                default: break
                }
                switch state.take(event) {
                case .giveUp:
                    progress.giveUp()
                    return .givenUp
                case .suspend:
                    terminal.suspend()
                    _ = state.take(.resize(terminal.size))
                    needsDrawing = true
                case .redraw:
                    terminal.redraw()
                    needsDrawing = true
                case .draw: needsDrawing = true
                case nil: break
                }
            }
            let bytes = progress.bytes
            if state.take(done: bytes.done, all: bytes.all) || needsDrawing { terminal.show(state.draw()) }
        }
    }
}
