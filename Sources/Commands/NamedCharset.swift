import Glibc

/// The character set that the environment names for the terminal.
enum NamedCharset {
    /// The name of one that is not UTF-8; nil for UTF-8, and where a locale names none: C, POSIX, zh_CN.
    ///
    /// The program writes UTF-8 in every locale. Most terminals take it whatever the locale says, one that is set to
    /// GBK does not.
    static var other: String? {
        for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let value = getenv(variable), value.pointee != 0 else { continue }
            return of(String(cString: value))
        }
        return nil
    }

    /// Of a locale's name, as in `zh_CN.GBK@variant` (setlocale(3)).
    static func of(_ locale: String) -> String? {
        guard let point = locale.firstIndex(of: ".") else { return nil }
        let name = locale[locale.index(after: point)...].prefix { $0 != "@" }
        let isUTF8 = ["utf8", "utf-8"].contains(name.lowercased())
        return name.isEmpty || isUTF8 ? nil : String(name)
    }
}
