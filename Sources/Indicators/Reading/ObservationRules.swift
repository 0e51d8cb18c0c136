/// Makes an observation of a row and checks what its cells say of each other.
enum ObservationRules {
    /// Nil where the row says too little to be checked further.
    static func observation(from row: inout TableRow, index: Int) -> Observation? {
        let basis = row.coded(.PERIOD_BASIS, PeriodBasis.printed)
        let period = row.period(.TIME_PERIOD, basis)
        let value = row.number(.OBS_VALUE), high = row.number(.VALUE_HIGH)
        let multiplier = row.multiplier(.UNIT_MULT)
        let qualifier = row.coded(.QUALIFIER, Qualifier.exact)
        let status = row.coded(.OBS_STATUS, ObservationStatus.normal)
        let revision = row.coded(.REVISION, Revision.none)
        let printed = row[.PRINTED], embargo = row[.EMBARGO_UNTIL]
        if row.isSound {
            checkValue(value, high, qualifier, status, &row)
            if let value { checkPrinted(value, printed, &row) }
        }
        if !embargo.isEmpty, Instant(rfc3339: embargo) == nil { row.add(.notADateTime, .EMBARGO_UNTIL) }
        return Observation(
            index: index, line: row.line, area: row[.REF_AREA], indicator: row[.INDICATOR], period: period,
            basis: basis,
            value: value, valueHigh: high, unitMultiplier: multiplier, qualifier: qualifier, status: status,
            revision: revision, embargoUntil: embargo, isWithheld: false, source: row[.SOURCE], place: row[.PLACE],
            printed: printed,
            note: row.localized(.NOTE, .NOTE_EN))
    }

    private static func checkValue(
        _ value: DecimalNumber?, _ high: DecimalNumber?, _ qualifier: Qualifier, _ status: ObservationStatus,
        _ row: inout TableRow
    ) {
        if status.isAbsence {
            if value != nil { row.add(.valueWithAbsence, .OBS_VALUE) }
            return
        }
        guard let value else { return row.add(.valueMissing, .OBS_VALUE) }
        if row[.PRINTED].isEmpty { row.add(.requiredCell, .PRINTED) }
        if qualifier == .range {
            guard let high else { return row.add(.rangeWithoutHigh, .VALUE_HIGH) }
            if high < value { row.add(.rangeReversed, .VALUE_HIGH) }
        } else if high != nil {
            row.add(.highWithoutRange, .VALUE_HIGH)
        }
    }

    /// Small numbers may stand in print as Chinese numerals, zero as words, five as AAAAA; others must be found.
    private static func checkPrinted(_ value: DecimalNumber, _ printed: String, _ row: inout TableRow) {
        guard value.significand.magnitude >= 10 else { return }
        if !contains(withoutThousands(printed.utf8), Array(value.description.utf8)) {
            row.add(.printedDiffers, .PRINTED, found: printed)
        }
    }

    /// The bytes of a printed figure without its commas, plain or fullwidth (U+FF0C).
    private static func withoutThousands(_ text: String.UTF8View) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for byte in text where byte != UInt8(ascii: ",") {
            bytes.append(byte)
            if byte == 0x8C, bytes.suffix(3).elementsEqual([0xEF, 0xBC, 0x8C]) { bytes.removeLast(3) }
        }
        return bytes
    }

    private static func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
        guard needle.count <= text.count else { return false }
        return (0...(text.count - needle.count)).contains { start in
            var index = 0
            while index < needle.count, text[start + index] == needle[index] { index += 1 }
            return index == needle.count
        }
    }
}
