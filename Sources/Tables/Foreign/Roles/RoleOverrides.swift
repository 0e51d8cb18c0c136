import Indicators

/// Roles that a person gives to columns, by their headings or numbers: `统计年 = period`, `#3 = area`.
public struct RoleOverrides: Sendable {
    /// The name of the file that they come from, as messages show it.
    public let path: String
    /// Pairs of a heading, or `#3`, and a role, with the line of each.
    private(set) var entries: [(line: Int, name: String, role: ColumnRole)] = []
    /// Lines that are no such pair.
    private(set) var faults: [(line: Int, text: String)] = []

    /// The ending of a file beside a table.
    public static let ending = ".roles"

    /// None.
    public init() { path = "" }

    /// Reads a line for each column; empty lines and lines that begin with `#` and a blank are passed over.
    public init(_ text: String, path: String) {
        self.path = path
        for (index, written) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = TableHead.trimmed(String(written))
            if line.isEmpty || line.hasPrefix("# ") || line == "#" { continue }
            let sign = line.lastIndex { $0 == "=" || $0 == "＝" }
            let role = sign.flatMap { ColumnRole(rawValue: TableHead.trimmed(String(line[line.index(after: $0)...]))) }
            if let sign, let role {
                entries.append((index + 1, TableHead.trimmed(String(line[..<sign])), role))
            } else {
                faults.append((index + 1, line))
            }
        }
    }

    var isEmpty: Bool { entries.isEmpty }

    private static func index(_ name: String, _ names: [String]) -> Int? {
        let number = name.hasPrefix("#") ? Int(name.dropFirst()).map { $0 - 1 } : nil
        return (number ?? names.firstIndex(of: name)).flatMap { names.indices.contains($0) ? $0 : nil }
    }

    func roles(_ names: [String]) -> [(Int, ColumnRole)] {
        entries.compactMap { entry in Self.index(entry.name, names).map { ($0, entry.role) } }
    }

    /// What is wrong with them for a table with these headings.
    func problems(_ names: [String]) -> [DataProblem] {
        let missing = entries.filter { Self.index($0.name, names) == nil }.map { (line: $0.line, text: $0.name) }
        return (faults + missing).map { DataProblem(.roleLine, file: path, line: $0.line, column: 1, found: $0.text) }
    }
}
