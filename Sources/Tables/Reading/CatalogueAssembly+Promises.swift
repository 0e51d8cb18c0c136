import Indicators

/// Reads targets, formulas and former values.
extension CatalogueAssembly {
    mutating func readTargets() {
        /// The line of each area, indicator and period, joined to one text by NUL, which no table contains.
        var lines: [String: Int] = [:]
        each(.targets) { assembly, row in
            let period = row.period(.TIME_PERIOD, .printed)
            let qualifier = row.coded(.QUALIFIER, Qualifier.exact)
            let multiplier = row.multiplier(.UNIT_MULT)
            let value = row.number(.TARGET_VALUE)
            let accepted = row.day(.ACCEPTED)
            assembly.checkSubject(.REF_AREA, .INDICATOR, &row)
            Self.check(row[.SOURCE], .SOURCE, in: assembly.sourceLines, "sources.csv", &row)
            let area = row[.REF_AREA], indicator = row[.INDICATOR],
                key = "\(area)\u{0}\(indicator)\u{0}\(row[.TIME_PERIOD])"
            if let first = lines[key] { row.add(.repeatedKey(first), .INDICATOR) } else { lines[key] = row.line }
            guard row.isSound, let value else { return }
            assembly.tables.targets.append(
                Target(
                    area: area, indicator: indicator, period: period, value: value, unitMultiplier: multiplier,
                    qualifier: qualifier, accepted: accepted, source: row[.SOURCE], place: row[.PLACE],
                    printed: row[.PRINTED], note: row.localized(.NOTE, .NOTE_EN)))
        }
    }

    mutating func readDerived() {
        var lines: [String: Int] = [:]
        each(.derived) { assembly, row in
            Self.note(row[.code], .code, in: &lines, &row)
            let order = row.integer(.order), scale = row[.scale].isEmpty ? 0 : row.integer(.scale)
            let decimals = row.integer(.decimals)
            if !(0...9).contains(decimals) { row.add(.decimals, .decimals) }
            if abs(scale) > 12 { row.add(.unitMultiplier, .scale) }
            let formula = row.coded(.formula, Formula.ratio)
            Self.check(row[.topic], .topic, in: assembly.topicLines, "topics.csv", &row)
            Self.check(row[.area], .area, in: assembly.areaLines, "areas.csv", &row)
            for column in [ColumnName.numerator, .denominator] {
                Self.check(row[column], column, in: assembly.indicatorLines, "indicators.csv", &row)
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
            let basis = row.coded(.PERIOD_BASIS, PeriodBasis.printed)
            let kind = row.coded(.KIND, Revision.revised)
            let qualifier = row.coded(.QUALIFIER, Qualifier.exact)
            let value = row.number(.FORMER_VALUE)
            let multiplier = row.multiplier(.UNIT_MULT)
            // History names what was, and that need not be any more.
            for (column, known) in [(ColumnName.REF_AREA, assembly.areaLines), (.INDICATOR, assembly.indicatorLines)]
            where !row.isEmpty(column) && !known.isEmpty && known[row[column]] == nil {
                row.add(.retired, column)
            }
            guard row.isSound else { return }
            assembly.tables.formerValues.append(
                FormerValue(
                    area: row[.REF_AREA], indicator: row[.INDICATOR], period: row[.TIME_PERIOD], basis: basis,
                    value: value,
                    unitMultiplier: multiplier, qualifier: qualifier, date: row[.DATE], kind: kind,
                    reason: row.localized(.REASON, .REASON_EN)))
        }
    }

    /// Checks that the area and the indicator of a row are known.
    func checkSubject(_ area: ColumnName, _ indicator: ColumnName, _ row: inout TableRow) {
        Self.check(row[area], area, in: areaLines, "areas.csv", &row)
        Self.check(row[indicator], indicator, in: indicatorLines, "indicators.csv", &row)
    }
}
