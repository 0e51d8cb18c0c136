import Indicators

/// Rows that begin a group: rows with a name and no figures, or rows above others whose names occur in several groups.
struct RowGroups: Sendable {
    /// The offsets of the rows without figures.
    private var starts: Set<Int> = []
    /// The names by their offset of the rows with figures whose groups they begin, and of the rows of these groups.
    private var parents: [Int: String] = [:]
    /// Whether they are areas.
    private var areAreas = false
    private var current = ""

    /// Finds them in a table whose rows have one column of names; none where names occur once.
    init(_ roles: TableRoles, _ profile: TableProfile, nameColumns: [Int], _ rows: () -> [TableHead.Record]) {
        guard nameColumns.count == 1, let column = nameColumns.first, !roles.values.isEmpty,
            !profile.columns[column].isCapped, profile.columns[column].empty == 0,
            profile.columns[column].distinct < profile.columns[column].cells
        else { return }
        let records = rows().filter { !WordHeader.isColumnNumbers($0.cells) }
        defer { if starts.isEmpty { takeRepeatedNames(records, column) } }
        guard records.allSatisfy({ $0.cells.indices.contains(column) && !$0.cells[column].isEmpty }) else { return }
        // A name that stands several times is that of a row, with figures or without.
        let counts = Self.counts(records, column)
        func hasNoFigures(_ record: TableHead.Record) -> Bool {
            record.filledCount == 1 && counts[record.cells[column]] == 1
        }
        // Among areas a row of another name is an indicator without figures.
        let first = records.first.map { hasNoFigures($0) && AreaNames.isArea($0.cells[column]) } ?? false
        let areOnlyAreas = first && records.count { hasNoFigures($0) && AreaNames.isArea($0.cells[column]) } > 1
        var names: [String] = [], below: Set<String> = [], isRepeated = false, all: Set<String> = []
        var starts: Set<Int> = []
        for record in records {
            let name = record.cells[column]
            if hasNoFigures(record), !areOnlyAreas || AreaNames.isArea(name) {
                starts.insert(record.start)
                names.append(name)
                below = []
            } else {
                guard !names.isEmpty, below.insert(name).inserted else { return }
                if !all.insert(name).inserted { isRepeated = true }
            }
        }
        guard names.count > 1, isRepeated else { return }
        self.starts = starts
        areAreas = names.count { AreaNames.isArea($0) } * 10 >= names.count * 8
    }

    private static func counts(_ records: [TableHead.Record], _ column: Int) -> [String: Int] {
        Dictionary(records.map { ($0.cells[column], 1) }, uniquingKeysWith: +)
    }

    /// 男 and 女 below 就业 and again below 失业 are parts of these. Rows that have the same name and the same row above
    /// them stay as they are, so that they are reported.
    private mutating func takeRepeatedNames(_ records: [TableHead.Record], _ column: Int) {
        guard records.allSatisfy({ $0.cells.indices.contains(column) }) else { return }
        let counts = Self.counts(records, column)
        var above = "", found: [Int: String] = [:], seen: Set<[String]> = []
        for record in records {
            let name = record.cells[column]
            if counts[name] == 1 {
                above = name
            } else if above.isEmpty || !seen.insert([above, name]).inserted {
                return
            } else {
                found[record.start] = above
            }
        }
        parents = found
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
        guard starts.contains(record.start) else { return false }
        current = record.cells.first { !$0.isEmpty } ?? ""
        return true
    }

    /// Whether a row is named by the row above it.
    func isNamed(_ record: TableHead.Record) -> Bool { parents[record.start] != nil }

    /// Names a row by its group.
    func name(_ row: inout RowReader.Row) {
        if let parent = parents[row.record.start] {
            if row.area.isEmpty {
                row.words = [MergedHeadings.named(parent, row.words.joined(separator: " · "))]
            } else {
                row.areaName = parent + " · " + row.areaName
                row.area = row.areaName
            }
        }
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
        "贫困县", "贫困村", "贫困乡", "贫困镇", "脱贫县", "脱贫村", "示范县", "示范村", "示范镇", "示范区", "试点县", "试点村", "试点区",
        "重点县", "重点村", "重点镇", "文明村", "文明镇", "超市", "夜市", "集市", "菜市", "门市", "楼市", "股市",
    ]

    static func isArea(_ text: String) -> Bool {
        text.count > 1 && endings.contains { text.hasSuffix($0) } && !kinds.contains { text.hasSuffix($0) }
    }
}
