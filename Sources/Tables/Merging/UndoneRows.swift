import Indicators

/// The rows that others have changed since a folder was made from a version, and that it would put back.
public struct UndoneRows: Sendable {
    /// The rows and files, table by table.
    public let all: [MergedRow]

    /// - Parameters:
    ///   - base: the version that the folder was made from.
    ///   - mine: what is to be published, in canonical form.
    ///   - theirs: the version that is shown.
    public init(base: MemoryFolder, mine: MemoryFolder, theirs: MemoryFolder) {
        let before = PackageMerge.tables(base), own = PackageMerge.tables(mine), others = PackageMerge.tables(theirs)
        var all = PackageFiles.besideTables.filter { name in
            mine.files[name] == base.files[name] && base.files[name] != theirs.files[name]
        }.map { MergedRow(table: $0, key: "") }
        for form in TableForm.all where form.resource != "revisions" {
            let name = form.resource
            func table(_ folder: MemoryFolder, _ paths: [String: String]) -> KeyedTable {
                KeyedTable(paths[name].flatMap { folder.files[$0] } ?? [], resource: name)
            }
            let (old, new, other) = (table(base, before), table(mine, own), table(theirs, others))
            // Marks of earlier changes are no change of their own.
            let ignored = name == "observations" ? ColumnName.REVISION.rawValue : nil
            func isSame(_ one: KeyedTable, _ two: KeyedTable, _ key: String) -> Bool {
                guard let record = one.record(key), let another = two.record(key) else {
                    return one.record(key) == nil && two.record(key) == nil
                }
                return one.isSame(record, as: two, another, ignoring: ignored)
            }
            all += (other.keys + old.keys.filter { other.record($0) == nil })
                .filter { isSame(old, new, $0) && !isSame(old, other, $0) }
                .map { MergedRow(table: name, key: $0) }
        }
        self.all = all
    }
}
