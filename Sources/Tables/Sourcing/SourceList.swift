import Indicators

/// The named sources of an operator (`sources.json`), or what is wrong with the file.
public struct SourceList: Sendable {
    /// In the order of the file.
    public private(set) var sources: [NamedSource] = []
    /// Where there is any, none of the sources is to be used.
    public private(set) var problems: [DataProblem] = []

    private let file: String

    /// Reads the list.
    ///
    /// - Parameter file: its name in messages.
    public init(_ bytes: [UInt8], file: String) {
        self.file = file
        bytes.withUnsafeBytes { read($0) }
    }

    /// The source with a name; nil for none.
    public subscript(_ name: String) -> NamedSource? { sources.first { $0.name == name } }

    private mutating func read(_ bytes: UnsafeRawBufferPointer) {
        do {
            let root = try JSONReader.read(bytes, from: TextCheck.startAfterMark(bytes))
            guard case .object(let members) = root.value else {
                return add(.sourceKind("对象 { }", "an object { }"), root, "$", bytes)
            }
            for (name, node) in members {
                let count = problems.count
                guard References.isWellFormed(name) else {
                    add(.sourceName, node, "$", bytes, found: name)
                    continue
                }
                guard node.isObject else {
                    add(.sourceKind("对象 { }", "an object { }"), node, "$." + name, bytes)
                    continue
                }
                let one = source(name, node, bytes)
                if problems.count == count { sources.append(one) }
            }
        } catch {
            let place = TextCheck.position(of: error.offset, in: bytes)
            problems.append(
                DataProblem(error.rule, file: file, line: place.line, column: place.column, found: error.found))
        }
    }

    private mutating func add(
        _ rule: Rule, _ node: JSONNode, _ path: String, _ bytes: UnsafeRawBufferPointer, found: String = ""
    ) {
        let place = TextCheck.position(of: node.offset, in: bytes)
        problems.append(
            DataProblem(rule, file: file, line: place.line, column: place.column, field: path, found: found))
    }

    private static let members = ["command", "url", "folder", "tables", "every", "timeout", "largest"]

    private mutating func source(_ name: String, _ node: JSONNode, _ bytes: UnsafeRawBufferPointer) -> NamedSource {
        let path = "$." + name
        if case .object(let members) = node.value {
            for (key, member) in members where !Self.members.contains(key) {
                add(.sourceMember(Self.members), member, path, bytes, found: key)
            }
        }
        func number(_ key: String, _ range: ClosedRange<Int>, _ standard: Int) -> Int {
            guard let member = node[key] else { return standard }
            if let value = member.number.flatMap({ Int($0) }), range.contains(value) { return value }
            add(.sourceNumber(range), member, "\(path).\(key)", bytes, found: member.number ?? "")
            return standard
        }
        let whole = origin(node, path, bytes)
        var parts = whole.map { [NamedSource.Part(table: "", origin: $0)] } ?? []
        if let tables = node["tables"] { parts += self.parts(tables, path + ".tables", bytes) }
        let folder = node["folder"]?.string
        if let member = node["folder"], folder?.hasPrefix("/") != true {
            add(.sourceKind("从 / 起的路径", "a path from / on"), member, path + ".folder", bytes, found: folder ?? "")
        }
        if (whole == nil) == (folder == nil) || (node["tables"] != nil && folder == nil) {
            add(.sourceOrigin, node, path, bytes)
        }
        return NamedSource(
            name: name, folder: folder, parts: parts, interval: number("every", 5...86_400, 300),
            timeout: number("timeout", 1...600, 30), largest: number("largest", 1...512, 64) << 20)
    }

    private mutating func parts(_ tables: JSONNode, _ path: String, _ bytes: UnsafeRawBufferPointer)
        -> [NamedSource.Part]
    {
        guard case .object(let members) = tables.value else {
            add(.sourceKind("对象 { }", "an object { }"), tables, path, bytes)
            return []
        }
        let known = TableForm.all.map(\.resource)
        return members.compactMap { table, node in
            guard known.contains(table) else {
                add(.sourceTable(known), node, path, bytes, found: table)
                return nil
            }
            guard let origin = origin(node, "\(path).\(table)", bytes) else {
                add(.sourceOrigin, node, "\(path).\(table)", bytes)
                return nil
            }
            return NamedSource.Part(table: table, origin: origin)
        }
    }

    /// The command or the address of a node; nil where it has neither.
    private mutating func origin(_ node: JSONNode, _ path: String, _ bytes: UnsafeRawBufferPointer)
        -> NamedSource.Origin?
    {
        if let command = node["command"] {
            let words = command.array?.compactMap(\.string) ?? []
            if words.isEmpty || words.count != command.array?.count || words[0].isEmpty {
                add(
                    .sourceKind("文字的数组 [\"psql\", …]", "an array of texts [\"psql\", …]"), command, path + ".command",
                    bytes)
            }
            return .command(words)
        }
        guard let url = node["url"] else { return nil }
        let address = url.string ?? ""
        if !address.hasPrefix("https://"), !address.hasPrefix("http://") {
            add(
                .sourceKind("http:// 或 https:// 的地址", "an address, http:// or https://"), url, path + ".url", bytes,
                found: address)
        }
        return .address(address)
    }
}

/// The rules for `sources.json`.
extension Rule {
    private static let mending = ("照 docs/sources.md 改写", "write it as docs/sources.md says")

    static func sourceKind(_ zh: String, _ en: String) -> Rule {
        Rule("source-kind", "不是所要的种类", "not of the kind that is needed", expected: (zh, en), mend: mending)
    }
    static let sourceName = Rule(
        "source-name", "数据源的名称只能用小写字母、数字和连字符", "a source's name has small letters, digits and hyphens only",
        expected: ("形如 city-jobs", "like city-jobs"), mend: mending)
    static func sourceMember(_ known: [String]) -> Rule {
        Rule(
            "source-member", "没有这一项", "there is no such member",
            expected: (known.joined(separator: "、"), known.joined(separator: ", ")), mend: mending)
    }
    static func sourceNumber(_ range: ClosedRange<Int>) -> Rule {
        Rule(
            "source-number", "不在范围内", "out of range",
            expected: (
                "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                "a whole number from \(range.lowerBound) to \(range.upperBound)"
            ), mend: mending)
    }
    static func sourceTable(_ known: [String]) -> Rule {
        Rule(
            "source-table", "没有这种表", "there is no such table",
            expected: (known.joined(separator: "、"), known.joined(separator: ", ")), mend: mending)
    }
    static let sourceOrigin = Rule(
        "source-origin", "要么是一张表(command 或 url)，要么是文件夹(folder)，可另加 tables",
        "either one table (command or url), or a folder, perhaps with tables",
        expected: ("command、url、folder 其中之一", "one of command, url, folder"), mend: mending)
}
