import Indicators

/// Names, topics, units and dimensions for the observations of a tidy table.
enum TidyCatalogue {
    /// The largest number of codes that become topics; more would need a list of their own.
    private static let mostTopics = 24

    static func catalogue(_ scanned: ScannedObservations, _ plan: ColumnPlan, _ file: ForeignFile) -> Catalogue {
        var observations = scanned
        observations.wholeCode = ForeignDraft.wholeCode
        observations.sourceCode = ForeignDraft.sourceCode
        var draft = ForeignDraft(name: file.stem, title: file.stem, fileName: file.fileName, date: file.date)
        // The key columns except that of areas, with their indices in an indicator's key.
        let columns = plan.keys.indices.filter { $0 != scanned.areaKey }
        let names = columns.map { labels(scanned, $0) }
        func isConstant(_ place: Int) -> Bool { scanned.keyCodes[columns[place]].codes.count < 2 }
        let structure = columns.firstIndex { plan.keys[$0].role == .structure }
        let subject = columns.firstIndex { plan.keys[$0].role == .indicator }
        let varying = columns.indices.filter {
            !isConstant($0) && $0 != structure && $0 != subject && plan.keys[columns[$0]].role != .basis
        }
        let topicPlace = topicPlace(
            scanned, columns, structure: structure, subject: subject, hasBreakdown: !varying.isEmpty)
        if let structure, isConstant(structure), let code = scanned.keyCodes[columns[structure]].codes.first {
            draft.title = title(names[structure].first ?? code)
        }
        draft.dimensions = varying.map { place in
            let key = plan.keys[columns[place]], codes = scanned.keyCodes[columns[place]].codes
            return Dimension(
                code: key.name, name: key.label,
                codes: zip(codes, names[place]).map { Dimension.Code(code: $0, name: $0.isEmpty ? "—" : $1) })
        }
        var seen: [String: Int] = [:]
        var drafts: [(subject: ForeignDraft.Subject, order: [Int])] = []
        drafts.reserveCapacity(scanned.indicatorKeys.count)
        for number in 0..<scanned.indicatorKeys.count {
            let key = Array(scanned.indicatorKeys[number]).map(Int.init)
            // The series key of SDMX: codes joined by points, without constant ones.
            let parts = columns.indices.filter { $0 == subject || varying.contains($0) }
            var code = parts.map { scanned.keyCodes[columns[$0]].codes[key[$0]] }.filter { !$0.isEmpty }.joined(
                separator: ".")
            if code.isEmpty { code = file.stem }
            if let count = seen[code] {
                seen[code] = count + 1
                code += structure.map { "@" + scanned.keyCodes[columns[$0]].codes[key[$0]] } ?? "@\(count + 1)"
            } else {
                seen[code] = 1
            }
            let words = parts.filter { $0 == subject || !isTotal(scanned.keyCodes[columns[$0]].codes[key[$0]]) }
            let name = words.filter { $0 != topicPlace || words.count == 1 }.map { names[$0][key[$0]] }.filter {
                !$0.isEmpty
            }.joined(separator: " · ")
            draft.indicators.append(
                ForeignDraft.Subject(
                    code: code, name: name.isEmpty ? draft.title : name, unit: unit(scanned.unit(ofIndicator: number)),
                    topic: topicPlace.map { scanned.keyCodes[columns[$0]].codes[key[$0]] } ?? "",
                    breakdown: varying.map { key[$0] }))
        }
        observations.indicatorCodes = draft.indicators.map(\.code)
        if let topicPlace {
            draft.topics = zip(scanned.keyCodes[columns[topicPlace]].codes, names[topicPlace]).map {
                ForeignDraft.Named(code: $0, name: title($1))
            }
            .sorted { $0.code < $1.code }
        }
        // Codes are sorted; words keep the order of the table.
        let isCoded =
            subject.map {
                scanned.keyCodes[columns[$0]].codes.allSatisfy {
                    !$0.utf8.contains(0x20) && $0.utf8.allSatisfy { $0 < 0x80 }
                }
            } ?? false
        if isCoded { draft.indicators.sort { $0.code < $1.code } }
        if let areaKey = scanned.areaKey {
            let codes = scanned.keyCodes[areaKey].codes
            draft.areas = zip(codes, labels(scanned, areaKey)).map {
                ForeignDraft.Named(code: $0.isEmpty ? ForeignDraft.wholeCode : $0, name: $1.isEmpty ? draft.title : $1)
            }
            if isCoded { draft.areas.sort { $0.code < $1.code } }
        }
        return draft.catalogue(ObservationTable(observations))
    }

    /// Whether a code means the total, or "does not apply".
    private static func isTotal(_ code: String) -> Bool {
        code.isEmpty || code == "_T" || code == "_Z" || code == "TOTAL" || code == "T"
    }

    /// The index of the column that gives the topics: the dataflow where there are several, otherwise the indicator
    /// where it has breakdowns.
    private static func topicPlace(
        _ scanned: ScannedObservations, _ columns: [Int], structure: Int?, subject: Int?, hasBreakdown: Bool
    ) -> Int? {
        func count(_ place: Int) -> Int { scanned.keyCodes[columns[place]].codes.count }
        if let structure, (2...mostTopics).contains(count(structure)) { return structure }
        if let subject, (2...mostTopics).contains(count(subject)), hasBreakdown { return subject }
        return nil
    }

    /// The names of the codes of a key column.
    private static func labels(_ scanned: ScannedObservations, _ column: Int) -> [String] {
        let codes = scanned.keyCodes[column]
        guard let named = scanned.plan.keys[column].names, named == scanned.plan.keys[column].column + 1 else {
            return zip(codes.codes, codes.labels).map { $1.isEmpty ? $0 : $1 }
        }
        let names = scanned.namesBehind(column)
        return codes.codes.map { names[$0].flatMap { $0.isEmpty ? nil : $0 } ?? $0 }
    }

    /// `AGENCY:ID(VERSION)` without agency and version; the name of `AGENCY:ID(VERSION): Name`.
    private static func title(_ structure: String) -> String {
        guard let open = structure.firstIndex(of: "("), structure.hasSuffix(")"),
            let colon = structure.firstIndex(of: ":"), colon < open
        else { return structure }
        let id = structure[structure.index(after: colon)..<open]
        return String(id.split(separator: "@").last ?? id)
    }

    /// A unit as people write it.
    private static func unit(_ code: String) -> String {
        var name = code
        if let colon = code.firstIndex(of: ":") { name = TableHead.trimmed(String(code[code.index(after: colon)...])) }
        switch name.uppercased() {
        case "PT", "PCT", "PC", "PERCENT", "PERCENTAGE", "PERCENTAGE (%)", "PER CENT": return "%"
        default: return name
        }
    }
}
