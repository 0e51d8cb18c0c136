import FoundationEssentials
import Testing

/// docs/architecture.md says which module imports which; the sources must agree.
@Suite struct ArchitectureTests {
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: Self.root + "/" + path)), as: UTF8.self)
    }

    /// The rows of the table: a module and what it imports.
    private var documented: [String: Set<String>] {
        get throws {
            let rows = try text("docs/architecture.md").split(separator: "\n").drop { $0 != "| module | imports |" }
                .dropFirst(2).prefix { $0.hasPrefix("|") }
            return Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    let cells = row.split(separator: "|", omittingEmptySubsequences: false)
                        .map { $0.filter { $0 != " " } }
                    return (String(cells[1]), Set(cells[2].split(separator: ",").map(String.init)))
                })
        }
    }

    @Test func theArrowsBetweenModulesAreThoseOfTheDocument() throws {
        let documented = try documented, files = FileManager.default
        let targets = try files.contentsOfDirectory(atPath: Self.root + "/Sources")
        let own = Set(targets + ["BundledTables"])
        var found: [String: Set<String>] = [:]
        for target in targets {
            let folder = "Sources/" + target
            let paths = try files.subpathsOfDirectory(atPath: Self.root + "/" + folder)
            for path in paths where path.hasSuffix(".swift") {
                let imports = try text(folder + "/" + path).split(separator: "\n")
                    .filter { $0.hasPrefix("import ") }.map { String($0.dropFirst(7)) }
                found[target, default: []].formUnion(own.intersection(imports))
            }
        }
        #expect(found == documented)
    }
}
