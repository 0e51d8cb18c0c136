import Indicators

/// Decides once what each column of a table is, from its name and from all that it holds.
struct RoleDecider {
    let frame: TableFrame
    let profile: TableProfile
    let names: [String]
    let hints: [NameHint]
    /// The index of each column; those with a period in their heading are values.
    let columns: Range<Int>
    var decided: [ColumnDecision?]
    var roles: TableRoles
    /// The period that the lines above the table state.
    let periodAbove: Period?
    /// Whether those lines name the indicator.
    let isNamedAbove: Bool

    static func decide(
        _ frame: TableFrame, _ profile: TableProfile, separator: UInt8, above: TableContext,
        overrides: RoleOverrides = RoleOverrides()
    ) -> TableRoles {
        var decider = RoleDecider(frame, profile, above)
        decider.run(separator, overrides)
        return decider.roles
    }

    private init(_ frame: TableFrame, _ profile: TableProfile, _ above: TableContext) {
        self.frame = frame
        self.profile = profile
        (periodAbove, isNamedAbove) = (above.period, above.namesIndicator)
        let (names, labels) = ColumnNames.names(of: frame.headings)
        self.names = names
        // A person or a place has a telephone, a year has not.
        let hasNames = profile.columns.contains { $0.filled > 0 && $0.numbers == 0 && !$0.isPeriods }
        hints = zip(names, profile.columns).map { name, column in
            var hint = NameHint(name)
            if hint.isContact { hint.isCode = hasNames && column.holdsContacts }
            if hint.isBatch { hint.isCode = column.isWhole && column.distinct * 2 <= column.filled }
            return hint
        }
        columns = names.indices
        decided = names.map { _ in nil }
        roles = TableRoles(form: .noValue, columns: [], names: names, labels: labels)
    }

    private mutating func run(_ separator: UInt8, _ overrides: RoleOverrides) {
        for (column, role) in overrides.roles(names) {
            set(column, role, Self.because("另行指定", "told so"))
        }
        decideStructure()
        if frame.isWide {
            takeHeaderPeriods()
            takePartsOfRows()
        } else {
            decidePeriod()
            decideValues()
            doubtParts()
            takeAreasOfHeader()
        }
        decideNumberStyle(separator)
        decideUnitsAndFlags()
        decideNumbers()
        decideFamilies()
        decideRest()
        if !frame.isWide { doubtLonePart() }
        finish()
    }

    // MARK: Small steps

    static func because(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
    static let byName = because("列名如此", "by its name")

    func isFree(_ column: Int) -> Bool { decided[column] == nil }
    var free: [Int] { columns.filter(isFree) }

    mutating func set(
        _ column: Int, _ role: ColumnRole, _ reason: LocalizedText, of other: Int? = nil, others: [ColumnRole] = [],
        isDoubtful: Bool = false
    ) {
        guard decided[column] == nil else { return }
        decided[column] = ColumnDecision(
            name: names[column], column: column + 1, role: role, labelled: other.map { $0 + 1 }, reason: reason,
            others: others, isDoubtful: isDoubtful)
    }

    private mutating func decideStructure() {
        for column in columns {
            if profile.columns[column].isEmpty,
                frame.periods.indices.contains(column) ? frame.periods[column] == nil : true,
                ![.value, .time].contains(hints[column].family)
            {
                set(column, .empty, Self.because("整列是空的", "no cell is filled"))
                continue
            }
            if hints[column].isContact, hints[column].isCode {
                // The number of a telephone is no code of the area that it belongs to.
                set(column, .remark, Self.byName)
                continue
            }
            switch ColumnNames.meaning(names[column]) {
            case .structure?: set(column, .structure, Self.byName)
            case .structureKind?, .seriesKey?: set(column, .remark, Self.byName)
            case .action?: set(column, .action, Self.byName)
            case .qualifier?: set(column, .qualifier, Self.byName)
            case .valueHigh?: set(column, .valueHigh, Self.byName)
            case .embargo?: set(column, .embargo, Self.byName)
            case .basis?: set(column, .basis, Self.byName)
            default: if hints[column].family == .estimatesAfter { set(column, .estimatesAfter, Self.byName) }
            }
        }
    }

    private mutating func takeHeaderPeriods() {
        for column in columns where frame.periods.indices.contains(column) && frame.periods[column] != nil {
            set(column, .value, Self.because("表头是时期", "its heading is a period"))
            roles.values.append(column)
            if let flag = frame.flags[column] ?? unnamedFlags(behind: column) {
                set(flag, .status, Self.because("前一列的标记", "flags of the column before"))
                roles.flags[column] = flag
            }
        }
        for column in columns where frame.doubtfulParts.contains(column) {
            set(
                column, .remark, Self.because("一年的一部分，看不出是哪个指标的", "a part of a year, of an indicator that is not known")
            )
            roles.doubtfulParts.append(column)
        }
        for column in columns where frame.totals.contains(column) {
            set(column, .remark, Self.because("看不出是哪一段时期的", "of a period that is not stated"))
            roles.totals.append(column)
        }
        for column in free where !frame.flags.isEmpty && PeriodFlags.isRemark(names[column]) {
            set(column, .remark, Self.because("对一年的说明", "remarks on a year"))
        }
    }

    /// A column without a heading behind that of a period, with flags in it: Eurostat's sheets have them.
    private func unnamedFlags(behind column: Int) -> Int? {
        let next = column + 1
        let isNamed = columns.contains(next) && hints[next].family == .status
        guard columns.contains(next), names[next].isEmpty || isNamed && names.count(where: { $0 == names[next] }) > 1,
            isFree(next), frame.periods[next] == nil, !profile.columns[next].isEmpty,
            profile.columns[next].texts.allSatisfy({ StatusReading.status(TableHead.trimmed($0)) != nil })
        else { return nil }
        return next
    }

    private mutating func decideNumberStyle(_ separator: UInt8) {
        var evidence = profile.figures
        for column in roles.values { for text in profile.columns[column].texts { evidence.add(text) } }
        roles.numbers = evidence.style(separator: separator, isStandard: roles.isStandard)
    }

    /// Whether a period is written once for several rows below each other.
    private var areRowsJoined: Bool {
        guard let time = roles.parts.first else { return false }
        return roles.hasRunningYears || time == 0 && profile.columns[time].empty > 0
    }

    private mutating func finish() {
        for column in columns where decided[column] == nil {
            set(column, .remark, Self.because("看不出有别的用处", "nothing else fits"), others: [.dimension])
        }
        roles.columns = decided.compactMap { $0 }
        guard !roles.values.isEmpty else {
            roles.form = .noValue
            return
        }
        if frame.isWide {
            roles.form = .wide
        } else if roles.parts.isEmpty, periodAbove == nil {
            roles.form = .noPeriod
        } else {
            let isNamed = roles.values.count == 1 && hints[roles.values[0]].family == .value
            roles.form = isNamed && !roles.parts.isEmpty && !areRowsJoined ? .tidy : .records
        }
    }
}
