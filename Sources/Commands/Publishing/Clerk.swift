import Glibc
import Publishing

/// Who is at work: the real user of the process. The environment is a claim that anybody can make.
enum Clerk {
    /// The name of the real user.
    static var name: String { UserName.of(getuid()) }

    /// Whether the environment claims that a user is at work. A claim is enough to refuse.
    static func claimsToBe(_ user: uid_t) -> Bool {
        let name = UserName.of(user)
        func value(_ variable: String) -> String? { getenv(variable).map { String(cString: $0) } }
        return value("SUDO_USER") == name || value("DOAS_USER") == name || value("SUDO_UID") == String(user)
    }

    /// What the environment claims besides, for the log; empty where it agrees.
    static var remark: String {
        guard let value = getenv("SUDO_USER"), value.pointee != 0 else { return "" }
        let claimed = String(cString: value).unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(64)
        return String(String.UnicodeScalarView(claimed)) == name ? "" : "SUDO_USER=\(String.UnicodeScalarView(claimed))"
    }
}
