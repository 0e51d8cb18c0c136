import Indicators

/// Merges a folder of tables into the version that is shown, by the version that the folder was made from.
public struct PackageMerge: Sendable {
    /// The merged data set; the folder itself where nobody else has changed anything.
    public let result: MemoryFolder
    /// What both sides have changed in different ways, table by table. Where there is any, nothing may be published.
    public let conflicts: [MergeConflict]
    /// The rows and files of others in the result that the folder does not have so.
    public let kept: [MergedRow]

    /// The rows and files that both have changed and of which the folder's form is taken, as was decided.
    public let decided: [MergedRow]

    /// - Parameters:
    ///   - base: the version that both began with.
    ///   - mine: the folder to publish, which has been checked.
    ///   - theirs: the version that is shown.
    ///   - decided: the names of the rows and files of which `mine` is taken where both have changed them.
    public init(base: MemoryFolder, mine: MemoryFolder, theirs: MemoryFolder, decided: Set<String> = []) {
        var files: [String: [UInt8]] = [:], conflicts: [MergeConflict] = [], kept: [MergedRow] = []
        var taken: [MergedRow] = []
        let before = Self.tables(base), own = Self.tables(mine), others = Self.tables(theirs)
        let inTables = Set(before.values).union(own.values).union(others.values)
        let names = Set(base.files.keys).union(mine.files.keys).union(theirs.files.keys).subtracting(inTables)
        /// A file that is no table is taken as a whole.
        func whole(_ name: String) -> [UInt8]? {
            let (old, new, other) = (base.files[name], mine.files[name], theirs.files[name])
            if new == other || other == old { return new }
            if new != old, decided.contains(name) {
                taken.append(MergedRow(table: name, key: ""))
                return new
            }
            if new != old { conflicts.append(Self.conflict(name, old, new, other)) }
            kept.append(MergedRow(table: name, key: ""))
            return other
        }
        for name in names.sorted() { files[name] = whole(name) }
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
            let merge = TableMerge(name, base: old, mine: new, theirs: other, decided: decided)
            files[path] = merge.bytes
            conflicts += merge.conflicts
            kept += merge.kept.map { MergedRow(table: name, key: $0) }
            taken += merge.taken.map { MergedRow(table: name, key: $0) }
        }
        result = MemoryFolder(files, displayName: mine.displayName)
        self.conflicts = conflicts
        self.kept = kept
        self.decided = taken
    }

    /// The tables by the names of their resources, whatever their files are called.
    static func tables(_ folder: MemoryFolder) -> [String: String] {
        Dictionary(
            TableForm.all.compactMap { form in folder.path(ofTable: form.resource).map { (form.resource, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A file that both have changed: the description by its members, any other as a whole.
    private static func conflict(_ name: String, _ old: [UInt8]?, _ new: [UInt8]?, _ other: [UInt8]?) -> MergeConflict {
        func members(_ bytes: [UInt8]?) -> [String: String]? {
            guard name == PackageReader.file, let bytes else { return nil }
            let root = bytes.withUnsafeBytes { try? JSONReader.read($0, from: TextCheck.startAfterMark($0)) }
            return root?.texts
        }
        return MergeConflict(table: name, key: "", base: members(old), mine: members(new), theirs: members(other))
    }
}

extension JSONNode {
    /// The texts of all members that hold no others, by their paths: `minsheng.title_zh`.
    fileprivate var texts: [String: String] {
        var texts: [String: String] = [:]
        func add(_ node: JSONNode, _ path: String) {
            func inside(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
            switch node.value {
            case .null: texts[path] = "null"
            case .bool(let flag): texts[path] = flag ? "true" : "false"
            case .number(let text), .string(let text): texts[path] = text
            case .array(let nodes): for (index, node) in nodes.enumerated() { add(node, inside(String(index))) }
            case .object(let members): for member in members { add(member.node, inside(member.key)) }
            }
        }
        add(self, "")
        return texts
    }
}
