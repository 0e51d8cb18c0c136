import Indicators

/// A row, or a file, that two people have changed in different ways since the version that both began with.
public struct MergeConflict: Hashable, Sendable {
    /// The name of the table's resource; the name of the file for what is no table.
    public let table: String
    /// The key of the row as `KeyedTable` has it; empty for a file.
    public let key: String
    /// The cells of the key.
    public var cells: [String] { key.isEmpty ? [] : KeyedTable.cells(ofKey: key) }
    /// The name by which the row is decided on the command line: `INDICATOR/AREA/PERIOD`, `TABLE/CODE`, or the file.
    public var name: String { MergedRow(table: table, key: key).name }
    /// The row as both found it, by columns, without empty cells; nil where there was none.
    public let base: [String: String]?
    /// The row in the folder; nil where it was removed.
    public let mine: [String: String]?
    /// The row in the version that is shown; nil where it was removed.
    public let theirs: [String: String]?

    /// The columns in which the two differ, in alphabetical order; empty where one of them has no row.
    public var columns: [String] {
        guard let mine, let theirs else { return [] }
        return Set(mine.keys).union(theirs.keys).filter { mine[$0] != theirs[$0] }.sorted()
    }
}

/// A row of a table by its key; a file where the key is empty.
public struct MergedRow: Hashable, Sendable {
    /// The name of the table's resource; the name of the file for what is no table.
    public let table: String
    /// The key of the row as `KeyedTable` has it; empty for a file.
    public let key: String
    /// The cells of the key.
    public var cells: [String] { key.isEmpty ? [] : KeyedTable.cells(ofKey: key) }
    /// The name as `Doubt` has it: `INDICATOR/AREA/PERIOD`, `TABLE/CODE`, or the file.
    public var name: String {
        let cells = cells
        guard table == "observations", cells.count > 2 else { return ([table] + cells).joined(separator: "/") }
        return "\(cells[1])/\(cells[0])/\(cells[2])"
    }

    /// A row by its key.
    public init(table: String, key: String) {
        self.table = table
        self.key = key
    }
}

/// Merges two versions of a table that have a common ancestor, row by row.
///
/// What one side changed is taken; what both changed alike is taken once; what both changed in different ways is a
/// conflict. A row of observations counts as a whole: a value and its printed form belong together.
struct TableMerge {
    /// The merged table. Where there are conflicts it holds the rows of `mine`.
    private(set) var bytes: [UInt8] = []
    private(set) var conflicts: [MergeConflict] = []
    /// The keys of the rows of others in the result that `mine` does not have so.
    private(set) var kept: [String] = []
    /// The keys of the rows that both have changed and of which `mine` is taken, as was decided.
    private(set) var taken: [String] = []

    private let resource: String
    /// The names of the rows of which `mine` is taken, whatever others have made of them.
    private let decided: Set<String>
    private let base: KeyedTable, mine: KeyedTable, theirs: KeyedTable
    /// Marks of earlier changes are set by publishing and are no change of their own.
    private let ignored: String?

    /// - Parameters:
    ///   - resource: the name of the table.
    ///   - base: the table that both began with; empty where there was none.
    ///   - decided: the names of the rows of which `mine` is taken where both have changed them.
    init(_ resource: String, base: [UInt8], mine: [UInt8], theirs: [UInt8], decided: Set<String> = []) {
        self.resource = resource
        self.decided = decided
        ignored = resource == "observations" ? ColumnName.REVISION.rawValue : nil
        if theirs == base || mine == theirs {
            (self.base, self.mine, self.theirs) = (Self.none, Self.none, Self.none)
            bytes = mine
            return
        }
        self.base = KeyedTable(base, resource: resource)
        self.mine = KeyedTable(mine, resource: resource)
        self.theirs = KeyedTable(theirs, resource: resource)
        merge()
    }

    private static let none = KeyedTable([], resource: "")

    /// What becomes of a row.
    private enum Choice { case mine, theirs, nothing, conflict, decided }

    private mutating func merge() {
        let columns = header
        let isMineFit = columns == mine.header, areTheirsFit = columns == theirs.header
        let end: [UInt8] = mine.text.bytes.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
        bytes = (mine.text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []) + line(columns) + end
        bytes.reserveCapacity(max(mine.text.bytes.count, theirs.text.bytes.count) + 1_024)
        func put(_ table: KeyedTable, _ record: Int, _ isFit: Bool) {
            bytes += isFit ? Array(table.bytes(record)) : line(columns.map { table.cell(record, $0) })
            bytes += end
        }
        for key in mine.keys {
            guard let record = mine.record(key) else { continue }
            switch choice(key) {
            case .mine: put(mine, record, isMineFit)
            case .theirs:
                guard let other = theirs.record(key) else { continue }
                if !mine.isSame(record, as: theirs, other, ignoring: ignored) { kept.append(key) }
                put(theirs, other, areTheirsFit)
            case .nothing: kept.append(key)
            case .conflict:
                note(key)
                put(mine, record, isMineFit)
            case .decided:
                taken.append(key)
                put(mine, record, isMineFit)
            }
        }
        for key in theirs.keys where mine.record(key) == nil {
            guard let record = theirs.record(key) else { continue }
            switch choice(key) {
            case .theirs:
                kept.append(key)
                put(theirs, record, areTheirsFit)
            case .conflict: note(key)
            case .decided: taken.append(key)
            case .mine, .nothing: break
            }
        }
    }

    /// The columns of the folder, then those that others have added.
    private var header: [String] {
        mine.header.isEmpty
            ? theirs.header
            : mine.header + theirs.header.filter { !mine.header.contains($0) && !base.header.contains($0) }
    }

    private func line(_ cells: [String]) -> [UInt8] { Array(cells.map(CSVText.quoted).joined(separator: ",").utf8) }

    private func choice(_ key: String) -> Choice {
        let old = base.record(key), own = mine.record(key), other = theirs.record(key)
        func isSame(_ one: KeyedTable, _ record: Int?, _ two: KeyedTable, _ another: Int?) -> Bool {
            guard let record, let another else { return record == nil && another == nil }
            return one.isSame(record, as: two, another, ignoring: ignored)
        }
        // The row of the shown version has the marks of earlier changes.
        if isSame(mine, own, theirs, other) { return other == nil ? .nothing : .theirs }
        if isSame(base, old, theirs, other) { return own == nil ? .nothing : .mine }
        if isSame(base, old, mine, own) { return other == nil ? .nothing : .theirs }
        if old == nil, let own, let other {
            // Rows of a new month that nobody has filled in yet state nothing.
            if isUnfilled(theirs, other) { return .mine }
            if isUnfilled(mine, own) { return .theirs }
        }
        return !decided.isEmpty && decided.contains(MergedRow(table: resource, key: key).name) ? .decided : .conflict
    }

    private func isUnfilled(_ table: KeyedTable, _ record: Int) -> Bool {
        resource == "observations" && table.cell(record, ColumnName.OBS_VALUE.rawValue).isEmpty
            && table.cell(record, ColumnName.OBS_STATUS.rawValue) == ObservationStatus.missing.code
    }

    private mutating func note(_ key: String) {
        conflicts.append(
            MergeConflict(
                table: resource, key: key, base: base.row(key), mine: mine.row(key), theirs: theirs.row(key)))
    }
}
