import Indicators

/// Reads `datapackage.json` (Frictionless Data Package 2.0): the description of the data set and the file of each
/// table.
struct PackageReader {
    static let file = "datapackage.json"
    static let largestFile = 16 << 20
    /// The newest format of a data set that this program reads. The number is raised when an older program would
    /// misread a set; a new column that may be absent does not raise it.
    static let newestFormat = 1

    private(set) var description: PackageDescription?
    /// The file of each resource by its name.
    private(set) var paths = ResourcePaths()
    /// The position of `minsheng.area`, for a problem that is found later.
    private(set) var rootPlace: (line: Int, column: Int) = (1, 1)
    /// Whether there is no description.
    private(set) var isMissing = false
    /// Whether it describes a package of another publisher: it has tables, but not ours, and no member `minsheng`.
    private(set) var isForeign = false

    init(_ folder: any TableFolder, _ problems: inout ProblemList) {
        do {
            try folder.withFile(Self.file, maximumBytes: Self.largestFile) { bytes in read(bytes, &problems) }
        } catch FolderFault.missing {
            isMissing = true
            problems.add(DataProblem(.missingPackage, file: Self.file))
        } catch {
            problems.add(DataProblem(TableReader.rule(for: error), file: Self.file))
        }
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer, _ problems: inout ProblemList) {
        if let fault = TextCheck.firstFault(in: bytes) {
            problems.add(
                DataProblem(
                    fault.rule.code == Rule.notUTF8.code ? .jsonNotUTF8 : fault.rule, file: Self.file,
                    line: fault.place.line, column: fault.place.column, found: fault.found)
            )
            return
        }
        let root: JSONNode
        do {
            // The schemas are for other programs; this program has its own rules.
            root = try JSONReader.read(bytes, from: TextCheck.startAfterMark(bytes), passing: "schema")
        } catch {
            let place = Self.position(error.offset, bytes)
            problems.add(
                DataProblem(error.rule, file: Self.file, line: place.line, column: place.column, found: error.found))
            return
        }
        func add(_ rule: Rule, _ node: JSONNode, _ path: String, _ found: String = "") {
            let place = Self.position(node.offset, bytes)
            problems.add(
                DataProblem(rule, file: Self.file, line: place.line, column: place.column, field: path, found: found))
        }
        guard root.isObject else { return add(.jsonType("对象 { }", "an object { }"), root, "$") }
        // In a newer format other members may have another meaning, so nothing more is read.
        if let format = root["minsheng"]?["format"], !knows(format, add) { return }
        isForeign = Self.isForeign(root)
        if let resources = root["resources"] {
            readResources(resources, add)
        } else {
            add(.jsonMissing, root, "$.resources")
        }
        guard let own = root["minsheng"] else { return add(.jsonMissing, root, "$.minsheng") }
        guard own.isObject else { return add(.jsonType("对象 { }", "an object { }"), own, "$.minsheng") }
        func text(_ key: String, required: Bool = true) -> String {
            guard let node = own[key] else {
                if required { add(.jsonMissing, own, "$.minsheng.\(key)") }
                return ""
            }
            guard let text = node.string else {
                add(.jsonType("文字", "a string"), node, "$.minsheng.\(key)")
                return ""
            }
            return text
        }
        let area = text("area")
        if let node = own["area"] { rootPlace = Self.position(node.offset, bytes) }
        description = PackageDescription(
            name: root["name"]?.string ?? "", version: root["version"]?.string ?? "",
            title: LocalizedText(zh: text("title_zh"), en: text("title_en")),
            city: LocalizedText(zh: text("city_zh", required: false), en: text("city_en", required: false)),
            period: LocalizedText(zh: text("period_zh", required: false), en: text("period_en", required: false)),
            contact: LocalizedText(zh: text("contact_zh", required: false), en: text("contact_en", required: false)),
            rootArea: area, isFictional: own["fictional"]?.bool ?? false, judging: Self.judging(own["judging"], add))
        description?.needsApproval = Self.approval(own["approval"], add)
    }

    /// Whether a second person has to approve what is published.
    private static func approval(_ node: JSONNode?, _ add: (Rule, JSONNode, String, String) -> Void) -> Bool {
        guard let node else { return false }
        if let flag = node.bool { return flag }
        add(.jsonType("true 或 false", "true or false"), node, "$.minsheng.approval", node.string ?? "")
        // Whoever wrote something there did not mean to do without.
        return true
    }

    /// Whether this program reads a format. Reports a problem where it does not.
    private func knows(_ format: JSONNode, _ add: (Rule, JSONNode, String, String) -> Void) -> Bool {
        let found = format.number ?? "", path = "$.minsheng.format"
        guard let number = Int(found), number >= 1 else {
            add(.jsonType("1 起的整数", "a whole number from 1"), format, path, found)
            return false
        }
        if number > Self.newestFormat { add(.newerFormat(Self.newestFormat), format, path, found) }
        return number <= Self.newestFormat
    }

    private static func isForeign(_ root: JSONNode) -> Bool {
        guard root["minsheng"] == nil, let resources = root["resources"]?.array else { return false }
        let names = resources.compactMap { $0["name"]?.string }
        return !names.isEmpty && !(names.contains("indicators") && names.contains("observations"))
    }

    /// The judging rule; the default where none is stated.
    private static func judging(_ node: JSONNode?, _ add: (Rule, JSONNode, String, String) -> Void) -> JudgingRule {
        var rule = JudgingRule()
        guard let node else { return rule }
        let path = "$.minsheng.judging"
        guard node.isObject else {
            add(.jsonType("对象 { }", "an object { }"), node, path, "")
            return rule
        }
        func coded<Value: Coded>(_ key: String, _ standard: Value) -> Value {
            guard let member = node[key] else { return standard }
            if let text = member.string, let value = Value(code: text) { return value }
            add(
                .unknownCode(Value.self, near: Hints.nearest(to: member.string ?? "", among: Value.codes)), member,
                "\(path).\(key)", member.string ?? "")
            return standard
        }
        rule.kind = coded("rule", rule.kind)
        rule.measure = coded("elapsed", rule.measure)
        if let member = node["band"] {
            if let band = member.number.flatMap({ DecimalNumber($0) }), !band.isNegative, band.doubleValue <= 100 {
                rule.band = band
            } else {
                add(.band, member, path + ".band", member.number ?? "")
            }
        }
        return rule
    }

    private mutating func readResources(_ resources: JSONNode, _ add: (Rule, JSONNode, String, String) -> Void) {
        guard let list = resources.array else {
            return add(.jsonType("数组 [ ]", "an array [ ]"), resources, "$.resources", "")
        }
        let known = TableForm.all.map(\.resource)
        for (index, node) in list.enumerated() {
            let path = "$.resources[\(index)]"
            guard let name = node["name"]?.string else {
                add(.jsonMissing, node, path + ".name", "")
                continue
            }
            guard let file = node["path"]?.string else {
                if known.contains(name) { add(.jsonMissing, node, path + ".path", name) }
                continue
            }
            guard known.contains(name) else {
                add(.unknownResource, node, path, name)
                continue
            }
            paths[name] = file
        }
        for form in TableForm.all where !form.isOptional && paths[form.resource] == nil {
            add(.missingResource, resources, "$.resources", form.resource)
        }
    }

    static func position(_ offset: Int, _ bytes: UnsafeRawBufferPointer) -> (line: Int, column: Int) {
        TextCheck.position(of: offset, in: bytes)
    }
}

/// The file of each resource. There are few, so a dictionary would only cost time at start.
struct ResourcePaths {
    private var all: [(resource: String, file: String)] = []

    subscript(_ resource: String) -> String? {
        get { all.first { $0.resource == resource }?.file }
        set {
            all.removeAll { $0.resource == resource }
            if let newValue { all.append((resource, newValue)) }
        }
    }
}
