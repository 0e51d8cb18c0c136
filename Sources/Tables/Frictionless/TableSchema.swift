import Indicators

/// The description of the columns of a table (Data Package, Table Schema, versions 1 and 2).
struct TableSchema {
    struct Field {
        let name: String
        let type: String
        let format: String
        let decimalMark: Character
        let groupMark: Character?
        let isRequired: Bool
        let isUnique: Bool
        let minimum: Bound?
        let maximum: Bound?
        let lengths: (least: Int?, most: Int?)
        let allowed: [String]?
        let pattern: String?
        let trueValues: [String]
        let falseValues: [String]
    }

    /// A bound, and whether the bound itself is allowed.
    struct Bound {
        let text: String
        let isInside: Bool
    }

    struct ForeignKey {
        let fields: [String]
        /// Empty for the same table.
        let resource: String
        let referenced: [String]
    }

    let fields: [Field]
    let missingValues: Set<String>
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]

    /// Nil where the description is missing.
    init?(_ node: JSONNode?) {
        guard let node, let fields = node["fields"]?.array else { return nil }
        self.fields = fields.map(Self.field)
        // Version 2 allows objects with a label beside the value.
        missingValues = Set(node["missingValues"]?.array?.compactMap { $0.string ?? $0["value"]?.string } ?? [""])
        primaryKey = Self.names(node["primaryKey"])
        foreignKeys = (node["foreignKeys"]?.array ?? []).map { key in
            let reference = key["reference"]
            return ForeignKey(
                fields: Self.names(key["fields"]), resource: reference?["resource"]?.string ?? "",
                referenced: Self.names(reference?["fields"]))
        }
    }

    /// An array in version 2, a string in older ones.
    private static func names(_ node: JSONNode?) -> [String] {
        node?.array?.compactMap(\.string) ?? node?.string.map { [$0] } ?? []
    }

    private static func field(_ node: JSONNode) -> Field {
        let constraints = node["constraints"]
        func text(_ node: JSONNode?) -> String? {
            node?.string ?? node?.number ?? node?.bool.map { $0 ? "true" : "false" }
        }
        func bound(_ inside: String, _ outside: String) -> Bound? {
            text(constraints?[inside]).map { Bound(text: $0, isInside: true) }
                ?? text(constraints?[outside]).map { Bound(text: $0, isInside: false) }
        }
        func count(_ name: String) -> Int? { constraints?[name]?.number.flatMap { Int($0) } }
        return Field(
            name: node["name"]?.string ?? "", type: node["type"]?.string ?? "any",
            format: node["format"]?.string ?? "default",
            decimalMark: node["decimalChar"]?.string?.first ?? ".", groupMark: node["groupChar"]?.string?.first,
            isRequired: constraints?["required"]?.bool ?? false, isUnique: constraints?["unique"]?.bool ?? false,
            minimum: bound("minimum", "exclusiveMinimum"), maximum: bound("maximum", "exclusiveMaximum"),
            lengths: (count("minLength"), count("maxLength")), allowed: constraints?["enum"]?.array?.compactMap(text),
            pattern: constraints?["pattern"]?.string,
            trueValues: node["trueValues"]?.array?.compactMap(\.string) ?? ["true", "True", "TRUE", "1"],
            falseValues: node["falseValues"]?.array?.compactMap(\.string) ?? ["false", "False", "FALSE", "0"])
    }
}
