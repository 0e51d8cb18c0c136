import Indicators

/// Why a number cannot be read in the unit of its row, its column or its table.
enum UnitFault: Error {
    /// It states another unit than the one that is stated.
    case differs(String)
    /// It states none, and others of its indicator do.
    case bare(String)
    /// A letter behind it may be a unit or a mark.
    case letter(String)
    /// An arrow in front of a figure that is no growth.
    case arrow

    func rule(_ number: CellNumber, _ cell: String) -> Rule {
        switch self {
        case .differs(let unit): .unitDiffers(unit)
        case .bare(let unit): .bareAmongUnits(unit)
        case .letter(let letter): .letterBehind(letter)
        case .arrow: .unreadableNumber(NumberAdvice.of(cell))
        }
    }
}

/// Units of figures: what a cell says itself, and what is stated for it.
extension RowReader {
    /// A number in the unit of its indicator. What a cell says of its own figure goes before what stands elsewhere,
    /// and never adds to it: 1.3亿元 in a row of 万元 is 13000万元.
    mutating func inUnit(_ number: CellNumber, _ indicator: Int, _ row: Row, _ column: Int)
        throws(UnitFault) -> CellNumber
    {
        var number = number
        if let arrow = number.arrow {
            guard OwnUnit.isRate(draft.indicators[indicator].name) else { throw .arrow }
            if arrow < 0 {
                number.value = DecimalNumber(significand: -number.value.significand, scale: number.value.scale)
            }
        }
        if let unitColumn = roles.unitOf[column], number.unit.isEmpty {
            let cells = row.record.cells, own = cells.indices.contains(unitColumn) ? cells[unitColumn] : ""
            if own.isEmpty, !row.unit.isEmpty { throw .bare(row.unit) }
            if own != row.unit { number.unit = own }
        }
        guard typed[indicator] == nil else { return try typedUnit(number, indicator) }
        if number.unit.isEmpty, number.multiplier == 0 { return number }
        let unit = draft.indicators[indicator].unit
        if let taken = ScaledUnit(unit).taking(number) {
            // UNIT_MULT beside a figure with a unit of its own: which of them holds is not stated.
            guard row.multiplier == 0 || number.unit.isEmpty else { throw .differs(unit) }
            return taken
        }
        throw TypedUnits.isLetter(number.unit) ? .letter(number.unit) : .differs(unit)
    }

    /// Where nothing else states the unit, that behind the figure.
    private mutating func typedUnit(_ number: CellNumber, _ indicator: Int) throws(UnitFault) -> CellNumber {
        typed[indicator]?.add(number)
        if let judged, judged.indices.contains(indicator), let others = judged[indicator], others.isMixed,
            !others.isCertain(number)
        {
            throw TypedUnits.isLetter(number.unit) ? .letter(number.unit) : .bare(others.words)
        }
        if number.unit.isEmpty { return number }
        if draft.indicators[indicator].unit.isEmpty { draft.indicators[indicator].unit = number.unit }
        let unit = draft.indicators[indicator].unit
        guard let taken = ScaledUnit(unit).taking(number) else { throw .differs(unit) }
        return taken
    }

    /// Whether some figures of an indicator have a unit and others none, so that they have to be read again.
    var hasMixedUnits: Bool { typed.contains { $0?.isMixed ?? false } }

    /// The first unit of a row that has several columns of them.
    func firstUnit(_ record: TableHead.Record) -> String {
        let columns = roles.values.compactMap { roles.unitOf[$0] }
        return columns.lazy.compactMap { record.cells.indices.contains($0) ? record.cells[$0] : nil }
            .first { !$0.isEmpty } ?? ""
    }

    /// The status in its column; a word that is not known is said once.
    mutating func takeStatus(_ row: inout Row, _ column: Int) {
        guard row.record.cells.indices.contains(column) else { return }
        let text = row.record.cells[column]
        if let status = StatusReading.ofCell(text) {
            row.status = status
        } else if unknownStatuses.insert(text).inserted {
            problems.add(problem(.unknownStatus, row.record, column, roles.columns[column].name, text))
        }
    }
}
