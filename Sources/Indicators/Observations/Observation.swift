/// One observation, made from the columns when it is asked for and never stored.
public struct Observation: Hashable, Sendable {
    /// The row in the table, from 0.
    public package(set) var index: Int
    /// REF_AREA: the code of the area.
    public package(set) var area: String
    /// INDICATOR: the code of the indicator.
    public package(set) var indicator: String
    /// TIME_PERIOD; `Period.none` where the cell is empty.
    public package(set) var period: Period
    /// PERIOD_BASIS: how the period is printed.
    public package(set) var basis: PeriodBasis
    /// OBS_VALUE as written; nil where there is none.
    public package(set) var value: DecimalNumber?
    /// UNIT_MULT: the value is to be multiplied by this power of ten.
    public package(set) var unitMultiplier: Int
    /// QUALIFIER: how exactly the value is printed.
    public package(set) var qualifier: Qualifier
    /// OBS_STATUS: how the value came to be, or why there is none.
    public package(set) var status: ObservationStatus
    /// REVISION: whether the value replaced an earlier one.
    public package(set) var revision: Revision
    /// The filled cells of the columns that are kept as text.
    package var attributes: [ColumnName: String]
    /// Whether the embargo still holds: value, printed form and note are then empty (未到发布时间).
    public let isWithheld: Bool
    /// SOURCE: the code of the source.
    public package(set) var source: String
    private var storage: Storage

    /// Where the record of the row is stored.
    private enum Storage: Sendable {
        case kept(ObservationRecord)
        /// A chart of a table with a million rows uses thousands of observations and the texts of a few. Reading all
        /// texts takes 45 ms for each key.
        case table(any ObservationRecords)
    }

    private var record: ObservationRecord {
        get {
            switch storage {
            case .kept(let record): record
            case .table(let table): table.record(ofRow: index)
            }
        }
        set { storage = .kept(newValue) }
    }

    /// The line of the file that it begins on, from 1; 0 where the file has changed since it was read.
    public var line: Int { record.line }
    /// VALUE_HIGH of a range.
    public package(set) var valueHigh: DecimalNumber? {
        get { qualifier == .range ? record.high : nil }
        set { record.high = newValue }
    }
    /// PLACE: where the figure stands in its source.
    public package(set) var place: String {
        get { record.place }
        set { record.place = newValue }
    }
    /// PRINTED: the figure as printed.
    public package(set) var printed: String {
        get { record.printed }
        set { record.printed = newValue }
    }
    /// NOTE and NOTE_EN; empty where there is no remark.
    public package(set) var note: LocalizedText {
        get { record.note }
        set { record.note = newValue }
    }
    /// EMBARGO_UNTIL in the form of RFC 3339; empty where there is no embargo.
    public var embargoUntil: String { attributes[.EMBARGO_UNTIL] ?? "" }

    /// What identifies the observation in the tables; two observations of one table never share it.
    public var key: ObservationKey {
        ObservationKey(area: area, indicator: indicator, period: period.text, basis: basis, source: source)
    }
}

extension Observation {
    /// An observation of which only the row is known; reading the columns fills it.
    package init(index: Int, line: Int) {
        self.init(
            index: index, line: line, area: "", indicator: "", period: .none, basis: .printed, value: nil,
            valueHigh: nil, unitMultiplier: 0, qualifier: .exact, status: .normal, revision: .none, isWithheld: false,
            source: "", place: "", printed: "", note: LocalizedText(zh: "", en: ""))
    }

    /// An observation whose record is known.
    package init(
        index: Int, line: Int, area: String, indicator: String, period: Period, basis: PeriodBasis,
        value: DecimalNumber?, valueHigh: DecimalNumber?, unitMultiplier: Int, qualifier: Qualifier,
        status: ObservationStatus, revision: Revision, attributes: [ColumnName: String] = [:], isWithheld: Bool,
        source: String, place: String, printed: String, note: LocalizedText
    ) {
        let record = ObservationRecord(line: line, high: valueHigh, place: place, printed: printed, note: note)
        self.init(
            index: index, area: area, indicator: indicator, period: period, basis: basis, value: value,
            unitMultiplier: unitMultiplier, qualifier: qualifier, status: status, revision: revision,
            attributes: attributes, isWithheld: isWithheld, source: source, storage: .kept(record))
    }

    /// An observation of a table that reads records from the file when they are asked for.
    package init(
        index: Int, area: String, indicator: String, period: Period, basis: PeriodBasis, value: DecimalNumber?,
        unitMultiplier: Int, qualifier: Qualifier, status: ObservationStatus, source: String,
        records: any ObservationRecords
    ) {
        self.init(
            index: index, area: area, indicator: indicator, period: period, basis: basis, value: value,
            unitMultiplier: unitMultiplier, qualifier: qualifier, status: status, revision: .none, attributes: [:],
            isWithheld: false, source: source, storage: .table(records))
    }

    /// Whether two observations have the same contents. Two rows of one table are compared without reading the file.
    public static func == (one: Observation, other: Observation) -> Bool {
        guard one.index == other.index, one.key == other.key, one.value == other.value,
            one.unitMultiplier == other.unitMultiplier, one.qualifier == other.qualifier, one.status == other.status,
            one.revision == other.revision, one.attributes == other.attributes, one.isWithheld == other.isWithheld
        else { return false }
        if case .table(let table) = one.storage, case .table(let another) = other.storage, table === another {
            return true
        }
        return one.record == other.record
    }

    /// Hashes the row and the key only, so that hashing does not read the record from the file.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(key)
    }
}
