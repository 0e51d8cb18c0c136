import Glibc
import Tables
import Themes

/// The theme that was chosen last, kept for the next start: one word in `$XDG_STATE_HOME/minsheng/theme`, else in
/// `~/.local/state/minsheng/theme` (XDG Base Directory Specification).
///
/// A comfort and no more: where anything is wrong nothing is remembered, and nobody is told. The file is never a link,
/// a pipe or a device. Not for a kiosk, which leaves nothing of a visitor behind.
enum ThemeMemory {
    /// More than any name of a theme is not ours.
    private static let mostBytes = 64
    private static let file = "theme"

    /// The remembered theme; nil where there is none, or none that this program knows.
    static func read() -> Theme.Name? {
        guard let place = Place() else { return nil }
        guard let bytes = Files.contents(of: place.folder + "/" + file, atMost: mostBytes, followsLink: false) else {
            return nil
        }
        return Theme.Name(rawValue: String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self))
    }

    /// Remembers a theme. The file is replaced as a whole, so that a reader sees the former word or the new one.
    static func write(_ name: Theme.Name) {
        guard let place = Place(), place.make() else { return }
        try? Files.replace(place.folder + "/" + file, mode: 0o600) { try Files.write(name.rawValue + "\n", to: $0) }
    }

    /// The folder that the word lies in.
    private struct Place {
        let folder: String
        /// What must be there already: nobody's home is made here.
        private let root: String

        /// nil where the environment names no place. A path that is not absolute counts as none, as the specification
        /// has it.
        init?() {
            func absolute(_ name: String) -> String? {
                guard let value = getenv(name), value.pointee == UInt8(ascii: "/") else { return nil }
                return String(cString: value)
            }
            if let state = absolute("XDG_STATE_HOME") {
                root = ""
                folder = state + "/minsheng"
            } else if let home = absolute("HOME") {
                root = home
                folder = home + "/.local/state/minsheng"
            } else {
                return nil
            }
        }

        /// Makes the folder and those above it, for the user alone; false where that cannot be.
        func make() -> Bool { make(folder) }

        private func make(_ path: String) -> Bool {
            if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
            guard errno == ENOENT, let slash = path.lastIndex(of: "/") else { return false }
            let above = String(path[..<slash])
            return above.utf8.count > root.utf8.count && make(above) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
        }
    }
}
