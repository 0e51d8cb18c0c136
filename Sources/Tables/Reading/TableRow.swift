import Indicators

/// One row of a table while it is read. It finds cells by column name and records problems of cells.
///
/// A cell in another than its canonical form is read where it has one meaning, and said.
struct TableRow {
    let file: String
    let reader: CSVReader
    private let indices: ColumnIndices
    private(set) var problems: [DataProblem] = []
    /// The changes that would write the cells in their canonical form.
    private(set) var edits: [TableEdit] = []
    /// Whether the row may enter the catalogue.
    private(set) var isSound = true
    /// The canonical form of cells that are written otherwise.
    private var canonical: [ColumnName: String] = [:]

    init(file: String, reader: CSVReader, indices: ColumnIndices) {
        self.file = file
        self.reader = reader
        self.indices = indices
    }

    var line: Int { reader.recordLine }

    /// Whether the table has a column.
    func has(_ column: ColumnName) -> Bool { indices[column] != nil }

    private func field(_ column: ColumnName) -> CSVField? {
        guard let index = indices[column], index < reader.fields.count else { return nil }
        return reader.fields[index]
    }

    /// The text of a cell in its canonical form; empty where the table has no such column.
    subscript(_ column: ColumnName) -> String {
        if !canonical.isEmpty, let text = canonical[column] { return text }
        guard let field = field(column), field.start < field.end else { return "" }
        return reader.text(field)
    }

    /// Whether a cell is empty.
    func isEmpty(_ column: ColumnName) -> Bool { field(column).map { $0.start == $0.end } ?? true }

    /// Whether a cell is empty or holds blanks only.
    func isBlank(_ column: ColumnName) -> Bool {
        guard let field = field(column), field.start < field.end else { return true }
        // A blank begins with one of these bytes: space, tab, U+00A0, U+3000.
        guard [0x20, 0x09, 0xC2, 0xE3].contains(reader.bytes[field.start]) else { return false }
        return NarrowText.of(reader.text(field), dashes: false).isEmpty
    }

    /// The place of a cell; column 1 where the table has no such column.
    func position(of name: ColumnName) -> (line: Int, column: Int) {
        field(name).map { reader.position(of: $0.offset) } ?? (line, 1)
    }

    /// The column in which a cell begins in its line, in scalars from 1; 1 where the table has no such column.
    func column(of name: ColumnName) -> Int { position(of: name).column }

    /// The cell of a column as another table may name it.
    func place(of name: ColumnName) -> References.Place {
        let position = position(of: name), cell = field(name)
        let start = cell?.offset ?? 0, end = cell.map { $0.end + ($0.offset < $0.start ? 1 : 0) } ?? 0
        return References.Place(
            file: file, line: position.line, column: position.column, field: name.rawValue, found: self[name],
            range: start..<end)
    }

    /// A text in both languages from its two columns.
    func localized(_ zh: ColumnName, _ en: ColumnName) -> LocalizedText { LocalizedText(zh: self[zh], en: self[en]) }

    mutating func add(_ rule: Rule, _ column: ColumnName, found: String? = nil) {
        let position = position(of: column)
        if rule.severity == .error { isSound = false }
        let text = found ?? field(column).map { reader.text($0) } ?? ""
        problems.append(
            DataProblem(
                rule, file: file, line: position.line, column: position.column, field: column.rawValue, found: text))
    }

    /// Keeps the row out of the catalogue for a reason that is reported elsewhere.
    mutating func refuse() { isSound = false }

    /// Takes a cell to hold its canonical form, and says so.
    mutating func read(_ column: ColumnName, as text: String) {
        guard let field = field(column), text != reader.text(field) else { return }
        canonical[column] = text
        add(.readAs(text), column)
        let isQuoted = field.offset < field.start
        edits.append(
            TableEdit(
                file: file, range: field.offset..<field.end + (isQuoted ? 1 : 0), replacement: CSVText.quoted(text)))
    }

    /// The problems of the row; of a row that is refused only those, not what was read otherwise.
    var reported: (problems: [DataProblem], edits: [TableEdit]) {
        isSound ? (problems, edits) : (problems.filter { $0.code != Rule.readAsCode }, [])
    }

    // MARK: Cells

    /// The value of the code in a cell. For an unknown code it adds a problem and returns the default.
    mutating func coded<Value: Coded>(_ column: ColumnName, _ standard: Value) -> Value {
        let text = self[column]
        // Most cells hold the usual code.
        if text == standard.code { return standard }
        if let value = Value(code: text) { return value }
        if isBlank(column), !isSound { return standard }
        if let code = CodeWords.code(text, Value.self), let value = Value(code: code) {
            read(column, as: code)
            return value
        }
        add(.unknownCode(Value.self, near: Hints.nearest(to: text, among: Value.codes)), column)
        return standard
    }

    /// How a period is printed. 累计 is a printed period where that begins in January, else one whose start is not
    /// stated.
    mutating func basis(_ column: ColumnName, _ period: ColumnName, _ standard: PeriodBasis) -> PeriodBasis {
        let text = self[column]
        if text == standard.code { return standard }
        if let value = PeriodBasis(code: text) { return value }
        let word = NarrowText.of(text, dashes: false)
        guard ["累计", "全年"].contains(word) else { return coded(column, standard) }
        let written = self[period]
        if written.isEmpty, word == "累计" {
            read(column, as: PeriodBasis.sinceUnknown.code)
            return .sinceUnknown
        }
        guard let one = (Period(sdmx: written) ?? LenientCell.period(written).flatMap { Period(sdmx: $0) }),
            one.start.month == 1, word == "全年" ? one.months == 12 : one.kind == .range
        else { return coded(column, standard) }
        read(column, as: PeriodBasis.printed.code)
        return .printed
    }

    mutating func integer(_ column: ColumnName) -> Int {
        let text = self[column]
        if let value = Int(text) { return value }
        guard !isBlank(column) else { return 0 }
        if let written = LenientCell.integer(text), let value = Int(written) {
            read(column, as: written)
            return value
        }
        add(.unreadableInteger, column)
        return 0
    }

    /// The power of ten in a cell of UNIT_MULT.
    mutating func multiplier(_ column: ColumnName) -> Int {
        let text = self[column]
        if let value = Int(text), (0...12).contains(value) { return value }
        guard !isBlank(column) else { return 0 }
        if let written = LenientCell.multiplier(text), let value = Int(written), (0...12).contains(value) {
            read(column, as: written)
            return value
        }
        add(.unitMultiplier, column)
        return 0
    }

    /// A decimal number, or nil for an empty cell.
    mutating func number(_ column: ColumnName) -> DecimalNumber? {
        let text = self[column]
        guard !text.isEmpty, !isBlank(column) else { return nil }
        if let number = DecimalNumber(text), abs(number.scale) <= 36 {
            if text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) { read(column, as: number.description) }
            return number
        }
        if let written = LenientCell.number(text) {
            read(column, as: written)
            return DecimalNumber(written)
        }
        add(.unreadableNumber(Hints.forNumber(text)), column)
        return nil
    }

    /// A day as YYYY-MM-DD, or nil for an empty cell.
    ///
    /// - Parameter mayBeEmpty: whether emptying the cell is good advice.
    mutating func day(_ column: ColumnName, mayBeEmpty: Bool = true) -> CalendarDay? {
        let text = self[column]
        guard !text.isEmpty, !isBlank(column) else { return nil }
        if let period = Period(sdmx: text), period.kind == .day { return period.start }
        if let written = LenientCell.day(text) {
            read(column, as: written)
            return Period(sdmx: written)?.start
        }
        add(.notADay(Hints.forDay(text), mayBeEmpty: mayBeEmpty), column)
        return nil
    }

    /// A period with its basis. It may be empty only for `usual_year` and `unspecified`.
    mutating func period(_ column: ColumnName, _ basis: PeriodBasis) -> Period {
        if isBlank(column) {
            let isReported = problems.contains { $0.field == column.rawValue && $0.severity == .error }
            if basis != .usualYear && basis != .unspecified, !isReported { add(.periodRequired, column) }
            return .none
        }
        return period(column)
    }

    /// A period that may be empty.
    mutating func period(_ column: ColumnName) -> Period {
        let text = self[column]
        guard !isBlank(column) else { return .none }
        if let period = Period(sdmx: text) {
            let written = LenientCell.canonical(period)
            guard written != text, let canonical = Period(sdmx: written) else { return period }
            read(column, as: written)
            return canonical
        }
        if let written = LenientCell.period(text), let period = Period(sdmx: written) {
            read(column, as: written)
            return period
        }
        add(.unreadablePeriod(Hints.forPeriod(text)), column)
        return .none
    }
}

/// The index of each column of a table, resolved once from the header.
struct ColumnIndices {
    private var indices = [Int16](repeating: -1, count: ColumnName.allCases.count)

    subscript(_ column: ColumnName) -> Int? {
        get {
            let index = indices[column.index]
            return index < 0 ? nil : Int(index)
        }
        set { indices[column.index] = newValue.map { Int16($0) } ?? -1 }
    }
}
