/// Makes an observation of a row and checks what its cells say of each other.
enum ObservationRules {
    /// Nil where the row says too little to be checked further.
    static func observation(from row: inout TableRow, index: Int) -> Observation? {
        let basis = row.coded("PERIOD_BASIS", PeriodBasis.printed)
        let period = row.period("TIME_PERIOD", basis)
        let value = row.number("OBS_VALUE"), high = row.number("VALUE_HIGH")
        let multiplier = row.multiplier("UNIT_MULT")
        let qualifier = row.coded("QUALIFIER", Qualifier.exact)
        let status = row.coded("OBS_STATUS", ObservationStatus.normal)
        let revision = row.coded("REVISION", Revision.none)
        let printed = row["PRINTED"], embargo = row["EMBARGO_UNTIL"]
        if row.isSound {
            checkValue(value, high, qualifier, status, &row)
            if let value { checkPrinted(value, printed, &row) }
        }
        if !embargo.isEmpty, !isDateTime(embargo) { row.add(.notADateTime, "EMBARGO_UNTIL") }
        return Observation(
            index: index, line: row.line, area: row["REF_AREA"], indicator: row["INDICATOR"], period: period, basis: basis,
            value: value, valueHigh: high, unitMultiplier: multiplier, qualifier: qualifier, status: status,
            revision: revision, embargoUntil: embargo, source: row["SOURCE"], place: row["PLACE"], printed: printed,
            note: row.localized("NOTE", "NOTE_EN"))
    }

    private static func checkValue(
        _ value: DecimalNumber?, _ high: DecimalNumber?, _ qualifier: Qualifier, _ status: ObservationStatus, _ row: inout TableRow
    ) {
        if status.isAbsence {
            if value != nil { row.add(.valueWithAbsence, "OBS_VALUE") }
            return
        }
        guard let value else { return row.add(.valueMissing, "OBS_VALUE") }
        if row["PRINTED"].isEmpty { row.add(.requiredCell, "PRINTED") }
        if qualifier == .range {
            guard let high else { return row.add(.rangeWithoutHigh, "VALUE_HIGH") }
            if high < value { row.add(.rangeReversed, "VALUE_HIGH") }
        } else if high != nil {
            row.add(.highWithoutRange, "VALUE_HIGH")
        }
    }

    /// Small numbers may stand in print as Chinese numerals, zero as words, five as AAAAA; others must be found.
    private static func checkPrinted(_ value: DecimalNumber, _ printed: String, _ row: inout TableRow) {
        guard value.significand.magnitude >= 10 else { return }
        let digits = printed.filter { $0 != "," && $0 != "，" }
        if !contains(digits.utf8, value.description.utf8) { row.add(.printedDiffers, "PRINTED", found: printed) }
    }

    private static func contains(_ text: String.UTF8View, _ needle: String.UTF8View) -> Bool {
        let text = Array(text), needle = Array(needle)
        guard needle.count <= text.count else { return false }
        return (0...(text.count - needle.count)).contains { start in
            text[start..<start + needle.count].elementsEqual(needle)
        }
    }

    /// A date, a time and a zone by RFC 3339, section 5.6.
    static func isDateTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let year = Int(text.prefix(4)), bytes[4] == 0x2D, let month = Int(part(bytes, 5)), bytes[7] == 0x2D,
            let day = Int(part(bytes, 8)), bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            let hour = Int(part(bytes, 11)), bytes[13] == 0x3A, let minute = Int(part(bytes, 14)), bytes[16] == 0x3A,
            let second = Int(part(bytes, 17)), CalendarDay(checkedYear: year, month: month, day: day) != nil,
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return false }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(digits.count)
        }
        if rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")]) { return true }
        let zone = Array(rest)
        guard zone.count == 6, zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"), zone[3] == 0x3A,
            let hours = Int(part(zone, 1)), let minutes = Int(part(zone, 4))
        else { return false }
        return (0...23).contains(hours) && (0...59).contains(minutes)
    }

    private static func part(_ bytes: [UInt8], _ start: Int) -> String { String(decoding: bytes[start..<start + 2], as: UTF8.self) }
}
