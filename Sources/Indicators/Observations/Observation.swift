/// One observation, made on demand from the columns; never stored.
public struct Observation: Hashable, Sendable {
    /// The row in the table, from 0.
    public let index: Int
    public let area: String
    public let indicator: String
    public let period: Period
    public let basis: PeriodBasis
    /// OBS_VALUE as written; nil where there is none.
    public let value: DecimalNumber?
    /// UNIT_MULT: the value is to be multiplied by this power of ten.
    public let unitMultiplier: Int
    public let qualifier: Qualifier
    public let status: ObservationStatus
    public let revision: Revision
    /// RFC 3339; empty where there is no embargo.
    public let embargoUntil: String
    /// Whether the embargo still holds: value, printed form and note are then empty (未到发布时间).
    public let isWithheld: Bool
    public let source: String
    private let storage: Storage

    /// Where the record of the row is.
    private enum Storage: Sendable {
        case kept(ObservationRecord)
        /// A chart of a table of a million rows asks for thousands of observations and for the texts of a few: reading
        /// all of them takes 45 ms a key.
        case table(any ObservationRecords)
    }

    private var record: ObservationRecord {
        switch storage {
        case .kept(let record): record
        case .table(let table): table.record(ofRow: index)
        }
    }

    /// The line of the file that it begins on, from 1; 0 where the file has changed since it was read.
    public var line: Int { record.line }
    /// VALUE_HIGH of a range.
    public var valueHigh: DecimalNumber? { qualifier == .range ? record.high : nil }
    /// Where it stands in its source.
    public var place: String { record.place }
    /// The figure as printed.
    public var printed: String { record.printed }
    public var note: LocalizedText { record.note }

    public var key: ObservationKey {
        ObservationKey(area: area, indicator: indicator, period: period.text, basis: basis, source: source)
    }
}

extension Observation {
    /// An observation whose record is known.
    init(
        index: Int, line: Int, area: String, indicator: String, period: Period, basis: PeriodBasis,
        value: DecimalNumber?, valueHigh: DecimalNumber?, unitMultiplier: Int, qualifier: Qualifier,
        status: ObservationStatus, revision: Revision, embargoUntil: String, isWithheld: Bool, source: String,
        place: String, printed: String, note: LocalizedText
    ) {
        let record = ObservationRecord(line: line, high: valueHigh, place: place, printed: printed, note: note)
        self.init(
            index: index, area: area, indicator: indicator, period: period, basis: basis, value: value,
            unitMultiplier: unitMultiplier, qualifier: qualifier, status: status, revision: revision,
            embargoUntil: embargoUntil, isWithheld: isWithheld, source: source, storage: .kept(record))
    }

    /// A figure as reported in a table that reads its records when they are asked for.
    init(
        index: Int, area: String, indicator: String, period: Period, basis: PeriodBasis, value: DecimalNumber?,
        unitMultiplier: Int, qualifier: Qualifier, status: ObservationStatus, source: String,
        records: any ObservationRecords
    ) {
        self.init(
            index: index, area: area, indicator: indicator, period: period, basis: basis, value: value,
            unitMultiplier: unitMultiplier, qualifier: qualifier, status: status, revision: .none, embargoUntil: "",
            isWithheld: false, source: source, storage: .table(records))
    }

    /// Equal where all that is said is equal; a row of one table is compared without reading it.
    public static func == (one: Observation, other: Observation) -> Bool {
        guard one.index == other.index, one.key == other.key, one.value == other.value,
            one.unitMultiplier == other.unitMultiplier, one.qualifier == other.qualifier, one.status == other.status,
            one.revision == other.revision, one.embargoUntil == other.embargoUntil, one.isWithheld == other.isWithheld
        else { return false }
        if case .table(let table) = one.storage, case .table(let another) = other.storage, table === another {
            return true
        }
        return one.record == other.record
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(key)
    }
}
