import Indicators

/// A column of `observations.csv`: what it is called, what its cells may hold, and how they are read, written and
/// compared.
///
/// Reading, the exports and the difference of two versions go through `all`. A new column is one more element of `all`
/// and one more case of `ColumnName`.
struct ObservationColumn: Sendable {
    /// What kind of component a column is in SDMX.
    enum Role: Sendable { case dimension, timeDimension, measure, attribute }

    typealias Reader = @Sendable (_ row: inout TableRow, _ observation: inout Observation) -> Void
    typealias Comparison = @Sendable (_ old: Observation, _ new: Observation) -> Bool
    typealias JSONWriter = @Sendable (_ json: inout JSONText, _ observation: Observation) -> Void

    let name: ColumnName
    let role: Role
    /// Whether its cells may be empty.
    let mayBeEmpty: Bool
    /// Whether a table may lack the column, because it was added after format 1.
    let mayBeAbsent: Bool
    /// Reads the cell of a row into an observation, and adds a problem to the row where the cell is wrong.
    let read: Reader
    /// The cell of an observation as CSV and SDMX-CSV write it.
    let text: @Sendable (Observation) -> String
    /// Whether two observations with the same key differ in this column. Nil where the column is not compared.
    let differs: Comparison?
    /// Writes the member of the JSON export. Nil where it has none.
    let writeJSON: JSONWriter?

    /// A column whose value is a property of `Observation`.
    ///
    /// - Parameters:
    ///   - value: the property that the cell is written from and compared by.
    ///   - text: the property as the cell is written.
    private init<Value: Equatable & SendableMetatype>(
        _ name: ColumnName, _ role: Role = .attribute, mayBeEmpty: Bool = true, isCompared: Bool = true,
        value: @escaping @Sendable (Observation) -> Value, text: @escaping @Sendable (Value) -> String,
        json: JSONWriter? = nil, read: @escaping Reader
    ) {
        self.name = name
        self.role = role
        self.mayBeEmpty = mayBeEmpty
        mayBeAbsent = false
        self.read = read
        self.text = { text(value($0)) }
        let comparison: Comparison = { value($0) != value($1) }
        differs = isCompared ? comparison : nil
        writeJSON = json
    }

    /// A column that is kept as text in `Observation.attributes`.
    ///
    /// - Parameters:
    ///   - member: the name of the member of the JSON export; nil where it has none.
    ///   - check: adds a problem to the row where a filled cell is wrong.
    init(
        attribute name: ColumnName, mayBeAbsent: Bool = true, json member: String? = nil,
        check: @escaping @Sendable (inout TableRow) -> Void = { _ in }
    ) {
        self.name = name
        role = .attribute
        mayBeEmpty = true
        self.mayBeAbsent = mayBeAbsent
        read = { row, observation in
            guard !row.isEmpty(name) else { return }
            observation.attributes[name] = row[name]
            check(&row)
        }
        text = { $0.attributes[name] ?? "" }
        differs = { $0.attributes[name] != $1.attributes[name] }
        writeJSON = member.map { member -> JSONWriter in { $0.member(member, $1.attributes[name] ?? "") } }
    }
}

extension ObservationColumn {
    /// All columns in the order of the table.
    static let all: [ObservationColumn] = key + figure + origin

    /// Which figure it is; SOURCE, which is the last column of the key, stands in `origin`.
    private static let key = [
        ObservationColumn(
            .REF_AREA, .dimension, mayBeEmpty: false, isCompared: false, value: \.area, text: \.self,
            json: { $0.member("area", $1.area) }, read: { $1.area = $0[.REF_AREA] }),
        ObservationColumn(
            .INDICATOR, .dimension, mayBeEmpty: false, isCompared: false, value: \.indicator, text: \.self,
            json: { $0.member("indicator", $1.indicator) }, read: { $1.indicator = $0[.INDICATOR] }),
        // Whether the period may be empty depends on PERIOD_BASIS, so both are read here.
        ObservationColumn(
            .TIME_PERIOD, .timeDimension, isCompared: false, value: \.period, text: \.text,
            json: { $0.member("period", $1.period.text) },
            read: { row, observation in
                observation.basis = row.basis(.PERIOD_BASIS, .TIME_PERIOD, .printed)
                observation.period = row.period(.TIME_PERIOD, observation.basis)
            }),
        ObservationColumn(
            .PERIOD_BASIS, .dimension, mayBeEmpty: false, isCompared: false, value: \.basis, text: \.code,
            json: { $0.member("periodBasis", $1.basis.code) }, read: { _, _ in }),
    ]

    private static let figure = [
        // The problems of both ends of a range stand next to each other, so both are read here.
        ObservationColumn(
            .OBS_VALUE, .measure, value: \.value, text: { $0?.description ?? "" },
            json: { $0.member("value", $1.value?.description) },
            read: { row, observation in
                observation.value = row.number(.OBS_VALUE)
                observation.valueHigh = row.number(.VALUE_HIGH)
            }),
        ObservationColumn(
            .UNIT_MULT, mayBeEmpty: false, value: \.unitMultiplier, text: { String($0) },
            json: { $0.member("unitMultiplier", $1.unitMultiplier) },
            read: { $1.unitMultiplier = $0.multiplier(.UNIT_MULT) }),
        ObservationColumn(
            .VALUE_HIGH, value: \.valueHigh, text: { $0?.description ?? "" },
            json: { $0.member("valueHigh", $1.valueHigh?.description) }, read: { _, _ in }),
        ObservationColumn(
            .QUALIFIER, mayBeEmpty: false, value: \.qualifier, text: \.code,
            json: { $0.member("qualifier", $1.qualifier.code) },
            read: { $1.qualifier = $0.coded(.QUALIFIER, Qualifier.exact) }),
        ObservationColumn(
            .OBS_STATUS, mayBeEmpty: false, value: \.status, text: \.code,
            json: { $0.member("status", $1.status.code) },
            read: { $1.status = $0.coded(.OBS_STATUS, ObservationStatus.normal) }),
        ObservationColumn(
            .REVISION, value: \.revision, text: \.code, json: { $0.member("revision", $1.revision.code) },
            read: { $1.revision = $0.coded(.REVISION, Revision.none) }),
        // Its cells are checked by `ObservationRules`, after the value.
        ObservationColumn(attribute: .EMBARGO_UNTIL, mayBeAbsent: false),
    ]

    /// The source of the figure and the notes on it.
    private static let origin = [
        ObservationColumn(
            .SOURCE, .dimension, mayBeEmpty: false, isCompared: false, value: \.source, text: \.self,
            json: { $0.member("source", $1.source) }, read: { $1.source = $0[.SOURCE] }),
        ObservationColumn(
            .PLACE, mayBeEmpty: false, value: \.place, text: \.self, json: { $0.member("place", $1.place) },
            read: { $1.place = $0[.PLACE] }),
        ObservationColumn(
            .PRINTED, value: \.printed, text: \.self, json: { $0.member("printed", $1.printed) },
            read: { $1.printed = $0[.PRINTED] }),
        // Both languages are read, compared and written to JSON as one note.
        ObservationColumn(
            .NOTE, value: \.note, text: \.zh, json: { $0.member("note", $1.note) },
            read: { $1.note = $0.localized(.NOTE, .NOTE_EN) }),
        ObservationColumn(.NOTE_EN, isCompared: false, value: \.note, text: \.en, read: { _, _ in }),
    ]

    /// The columns in the order of SDMX-CSV: dimensions, the period, the value, attributes.
    static let inStatisticalOrder: [ObservationColumn] = [Role.dimension, .timeDimension, .measure, .attribute]
        .flatMap { role in all.filter { $0.role == role } }

    /// The columns in the order of the JSON export: these first, then the others in the order of the table.
    static let inJSONOrder: [ObservationColumn] = {
        let first: [ColumnName] = [
            .INDICATOR, .REF_AREA, .TIME_PERIOD, .PERIOD_BASIS, .OBS_VALUE, .VALUE_HIGH, .UNIT_MULT,
        ]
        return first.compactMap { name in all.first { $0.name == name } } + all.filter { !first.contains($0.name) }
    }()
}
