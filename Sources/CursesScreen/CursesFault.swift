/// Why no screen could be opened.
public enum CursesFault: Error, Hashable, Sendable {
    /// Standard output is not a terminal, or there is none to read keys from.
    case noTerminal
    /// terminfo knows neither the kind in `TERM`, which is given, nor the substitutes.
    case unknownTerminal(String)
    /// ncurses could not allocate its screen.
    case noMemory
    /// The C library has no locale in UTF-8.
    case noLocale
}
