import Indicators
import Tables

/// A data set as a data base shows it at one moment.
public struct Snapshot: Sendable {
    /// Its tables as files, for the same reader that reads files.
    public let folder: MemoryFolder
    /// Its version.
    public let generation: Int
    /// The milliseconds until the next embargo ends; nil where none is left.
    let nextRelease: Int?
    /// What was not read whole; nil where all figures were read.
    var part: Part?

    /// A set of which the newest figures of each series were read.
    struct Part: Sendable {
        /// The oldest period of all figures.
        let oldest: String?
        /// Those columns of `observations.csv` that the table in the data base has.
        let columns: [String]
    }
}

extension Connection {
    /// The version that is shown now.
    ///
    /// - Throws: `DatabaseFault`.
    func generation() throws(DatabaseFault) -> Int {
        try Self.generation(run("SELECT schema_version, generation FROM minsheng.version", with: []))
    }

    private static func generation(_ rows: [[String?]]) throws(DatabaseFault) -> Int {
        guard let row = rows.first, row.count == 2 else { throw .noSchema }
        let form = row[0].flatMap { Int($0) } ?? 0
        guard form == Schema.version else { throw .otherSchema(found: form, known: Schema.version) }
        return row[1].flatMap { Int($0) } ?? 0
    }

    /// Reads all tables in one transaction with one snapshot. It takes two round trips, however many tables there are.
    ///
    /// - Parameters:
    ///   - wanted: an earlier version; nil for the one that is shown.
    ///   - most: the largest number of figures that are read whole; of a larger set the newest of each series are
    ///     read. Nil for no limit.
    /// - Throws: `DatabaseFault`.
    func snapshot(
        of wanted: Int? = nil, named name: String, whole most: Int? = nil
    ) throws(DatabaseFault) -> Snapshot {
        try inOneMoment { () throws(DatabaseFault) in try read(wanted, name, most) }
    }

    private static let begin = """
        BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
        SET LOCAL statement_timeout = \(statementSeconds * 1_000)
        """

    private func inOneMoment<Value>(_ body: () throws(DatabaseFault) -> Value) throws(DatabaseFault) -> Value {
        do throws(DatabaseFault) {
            return try body()
        } catch {
            // The transaction is over either way; where the connection is lost there is nothing to end.
            _ = try? run("ROLLBACK")
            throw error
        }
    }

    /// The figures of some series of the version that is shown, as `observations.csv`; nil where another version is
    /// shown by now.
    ///
    /// - Throws: `DatabaseFault`.
    func figures(
        _ wishes: Set<SeriesWish>, of generation: Int, _ columns: [String]
    ) throws(DatabaseFault) -> [UInt8]? {
        try inOneMoment { () throws(DatabaseFault) in
            let shown = try run(Self.begin + ";\nSELECT schema_version, generation FROM minsheng.version")
            guard try Self.generation(shown[2].rows) == generation else {
                _ = try run("COMMIT")
                return nil
            }
            try run(NewestFigures.setWishes, with: [NewestFigures.json(wishes)])
            return try run(NewestFigures.copyWished(columns) + ";\nCOMMIT")[0].bytes
        }
    }

    private func read(_ wanted: Int?, _ name: String, _ most: Int?) throws(DatabaseFault) -> Snapshot {
        let first = try run(
            """
            \(Self.begin);
            SELECT schema_version, generation FROM minsheng.version;
            SELECT c.relname, a.attname FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
              WHERE n.nspname = '\(Schema.name)' AND c.relkind IN ('r', 'v', 'm', 'p', 'f') AND a.attnum > 0
              AND NOT a.attisdropped;
            SELECT to_regprocedure('minsheng.next_release()') IS NOT NULL;
            \(NewestFigures.knowsNewest);
            \(wanted == nil ? "SELECT 1" : "SELECT oldest FROM minsheng.version")
            """)
        let shown = try Self.generation(first[2].rows)
        guard shown > 0 else { throw .isEmpty }
        let oldest = first[6].rows.first?[0].flatMap { Int($0) } ?? 1
        if let wanted, wanted < oldest || wanted > shown { throw .noGeneration(wanted) }
        var columns: [String: Set<String>] = [:]
        for row in first[3].rows {
            if let table = row[0], let column = row[1] { columns[table, default: []].insert(column) }
        }
        let tables = Schema.tables.filter { columns[$0.name] != nil }
        let part = first[5].rows.first?.first == "t" ? try part(columns["observations"] ?? [], beyond: most) : nil
        let copies = tables.map { table in
            if let part, table.name == "observations" { return NewestFigures.copy(part.columns) }
            return Self.copy(table, columns[wanted == nil ? table.name : table.name + "_rows"] ?? [], wanted)
        }
        let knowsRelease = first[4].rows.first?.first == "t"
        let release =
            knowsRelease
            ? "SELECT ceil(extract(epoch FROM minsheng.next_release() - now()) * 1000)::bigint" : "SELECT NULL"
        let second = try run((copies + [release, "COMMIT"]).joined(separator: ";\n"))
        let nextRelease = second[tables.count].rows.first?[0].flatMap { Int($0) }
        let contents = zip(tables, second).map { ($0.name, $1.bytes) }
        return Snapshot(
            folder: Self.folder(contents, name), generation: wanted ?? shown, nextRelease: nextRelease, part: part)
    }

    /// How to read a set in part; nil where it is to be read whole.
    ///
    /// - Parameters:
    ///   - there: the columns of its observations.
    ///   - most: the largest number of figures that are read whole.
    private func part(_ there: Set<String>, beyond most: Int?) throws(DatabaseFault) -> Snapshot.Part? {
        guard let most, there.contains("row_order"),
            try run(NewestFigures.countsMore(than: most)).first?.rows.first?.first == "t",
            // The reader reports such rows, so it has to get them.
            try run(NewestFigures.lacksCodes).first?.rows.first?.first == "f"
        else { return nil }
        let oldest = try run(NewestFigures.oldest).first?.rows.first?.first
        let columns = Schema.tables.first { $0.name == "observations" }?.columns ?? []
        return Snapshot.Part(oldest: oldest ?? nil, columns: columns.filter { there.contains($0) })
    }

    private static func copy(_ table: TableColumns, _ there: Set<String>, _ wanted: Int?) -> String {
        let columns = Schema.list(table.columns.filter { there.contains($0) })
        // A view that is not ours may have no `row_order`.
        let order = there.contains("row_order") ? "row_order" : "1, 2"
        let from: String
        if let wanted {
            from = "\(Schema.rows(table)) WHERE valid_from <= \(wanted) AND coalesce(valid_until > \(wanted), true)"
        } else {
            from = Schema.view(table)
        }
        return "COPY (SELECT \(columns) FROM \(from) ORDER BY \(order)) TO STDOUT (FORMAT csv, HEADER true)"
    }

    /// The tables under the names that the description gives them.
    private static func folder(_ contents: [(String, [UInt8])], _ name: String) -> MemoryFolder {
        var folder = MemoryFolder([:], displayName: name)
        if let package = contents.first(where: { $0.0 == Schema.package.name }) {
            let text = CSVText(package.1)
            for record in text.records.dropFirst() where record.count == 2 {
                folder.files[text.text(record[0])] = Array(text.text(record[1]).utf8)
            }
        }
        for (table, bytes) in contents where table != Schema.package.name {
            if let path = folder.path(ofTable: table) { folder.files[path] = bytes }
        }
        return folder
    }
}
