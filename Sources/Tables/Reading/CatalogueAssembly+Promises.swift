import Indicators

/// Reads targets, formulas and former values.
extension CatalogueAssembly {
    mutating func readTargets() {
        /// The line and the value of each area, indicator and period, joined by NUL, which no table contains.
        var seen: [String: (line: Int, value: String)] = [:]
        each(.targets) { assembly, row in
            let period = row.period(.TIME_PERIOD, .printed)
            let qualifier = row.coded(.QUALIFIER, Qualifier.exact)
            let multiplier = row.multiplier(.UNIT_MULT)
            let value = row.number(.TARGET_VALUE)
            let accepted = row.day(.ACCEPTED)
            assembly.checkSubject(.REF_AREA, .INDICATOR, &row)
            assembly.references.resolve(&row, .SOURCE, in: .sources)
            let area = row[.REF_AREA], indicator = row[.INDICATOR],
                key = "\(area)\u{0}\(indicator)\u{0}\(row[.TIME_PERIOD])"
            guard row.isSound, let value else { return }
            let written = Observation.written(value, multiplier)
            if let first = seen[key] {
                return row.add(.repeatedFigure(first.line, (first.value, written)), .INDICATOR)
            }
            seen[key] = (row.line, written)
            let subject = assembly.subjects[indicator] ?? PrintedRules.Subject()
            row.checkPrinted(value, multiplier, qualifier, .TARGET_VALUE, subject)
            guard row.isSound else { return }
            assembly.tables.targets.append(
                Target(
                    area: area, indicator: indicator, period: period, value: value, unitMultiplier: multiplier,
                    qualifier: qualifier, accepted: accepted, source: row[.SOURCE], place: row[.PLACE],
                    printed: row[.PRINTED], note: row.localized(.NOTE, .NOTE_EN), line: SourceLine(number: row.line)))
        }
    }

    mutating func readDerived() {
        each(.derived) { assembly, row in
            assembly.references.note(&row, in: .derived)
            let order = row.integer(.order), scale = row.integer(.scale)
            let decimals = row.integer(.decimals)
            if !(0...9).contains(decimals) { row.add(.decimals, .decimals) }
            if abs(scale) > 12 { row.add(.unitMultiplier, .scale) }
            let formula = row.coded(.formula, Formula.ratio)
            assembly.references.resolve(&row, .topic, in: .topics)
            assembly.references.resolve(&row, .area, in: .areas)
            assembly.references.resolve(&row, .numerator, in: .indicators)
            assembly.references.resolve(&row, .denominator, in: .indicators)
            _ = row.period(.period)
            if row.isSound, !row.isEmpty(.period), !assembly.canCompute(row) {
                row.add(.derivedWithoutFigure, .period)
            }
            guard row.isSound else { return }
            assembly.tables.derived.append(
                DerivedIndicator(
                    code: row[.code], topic: row[.topic], order: order, name: row.localized(.name_zh, .name_en),
                    formula: formula, numerator: row[.numerator], denominator: row[.denominator],
                    area: row[.area].isEmpty ? nil : row[.area], period: row[.period].isEmpty ? nil : row[.period],
                    scale: scale, decimals: decimals, unit: Unit(chinese: row[.unit], english: row[.unit_en]),
                    note: row.localized(.note_zh, .note_en)))
        }
    }

    mutating func readFormerValues() {
        each(.revisions) { assembly, row in
            let basis = row.basis(.PERIOD_BASIS, .TIME_PERIOD, .printed)
            _ = row.period(.TIME_PERIOD)
            // Publishing writes the moment where a day has several changes.
            if Instant(rfc3339: row[.DATE]) == nil { _ = row.day(.DATE, mayBeEmpty: false) }
            let kind = row.coded(.KIND, Revision.revised)
            let qualifier = row.coded(.QUALIFIER, Qualifier.exact)
            let value = row.number(.FORMER_VALUE)
            let multiplier = row.multiplier(.UNIT_MULT)
            // History names what was, and that need not be any more.
            assembly.references.resolve(&row, .REF_AREA, in: .areas, else: .retired)
            assembly.references.resolve(&row, .INDICATOR, in: .indicators, else: .retired)
            if row.isSound, let value {
                let subject = assembly.subjects[row[.INDICATOR]] ?? PrintedRules.Subject()
                row.checkPrinted(value, multiplier, qualifier, .FORMER_VALUE, subject)
            }
            guard row.isSound else { return }
            assembly.tables.formerValues.append(
                FormerValue(
                    area: row[.REF_AREA], indicator: row[.INDICATOR], period: row[.TIME_PERIOD], basis: basis,
                    value: value,
                    unitMultiplier: multiplier, qualifier: qualifier, date: row[.DATE], kind: kind,
                    reason: row.localized(.REASON, .REASON_EN), printed: row[.PRINTED],
                    line: SourceLine(number: row.line)))
        }
    }

    /// Reads the area and the indicator of a row.
    mutating func checkSubject(_ area: ColumnName, _ indicator: ColumnName, _ row: inout TableRow) {
        references.resolve(&row, area, in: .areas)
        references.resolve(&row, indicator, in: .indicators)
    }

    /// Whether both terms of a formula have a figure of its period.
    private func canCompute(_ row: TableRow) -> Bool {
        guard !lacksObservations else { return true }
        let area = row.isEmpty(.area) ? package.description?.rootArea ?? "" : row[.area]
        return [row[.numerator], row[.denominator]].allSatisfy { code in
            observations.rows(indicator: code, area: area).contains {
                observations.period(Int($0)).text == row[.period]
            }
        }
    }
}

extension TableRow {
    /// Compares the value of a target or a former value with PRINTED, where that is filled in.
    mutating func checkPrinted(
        _ value: DecimalNumber, _ multiplier: Int, _ qualifier: Qualifier, _ column: ColumnName,
        _ subject: PrintedRules.Subject
    ) {
        guard !isEmpty(.PRINTED) else { return }
        let cells = PrintedRules.Cells(value: value, multiplier: multiplier, qualifier: qualifier, subject: subject)
        report(PrintedRules.compare(self[.PRINTED], cells), printed: self[.PRINTED], cells, value: column)
    }
}
