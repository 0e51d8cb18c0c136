import Indicators

/// Merges a folder of tables into the version that is shown, by the version that the folder was made from.
public struct PackageMerge: Sendable {
    /// The merged data set; the folder itself where nobody else has changed anything.
    public let result: MemoryFolder
    /// What both sides have changed in different ways, table by table. Where there is any, nothing may be published.
    public let conflicts: [MergeConflict]
    /// How many rows and files of others are in the result that the folder does not have so.
    public let kept: Int

    /// - Parameters:
    ///   - base: the version that both began with.
    ///   - mine: the folder to publish, which has been checked.
    ///   - theirs: the version that is shown.
    public init(base: MemoryFolder, mine: MemoryFolder, theirs: MemoryFolder) {
        var files: [String: [UInt8]] = [:], conflicts: [MergeConflict] = [], kept = 0
        /// The tables by the names of their resources, whatever their files are called.
        func tables(_ folder: MemoryFolder) -> [String: String] {
            Dictionary(
                TableForm.all.compactMap { form in folder.path(ofTable: form.resource).map { (form.resource, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        let before = tables(base), own = tables(mine), others = tables(theirs)
        let inTables = Set(before.values).union(own.values).union(others.values)
        /// A file that is no table is taken as a whole.
        func whole(_ name: String) -> [UInt8]? {
            let (old, new, other) = (base.files[name], mine.files[name], theirs.files[name])
            if new == other || other == old { return new }
            if new != old { conflicts.append(MergeConflict(table: name, key: "", base: nil, mine: nil, theirs: nil)) }
            kept += 1
            return other
        }
        for name in Set(base.files.keys).union(mine.files.keys).union(theirs.files.keys).subtracting(inTables).sorted()
        {
            files[name] = whole(name)
        }
        let paths = files[PackageReader.file] == theirs.files[PackageReader.file] ? others : own
        for form in TableForm.all {
            let name = form.resource
            guard let path = paths[name] else { continue }
            func bytes(_ folder: MemoryFolder, _ paths: [String: String]) -> [UInt8] {
                paths[name].flatMap { folder.files[$0] } ?? []
            }
            let (old, new, other) = (bytes(base, before), bytes(mine, own), bytes(theirs, others))
            // What was is only added to, by publishing.
            if name == "revisions" {
                files[path] = new.isEmpty || new == old ? other : new
                continue
            }
            let merge = TableMerge(name, base: old, mine: new, theirs: other)
            files[path] = merge.bytes
            conflicts += merge.conflicts
            kept += merge.keptRows
        }
        result = MemoryFolder(files, displayName: mine.displayName)
        self.conflicts = conflicts
        self.kept = kept
    }
}
