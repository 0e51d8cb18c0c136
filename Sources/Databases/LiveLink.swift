import Indicators

/// A connection that stays open to learn of new versions, and how it learns of them.
struct LiveLink {
    /// How new versions become known.
    enum Way: Hashable, Sendable {
        /// The server notifies (LISTEN).
        case told
        /// The version is asked for every 30 seconds: a standby does not notify.
        case askedStandby
        /// The version is asked for every 30 seconds: a pooler does not pass notifications on.
        case askedPooler
    }

    let connection: Connection
    let way: Way

    /// Connects, and listens where that works.
    ///
    /// - Throws: `DatabaseFault`.
    init(_ address: DatabaseAddress) throws(DatabaseFault) {
        connection = try Connection(address)
        let row = try connection.run("SELECT pg_is_in_recovery(), pg_backend_pid()", with: []).first ?? []
        if row.first == "t" {
            way = .askedStandby
        } else if row.last != String(connection.process) {
            // A pooler states its own process number when it accepts a connection.
            way = .askedPooler
        } else {
            _ = try connection.run("LISTEN minsheng")
            way = .told
        }
    }
}

/// What is in force at an address, for `doctor`.
public struct DatabaseFacts: Hashable, Sendable {
    /// The version of the server, such as 15.18.
    public let server: String
    /// The name of the version that is shown.
    public let version: String
    /// How new versions become known.
    public let way: LocalizedText

    /// Asks the server.
    ///
    /// - Throws: `DatabaseFault`.
    public init(_ address: DatabaseAddress) throws(DatabaseFault) {
        let link = try LiveLink(address)
        let number = link.connection.serverVersion
        server = number >= 100_000 ? "\(number / 10_000).\(number % 10_000)" : String(number)
        let count = try link.connection.generation()
        let shows = try? link.connection.run("SELECT shows FROM minsheng.version", with: []).first?.first
        version = shows.flatMap { $0 } ?? String(count)
        way =
            switch link.way {
            case .told: LocalizedText(zh: "新数据由服务器通知（LISTEN）", en: "the server tells of new data (LISTEN)")
            case .askedStandby:
                LocalizedText(
                    zh: "每 30 秒问一次：备库不能 LISTEN", en: "asked every 30 seconds: a standby does not take LISTEN")
            case .askedPooler:
                LocalizedText(
                    zh: "每 30 秒问一次：中间有连接池，LISTEN 不可靠",
                    en: "asked every 30 seconds: there is a pooler between, LISTEN would not reach us")
            }
    }
}
