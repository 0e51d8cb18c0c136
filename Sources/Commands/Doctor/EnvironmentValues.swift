import Databases
import Glibc

/// The variables that the program, the C library, ncurses and tmux go by here, read once.
struct EnvironmentValues: Hashable {
    /// In the order in which they are listed.
    static let names = [
        "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "TERM", "TERMINFO", "TERMINFO_DIRS", "COLORTERM", "NO_COLOR",
        "COLUMNS", "LINES", "TMUX", "STY",
        "MINSHENG_DATA", "MINSHENG_AREA", "MINSHENG_ACCESSIBLE", "MINSHENG_LIBPQ", "MINSHENG_READ_WHOLE",
        "MINSHENG_SOURCES", "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TZ",
    ]

    private let values: [String: String]

    init(_ values: [String: String]) { self.values = values.filter { !$0.value.isEmpty } }

    static var current: EnvironmentValues {
        EnvironmentValues(
            Dictionary(
                uniqueKeysWithValues: names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }))
    }

    /// The value of a variable; nil where it is not set or empty, which mean the same to all of them.
    subscript(_ name: String) -> String? { values[name] }

    /// The first of these variables that is set, as it is written in a shell.
    func first(of names: String...) -> (name: String, value: String)? {
        names.lazy.compactMap { name in values[name].map { (name, $0) } }.first
    }

    /// `TERM=xterm`; that it is not set, where it is not.
    func assignment(_ name: String) -> String {
        let value = values[name] ?? ""
        // An address of a data base may hold a password.
        return "\(name)=\(DatabaseAddress(value)?.shown ?? value)"
    }
}
