/// An event from a terminal.
public enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The mouse or the touch screen was used.
    case pointer(PointerEvent)
    /// Text pasted from a clipboard. It may contain anything and is never interpreted as keys.
    case paste(String)
    /// The answer to the question for the background colour.
    case background(isLight: Bool)
    /// The size of the terminal has changed.
    case resize(Size)
    /// The screen must be drawn again: the program was suspended and continued, or other characters are sent now.
    case resumed
    /// A watched descriptor is readable. Whoever watches it must read it.
    case ready(descriptor: Int32)
    /// The program was asked to end.
    case terminate
    /// The terminal is gone: end of input, an input error, or a hang-up.
    case lost
}

/// A terminal: shows grids and delivers events. The dashboard and the kiosk know real terminals only by this protocol.
@MainActor
public protocol Terminal: AnyObject {
    /// The present size in cells.
    var size: Size { get }
    /// Shows a whole grid. Only the difference to the grid before is sent.
    func show(_ grid: CellGrid)
    /// All pending events; waits for the first one.
    ///
    /// - Parameter milliseconds: the longest wait; nil waits without limit.
    /// - Returns: the events; empty after the time is over.
    func events(within milliseconds: Int?) -> [TerminalEvent]
    /// Makes `events` also return `ready` while the descriptor is readable. At most four descriptors are watched; more
    /// are ignored.
    func watch(_ descriptor: Int32)
    /// Ends watching the descriptor.
    func stopWatching(_ descriptor: Int32)
    /// Makes the next `show` send the whole grid, because another program may have written to the screen.
    func redraw()
    /// Restores the terminal and stops the process; returns when it is continued.
    func suspend()
    /// Restores the terminal. A second call does nothing.
    func close()
}
