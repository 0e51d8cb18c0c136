import Publishing
import Tables

/// Which publication made each of some rows what they are in the version that is shown.
struct Attribution {
    private var changers: [MergedRow: PublicationLog.Entry] = [:]

    /// Looks through the versions that are kept, from the one that is shown back to the oldest.
    ///
    /// A folder may have been published from since others changed a row, so the search does not end at its base.
    init(_ rows: [MergedRow], current: String, _ log: PublicationLog, _ versions: any VersionSource) {
        var open = rows, later = current, shown = current, texts: [MergedRow: [String: String]] = [:]
        func statements(_ generation: String) -> [MergedRow: [String: String]]? {
            guard let folder = (try? versions.open(generation)).map(PackageFiles.read) else { return nil }
            return Self.statements(open, folder)
        }
        guard !rows.isEmpty, let now = statements(current) else { return }
        texts = now
        for generation in log.lineage(of: current).dropFirst() {
            guard !open.isEmpty, let before = statements(generation) else { break }
            shown = generation
            for row in open where before[row] != texts[row] { changers[row] = log.publication(of: later) }
            open.removeAll { changers[$0] != nil }
            later = generation
        }
        // The first version of all has no version before it.
        if log.publication(of: shown)?.former.isEmpty ?? false {
            for row in open { changers[row] = log.publication(of: shown) }
        }
    }

    subscript(_ row: MergedRow) -> PublicationLog.Entry? { changers[row] }

    /// The publication that changed a row, as people read it; empty where it is not known.
    func text(_ row: MergedRow) -> String {
        self[row].map { "\($0.generation)  \($0.time)  \($0.who)  \($0.reason)" } ?? ""
    }

    /// What each row states in a version, without the mark of a change; of a file its bytes.
    private static func statements(_ rows: [MergedRow], _ folder: MemoryFolder) -> [MergedRow: [String: String]] {
        var tables: [String: KeyedTable] = [:], statements: [MergedRow: [String: String]] = [:]
        for row in rows {
            if row.key.isEmpty {
                statements[row] = folder.files[row.table].map { ["": String(decoding: $0, as: UTF8.self)] }
                continue
            }
            let table =
                tables[row.table]
                ?? KeyedTable(
                    folder.path(ofTable: row.table).flatMap { folder.files[$0] } ?? [], resource: row.table)
            tables[row.table] = table
            statements[row] = table.row(row.key)?.filter { $0.key != "REVISION" }
        }
        return statements
    }
}
