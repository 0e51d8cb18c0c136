import Indicators

/// Names, topics, units and dimensions for the observations of a tidy table.
enum TidyCatalogue {
    /// The largest number of codes that become topics; more would need a list of their own.
    private static let mostTopics = 24

    static func catalogue(
        _ scanned: ScannedObservations, _ plan: ColumnPlan, _ context: TableContext, _ file: ForeignFile
    ) -> Catalogue {
        var observations = scanned
        observations.wholeCode = ForeignDraft.wholeCode
        observations.sourceCode = ForeignDraft.sourceCode
        var draft = ForeignDraft(name: file.stem, title: file.stem, fileName: file.fileName, date: file.date)
        context.apply(to: &draft)
        // The key columns except that of areas, with their indices in an indicator's key.
        let columns = plan.keys.indices.filter { $0 != scanned.areaKey }
        let names = columns.map { labels(scanned, $0) }
        func isConstant(_ index: Int) -> Bool { scanned.keyCodes[columns[index]].codes.count < 2 }
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
        // Figures of women only are not those of all.
        for index in columns.indices
        where isConstant(index) && plan.keys[columns[index]].role == .dimension
            && NameHint(plan.keys[columns[index]].name).isGroup
        {
            guard let code = scanned.keyCodes[columns[index]].codes.first, let name = names[index].first,
                !isTotal(code), !isTotal(name)
            else { continue }
            draft.title += " · " + name
        }
        draft.dimensions = varying.map { index in
            let key = plan.keys[columns[index]], codes = scanned.keyCodes[columns[index]].codes
            return Dimension(
                code: key.name, name: key.label,
                codes: zip(codes, names[index]).map { Dimension.Code(code: $0, name: $0.isEmpty ? "—" : $1) })
        }
        let parts = KeyParts(
            columns: columns, names: names, structure: structure, subject: subject, varying: varying,
            topic: topicPlace)
        draft.indicators = subjects(scanned, parts, draft.title, file.stem)
        observations.indicatorCodes = draft.indicators.map(\.code)
        if let topicPlace {
            draft.topics = zip(scanned.keyCodes[columns[topicPlace]].codes, names[topicPlace]).map {
                ForeignDraft.Named(code: $0, name: title($1))
            }
            .sorted { $0.code < $1.code }
        }
        sortAndNameAreas(&draft, scanned, subjectColumn: subject.map { columns[$0] })
        return draft.catalogue(ObservationTable(observations))
    }

    /// The key columns of indicators, by their places among those columns.
    private struct KeyParts {
        let columns: [Int]
        /// For each the names of its codes.
        let names: [[String]]
        let structure: Int?
        let subject: Int?
        /// Those with more than one code.
        let varying: [Int]
        let topic: Int?
    }

    private static func subjects(
        _ scanned: ScannedObservations, _ parts: KeyParts, _ title: String, _ stem: String
    ) -> [ForeignDraft.Subject] {
        let (columns, varying) = (parts.columns, parts.varying)
        var seen: [String: Int] = [:]
        return (0..<scanned.indicatorKeys.count).map { number in
            let key = Array(scanned.indicatorKeys[number]).map(Int.init)
            func codeOf(_ index: Int) -> String { scanned.keyCodes[columns[index]].codes[key[index]] }
            // The series key of SDMX: codes joined by points, without constant ones.
            let used = columns.indices.filter { $0 == parts.subject || varying.contains($0) }
            var code = used.map(codeOf).filter { !$0.isEmpty }.joined(separator: ".")
            if code.isEmpty { code = stem }
            if let count = seen[code] {
                seen[code] = count + 1
                code += parts.structure.map { "@" + codeOf($0) } ?? "@\(count + 1)"
            } else {
                seen[code] = 1
            }
            let words = used.filter { $0 == parts.subject || !isTotal(codeOf($0)) }
            let name = words.filter { $0 != parts.topic || words.count == 1 }.map { parts.names[$0][key[$0]] }
                .filter { !$0.isEmpty }.joined(separator: " · ")
            return ForeignDraft.Subject(
                code: code, name: name.isEmpty ? title : name,
                unit: UnitText.readable(scanned.unit(ofIndicator: number)), topic: parts.topic.map(codeOf) ?? "",
                breakdown: varying.map { key[$0] },
                isTotal: !varying.isEmpty && varying.allSatisfy { isTotal(codeOf($0)) })
        }
    }

    /// Codes are sorted; words keep the order of the table.
    private static func sortAndNameAreas(
        _ draft: inout ForeignDraft, _ scanned: ScannedObservations, subjectColumn: Int?
    ) {
        let isCoded =
            subjectColumn.map { column in
                scanned.keyCodes[column].codes.allSatisfy { code in
                    !code.utf8.contains(0x20) && code.utf8.allSatisfy { $0 < 0x80 }
                }
            } ?? false
        if isCoded { draft.indicators.sort { $0.code < $1.code } }
        guard let areaKey = scanned.areaKey else { return }
        let title = draft.title
        draft.areas = zip(scanned.keyCodes[areaKey].codes, labels(scanned, areaKey)).map {
            ForeignDraft.Named(code: $0.isEmpty ? ForeignDraft.wholeCode : $0, name: $1.isEmpty ? title : $1)
        }
        if isCoded { draft.areas.sort { $0.code < $1.code } }
    }

    private static let totals: Set<String> = [
        "_T", "_Z", "TOTAL", "T", "合计", "总计", "全部", "ALL", "BOTHSEX", "BTSX", "SEX_BTSX", "BOTH SEXES", "ALLAGE",
        "ALL AGES", "ALLAREA", "總計", "合計", "計", "総数", "男女計", "계", "합계", "전체", "RESIDENCEAREATYPE_TOTL",
    ]

    /// Whether a code means the total, or "does not apply".
    static func isTotal(_ code: String) -> Bool {
        code.isEmpty || totals.contains(code.uppercased())
    }

    /// The index of the column that gives the topics: the dataflow where there are several, otherwise the indicator
    /// where it has breakdowns.
    private static func topicPlace(
        _ scanned: ScannedObservations, _ columns: [Int], structure: Int?, subject: Int?, hasBreakdown: Bool
    ) -> Int? {
        func count(_ index: Int) -> Int { scanned.keyCodes[columns[index]].codes.count }
        if let structure, (2...mostTopics).contains(count(structure)) { return structure }
        if let subject, (2...mostTopics).contains(count(subject)), hasBreakdown { return subject }
        return nil
    }

    /// The names of the codes of a key column.
    private static func labels(_ scanned: ScannedObservations, _ column: Int) -> [String] {
        let codes = scanned.keyCodes[column]
        guard let named = scanned.plan.keys[column].names else {
            return zip(codes.codes, codes.labels).map { $1.isEmpty ? $0 : $1 }
        }
        let names = scanned.namesOfCodes(column, in: named)
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
}
