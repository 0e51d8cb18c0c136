/// The address of a data base, `postgresql://…`, as libpq reads it.
public struct DatabaseAddress: Hashable, Sendable {
    /// The whole address; it may hold a password, so it is never shown.
    let uri: String
    /// The address as messages name it: without a password and without parameters.
    public let shown: String

    /// nil for any other text than such an address.
    public init?(_ text: String) {
        guard ["postgresql://", "postgres://"].contains(where: text.hasPrefix), !text.utf8.contains(0) else {
            return nil
        }
        uri = text
        let body = text.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "?" && $0 != "#" }
        // Whatever stands before the last @ of the authority is a user and perhaps a password.
        let path = body.firstIndex(of: "/") ?? body.endIndex
        let authority = body[..<path], user = authority.lastIndex(of: "@")
        let name = user.map { authority[..<$0].prefix { $0 != ":" } + "@" } ?? ""
        let host = user.map { authority[authority.index(after: $0)...] } ?? authority
        // A password with a slash would end the authority too early; then nothing of it is shown.
        let isTorn = user == nil && body[path...].contains("@")
        shown = isTorn ? "postgresql://…" : "postgresql://" + name + host + body[path...]
    }
}
