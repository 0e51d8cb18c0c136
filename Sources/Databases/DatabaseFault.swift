/// Why a data base does not do what it was asked.
public enum DatabaseFault: Error, Hashable, Sendable {
    /// libpq cannot be opened: the library, and what the system says.
    case noLibrary(String, reason: String)
    /// The address is not one that libpq reads.
    case badAddress(String)
    /// No server answers at the address.
    case unreachable(String)
    /// It has not answered within so many seconds.
    case slow(seconds: Int)
    /// The connection was cut, or the server is going down.
    case lost(String)
    /// The server is starting or recovering.
    case starting
    /// The server takes no more connections.
    case full
    /// No encrypted connection came about.
    case tls(String)
    /// A password is wanted and none was given.
    case noPassword
    /// The user or the password is wrong.
    case wrongPassword(String)
    /// `pg_hba.conf` does not admit this user from this host.
    case notAdmitted(String)
    /// There is no data base of that name.
    case noDatabase(String)
    /// The data base has none of our tables.
    case noSchema
    /// The tables are of another version of their form.
    case otherSchema(found: Int, known: Int)
    /// Nothing has been published yet.
    case isEmpty
    /// The role may not do that.
    case denied(String)
    /// The server takes no changes: a standby, or set to read only.
    case readOnly
    /// Somebody else is publishing.
    case busy
    /// The data base holds another generation than the one that was compared with.
    case overtaken
    /// There is no generation of that number.
    case noGeneration(Int)
    /// Anything else, with the SQLSTATE and what the server says.
    case server(state: String, String)

    /// The fault by its SQLSTATE (PostgreSQL documentation, appendix A).
    init(state: String, _ message: String) {
        switch state {
        case "28P01": self = .wrongPassword(message)
        case "28000": self = .notAdmitted(message)
        case "3D000": self = .noDatabase(message)
        case "57P03": self = .starting
        case "57P01", "57P02", "57P05": self = .lost(message)
        case "53300": self = .full
        case "42501": self = .denied(message)
        case "42P01", "3F000": self = .noSchema
        case "25006": self = .readOnly
        case "57014": self = .slow(seconds: Connection.statementSeconds)
        case "55P03", "40001", "40P01": self = .busy
        default: self = state.hasPrefix("08") ? .lost(message) : .server(state: state, message)
        }
    }

    /// The fault by the message of libpq about a failed connection. A message of the server contains a SQLSTATE,
    /// because the connection asks for verbose errors.
    init(connecting text: String, needsPassword: Bool) {
        let words = text.split { $0 == " " || $0 == "\n" }
        let state = words.last { word in
            word.utf8.count == 6 && word.utf8.last == UInt8(ascii: ":")
                && word.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
                && word.utf8.first.map { (0x30...0x39).contains($0) } == true
        }
        let line = Self.oneLine(text)
        if let state {
            self.init(state: String(state.dropLast()), line)
        } else if needsPassword {
            self = .noPassword
        } else if ["SSL", "certificate", "TLS"].contains(where: { text.firstRange(of: $0) != nil }) {
            self = .tls(line)
        } else if text.firstRange(of: "invalid") != nil || text.firstRange(of: "missing \"=\"") != nil {
            self = .badAddress(line)
        } else {
            self = .unreachable(line)
        }
    }

    /// A message of libpq on one line, without its hints (lines that begin with a tab) and the place in the server's
    /// sources.
    static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") && !$0.hasPrefix("\t") }.joined(separator: " ")
    }
}
