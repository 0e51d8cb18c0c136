import Indicators

/// The smallest data set that can be opened: every table with its columns, and example rows to overwrite where a row is
/// required.
public enum Starter {
    /// - Parameters:
    ///   - name: the name of the data set; only lower-case letters, digits and hyphens are kept.
    ///   - other: the data set whose tables and columns are used.
    /// - Returns: nil where that data set has no tables.
    public static func files(name: String, like other: MemoryFolder) -> [String: [UInt8]]? {
        guard let resources = resources(other.files["datapackage.json"] ?? []) else { return nil }
        let code = String(name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        let head = """
            {
              "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
              "name": \(JSONText.quoted(code.isEmpty ? "my-city" : code)),
              "title": "某市民生数据",
              "version": "1.0.0",
              "minsheng": {
                "format": \(PackageReader.newestFormat),
                "title_zh": "某市民生看板",
                "title_en": "City livelihood dashboard",
                "city_zh": "某市",
                "city_en": "City",
                "period_zh": "2026年",
                "period_en": "2026",
                "area": "990000",
                "fictional": false
              },
              "resources":
            """
        var files: [String: [UInt8]] = ["datapackage.json": Array((head + " ").utf8) + resources]
        for form in TableForm.all {
            let rows = rows[form.resource] ?? []
            let path = other.path(ofTable: form.resource) ?? form.resource + ".csv"
            let table = CSVText(other.files[path] ?? []), columns = (table.records.first ?? []).map(table.text)
            files[path] = CSVText(Array(CSVText.line(columns).utf8)).appending(rows)
        }
        let reading = CatalogueReader.read(MemoryFolder(files))
        return reading.catalogue == nil ? nil : files
    }

    /// The part of the description from the opening bracket of the tables to its end.
    private static func resources(_ package: [UInt8]) -> ArraySlice<UInt8>? {
        let offset = package.withUnsafeBytes { bytes in
            (try? JSONReader.read(bytes, from: TextCheck.startAfterMark(bytes)))?["resources"]?.offset
        }
        return offset.map { package[$0...] }
    }

    private static let rows: [String: [[String: String]]] = [
        "topics": [
            [
                "code": "work", "order": "1", "title_zh": "就业", "title_en": "Employment", "short_zh": "就业",
                "short_en": "Jobs", "headline": "new-jobs",
            ]
        ],
        "indicators": [
            [
                "code": "new-jobs", "topic": "work", "order": "1", "name_zh": "新增就业", "name_en": "New jobs",
                "sentence_zh": "新找到工作的人数。",
                "sentence_en": "How many people found work.", "unit": "人", "unit_en": "person|people",
                "direction": "up", "display": "count",
                "collection": "S", "pinyin": "xin zeng jiu ye",
            ]
        ],
        "areas": [["code": "990000", "order": "1", "name_zh": "某市", "name_en": "City", "kind": "city"]],
        "sources": [
            [
                "code": "report", "title": "来源的题名", "title_en": "Title of the source", "publisher": "未载明",
                "date": "未载明", "trust": "A",
            ]
        ],
        "observations": [
            [
                "REF_AREA": "990000", "INDICATOR": "new-jobs", "TIME_PERIOD": "2026-01-01/P1M",
                "PERIOD_BASIS": "printed", "UNIT_MULT": "0",
                "QUALIFIER": "exact", "OBS_STATUS": "O", "SOURCE": "report", "PLACE": "第1段",
            ]
        ],
    ]
}
