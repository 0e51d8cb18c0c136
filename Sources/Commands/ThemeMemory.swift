import Glibc
import Tables
import Themes

/// The theme that was chosen last, kept for the next start: one word in `$XDG_STATE_HOME/minsheng/theme`, else in
/// `~/.local/state/minsheng/theme` (XDG Base Directory Specification).
///
/// It is optional: if anything fails, nothing is stored and no message is shown. The file is never a link, a pipe or a
/// device. A kiosk stores nothing.
enum ThemeMemory {
    /// More than any name of a theme is not ours.
    private static let mostBytes = 64
    private static let file = "theme"

    /// The remembered theme; nil where there is none, or none that this program knows.
    static func read() -> Theme.Name? {
        guard let folder = StateFolder(),
            let bytes = Files.contents(of: folder.path + "/" + file, atMost: mostBytes, followsLink: false)
        else { return nil }
        return Theme.Name(rawValue: String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self))
    }

    /// Remembers a theme. The file is replaced as a whole, so that a reader sees the former word or the new one.
    static func write(_ name: Theme.Name) {
        guard let folder = StateFolder(), folder.make() else { return }
        try? Files.replace(folder.path + "/" + file, mode: 0o600) { try Files.write(name.rawValue + "\n", to: $0) }
    }
}
