import Indicators
import Publishing
import Tables

/// The published versions of a data set in a data base.
///
/// A version is written in one transaction together with its number and its line in the log, and told with NOTIFY when
/// the transaction commits. Whoever looks sees the old one or the new one, after an interruption at any moment too.
public final class DatabaseStore {
    private let connection: Connection
    /// The address as messages name it.
    private let address: String

    /// Connects.
    ///
    /// - Throws: `DatabaseFault`.
    public init(_ address: DatabaseAddress) throws(DatabaseFault) {
        connection = try Connection(address)
        self.address = address.shown
    }

    /// Makes the tables, or brings them up to date.
    ///
    /// - Throws: `DatabaseFault`; nothing is left half made.
    public func create() throws(DatabaseFault) {
        try transaction { connection throws(DatabaseFault) in
            for statement in Schema.statements { _ = try connection.run(statement) }
        }
    }

    /// The state of the data base: `count` is the number of changes so far, `shows` the number of the version that is
    /// shown. They differ after a version was put back.
    public struct State: Hashable, Sendable {
        let count: Int
        let shows: Int

        /// The name of the version that is shown.
        public var name: String { DatabaseStore.name(shows) }
    }

    /// What is shown now.
    ///
    /// - Throws: `DatabaseFault`.
    public func state() throws(DatabaseFault) -> State {
        let count = try connection.generation()
        let rows = try connection.run("SELECT generation, shows FROM minsheng.version", with: [])
        let numbers = (rows.first ?? []).map { $0.flatMap { Int($0) } ?? 0 }
        return numbers.count == 2 ? State(count: numbers[0], shows: numbers[1]) : State(count: count, shows: 0)
    }

    /// The tables that are shown; nil before the first version.
    ///
    /// - Throws: `DatabaseFault`.
    public func folder() throws(DatabaseFault) -> MemoryFolder? {
        do throws(DatabaseFault) {
            return try connection.snapshot(named: address).folder
        } catch .isEmpty {
            return nil
        }
    }

    /// A number of a version as people read it.
    static func name(_ generation: Int) -> String {
        let digits = String(generation)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }

    /// Shows a new version.
    ///
    /// - Parameters:
    ///   - files: the files of the data set, checked.
    ///   - state: what was shown when they were compared.
    ///   - entry: its line in the log; the name is filled in.
    ///   - keep: how many versions can be shown again afterwards.
    /// - Returns: its name.
    /// - Throws: `DatabaseFault`; the old version stands.
    public func publish(
        _ files: MemoryFolder, after state: State, _ entry: PublicationLog.Entry, keeping keep: Int
    ) throws(DatabaseFault) -> String {
        let next = state.count + 1
        try show(next, after: state, entry, keeping: keep) { connection, table throws(DatabaseFault) in
            let columns = Schema.list(["row_order"] + table.columns)
            try connection.copyIn(
                """
                COPY \(Self.incoming(table)) (\(columns)) FROM STDIN
                (FORMAT csv, FORCE_NULL (\(Schema.list(table.columns))))
                """, IncomingRows.csv(table, files))
        }
        return Self.name(next)
    }

    /// Shows an earlier version again.
    ///
    /// - Throws: `DatabaseFault`; the version that was shown stands.
    public func rollBack(
        to wanted: String, after state: State, _ entry: PublicationLog.Entry
    ) throws(DatabaseFault) {
        let version = Int(wanted) ?? 0
        try show(version, after: state, entry, keeping: nil) { connection, table throws(DatabaseFault) in
            let columns = Schema.list(["row_order"] + table.columns)
            _ = try connection.run(
                """
                INSERT INTO \(Self.incoming(table)) (\(columns)) SELECT \(columns) FROM \(Schema.rows(table))
                WHERE valid_from <= \(version) AND coalesce(valid_until > \(version), true)
                """)
        }
    }

    /// Whether two sets hold the same rows in the same order, however they are written.
    public static func haveSameCells(_ one: MemoryFolder, _ other: MemoryFolder) -> Bool {
        Schema.tables.allSatisfy { IncomingRows.cells($0, one) == IncomingRows.cells($0, other) }
    }

    private static func incoming(_ table: TableColumns) -> String { Schema.quoted("incoming_" + table.name) }

    private func show(
        _ version: Int, after state: State, _ entry: PublicationLog.Entry, keeping keep: Int?,
        _ fill: (Connection, TableColumns) throws(DatabaseFault) -> Void
    ) throws(DatabaseFault) {
        try transaction { connection throws(DatabaseFault) in
            // Locks the row of the version until the transaction ends, so that one publisher writes at a time.
            _ = try connection.run("SELECT FROM minsheng.version FOR UPDATE NOWAIT")
            guard try connection.generation() == state.count else { throw .overtaken }
            let next = state.count + 1
            for table in Schema.tables {
                let columns = table.columns.map { Schema.quoted($0) + " text" }.joined(separator: ", ")
                _ = try connection.run(
                    "CREATE TEMPORARY TABLE \(Self.incoming(table)) (row_order integer, \(columns)) ON COMMIT DROP")
                try fill(connection, table)
                _ = try connection.run(Self.changes(of: table, next))
            }
            let numbers = [next, version, state.shows, entry.added, entry.removed, entry.changed].map { String($0) }
            try connection.run(
                """
                INSERT INTO minsheng.publications (generation, shows, former, added, removed, changed, "time", action,
                who, kind, reason, remark) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                with: numbers + [entry.time, entry.action.rawValue, entry.who, entry.kind, entry.reason, entry.remark])
            try connection.run(
                """
                UPDATE minsheng.version SET generation = $1, shows = $2, published_at = now(),
                oldest = greatest(oldest, $3)
                """, with: [numbers[0], numbers[1], String(keep.map { next - $0 + 1 } ?? 1)])
            guard let keep else { return }
            for table in Schema.tables {
                try connection.run(
                    "DELETE FROM \(Schema.rows(table)) WHERE valid_until <= $1", with: [String(next - keep + 1)])
            }
        }
    }

    /// Statements that end the rows the new version does not have, and add the rows that are new in it.
    private static func changes(of table: TableColumns, _ next: Int) -> String {
        let columns = Schema.list(table.columns), rows = Schema.rows(table)
        let now = Schema.list(table.columns, of: "i"), before = Schema.list(table.columns, of: "r")
        return """
            ANALYZE \(incoming(table));
            UPDATE \(rows) r SET valid_until = \(next) WHERE r.valid_until IS NULL AND NOT EXISTS (
              SELECT FROM \(incoming(table)) i WHERE i.row_order = r.row_order
              AND ROW(\(now)) IS NOT DISTINCT FROM ROW(\(before)));
            INSERT INTO \(rows) (valid_from, row_order, \(columns)) SELECT \(next), i.row_order, \(now)
              FROM \(incoming(table)) i WHERE NOT EXISTS (
              SELECT FROM \(rows) r WHERE r.valid_until IS NULL AND r.row_order = i.row_order)
            """
    }

    private func transaction<Value>(
        _ work: (Connection) throws(DatabaseFault) -> Value
    ) throws(DatabaseFault) -> Value {
        _ = try connection.run("BEGIN ISOLATION LEVEL READ COMMITTED")
        do throws(DatabaseFault) {
            let value = try work(connection)
            _ = try connection.run("COMMIT")
            return value
        } catch {
            _ = try? connection.run("ROLLBACK")
            throw error
        }
    }
}

extension DatabaseStore: VersionSource {
    /// The name of the version that is shown; nil before the first.
    public var current: String? {
        get throws {
            let state = try self.state()
            return state.shows > 0 ? state.name : nil
        }
    }

    /// The versions that can be shown again, the oldest first.
    public var shown: [String] {
        get throws {
            let rows = try connection.run(
                """
                SELECT DISTINCT p.shows FROM minsheng.publications p, minsheng.version v
                WHERE p.shows >= v.oldest OR p.shows = v.shows ORDER BY p.shows
                """, with: [])
            return rows.compactMap { $0[0].flatMap { Int($0) }.map(Self.name) }
        }
    }

    /// Who published what, when and why.
    public func log() throws -> PublicationLog {
        let rows = try connection.run(
            """
            SELECT shows, former, added, removed, changed, "time", action, who, kind, reason, remark
            FROM minsheng.publications ORDER BY generation
            """, with: [])
        return PublicationLog(
            rows.compactMap { row in
                let cells = row.map { $0 ?? "" }, numbers = cells.map { Int($0) ?? 0 }
                guard let action = PublicationLog.Action(rawValue: cells[6]) else { return nil }
                return PublicationLog.Entry(
                    time: cells[5], action: action, generation: Self.name(numbers[0]),
                    former: numbers[1] > 0 ? Self.name(numbers[1]) : "", who: cells[7], kind: cells[8],
                    added: numbers[2], removed: numbers[3], changed: numbers[4], reason: cells[9], remark: cells[10])
            })
    }

    /// The tables of a version.
    public func open(_ generation: String) throws -> any TableFolder {
        try connection.snapshot(of: Int(generation) ?? 0, named: address).folder
    }
}
