import Indicators

/// Checks the cells of a table against its own Table Schema.
struct SchemaCheck {
    private let schema: TableSchema
    private let file: String
    private let separator: UInt8
    private var patterns: [Int: Regex<AnyRegexOutput>] = [:]
    private(set) var problems = ProblemList()
    /// Columns of the table by name.
    private var places: [String: Int] = [:]
    private var seen: [Int: [String: Int]] = [:]
    private var keys: [[String]: Int] = [:]
    /// Values of key columns, for the foreign keys of other tables.
    private(set) var values: [[String]: Set<[String]>] = [:]
    private let wanted: [[String]]

    /// - Parameter wanted: the groups of columns that foreign keys of other tables refer to.
    init(_ schema: TableSchema, file: String, separator: UInt8, wanted: [[String]]) {
        self.schema = schema
        self.file = file
        self.separator = separator
        self.wanted = wanted
        for (index, field) in schema.fields.enumerated() {
            if let pattern = field.pattern { patterns[index] = try? Regex(pattern) }
        }
        for group in wanted { values[group] = [] }
    }

    /// Checks every row.
    ///
    /// - Parameter referred: for each foreign key of the schema the allowed values; nil where they are not known.
    mutating func check(_ bytes: UnsafeRawBufferPointer, from start: Int, referred: [Set<[String]>?]) {
        var reader = CSVReader(bytes, from: start, separator: separator)
        guard (try? reader.next()) == true else { return }
        let header = reader.fields.map { reader.text($0) }
        for (index, name) in header.enumerated() { places[name] = index }
        for field in schema.fields where places[field.name] == nil {
            add(
                .ownSchema("缺少列 \(field.name)", "column \(field.name) is missing"), reader, 0, field.name,
                header.joined(separator: ", "))
        }
        for (index, name) in header.enumerated() where !schema.fields.contains(where: { $0.name == name }) {
            add(.ownSchema("多出列 \(name)", "column \(name) is not in the schema"), reader, index, name, name)
        }
        while true {
            do {
                guard try reader.next() else { return }
            } catch {
                continue
            }
            if reader.fields.count == 1, reader.fields[0].start == reader.fields[0].end { continue }
            guard reader.fields.count == header.count else { continue }
            checkRow(reader, referred)
        }
    }

    private mutating func add(_ rule: Rule, _ reader: CSVReader, _ index: Int, _ field: String, _ found: String) {
        let position = reader.position(
            of: index < reader.fields.count ? reader.fields[index].offset : reader.recordStart)
        problems.add(
            DataProblem(rule, file: file, line: position.line, column: position.column, field: field, found: found))
    }

    private mutating func checkRow(_ reader: CSVReader, _ referred: [Set<[String]>?]) {
        for (index, field) in schema.fields.enumerated() {
            guard let column = places[field.name] else { continue }
            let text = reader.text(reader.fields[column])
            if schema.missingValues.contains(text) {
                if field.isRequired || schema.primaryKey.contains(field.name) {
                    add(.ownSchema("不能为空", "must not be empty"), reader, column, field.name, text)
                }
                continue
            }
            if let fault = field.fault(text, patterns[index]) {
                add(.ownSchema(fault.zh, fault.en), reader, column, field.name, text)
            }
            if field.isUnique {
                if let first = seen[index, default: [:]][text] {
                    add(
                        .ownSchema("与第 \(first) 行重复，应各不相同", "the same as line \(first), should be unique"), reader,
                        column, field.name, text)
                } else {
                    seen[index, default: [:]][text] = reader.recordLine
                }
            }
        }
        func cells(_ names: [String]) -> [String]? {
            let columns = names.compactMap { places[$0] }
            return columns.count == names.count && !names.isEmpty ? columns.map { reader.text(reader.fields[$0]) } : nil
        }
        if let key = cells(schema.primaryKey) {
            if let first = keys[key] {
                add(
                    .ownSchema("主键与第 \(first) 行重复", "the primary key of line \(first) again"), reader,
                    places[schema.primaryKey[0]] ?? 0, schema.primaryKey.joined(separator: ", "),
                    key.joined(separator: ", "))
            } else {
                keys[key] = reader.recordLine
            }
        }
        for (index, key) in schema.foreignKeys.enumerated() {
            guard let known = referred[index], let cells = cells(key.fields),
                !cells.allSatisfy({ schema.missingValues.contains($0) })
            else { continue }
            if !known.contains(cells) {
                let table = key.resource.isEmpty ? "本表" : key.resource
                add(
                    .ownSchema(
                        "\(table) 中没有这个值", "no such value in \(key.resource.isEmpty ? "this table" : key.resource)"),
                    reader, places[key.fields[0]] ?? 0,
                    key.fields.joined(separator: ", "), cells.joined(separator: ", "))
            }
        }
        for group in wanted { if let cells = cells(group) { values[group]?.insert(cells) } }
    }
}

extension TableSchema.Field {
    /// The problem of a value; nil for a valid one.
    func fault(_ text: String, _ pattern: Regex<AnyRegexOutput>?) -> LocalizedText? {
        if let fault = typeFault(text) { return fault }
        if let minimum, let below = isBelow(text, minimum.text),
            below || (!minimum.isInside && isBelow(minimum.text, text) == false)
        {
            return LocalizedText(zh: "小于下限 \(minimum.text)", en: "below the minimum \(minimum.text)")
        }
        if let maximum, let above = isBelow(maximum.text, text),
            above || (!maximum.isInside && isBelow(text, maximum.text) == false)
        {
            return LocalizedText(zh: "大于上限 \(maximum.text)", en: "above the maximum \(maximum.text)")
        }
        if let least = lengths.least, text.unicodeScalars.count < least {
            return LocalizedText(zh: "少于 \(least) 个字符", en: "shorter than \(least)")
        }
        if let most = lengths.most, text.unicodeScalars.count > most {
            return LocalizedText(zh: "多于 \(most) 个字符", en: "longer than \(most)")
        }
        if let allowed, !allowed.contains(text) {
            return LocalizedText(zh: "不在允许的值之中", en: "not one of the allowed values")
        }
        if let pattern, (try? pattern.wholeMatch(in: text)) == nil {
            return LocalizedText(zh: "不合格式 \(self.pattern ?? "")", en: "does not match \(self.pattern ?? "")")
        }
        return nil
    }

    private func number(_ text: String) -> DecimalNumber? {
        var plain = text
        if let groupMark { plain.removeAll { $0 == groupMark } }
        if decimalMark != "." { plain = String(plain.map { $0 == decimalMark ? "." : $0 }) }
        return DecimalNumber(plain)
    }

    private func typeFault(_ text: String) -> LocalizedText? {
        func wrong(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: "不是\(zh)", en: "not \(en)") }
        let isDefault = format == "default"
        switch type {
        case "integer":
            var plain = text
            if let groupMark { plain.removeAll { $0 == groupMark } }
            return Int(plain) == nil ? wrong("整数", "an integer") : nil
        case "number":
            if ["NaN", "INF", "-INF"].contains(text) || number(text) != nil { return nil }
            // A number with more digits than we keep is still valid.
            return Double(text) == nil ? wrong("数字", "a number") : nil
        case "boolean":
            return trueValues.contains(text) || falseValues.contains(text) ? nil : wrong("是或否", "true or false")
        case "date" where isDefault:
            return Period(sdmx: text)?.kind == .day ? nil : wrong("日期 YYYY-MM-DD", "a date YYYY-MM-DD")
        case "year": return Int(text) != nil && text.utf8.count <= 5 ? nil : wrong("年份", "a year")
        case "yearmonth": return Period(sdmx: text)?.kind == .month ? nil : wrong("年月 YYYY-MM", "a month YYYY-MM")
        case "datetime" where isDefault:
            let day = text.prefix(10)
            return Period(sdmx: String(day))?.kind == .day && text.utf8.count >= 19
                ? nil : wrong("日期时间", "a date and time")
        default: return nil
        }
    }

    /// Whether one value is less than another; nil where they cannot be compared.
    private func isBelow(_ left: String, _ right: String) -> Bool? {
        switch type {
        case "integer", "number", "year":
            guard let a = number(left), let b = number(right) else { return nil }
            return a < b
        case "date", "datetime", "time", "yearmonth": return left < right
        default: return nil
        }
    }
}
