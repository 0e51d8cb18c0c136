import Indicators

/// The columns of a table and what they have to do with each other.
///
/// Of a small table every row is looked at, of a large one parts that are spread evenly, so that the profile costs
/// little beside the reading.
struct TableProfile: Sendable {
    private(set) var columns: [ColumnProfile]
    private(set) var rows = 0
    /// How the figures below headings of periods are written. Nothing else is asked of them, so their texts are not
    /// kept.
    private(set) var figures = NumberEvidence()
    private let isFigure: [Bool]
    /// For each column the numbers of its texts in the rows that are kept; -1 where there are too many texts.
    private var kept: [[Int32]]
    private var dictionaries: [ByteDictionary]
    private var shapes: [[CellShape]]

    /// The largest file of which every row is looked at.
    static let wholeSize = 4 << 20
    /// The number and the size of the parts of a larger one.
    static let partCount = 64
    static let partSize = 24 << 10
    private static let mostKeptRows = 20_000
    private static let mostKeptColumns = 64

    /// - Parameters:
    ///   - data: the rows of data by the offset of the first and of the end.
    ///   - isFigure: for each column whether its heading is a period.
    init(
        _ bytes: UnsafeRawBufferPointer, _ data: Range<Int>, width: Int, separator: UInt8, isWhole: Bool,
        isFigure: [Bool] = []
    ) {
        self.isFigure = (0..<width).map { $0 < isFigure.count && isFigure[$0] }
        columns = [ColumnProfile](repeating: ColumnProfile(), count: width)
        kept = [[Int32]](repeating: [], count: min(width, Self.mostKeptColumns))
        dictionaries = [ByteDictionary](repeating: ByteDictionary(), count: width)
        shapes = [[CellShape]](repeating: [], count: width)
        guard isWhole || data.count <= Self.wholeSize else {
            let step = data.count / Self.partCount
            for part in 0..<Self.partCount {
                var start = data.lowerBound + part * step
                if part > 0 {
                    while start < data.upperBound, bytes[start] != UInt8(ascii: "\n") { start += 1 }
                    start += 1
                }
                read(bytes, start, min(data.upperBound, start + Self.partSize), data.upperBound, separator)
            }
            return
        }
        read(bytes, data.lowerBound, data.upperBound, data.upperBound, separator)
    }

    private mutating func read(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ limit: Int, _ end: Int, _ separator: UInt8
    ) {
        let table = UnsafeRawBufferPointer(rebasing: bytes[..<end])
        guard let base = table.bindMemory(to: UInt8.self).baseAddress else { return }
        var reader = CSVReader(table, from: start, separator: separator)
        for column in columns.indices { columns[column].skip() }
        while reader.offset < limit {
            guard let isRow = try? reader.next() else { continue }
            if !isRow { return }
            if reader.fields.count < 2, columns.count > 1 { continue }
            if reader.fields.allSatisfy({ $0.start == $0.end }) { continue }
            rows += 1
            for column in columns.indices {
                let field = column < reader.fields.count ? reader.fields[column] : nil
                take(field.map { $0.start..<$0.end } ?? start..<start, column, base, end, reader, field)
            }
        }
    }

    private mutating func take(
        _ range: Range<Int>, _ column: Int, _ bytes: UnsafePointer<UInt8>, _ end: Int, _ reader: CSVReader,
        _ field: CSVField?
    ) {
        if isFigure[column] {
            columns[column].cells += 1
            if range.isEmpty { columns[column].empty += 1 }
            // Nearly every figure is a plain number, which tells no more than whether it has a point.
            if let plain = PlainNumber(bytes, range, point: UInt8(ascii: ".")), plain.scale != 3 {
                return figures.addPlain(scale: Int(plain.scale))
            }
            return figures.add(field.map(reader.text) ?? "")
        }
        let keeps = column < kept.count && kept[column].count < Self.mostKeptRows
        if columns[column].isCapped {
            if keeps { kept[column].append(-1) }
            // Its kind is known from thousands of texts; only whether every row has one is asked of the others.
            if range.isEmpty { columns[column].skipEmpty() }
            return
        }
        let number = Int(dictionaries[column].number(of: range, in: bytes, end: end))
        if number == shapes[column].count {
            let text = field.map(reader.text) ?? ""
            shapes[column].append(CellShape(text))
            columns[column].texts.append(text)
            columns[column].isCapped = shapes[column].count >= ColumnProfile.mostTexts
        }
        if keeps { kept[column].append(Int32(number)) }
        columns[column].add(shapes[column][number], length: range.count)
    }

    /// Frees what only the decision needs; the texts of the columns stay.
    mutating func close() {
        (kept, dictionaries, shapes) = ([], [], [])
    }

    // MARK: Columns that follow from others

    /// Whether each text of a column goes with one text of another, and whether a text that occurs more than once
    /// shows it.
    func determines(_ column: Int, _ other: Int) -> (holds: Bool, isShown: Bool) {
        guard column != other, column < kept.count, other < kept.count, !columns[column].isCapped,
            !columns[other].isCapped
        else { return (false, false) }
        var partner = [Int32](repeating: -1, count: columns[column].texts.count), isShown = false
        for (one, two) in zip(kept[column], kept[other]) {
            if partner[Int(one)] < 0 {
                partner[Int(one)] = two
            } else if partner[Int(one)] != two {
                return (false, false)
            } else {
                isShown = true
            }
        }
        return (true, isShown)
    }

    func isOneToOne(_ column: Int, _ other: Int) -> Bool {
        determines(column, other).holds && determines(other, column).holds
    }

    /// Whether two columns hold the same texts row by row.
    func areEqual(_ column: Int, _ other: Int) -> Bool {
        guard isOneToOne(column, other) else { return false }
        return zip(kept[column], kept[other]).allSatisfy {
            columns[column].texts[Int($0)] == columns[other].texts[Int($1)]
        }
    }

    /// The texts of two columns that stand in the same row, each pair once.
    func pairs(_ column: Int, _ other: Int) -> [(String, String)] {
        guard column < kept.count, other < kept.count else { return [] }
        var seen: Set<Int64> = [], pairs: [(String, String)] = []
        for (one, two) in zip(kept[column], kept[other]) where one >= 0 && two >= 0 {
            guard seen.insert(Int64(one) << 32 | Int64(two)).inserted else { continue }
            pairs.append((columns[column].texts[Int(one)], columns[other].texts[Int(two)]))
        }
        return pairs
    }

    /// Whether rows that agree in some columns never differ otherwise; false where a text occurs twice.
    func isKey(_ chosen: [Int]) -> Bool {
        guard chosen.allSatisfy({ $0 < kept.count && !columns[$0].isCapped }) else { return true }
        var seen: Set<[Int32]> = []
        let count = kept.first?.count ?? 0
        return (0..<count).allSatisfy { row in seen.insert(chosen.map { kept[$0][row] }).inserted }
    }
}
