import Indicators
import Threads

/// Reads any Data Package (versions 1 and 2). Its tables are read one by one and checked against their own schemas.
/// Tables that violate their schema are reported and opened nevertheless.
enum FrictionlessReader {
    /// Larger tables are read but not checked against their schema.
    static let largestChecked = 64 << 20

    private struct Resource {
        let name: String
        let title: String
        let path: String
        let schema: TableSchema?
        let separator: UInt8?
        /// The path in the description.
        let field: String
    }

    /// The whole description; nil where it can no longer be read.
    static func root(_ folder: any TableFolder) -> JSONNode? {
        try? folder.withFile(PackageReader.file, maximumBytes: PackageReader.largestFile) {
            try JSONReader.read($0, from: TextCheck.startAfterMark($0))
        }
    }

    static func read(_ folder: any TableFolder, _ root: JSONNode, now: Instant, progress: LoadProgress?)
        -> CatalogueReading
    {
        var problems = ProblemList(), files: [CatalogueReading.FileSummary] = []
        let resources = resources(root, &problems)
        var bytes: [String: FileBytes] = [:]
        for resource in resources where bytes[resource.path] == nil {
            do {
                bytes[resource.path] = try folder.contents(of: resource.path, maximumBytes: .max)
            } catch {
                problems.add(DataProblem(TableReader.rule(for: error), file: resource.path, field: resource.field))
            }
        }
        checkSchemas(resources, bytes, &problems)
        var parts: [ForeignMerge.Part] = []
        for resource in resources {
            guard let content = bytes[resource.path] else { continue }
            let reading = ForeignReader.read(
                content, ForeignFile(path: resource.path, date: folder.date(of: resource.path)),
                separator: resource.separator, now: now, progress: progress)
            if reading.isGivenUp { return CatalogueReading(catalogue: nil, problems: [], files: [], isGivenUp: true) }
            for problem in reading.problems.problems { problems.add(problem) }
            files.append(reading.summary)
            if let catalogue = reading.catalogue {
                parts.append(ForeignMerge.Part(name: resource.name, title: resource.title, catalogue: catalogue))
            }
        }
        if parts.isEmpty, !problems.hasError {
            problems.add(DataProblem(.emptyPackage, file: PackageReader.file, field: "$.resources"))
        }
        let name = root["name"]?.string ?? "", title = root["title"]?.string ?? name
        let catalogue = ForeignMerge.merged(
            parts, name: name, title: title.isEmpty ? folder.displayName : title, publisher: publisher(root),
            address: root["homepage"]?.string ?? "")
        return CatalogueReading(catalogue: catalogue, problems: problems.problems, files: files)
    }

    private static func publisher(_ root: JSONNode) -> String {
        let sources = root["sources"]?.array ?? []
        return sources.compactMap { $0["title"]?.string ?? $0["name"]?.string }.joined(separator: "；")
    }

    private static func resources(_ root: JSONNode, _ problems: inout ProblemList) -> [Resource] {
        var resources: [Resource] = []
        for (index, node) in (root["resources"]?.array ?? []).enumerated() {
            let name = node["name"]?.string ?? "resource-\(index + 1)", field = "$.resources[\(index)]"
            func skip(_ rule: Rule, _ found: String) {
                problems.add(DataProblem(rule, file: PackageReader.file, field: field, found: found))
            }
            let paths = node["path"]?.array?.compactMap(\.string) ?? node["path"]?.string.map { [$0] } ?? []
            guard let path = paths.first else {
                skip(.skippedResource("数据写在 JSON 里面(data)", "its data stand inside the JSON"), name)
                continue
            }
            if paths.count > 1 {
                skip(
                    .skippedResource("一张表分成几个文件时，只打开第一个", "of a table in several files only the first is opened"),
                    paths.dropFirst().joined(separator: ", "))
            }
            if path.hasPrefix("http://") || path.hasPrefix("https://") {
                skip(.remoteResource, path)
                continue
            }
            let ending = path.lowercased()
            guard
                ending.hasSuffix(".csv") || ending.hasSuffix(".tsv") || ending.hasSuffix(".txt")
                    || node["format"]?.string == "csv"
            else {
                skip(.skippedResource("不是 CSV 表", "no CSV table"), path)
                continue
            }
            let dialect = node["dialect"]
            resources.append(
                Resource(
                    name: name, title: node["title"]?.string ?? name, path: path, schema: TableSchema(node["schema"]),
                    separator: dialect?["delimiter"]?.string?.utf8.first
                        ?? (ending.hasSuffix(".tsv") ? UInt8(ascii: "\t") : nil), field: field))
        }
        return resources
    }

    private static func checkSchemas(
        _ resources: [Resource], _ bytes: [String: FileBytes], _ problems: inout ProblemList
    ) {
        // The values of key columns are collected from tables that others refer to, in any order of the package.
        var wanted: [String: [[String]]] = [:]
        for resource in resources {
            for key in resource.schema?.foreignKeys ?? [] {
                wanted[key.resource.isEmpty ? resource.name : key.resource, default: []].append(key.referenced)
            }
        }
        var values: [String: [[String]: Set<[String]>]] = [:]
        func run(_ resource: Resource, _ referred: [Set<[String]>?]) -> SchemaCheck? {
            guard let schema = resource.schema, let content = bytes[resource.path], content.count <= largestChecked,
                let text = try? DecodedText.opened(content)
            else { return nil }
            return text.file.withBytes { bytes in
                let separator = resource.separator ?? TableHead(bytes, from: text.start).separator
                var check = SchemaCheck(
                    schema, file: resource.path, separator: separator, wanted: wanted[resource.name] ?? [])
                check.check(bytes, from: text.start, referred: referred)
                return check
            }
        }
        for resource in resources where wanted[resource.name] != nil {
            if let check = run(
                resource, [Set<[String]>?](repeating: nil, count: resource.schema?.foreignKeys.count ?? 0))
            {
                values[resource.name] = check.values
            }
        }
        for resource in resources {
            let referred = (resource.schema?.foreignKeys ?? []).map {
                values[$0.resource.isEmpty ? resource.name : $0.resource]?[$0.referenced]
            }
            for problem in run(resource, referred)?.problems.problems ?? [] { problems.add(problem) }
        }
    }
}
