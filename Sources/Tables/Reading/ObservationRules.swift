import Indicators

/// Makes an observation from a row and checks whether its cells are consistent.
enum ObservationRules {
    static func observation(
        from row: inout TableRow, index: Int, _ columns: [ObservationColumn] = ObservationColumn.all
    ) -> Observation {
        var observation = Observation(index: index, line: row.line)
        for column in columns { column.read(&row, &observation) }
        if row.isSound {
            checkValue(observation, &row)
            if let value = observation.value { checkPrinted(value, observation.printed, &row) }
        }
        let embargo = observation.embargoUntil
        if !embargo.isEmpty, Instant(rfc3339: embargo) == nil { row.add(.notADateTime, .EMBARGO_UNTIL) }
        return observation
    }

    private static func checkValue(_ observation: Observation, _ row: inout TableRow) {
        if observation.status.isAbsence {
            if observation.value != nil { row.add(.valueWithAbsence, .OBS_VALUE) }
            return
        }
        guard let value = observation.value else { return row.add(.valueMissing, .OBS_VALUE) }
        if row.isEmpty(.PRINTED) { row.add(.requiredCell, .PRINTED) }
        if observation.qualifier == .range {
            guard let high = observation.valueHigh else { return row.add(.rangeWithoutHigh, .VALUE_HIGH) }
            if high < value { row.add(.rangeReversed, .VALUE_HIGH) }
        } else if !row.isEmpty(.VALUE_HIGH) {
            row.add(.highWithoutRange, .VALUE_HIGH)
        }
    }

    /// The printed form must contain the value. Small numbers may be printed as Chinese numerals, zero as words, and
    /// five as AAAAA.
    private static func checkPrinted(_ value: DecimalNumber, _ printed: String, _ row: inout TableRow) {
        guard value.significand.magnitude >= 10 else { return }
        if !contains(withoutThousands(printed.utf8), Array(value.description.utf8)) {
            row.add(.printedDiffers, .PRINTED, found: printed)
        }
    }

    /// The bytes of a printed figure without commas, ASCII or full-width (U+FF0C).
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
