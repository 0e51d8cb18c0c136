import Indicators

extension TidyScanner {
    private func range(_ column: Int) -> Range<Int> { Range(uncheckedBounds: (starts[column], ends[column])) }

    /// Stores the row whose fields and key are known.
    @inline(__always)
    mutating func takeRow() {
        if plan.hasSpecialColumns, !passesSpecialColumns() { return }
        let time = range(plan.time)
        guard !time.isEmpty else { return add(.periodRequired, time.lowerBound, plan.time) }
        let period = segment.times.number(of: time, in: bytes, end: tableEnd)
        guard period < 0xFFFF else { return add(.tooManyPeriods, time.lowerBound, plan.time) }
        var status = 0, multiplier = 0, qualifier = exactly
        if let column = plan.status { status = statusNumber(range(column)) }
        if let column = plan.multiplier {
            multiplier = multiplierValue(range(column))
            if multiplier < 0 {
                return add(.unitMultiplier, starts[column], column, ByteText.text(bytes, range(column)))
            }
        }
        var significand: Int64 = 0, scale: Int? = nil
        /// The range of a unit that is written behind the number.
        var typedUnit = 0..<0
        if let plain = PlainNumber(
            bytes, range(plan.value), point: plan.hasDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: "."))
        {
            (significand, scale) = (plain.significand, plain.scale)
        } else if starts[plan.value] < ends[plan.value] {
            let text = ByteText.text(bytes, range(plan.value))
            switch CellNumber.read(text, hasDecimalComma: plan.hasDecimalComma) {
            case .number(let number):
                guard number.value.scale <= 18, multiplier == 0 || number.multiplier == 0 else {
                    return add(.unreadableNumber(Hints.forNumber(text)), starts[plan.value], plan.value, text)
                }
                (significand, scale) = (number.value.significand, number.value.scale)
                multiplier = max(multiplier, number.multiplier)
                qualifier = ObservationTraits.qualifierNumber(number.qualifier)
                if !number.unit.isEmpty, text.hasSuffix(number.unit) {
                    typedUnit = ends[plan.value] - number.unit.utf8.count..<ends[plan.value]
                    if let column = plan.unit, starts[column] < ends[column],
                        !ByteText.text(bytes, range(column)).hasSuffix(number.unit)
                    {
                        return add(
                            .unitDiffers(ByteText.text(bytes, range(column))), starts[plan.value], plan.value, text)
                    }
                }
            case .absent(let reason): if status == 0 { status = ObservationTraits.statusNumber(reason) }
            case .unreadable(let hint): return add(.unreadableNumber(hint), starts[plan.value], plan.value, text)
            }
        }
        if let column = plan.qualifier, starts[column] < ends[column] {
            let text = ByteText.text(bytes, range(column))
            guard let written = Qualifier(code: text) else {
                return add(.unknownCode(Qualifier.codes), starts[column], column, text)
            }
            qualifier = ObservationTraits.qualifierNumber(written)
        }
        if scale == nil {
            segment.missing &+= 1
            if !isAbsence[status] { status = missingStatus }
        } else {
            segment.numbers &+= 1
            if isAbsence[status] { status = 0 }
        }
        if keyIsNew { beginSeries() }
        if let column = plan.unit { noteUnit(range(column)) } else if !typedUnit.isEmpty { noteUnit(typedUnit) }
        if (segment.count &+ block.count) & (ScannedSegment.rowsPerMark - 1) == 0 {
            segment.lines.append(UInt32(recordLine))
        }
        block.append(
            period: UInt16(truncatingIfNeeded: period), significand: significand,
            traits: ObservationTraits(scale: scale, status: status, qualifier: qualifier, multiplier: multiplier)
                .packed,
            offset: UInt32(truncatingIfNeeded: recordStart &- segment.start))
        if block.isFull { block.move(into: &segment) }
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
                add(.notADateTime, starts[embargo], embargo, text)
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
            let status = StatusReading.status(text)
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
