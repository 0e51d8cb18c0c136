import Glibc

/// `$XDG_STATE_HOME/minsheng`, else `~/.local/state/minsheng` (XDG Base Directory Specification): what the program
/// remembers for a person between two starts.
struct StateFolder {
    let path: String
    /// The folder that must exist already: the home directory is never created.
    private let root: String

    /// nil where the environment names no place. A path that is not absolute counts as none, as the specification has
    /// it.
    init?() {
        if let state = Self.absolutePath(inVariable: "XDG_STATE_HOME") {
            root = ""
            path = state + "/minsheng"
        } else if let home = Self.absolutePath(inVariable: "HOME") {
            root = home
            path = home + "/.local/state/minsheng"
        } else {
            return nil
        }
    }

    /// The path in an environment variable; nil where it is not absolute or the variable is not set.
    static func absolutePath(inVariable name: String) -> String? {
        guard let value = getenv(name), value.pointee == UInt8(ascii: "/") else { return nil }
        return String(cString: value)
    }

    /// Makes the folder, or one below it, and those above it, for the user alone; false where that cannot be.
    func make(_ below: String = "") -> Bool { make(whole: path + below) }

    private func make(whole path: String) -> Bool {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/") else { return false }
        let above = String(path[..<slash])
        return above.utf8.count > root.utf8.count && make(whole: above) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
    }
}
