import Indicators

/// One row of a table while it is read. It finds cells by column name and records problems of cells.
struct TableRow {
    let file: String
    let reader: CSVReader
    private let places: ColumnPlaces
    private(set) var problems: [DataProblem] = []
    /// Whether the row may enter the catalogue.
    private(set) var isSound = true

    init(file: String, reader: CSVReader, places: ColumnPlaces) {
        self.file = file
        self.reader = reader
        self.places = places
    }

    var line: Int { reader.recordLine }

    /// Whether the table has a column.
    func has(_ column: ColumnName) -> Bool { places[column] != nil }

    private func field(_ column: ColumnName) -> CSVField? { places[column].map { reader.fields[$0] } }

    /// The text of a cell; empty where the table has no such column.
    subscript(_ column: ColumnName) -> String {
        guard let field = field(column), field.start < field.end else { return "" }
        return reader.text(field)
    }

    /// Whether a cell is empty.
    func isEmpty(_ column: ColumnName) -> Bool { field(column).map { $0.start == $0.end } ?? true }

    /// The column in which a cell begins in its line, in scalars from 1; 1 where the table has no such column.
    func column(of name: ColumnName) -> Int { field(name).map { reader.position(of: $0.offset).column } ?? 1 }

    /// A text in both languages from its two columns.
    func localized(_ zh: ColumnName, _ en: ColumnName) -> LocalizedText { LocalizedText(zh: self[zh], en: self[en]) }

    mutating func add(_ rule: Rule, _ column: ColumnName, found: String? = nil) {
        let position = field(column).map { reader.position(of: $0.offset) } ?? (line: line, column: 1)
        if rule.severity == .error { isSound = false }
        problems.append(
            DataProblem(
                rule, file: file, line: position.line, column: position.column, field: column.rawValue,
                found: found ?? self[column]))
    }

    /// The value of the code in a cell. For an unknown code it adds a problem and returns the default.
    mutating func coded<Value: Coded>(_ column: ColumnName, _ standard: Value) -> Value {
        let text = self[column]
        if let value = Value(code: text) { return value }
        if text.isEmpty, !isSound { return standard }
        add(.unknownCode(Value.codes), column)
        return standard
    }

    mutating func integer(_ column: ColumnName) -> Int {
        let text = self[column]
        if let value = Int(text) { return value }
        if !text.isEmpty { add(.unreadableInteger, column) }
        return 0
    }

    /// The power of ten in a cell of UNIT_MULT.
    mutating func multiplier(_ column: ColumnName) -> Int {
        guard let value = Int(self[column]), (0...12).contains(value) else {
            if !self[column].isEmpty { add(.unitMultiplier, column) }
            return 0
        }
        return value
    }

    /// A decimal number, or nil for an empty cell.
    mutating func number(_ column: ColumnName) -> DecimalNumber? {
        let text = self[column]
        guard !text.isEmpty else { return nil }
        if let number = DecimalNumber(text), abs(number.scale) <= 36 { return number }
        add(.unreadableNumber(Hints.forNumber(text)), column)
        return nil
    }

    /// A day as YYYY-MM-DD, or nil for an empty cell.
    mutating func day(_ column: ColumnName) -> CalendarDay? {
        let text = self[column]
        guard !text.isEmpty else { return nil }
        if let period = Period(sdmx: text), period.kind == .day { return period.start }
        add(.notADay, column)
        return nil
    }

    /// A period with its basis. It may be empty only for `usual_year` and `unspecified`.
    mutating func period(_ column: ColumnName, _ basis: PeriodBasis) -> Period {
        let text = self[column]
        if text.isEmpty {
            if basis != .usualYear && basis != .unspecified { add(.periodRequired, column) }
            return .none
        }
        if let period = Period(sdmx: text) { return period }
        add(.unreadablePeriod(Hints.forPeriod(text)), column)
        return .none
    }
}

/// The index of each column of a table, resolved once from the header.
struct ColumnPlaces {
    private var places = [Int16](repeating: -1, count: ColumnName.allCases.count)

    subscript(_ column: ColumnName) -> Int? {
        get {
            let place = places[column.place]
            return place < 0 ? nil : Int(place)
        }
        set { places[column.place] = newValue.map { Int16($0) } ?? -1 }
    }
}
