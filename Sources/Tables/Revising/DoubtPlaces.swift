import Indicators

/// Finds the cell that a doubt is about: in the clerk's own files, or else in those that will be published.
public struct DoubtPlaces {
    private let folders: [MemoryFolder]
    private var tables: [String: CSVText] = [:]

    /// - Parameters:
    ///   - own: the folder as the clerk has it.
    ///   - published: the files that will be published, in canonical form.
    public init(own: MemoryFolder, published: [String: [UInt8]]) {
        folders = [own, MemoryFolder(published)]
    }

    /// `file:line:column` and the name of the column; the file alone for a row that is no longer there. Nil for what
    /// has no cell.
    public mutating func place(of doubt: Doubt) -> String? {
        switch doubt {
        case .figure(let figure):
            let key = figure.key
            let cells: [(ColumnName, String)] = [
                (.REF_AREA, key.area), (.INDICATOR, key.indicator), (.TIME_PERIOD, key.period),
                (.PERIOD_BASIS, key.basis.code), (.SOURCE, key.source),
            ]
            return place(
                "observations", cells.map { CatalogueDifference.KeyCell(column: $0.0.rawValue, text: $0.1) },
                isThere: figure.new != nil, column(figure))
        case .row(let row) where row.table == "datapackage": return PackageReader.file
        case .row(let row) where row.table == "map": return MapReader.file
        case .row(let row):
            return place(row.table, row.key, isThere: row.kind != .removed, row.findings.first?.column?.rawValue)
        case .clock, .aheadOfClock, .unknownBase, .draft: return nil
        }
    }

    /// The cell of a figure that was changed, or that its first finding is about.
    private func column(_ figure: CatalogueDifference.Figure) -> String? {
        guard let finding = figure.findings.first else { return nil }
        let unit = ColumnName.UNIT_MULT.rawValue, value = ColumnName.OBS_VALUE.rawValue
        if figure.cells.contains(unit), !figure.cells.contains(value) { return unit }
        return finding.column?.rawValue
    }

    private mutating func place(
        _ resource: String, _ key: [CatalogueDifference.KeyCell], isThere: Bool, _ column: String?
    ) -> String? {
        for (number, folder) in folders.enumerated() {
            guard let file = folder.path(ofTable: resource), let bytes = folder.files[file] else { continue }
            guard isThere else { return file }
            let text = tables["\(number) \(file)"] ?? CSVText(bytes)
            tables["\(number) \(file)"] = text
            if let place = Self.place(key, column, in: text) { return "\(file):\(place)" }
        }
        return nil
    }

    /// The line and column of a cell of the first row with these cells.
    private static func place(_ key: [CatalogueDifference.KeyCell], _ column: String?, in text: CSVText) -> String? {
        let columns = text.columns
        let wanted = key.compactMap { cell in columns[cell.column].map { ($0, cell.text, Array(cell.text.utf8)) } }
        guard wanted.count == key.count, !key.isEmpty else { return nil }
        let record = text.records.indices.dropFirst().first { number in
            let record = text.records[number]
            return wanted.allSatisfy { index, cell, bytes in
                record.indices.contains(index)
                    && (text.bytes[record[index]].elementsEqual(bytes) || text.text(record[index]) == cell)
            }
        }
        guard let record else { return nil }
        guard let column, let index = columns[column], text.records[record].indices.contains(index) else {
            return String(text.lines[record])
        }
        // Columns are counted in characters, from the beginning of the line that the cell is on.
        let cell = text.records[record][index].lowerBound
        let start = text.bytes[..<cell].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        let first = text.records[record][0].lowerBound
        let line = text.lines[record] + text.bytes[first..<max(first, start)].count { $0 == 0x0A }
        let characters = String(decoding: text.bytes[start..<cell], as: UTF8.self).unicodeScalars
        return "\(line):\(characters.count { $0 != "\u{FEFF}" } + 1) \(column)"
    }
}
