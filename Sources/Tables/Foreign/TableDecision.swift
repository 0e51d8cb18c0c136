import Indicators

/// All that is decided on a table before it is read: where it stands, what its columns are, what is said around it.
struct TableDecision: Sendable {
    var frame: TableFrame
    var profile: TableProfile
    var context: TableContext
    var roles: TableRoles
    /// The rows of data by their offsets.
    var data: Range<Int>

    /// Where it is SDMX-CSV, whose names decide.
    var standard: StandardRoles?

    /// Nil where no line can be one of headings.
    ///
    /// - Parameter sheet: the name of the sheet that the table stands on.
    init?(
        _ bytes: UnsafeRawBufferPointer, _ head: TableHead, _ overrides: RoleOverrides = RoleOverrides(),
        sheet: String? = nil
    ) {
        guard var frame = HeaderSearch.frame(head) else { return nil }
        let header = head.records[frame.header]
        let isStandard =
            overrides.isEmpty && !frame.isWide
            && StandardRoles.isStandard(ColumnNames.names(of: header.cells).names)
        var start = header.end
        if frame.dataStart > frame.header + 1, frame.dataStart < head.records.count {
            start = head.records[frame.dataStart].start
        }
        let found =
            isStandard
            ? (bytes.count, []) : TableEnd.find(bytes, from: start, width: frame.width, separator: head.separator)
        data = min(start, found.0)..<found.0
        context = TableContext(head.records[..<frame.header].filter { !Self.isGroupLine($0, frame) })
        for note in found.1 { context.takeFooter(note) }
        if let sheet { SheetPeriod.complete(&context, sheet) }
        if context.isCumulative { frame.takeSums() }
        self.frame = frame
        // A large table of one figure a row is read on all cores; the others cost more to read than to look at.
        profile = TableProfile(
            bytes, data, width: frame.width, separator: head.separator, isWhole: frame.isWide,
            isFigure: overrides.isEmpty ? frame.periods.map { $0 != nil } : [])
        roles = RoleDecider.decide(
            frame, profile, separator: head.separator, above: context, overrides: overrides)
        takeNamedPeriods(bytes, head, overrides)
        if isStandard {
            takeStandard(header, head)
        } else if roles.form == .records, data.count > TableProfile.wholeSize {
            profile = TableProfile(bytes, data, width: frame.width, separator: head.separator, isWhole: true)
            roles = RoleDecider.decide(
                frame, profile, separator: head.separator, above: context, overrides: overrides)
        }
        if !isStandard {
            takePeriodsOfNames()
            takeConstants()
            takeUnitOfNames()
            readTypedUnits()
            doubtRewrittenMonths()
        }
        profile.close()
    }

    /// Headings that hold an indicator and a period each, where nothing else states one.
    private mutating func takeNamedPeriods(
        _ bytes: UnsafeRawBufferPointer, _ head: TableHead, _ overrides: RoleOverrides
    ) {
        guard roles.form == .noPeriod, !frame.isWide, context.periodDoubt == nil else { return }
        frame.takeNamedPeriods(few: true)
        guard frame.isWide else { return }
        profile = TableProfile(
            bytes, data, width: frame.width, separator: head.separator, isWhole: true,
            isFigure: overrides.isEmpty ? frame.periods.map { $0 != nil } : [])
        roles = RoleDecider.decide(frame, profile, separator: head.separator, above: context, overrides: overrides)
    }

    /// A text that stands in every row of a column of unknown name says what the table is about.
    private mutating func takeConstants() {
        guard [.tidy, .records].contains(roles.form) else { return }
        for column in roles.columns.indices
        where [.dimension, .remark].contains(roles.columns[column].role) && profile.columns[column].isConstant {
            let hint = NameHint(roles.names[column])
            guard hint.family == nil, !hint.isCode, profile.columns[column].numbers == 0,
                let text = profile.columns[column].texts.first.map(TableHead.trimmed), text.count <= 80
            else { continue }
            context.title += (context.title.isEmpty ? "" : " · ") + text
        }
    }

    /// 指标（万元） and 指标/万元 over the names of the indicators state the unit of all.
    private mutating func takeUnitOfNames() {
        guard context.unit.isEmpty, let column = roles.first(.indicator), roles.first(.unit) == nil else { return }
        let heading = frame.headings.indices.contains(column) ? frame.headings[column] : ""
        var (name, unit) = Heading.parted(heading)
        if unit.isEmpty, let slash = heading.firstIndex(where: { $0 == "/" || $0 == "／" }) {
            (name, unit) = (String(heading[..<slash]), String(heading[heading.index(after: slash)...]))
        }
        if let stated = UnitText.stated(unit) { unit = UnitText.single(stated) }
        if NameHint(name).family == .indicator, UnitText.isUnit(unit) { context.unit = unit }
    }

    /// A table of one figure a row is read cell by cell where some figures have a unit behind them and others none, so
    /// that they are compared with each other, or where names have the marks of footnotes.
    private mutating func readTypedUnits() {
        guard roles.form == .tidy, data.count <= TableProfile.wholeSize, let value = roles.values.first,
            !roles.columns.contains(where: {
                [.action, .qualifier, .valueHigh, .embargo, .basis, .structure].contains($0.role)
            })
        else { return }
        let hasFootnotes = roles.columns.indices.contains { column in
            [.area, .indicator].contains(roles.columns[column].role)
                && profile.columns[column].texts.contains { Footnotes.dropped($0) != $0 }
        }
        guard hasFootnotes || roles.first(.unit) == nil && hasMixedUnits(profile.columns[value].texts) else { return }
        let plan = roles.plan(separator: 0)
        (roles.form, roles.notes, roles.remarks) = (.records, plan.notes, plan.remarks)
    }

    private func hasMixedUnits(_ texts: [String]) -> Bool {
        var isWorded = false, isBare = false
        for text in texts {
            guard case .number(let number) = CellNumber.read(text, roles.numbers) else { continue }
            let hasWords = !number.unit.isEmpty || number.multiplier != 0 || number.arrow != nil
            (isWorded, isBare) = (isWorded || hasWords, isBare || !hasWords)
        }
        return isWorded && isBare
    }

    private mutating func takeStandard(_ header: TableHead.Record, _ head: TableHead) {
        let value = header.cells.indices.first { column in
            ColumnNames.folded(ColumnNames.names(of: header.cells).names[column]) == "OBS_VALUE"
        }
        var evidence = NumberEvidence()
        for text in value.map({ profile.columns[$0].texts }) ?? [] { evidence.add(text) }
        standard = StandardRoles(
            header, Array(head.records.dropFirst(frame.header + 1).prefix(40)), separator: head.separator,
            numbers: evidence.style(separator: head.separator, isStandard: true))
        if let standard {
            roles = standard.roles()
            roles.form = .tidy
        }
    }

    /// The plan of a table with one figure a row, and the columns that may divide the figures further.
    func plan(separator: UInt8) -> (plan: ColumnPlan, spare: [Int]) {
        if let standard { return (standard.plan, standard.unknownColumns) }
        return (roles.plan(separator: separator), roles.spareColumns)
    }

    /// Whether a line above the header holds the names of its columns.
    private static func isGroupLine(_ record: TableHead.Record, _ frame: TableFrame) -> Bool {
        frame.isWide && frame.groups.contains { !$0.isEmpty }
            && record.cells.contains { !$0.isEmpty && frame.groups.contains(Heading.cleaned($0)) }
    }
}

extension TableRoles {
    /// The plan of a tidy table.
    func plan(separator: UInt8) -> ColumnPlan {
        var plan = ColumnPlan()
        plan.separator = separator
        plan.numbers = numbers
        plan.hasLabels = labels != nil
        plan.columnNames = names
        plan.time = parts.first ?? 0
        plan.timeParts = parts.dropFirst().map {
            ColumnPlan.TimePart(column: $0, sort: NameHint(names[$0]).partSort)
        }
        plan.value = values.first ?? 0
        plan.status = first(.status)
        plan.multiplier = first(.scale)
        plan.unit = first(.unit)
        plan.action = first(.action)
        plan.qualifier = first(.qualifier)
        plan.valueHigh = first(.valueHigh)
        plan.embargo = first(.embargo)
        plan.keys = columns.indices.compactMap { column in
            let role: ColumnPlan.KeyRole
            switch columns[column].role {
            case .structure: role = .structure
            case .area: role = .area
            case .indicator: role = .indicator
            case .basis: role = .basis
            case .dimension: role = .dimension
            default: return nil
            }
            let named = namesColumn(of: column)
            return ColumnPlan.Key(
                column: column, role: role, name: names[column],
                label: named.map { names[$0] } ?? labels?[column] ?? names[column], names: named)
        }
        plan.notes = columns.indices.filter {
            columns[$0].role == .remark && !names[$0].isEmpty
                && ![.seriesKey, .structureKind].contains(ColumnNames.meaning(names[$0]))
        }
        plan.remarks = Set(
            plan.notes.filter { ColumnNames.meaning(names[$0]) == .note && ColumnNames.isRemark(names[$0]) })
        return plan
    }

    /// Columns that become dimensions where the others do not tell the figures apart.
    var spareColumns: [Int] {
        columns.indices.filter {
            columns[$0].others.contains(.dimension) && ![.dimension, .area, .indicator].contains(columns[$0].role)
        }
    }
}
