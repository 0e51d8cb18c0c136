import Indicators

extension TidyScanner {
    /// Whether CONF_STATUS says that the value is withheld: C, N, S and D of CL_CONF_STATUS, `C: Confidential`.
    private var isConfidential: Bool {
        guard let confidence, starts[confidence] < ends[confidence] else { return false }
        let length = ends[confidence] - starts[confidence], first = bytes[starts[confidence]]
        return "CNSD".utf8.contains(first) && (length == 1 || bytes[starts[confidence] + 1] == UInt8(ascii: ":"))
    }

    private func range(_ column: Int) -> Range<Int> { Range(uncheckedBounds: (starts[column], ends[column])) }

    /// What a row says of its value.
    private struct Value {
        var status = 0
        var multiplier = 0
        var qualifier: Int
        var significand: Int64 = 0
        /// The number of digits behind the point; nil where there is no value.
        var scale: Int?
        /// The range of a unit that is written behind the number.
        var typedUnit = 0..<0
    }

    /// Stores the row whose fields and key are known.
    @inline(__always)
    mutating func takeRow() {
        if plan.hasSpecialColumns, !passesSpecialColumns() { return }
        let time = range(plan.time)
        guard !time.isEmpty else { return add(.periodRequired, time.lowerBound, plan.time) }
        var period = segment.times.number(of: time, in: bytes, end: tableEnd)
        if !plan.timeParts.isEmpty { period = periodWithParts(period) }
        guard period < 0xFFFF else { return add(.tooManyPeriods, time.lowerBound, plan.time) }
        var value = Value(qualifier: exactly)
        if let column = plan.status { value.status = statusNumber(range(column)) }
        guard readMultiplier(&value), readNumber(&value), readQualifier(&value) else { return }
        if value.scale == nil {
            segment.missing &+= 1
            if !isAbsence[value.status] || value.status == missingStatus {
                value.status = isConfidential ? suppressedStatus : missingStatus
            }
        } else {
            segment.numbers &+= 1
            if isAbsence[value.status] { value.status = 0 }
        }
        if keyIsNew { beginSeries() }
        if let column = plan.unit {
            noteUnit(range(column))
        } else if !value.typedUnit.isEmpty {
            noteUnit(value.typedUnit)
        }
        if (segment.count &+ block.count) & (ScannedSegment.rowsPerMark - 1) == 0 {
            segment.lines.append(UInt32(recordLine))
        }
        let traits = ObservationTraits(
            scale: value.scale, status: value.status, qualifier: value.qualifier, multiplier: value.multiplier)
        block.append(
            period: UInt16(truncatingIfNeeded: period), significand: value.significand, traits: traits.packed,
            offset: UInt32(truncatingIfNeeded: recordStart &- segment.start))
        if block.isFull { block.move(into: &segment) }
    }

    // MARK: The value of a row. These return false after a problem, with which the row is left out.

    @inline(__always)
    private mutating func readMultiplier(_ value: inout Value) -> Bool {
        guard let column = plan.multiplier else { return true }
        value.multiplier = multiplierValue(range(column))
        if value.multiplier >= 0 { return true }
        add(.unitMultiplier, starts[column], column, ByteText.text(bytes, range(column)))
        return false
    }

    @inline(__always)
    private mutating func readNumber(_ value: inout Value) -> Bool {
        let point = plan.hasDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
        if !plan.numbers.isDoubtful, let plain = PlainNumber(bytes, range(plan.value), point: point) {
            (value.significand, value.scale) = (plain.significand, plain.scale)
            return true
        }
        return starts[plan.value] == ends[plan.value] || readWrittenNumber(&value)
    }

    /// A cell that is not digits alone: 近500人, 3.85亿元, or why there is no value.
    @inline(never)
    private mutating func readWrittenNumber(_ value: inout Value) -> Bool {
        let cell = range(plan.value), text = ByteText.text(bytes, cell)
        if plan.numbers.isDoubtful(text) {
            noteDoubtful()
            value.status = ObservationTraits.statusNumber(.lowReliability)
        }
        switch CellNumber.read(plan.hasLabels ? KeyCodes.split(text, hasLabel: true).code : text, plan.numbers) {
        case .number(let number):
            guard let taken = inUnit(number, value.multiplier, text, cell) else { return false }
            guard taken.value.scale <= 18, value.multiplier == 0 || taken.multiplier == 0,
                (0...12).contains(taken.multiplier), taken.arrow == nil
            else {
                let advice = taken.arrow == nil ? Hints.forNumber(text) : NumberAdvice.of(text)
                add(.unreadableNumber(advice), cell.lowerBound, plan.value, text)
                return false
            }
            (value.significand, value.scale) = (taken.value.significand, taken.value.scale)
            value.multiplier = max(value.multiplier, taken.multiplier)
            value.qualifier = ObservationTraits.qualifierNumber(number.qualifier)
            if let flag = number.status, value.status == 0 { value.status = ObservationTraits.statusNumber(flag) }
            guard !number.unit.isEmpty, text.hasSuffix(number.unit) else { return true }
            value.typedUnit = cell.upperBound - number.unit.utf8.count..<cell.upperBound
        case .absent(let reason):
            if value.status == 0 { value.status = ObservationTraits.statusNumber(reason) }
        case .unreadable:
            add(.unreadableNumber(CellNumber.advice(on: text)), cell.lowerBound, plan.value, text)
            return false
        }
        return true
    }

    /// A number in the unit of its row; nil after a problem.
    private mutating func inUnit(
        _ number: CellNumber, _ multiplier: Int, _ text: String, _ cell: Range<Int>
    ) -> CellNumber? {
        let isBare = number.unit.isEmpty && number.multiplier == 0
        guard !isBare, let column = plan.unit, starts[column] < ends[column] else { return number }
        let unit = ByteText.text(bytes, range(column))
        // UNIT_MULT beside a figure with a unit of its own: which of them holds is not stated.
        let isCertain = multiplier == 0 || number.unit.isEmpty
        if isCertain, let taken = ScaledUnit(UnitText.readable(unit)).taking(number) { return taken }
        add(.unitDiffers(unit), cell.lowerBound, plan.value, text)
        return nil
    }

    @inline(__always)
    private mutating func readQualifier(_ value: inout Value) -> Bool {
        guard let column = plan.qualifier, starts[column] < ends[column] else { return true }
        let text = ByteText.text(bytes, range(column))
        guard let written = Qualifier(code: text) else {
            add(.unknownCode(Qualifier.codes), starts[column], column, text)
            return false
        }
        value.qualifier = ObservationTraits.qualifierNumber(written)
        return true
    }

    /// The number of a period that is made from a year and its month or quarter.
    private mutating func periodWithParts(_ year: Int32) -> Int32 {
        var key = [year]
        for part in plan.timeParts {
            key.append(segment.timePartTexts.number(of: range(part.column), in: bytes, end: tableEnd))
        }
        return key.withUnsafeBufferPointer { $0.baseAddress.map { segment.timeKeys.number(of: $0) } ?? 0 }
    }

    private mutating func noteDoubtful() {
        segment.doubtful += 1
        if segment.doubtful == 1 {
            add(.doubtfulNumbers(1), starts[plan.value], plan.value, ByteText.text(bytes, range(plan.value)))
        }
    }

    private mutating func beginSeries() {
        keyIsNew = false
        guard let key = key.baseAddress else { return }
        let series = UInt32(segment.seriesKeys.number(of: key))
        if series != currentSeries || runs.isEmpty {
            currentSeries = series
            runs.append((UInt32(segment.count + block.count), series))
        }
    }

    /// Returns false for deleted rows and rows under embargo, which are left out.
    private mutating func passesSpecialColumns() -> Bool {
        if let action = plan.action, ends[action] - starts[action] == 1,
            bytes[starts[action]] | 0x20 == UInt8(ascii: "d")
        {
            segment.deletedRows += 1
            return false
        }
        if let embargo = plan.embargo, starts[embargo] < ends[embargo] {
            let text = ByteText.text(bytes, range(embargo))
            guard let instant = Instant(rfc3339: text) else {
                add(.notADateTime(text), starts[embargo], embargo, text)
                return false
            }
            if now < instant {
                segment.embargoedRows += 1
                return false
            }
        }
        return true
    }

    private mutating func noteUnit(_ range: Range<Int>) {
        let unit = segment.units.number(of: range, in: bytes, end: tableEnd), series = Int(currentSeries)
        while segment.seriesUnit.count <= series { segment.seriesUnit.append(-1) }
        if segment.seriesUnit[series] < 0 {
            segment.seriesUnit[series] = unit
        } else if segment.seriesUnit[series] != unit {
            segment.hasMixedUnits = true
        }
    }

    private mutating func statusNumber(_ range: Range<Int>) -> Int {
        let number = Int(segment.statuses.number(of: range, in: bytes, end: tableEnd))
        if number == statusNumbers.count {
            let text = ByteText.text(bytes, range)
            let status = StatusReading.ofCell(text, isCanadian: plan.isCanadian)
            if status == nil { add(.unknownStatus, range.lowerBound, plan.status, text) }
            statusNumbers.append(ObservationTraits.statusNumber(status ?? .normal))
        }
        return statusNumbers[number]
    }

    /// The value of UNIT_MULT; -1 for any text that is not a power of ten from 0 to 12.
    private mutating func multiplierValue(_ range: Range<Int>) -> Int {
        let number = Int(segment.multipliers.number(of: range, in: bytes, end: tableEnd))
        if number == multiplierValues.count {
            multiplierValues.append(StatusReading.multiplier(ByteText.text(bytes, range)) ?? -1)
        }
        return multiplierValues[number]
    }
}
