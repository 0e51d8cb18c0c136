import Cells
import Indicators

/// Shows frames on a terminal once all their figures are at hand.
///
/// Of a data set that is too large to be read whole a frame may need figures that are not. They are asked for, the
/// frame before stays for a moment, and then a page says that something is read. A frame that was drawn without them
/// is never shown. Keys are answered meanwhile.
@MainActor
struct FramePresenter {
    private let terminal: any Terminal
    /// For so long the frame before stays.
    private let patience: Duration
    /// Since when figures are awaited; nil where none are.
    private var since: ContinuousClock.Instant?
    /// Whether the page says so.
    private var isSaid = false
    private var shownSize: Size?

    init(_ terminal: any Terminal, patience: Duration = .milliseconds(150)) {
        self.terminal = terminal
        self.patience = patience
    }

    /// Shows the frame of a state; where it needs figures that are not at hand, asks to read them.
    mutating func show(_ state: inout DashboardState) -> Effect? {
        let (frame, missing) = state.frame()
        guard !missing.isEmpty else {
            (since, isSaid, shownSize) = (nil, false, state.size)
            terminal.show(frame)
            return nil
        }
        let isFirst = since == nil
        since = since ?? .now
        // The frame before does not fit a terminal of another size.
        if isSaid || shownSize.map({ $0 != state.size }) ?? false { say(state) }
        return .readFigures(missing, isFirst: isFirst)
    }

    /// The milliseconds until `showIfLate` is to be called; nil where nothing is awaited.
    var milliseconds: Int? {
        guard let since, !isSaid else { return nil }
        let left = patience - since.duration(to: .now)
        return max(0, Int(left / .milliseconds(1)) + 1)
    }

    /// Says that figures are read, where they have been awaited for long enough.
    mutating func showIfLate(_ state: DashboardState) {
        guard let since, !isSaid, since.duration(to: .now) >= patience else { return }
        say(state)
    }

    private mutating func say(_ state: DashboardState) {
        isSaid = true
        shownSize = state.size
        terminal.show(state.drawWaiting())
    }
}
