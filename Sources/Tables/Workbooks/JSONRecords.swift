/// Records of a JSON file as rows: an array of objects, rows of values below a list of names, or a list of values for
/// each name. Objects inside a record become columns of their own.
struct JSONRecords {
    /// The path of the array in the file, `$.data`.
    let path: String
    /// The names of the columns.
    private(set) var names: [String] = []
    /// For each column the path of its member in a record, `.country.id`.
    private(set) var members: [String] = []
    private var places: [String: Int] = [:]
    private var rows: [[String]] = []

    static let mostColumns = 4_096
    static let deepest = 4

    /// The records of a file; nil where it holds none.
    init?(_ root: JSONNode) {
        let found = Self.largest(root)
        guard let found, found.nodes.count > 0 else { return nil }
        path = found.path
        if let names = found.names {
            for name in names { _ = column(name, ".\(name)") }
            for node in found.nodes { rows.append((node.array ?? []).map { Self.text($0) ?? "" }) }
        } else {
            for node in found.nodes { take(node) }
        }
        guard !names.isEmpty else { return nil }
    }

    /// Objects one a line, as JSON Lines has them.
    init?(lines: [JSONNode]) {
        guard lines.count > 1, lines.allSatisfy(\.isObject) else { return nil }
        path = "$"
        for node in lines { take(node) }
        guard !names.isEmpty else { return nil }
    }

    // MARK: Finding

    private struct Found {
        var path: String
        var nodes: [JSONNode]
        /// Of rows of values, their names.
        var names: [String]?
    }

    /// The array with the most records, not too deep in the file.
    private static func largest(_ root: JSONNode) -> Found? {
        var best: Found?
        func look(_ node: JSONNode, _ path: String, _ depth: Int) {
            if let found = records(node, path), found.nodes.count > best?.nodes.count ?? 0 { best = found }
            guard depth < deepest else { return }
            switch node.value {
            case .object(let members): for (key, node) in members { look(node, "\(path).\(key)", depth + 1) }
            case .array(let nodes) where nodes.count <= 64:
                for (index, node) in nodes.enumerated() { look(node, "\(path)[\(index)]", depth + 1) }
            default: break
            }
        }
        look(root, "$", 0)
        return best
    }

    private static func records(_ node: JSONNode, _ path: String) -> Found? {
        if let nodes = node.array {
            if nodes.allSatisfy(\.isObject) { return Found(path: path, nodes: nodes) }
            guard nodes.count > 1, nodes.allSatisfy({ $0.array != nil }), let names = names(nodes[0]) else {
                return nil
            }
            return Found(path: path, nodes: Array(nodes.dropFirst()), names: names)
        }
        guard case .object(let members) = node.value else { return nil }
        for (heading, body) in [("columns", "data"), ("fields", "data"), ("header", "rows"), ("columns", "rows")] {
            if let names = node[heading].flatMap(names), let rows = node[body]?.array,
                rows.allSatisfy({ $0.array != nil })
            {
                return Found(path: "\(path).\(body)", nodes: rows, names: names)
            }
        }
        // A list of values for each name, all of one length.
        let columns = members.compactMap { $0.node.array }
        guard columns.count == members.count, columns.count > 1, let count = columns.first?.count, count > 0,
            columns.allSatisfy({ $0.count == count && $0.allSatisfy { text($0) != nil } })
        else { return nil }
        let rows = (0..<count).map { row in
            JSONNode(value: .array(columns.map { $0[row] }), offset: node.offset)
        }
        return Found(path: path, nodes: rows, names: members.map(\.key))
    }

    /// Names of columns: words, or objects with a name.
    private static func names(_ node: JSONNode) -> [String]? {
        guard let nodes = node.array, nodes.count > 1, nodes.count <= mostColumns else { return nil }
        let names = nodes.compactMap { $0.string ?? $0["name"]?.string ?? $0["id"]?.string }
        return names.count == nodes.count ? names : nil
    }

    // MARK: Rows

    private mutating func column(_ name: String, _ member: String) -> Int? {
        if let known = places[member] { return known }
        guard names.count < Self.mostColumns else { return nil }
        names.append(name)
        members.append(member)
        places[member] = names.count - 1
        return names.count - 1
    }

    private mutating func take(_ record: JSONNode) {
        var row = [String](repeating: "", count: names.count)
        put(record, "", "", &row, 0)
        rows.append(row)
    }

    private mutating func put(_ node: JSONNode, _ name: String, _ member: String, _ row: inout [String], _ depth: Int) {
        if case .object(let members) = node.value {
            guard depth < Self.deepest else { return }
            // {"id": …, "value": …} is a code and its name.
            let isCoded = depth > 0 && members.count == 2 && node["id"] != nil && node["value"] != nil
            for (key, inner) in members {
                let own =
                    isCoded
                    ? (key == "id" ? name + " code" : name)
                    : name.isEmpty || name == "properties" ? key : "\(name).\(key)"
                put(inner, own, "\(member).\(key)", &row, depth + 1)
            }
        } else if let text = Self.text(node), let column = column(name, member) {
            while row.count <= column { row.append("") }
            row[column] = text
        }
    }

    /// The text of a value; nil for arrays and objects.
    private static func text(_ node: JSONNode) -> String? {
        switch node.value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text), .string(let text): text
        case .array, .object: nil
        }
    }

    // MARK: Text

    /// As CSV: the names, then a record a line. Line breaks in texts become blanks.
    var csv: [UInt8] {
        var bytes: [UInt8] = []
        for row in [names] + rows {
            for column in names.indices {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                let cell = column < row.count ? row[column] : ""
                if cell.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }) {
                    bytes += cell.utf8
                } else {
                    bytes.append(UInt8(ascii: "\""))
                    for byte in cell.utf8 {
                        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                        bytes.append(byte == 0x0A || byte == 0x0D || byte == 0 ? 0x20 : byte)
                    }
                    bytes.append(UInt8(ascii: "\""))
                }
            }
            bytes.append(0x0A)
        }
        return bytes
    }
}
