/// Why no screen could be opened.
public enum CursesFault: Error, Hashable, Sendable {
    /// Standard output is no terminal, or there is none to read keys from.
    case noTerminal
    /// Neither `TERM` nor any kind that most terminals are is known here.
    case unknownTerminal(String)
    case noMemory
    /// The C library has no locale in UTF-8.
    case noLocale
}
