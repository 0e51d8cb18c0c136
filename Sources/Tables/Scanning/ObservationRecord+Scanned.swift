import Indicators

extension ObservationRecord {
    /// Reads the record from the file; it is empty where the file has changed.
    ///
    /// - Parameter mark: a row at or before it whose line is known.
    init(_ file: FileBytes, _ plan: ColumnPlan, at offset: Int, mark: (offset: Int, line: Int), isRange: Bool) {
        self.init()
        file.withBytes { raw in
            guard let bytes = raw.bindMemory(to: UInt8.self).baseAddress, file.isUnchanged else { return }
            line = mark.line + LineCount.breaks(bytes, mark.offset..<offset, end: raw.count)
            place = plan.cells?.place(line: line, field: plan.value) ?? "第\(line)行"
            var reader = CSVReader(raw, from: offset, separator: plan.separator)
            guard (try? reader.next()) == true, reader.fields.count == plan.columnCount else { return }
            printed = reader.text(reader.fields[plan.value])
            if isRange {
                if let column = plan.valueHigh { high = DecimalNumber(reader.text(reader.fields[column])) }
                if high == nil,
                    case .number(let number) = CellNumber.read(printed, plan.numbers)
                {
                    high = number.high
                }
            }
            note = Self.note(reader, plan)
        }
    }

    private static func note(_ reader: CSVReader, _ plan: ColumnPlan) -> LocalizedText {
        let notes = plan.notes.compactMap { column -> LocalizedText? in
            let cell = reader.text(reader.fields[column])
            // Codes for "does not apply" and "total" are not shown.
            if cell.isEmpty || cell == "_Z" || cell == "_T" || cell == "_X" { return nil }
            let text = MultipleValue.text(cell, header: plan.columnNames[column])
            if plan.remarks.contains(column) { return text }
            let name = MultipleValue.name(plan.columnNames[column])
            return LocalizedText(zh: "\(name): \(text.zh)", en: "\(name): \(text.en)")
        }
        return LocalizedText(zh: notes.map(\.zh).joined(separator: "；"), en: notes.map(\.en).joined(separator: "; "))
    }
}
