import Indicators

/// Rows that hold a name and no figure, above rows whose names occur below several of them: 东乡县, then its figures.
struct RowGroups: Sendable {
    /// The offsets of those rows.
    private var places: Set<Int> = []
    /// Whether they are areas.
    private var areAreas = false
    private var current = ""

    /// Finds them in a table whose rows have one column of names; none where names occur once.
    init(_ roles: TableRoles, _ profile: TableProfile, nameColumns: [Int], _ rows: () -> [TableHead.Record]) {
        guard nameColumns.count == 1, let column = nameColumns.first, !roles.values.isEmpty,
            !profile.columns[column].isCapped, profile.columns[column].empty == 0,
            profile.columns[column].distinct < profile.columns[column].cells
        else { return }
        let records = rows()
        var names: [String] = [], below: Set<String> = [], isRepeated = false, all: Set<String> = []
        var places: Set<Int> = []
        for record in records {
            guard record.cells.indices.contains(column), !record.cells[column].isEmpty else { return }
            let name = record.cells[column]
            if record.filledCount == 1 {
                places.insert(record.start)
                names.append(name)
                below = []
            } else {
                guard !names.isEmpty, below.insert(name).inserted else { return }
                if !all.insert(name).inserted { isRepeated = true }
            }
        }
        guard names.count > 1, isRepeated else { return }
        self.places = places
        areAreas = names.count { AreaNames.isArea($0) } * 10 >= names.count * 8
    }

    static func records(_ bytes: UnsafeRawBufferPointer, _ data: Range<Int>, _ separator: UInt8)
        -> [TableHead.Record]
    {
        var reader = CSVReader(
            UnsafeRawBufferPointer(rebasing: bytes[..<data.upperBound]), from: data.lowerBound, separator: separator)
        var records: [TableHead.Record] = []
        while (try? reader.next()) == true {
            let record = TableHead.Record(
                cells: reader.fields.map { TableHead.trimmed(reader.text($0)) }, line: reader.recordLine,
                start: reader.recordStart, end: reader.offset)
            if !record.isBlank { records.append(record) }
        }
        return records
    }

    /// Whether a row begins a group, which the rows below belong to.
    mutating func begins(_ record: TableHead.Record) -> Bool {
        guard places.contains(record.start) else { return false }
        current = record.cells.first { !$0.isEmpty } ?? ""
        return true
    }

    /// Names a row by its group.
    func name(_ row: inout RowReader.Row) {
        guard !current.isEmpty else { return }
        guard areAreas else {
            row.words.insert(current, at: 0)
            return
        }
        if !row.area.isEmpty { row.words.insert(row.areaName, at: 0) }
        (row.area, row.areaName) = (current, current)
    }
}

/// The last signs of the names of areas.
enum AreaNames {
    private static let endings: [String] = [
        "省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道", "自治区", "區", "縣", "鎮", "鄉", "県", "町", "村",
    ]

    /// Kinds of areas and no names.
    private static let kinds = [
        "城镇", "乡村", "农村", "城市", "市区", "郊区", "城区", "县城", "乡镇", "小区", "社区", "园区", "景区", "山区", "城乡", "自然村", "行政村",
    ]

    static func isArea(_ text: String) -> Bool {
        text.count > 1 && endings.contains { text.hasSuffix($0) } && !kinds.contains { text.hasSuffix($0) }
    }
}
