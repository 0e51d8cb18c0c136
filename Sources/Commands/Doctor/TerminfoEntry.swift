import CursesScreen
import Glibc

/// The terminfo entry of a kind of terminal, and the file it stands in.
struct TerminfoEntry: Hashable {
    let kind: String
    let description: TerminalDescription
    /// Nil where the data base is no folder of files.
    let path: String?

    /// Nil where the kind is not known.
    static func find(_ kind: String, _ environment: EnvironmentValues) -> TerminfoEntry? {
        guard let first = kind.utf8.first, let description = TerminalDescription(kind) else { return nil }
        let letters = [String(decoding: [first], as: UTF8.self), String(first, radix: 16)]
        let paths = folders(environment).flatMap { folder in letters.map { "\(folder)/\($0)/\(kind)" } }
        return TerminfoEntry(kind: kind, description: description, path: paths.first { access($0, R_OK) == 0 })
    }

    /// terminfo(5), "Fetching Compiled Descriptions", with the folders that distributions compile in.
    private static func folders(_ environment: EnvironmentValues) -> [String] {
        let usual = [
            "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo",
        ]
        let listed = environment["TERMINFO_DIRS"]?.split(separator: ":", omittingEmptySubsequences: false)
            .flatMap { $0.isEmpty ? usual : [String($0)] }
        return [environment["TERMINFO"], environment["HOME"].map { $0 + "/.terminfo" }].compactMap { $0 }
            + (listed ?? []) + usual
    }
}
