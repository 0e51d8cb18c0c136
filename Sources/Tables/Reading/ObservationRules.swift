import Indicators

/// Makes an observation from a row and checks whether its cells are consistent.
enum ObservationRules {
    /// - Parameter subjects: what the indicators say of their printed figures.
    static func observation(
        from row: inout TableRow, index: Int, _ columns: [ObservationColumn] = ObservationColumn.all,
        subjects: [String: PrintedRules.Subject] = [:]
    ) -> Observation {
        var observation = Observation(index: index, line: row.line)
        for column in columns { column.read(&row, &observation) }
        if row.isSound { checkValue(observation, subjects[observation.indicator] ?? PrintedRules.Subject(), &row) }
        let embargo = observation.embargoUntil
        if !embargo.isEmpty, Instant(rfc3339: embargo) == nil { row.add(.notADateTime(embargo), .EMBARGO_UNTIL) }
        return observation
    }

    private static func checkValue(
        _ observation: Observation, _ subject: PrintedRules.Subject, _ row: inout TableRow
    ) {
        guard let value = observation.value else {
            if !PrintedForm.figures(in: observation.printed, of: subject).isEmpty {
                row.add(.printedWithoutValue(observation.printed), .OBS_VALUE)
            } else if !observation.status.isAbsence {
                row.add(.valueMissing, .OBS_VALUE)
            }
            return
        }
        if observation.status.isAbsence { return row.add(.valueWithAbsence(value.description), .OBS_STATUS) }
        guard !row.isEmpty(.PRINTED) else { return row.add(.requiredCell, .PRINTED) }
        let high = row.isEmpty(.VALUE_HIGH) ? nil : observation.valueHigh
        let cells = PrintedRules.Cells(
            value: value, high: high, multiplier: observation.unitMultiplier, qualifier: observation.qualifier,
            subject: subject)
        let comparison = PrintedRules.compare(observation.printed, cells)
        if case .differs(.qualifier, _) = comparison {
            return row.report(comparison, printed: observation.printed, cells, value: .OBS_VALUE)
        }
        if observation.qualifier == .range {
            guard let high else { return row.add(.rangeWithoutHigh(observation.printed), .VALUE_HIGH) }
            if high < value { return row.add(.rangeReversed(value.description, high.description), .VALUE_HIGH) }
        } else if !row.isEmpty(.VALUE_HIGH) {
            return row.add(.highWithoutRange, .VALUE_HIGH)
        }
        row.report(comparison, printed: observation.printed, cells, value: .OBS_VALUE)
    }
}

extension TableRow {
    /// Reports what is printed where it differs from the cells of its row, at the cell that differs.
    mutating func report(
        _ comparison: PrintedRules.Comparison, printed: String, _ cells: PrintedRules.Cells, value column: ColumnName
    ) {
        switch comparison {
        case .agrees: return
        case .otherDigits(let digits):
            add(.printedDigits(printed, digits.description, column.rawValue, cells.value.description), column)
        case .differs(let part, let figure):
            let place: ColumnName =
                switch part {
                case .unit: .PRINTED
                case .qualifier: .QUALIFIER
                case .high: .VALUE_HIGH
                case .multiplier: .UNIT_MULT
                case .value: column
                }
            let stated = part == .unit ? cells.subject.unit : has(place) ? self[place] : ""
            add(.printedDiffers(printed, figure, place.rawValue, stated), place)
        }
    }
}
