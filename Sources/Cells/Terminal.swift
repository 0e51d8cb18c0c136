/// What a terminal tells a program.
public enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    case pointer(PointerEvent)
    /// Text pasted from a clipboard. It is text, whatever it holds: never keys.
    case paste(String)
    /// The terminal has said whether its background is light.
    case background(isLight: Bool)
    case resize(Size)
    /// Back from being suspended; nothing of the screen is left.
    case resumed
    /// Something can be read from a descriptor that was to be watched; whoever asked for it reads it.
    case ready(descriptor: Int32)
    /// The program is asked to end.
    case terminate
    /// The terminal has gone: end of input, an input error, or a hang-up.
    case lost
}

/// A screen that shows grids and gives events. The only seam between the dashboard and a real terminal.
@MainActor
public protocol Terminal: AnyObject {
    /// How large it is now.
    var size: Size { get }
    /// Shows a whole grid; what is drawn is the difference to the one before.
    func show(_ grid: CellGrid)
    /// Everything that has come, waiting for something at most so long.
    ///
    /// - Parameter milliseconds: nil waits for ever.
    func events(within milliseconds: Int?) -> [TerminalEvent]
    /// Lets `events` also return while something can be read from a descriptor: at most four.
    func watch(_ descriptor: Int32)
    /// Ends that.
    func stopWatching(_ descriptor: Int32)
    /// Forgets what the screen shows, so that the next frame is drawn as a whole: another program may have written on
    /// it.
    func redraw()
    /// Gives the terminal back to the shell until the program is continued.
    func suspend()
    /// Restores the terminal. Calling it again does nothing.
    func close()
}
