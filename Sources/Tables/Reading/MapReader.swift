import Indicators

/// Reads the optional file `map.txt`: a letter and a code for each area, an empty line, the rows of the map.
enum MapReader {
    static let file = "map.txt"
    static let largestFile = 1 << 16
    static let mostColumns = 200
    static let mostRows = 100

    /// The map; nil where there is none or it has an error.
    static func read(_ folder: any TableFolder, areas: Set<String>, _ problems: inout ProblemList) -> AreaMap? {
        do {
            return try folder.withFile(file, maximumBytes: largestFile) { bytes in read(bytes, areas, &problems) }
        } catch {
            switch error as? FolderFault {
            case .missing: break
            case .tooLarge: problems.add(DataProblem(tooLarge, file: file))
            default: problems.add(DataProblem(TableReader.rule(for: error), file: file))
            }
            return nil
        }
    }

    fileprivate static let tooLarge = Rule.mapTooLarge(
        columns: mostColumns, rows: mostRows, kibibytes: largestFile >> 10)

    private static func read(_ bytes: UnsafeRawBufferPointer, _ areas: Set<String>, _ problems: inout ProblemList)
        -> AreaMap?
    {
        if let fault = TextCheck.firstFault(in: bytes) {
            var rule = fault.rule
            rule.mend = Rule.mapMendText
            problems.add(
                DataProblem(rule, file: file, line: fault.place.line, column: fault.place.column, found: fault.found))
            return nil
        }
        let start = TextCheck.startAfterMark(bytes)
        if start > 0 { problems.add(DataProblem(.byteOrderMark, file: file, line: 1, column: 1)) }
        var draft = MapDraft(areas: areas)
        for (index, line) in lines(of: String(decoding: bytes[start...], as: UTF8.self)).enumerated() {
            draft.take(line, number: index + 1)
        }
        let map = draft.map()
        for problem in draft.problems.sorted(by: {
            ($0.line ?? .max, $0.column ?? 0) < ($1.line ?? .max, $1.column ?? 0)
        }) { problems.add(problem) }
        return map
    }

    /// The lines of a text without trailing blanks. Lines may end with LF, CRLF or CR.
    private static func lines(of text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar == "\n", previous == "\r" { continue }
            if scalar == "\n" || scalar == "\r" { lines.append([]) } else { lines[lines.count - 1].append(scalar) }
        }
        return lines.map { line in Array(line[..<((line.lastIndex { !$0.isMapBlank } ?? -1) + 1)]) }
    }
}

/// A map while it is read.
private struct MapDraft {
    let areas: Set<String>
    private(set) var problems: [DataProblem] = []
    private var keys: [(letter: Unicode.Scalar, area: String, line: Int)] = []
    private var rows: [(cells: [Unicode.Scalar], line: Int)] = []
    /// Whether the empty line after the keys has been read.
    private var hasGap = false
    /// The line number of an empty line after the first row, which is an error only where another row follows.
    private var blankLine: Int?
    private var isTooLarge = false

    init(areas: Set<String>) { self.areas = areas }

    private mutating func add(
        _ rule: Rule, _ line: Int?, _ column: Int = 1, _ found: some Sequence<Unicode.Scalar> = []
    ) {
        var text = String.UnicodeScalarView()
        for scalar in found { text.append(scalar) }
        problems.append(
            DataProblem(rule, file: MapReader.file, line: line, column: line == nil ? nil : column, found: String(text))
        )
    }

    // MARK: Lines

    mutating func take(_ text: [Unicode.Scalar], number: Int) {
        if text.first == "#" { return }
        if text.isEmpty {
            if rows.isEmpty { hasGap = !keys.isEmpty } else { blankLine = blankLine ?? number }
            return
        }
        let words = MapWords(text)
        // After the empty line `A A` is a row with a blank in it, unless there is such a code.
        if let key = words.key, rows.isEmpty && !hasGap || !words.couldBeRow || areas.contains(key.area) {
            takeKey(key.letter, key.area, number, words.starts[1] + 1)
        } else if hasGap || !rows.isEmpty || words.isRow {
            takeRow(text, number)
        } else {
            add(.mapKeyLine, number, words.faultColumn, text)
        }
    }

    private mutating func takeKey(_ letter: Unicode.Scalar, _ area: String, _ line: Int, _ column: Int) {
        if !rows.isEmpty { add(.mapKeyBelowRows, line, 1, [letter]) }
        hasGap = false
        if !areas.contains(area) {
            let nearest = Hints.nearest(to: area, among: areas.sorted())
            add(.unknownReference(["areas.csv"], nearest), line, column, area.unicodeScalars)
        } else if let first = keys.first(where: { $0.area == area }) {
            add(.mapRepeatedArea(first.line), line, column, area.unicodeScalars)
        }
        if let first = keys.first(where: { $0.letter == letter }) {
            add(.mapRepeatedKey(first.line), line, 1, [letter])
        } else {
            keys.append((letter, area, line))
        }
    }

    private mutating func takeRow(_ cells: [Unicode.Scalar], _ line: Int) {
        if rows.isEmpty && !hasGap { add(.mapWithoutGap, line, 1, cells) }
        if let blankLine { add(.mapBlankLine, blankLine) }
        blankLine = nil
        guard !isTooLarge else { return }
        if rows.count == MapReader.mostRows || cells.count > MapReader.mostColumns {
            isTooLarge = true
            add(MapReader.tooLarge, line, rows.count == MapReader.mostRows ? 1 : MapReader.mostColumns + 1)
            return
        }
        rows.append((cells, line))
    }

    // MARK: The whole

    /// The map; nil where it has an error. Errors of the whole map are found here.
    mutating func map() -> AreaMap? {
        if !isTooLarge {
            checkLengths()
            checkCells()
        }
        guard !problems.contains(where: { $0.severity == .error }) else { return nil }
        // An area without a cell is only a warning.
        let drawn = keys.filter { key in rows.contains { $0.cells.contains(key.letter) } }
        return AreaMap(
            keys: drawn.map { (Character($0.letter), $0.area) }, columns: rows.first?.cells.count ?? 0,
            cells: rows.flatMap { row in row.cells.map { cell in drawn.firstIndex { $0.letter == cell } } })
    }

    /// Rows must have the most frequent length; of equally frequent lengths, that of the first row.
    private mutating func checkLengths() {
        var counts: [Int: Int] = [:]
        for row in rows { counts[row.cells.count, default: 0] += 1 }
        let most = counts.values.max()
        guard let length = rows.first(where: { counts[$0.cells.count] == most })?.cells.count else { return }
        for row in rows where row.cells.count != length {
            add(.mapRowLength(row.cells.count, length), row.line, min(row.cells.count, length) + 1, row.cells)
        }
    }

    /// Reports each letter without an area once, at its first occurrence.
    private mutating func checkCells() {
        // A map has few different letters, which are faster to compare than to hash.
        var used: [Unicode.Scalar] = []
        var unknown: [(cell: Unicode.Scalar, line: Int, column: Int, count: Int)] = []
        for row in rows {
            for (column, cell) in row.cells.enumerated() where cell != "." && !used.contains(cell) {
                if keys.contains(where: { $0.letter == cell }) {
                    used.append(cell)
                } else if let index = unknown.firstIndex(where: { $0.cell == cell }) {
                    unknown[index].count += 1
                } else {
                    unknown.append((cell, row.line, column + 1, 1))
                }
            }
        }
        for one in unknown {
            add(
                .mapUnknownKey(one.count), one.line, one.column,
                one.cell.isMapBlank ? ["\"", one.cell, "\""] : [one.cell])
        }
        if used.isEmpty && unknown.isEmpty { return add(.mapEmpty, nil) }
        for key in keys where !used.contains(key.letter) {
            add(.mapAreaWithoutCell, key.line, 1, [key.letter, " "] + key.area.unicodeScalars)
        }
    }
}

/// A line as words separated by blanks.
private struct MapWords {
    private let text: [Unicode.Scalar]
    /// The column of each word.
    let starts: [Int]
    private let words: [ArraySlice<Unicode.Scalar>]

    init(_ text: [Unicode.Scalar]) {
        self.text = text
        words = text.split(whereSeparator: \.isMapBlank)
        starts = words.map(\.startIndex)
    }

    private var beginsWithLetter: Bool { words.first?.count == 1 && text.first?.isMapLetter == true }

    /// The letter and code of a line such as `A 211103`.
    var key: (letter: Unicode.Scalar, area: String)? {
        guard words.count == 2, beginsWithLetter else { return nil }
        return (text[0], Self.text(words[1]))
    }

    /// Scalars are appended one by one, because appending a sequence searches the conformances of the whole program.
    static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars { text.append(scalar) }
        return String(text)
    }

    /// Whether it contains only characters of rows and blanks.
    var couldBeRow: Bool { words.joined().allSatisfy { $0.isMapLetter || $0 == "." } }

    /// Whether it can only be a row.
    var isRow: Bool { couldBeRow && words.count == 1 && text.count > 1 }

    /// The column, from 1, at which it stops being like `A 211103`.
    var faultColumn: Int {
        guard text.first?.isMapLetter == true else { return 1 }
        guard beginsWithLetter else { return 2 }
        return starts.count > 2 ? starts[2] + 1 : text.count + 1
    }
}

extension Unicode.Scalar {
    fileprivate var isMapBlank: Bool { self == " " || self == "\t" }
    fileprivate var isMapLetter: Bool { value | 0x20 >= 0x61 && value | 0x20 <= 0x7A && value < 0x80 }
}
