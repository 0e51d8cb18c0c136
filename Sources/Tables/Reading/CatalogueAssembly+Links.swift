import Indicators

/// Reads links and checks them against the observations that they name.
extension CatalogueAssembly {
    /// A row of `links.csv` with the places of its cells.
    struct LinkRow {
        let member: Link.Member
        let kind: LinkKind
        let line: Int
        let tolerance: DecimalNumber?
        let places: [(column: ColumnName, place: References.Place)]
        let isSound: Bool

        func place(of column: ColumnName) -> References.Place? { places.first { $0.column == column }?.place }
    }

    mutating func readLinks() {
        var order: [String] = [], rows: [String: [LinkRow]] = [:]
        var tolerances: [String: DecimalNumber] = [:], notes: [String: LocalizedText] = [:]
        each(.links) { assembly, row in
            let code = row[.LINK]
            if !row.isBlank(.LINK), !References.isWellFormed(code) {
                row.add(.codeForm(References.wellFormed(code)), .LINK)
            }
            let kind = row.coded(.KIND, LinkKind.same), role = row.coded(.ROLE, LinkRole.member)
            assembly.references.resolve(&row, .REF_AREA, in: .areas)
            assembly.references.resolve(&row, .INDICATOR, in: .indicators)
            assembly.references.resolve(&row, .SOURCE, in: .sources)
            let basis = row.basis(.PERIOD_BASIS, .TIME_PERIOD, .printed)
            _ = row.period(.TIME_PERIOD)
            let tolerance = row.number(.TOLERANCE)
            if tolerance?.isNegative == true { row.add(.tolerance, .TOLERANCE) }
            let member = Link.Member(
                role: role, area: row[.REF_AREA], indicator: row[.INDICATOR], period: row[.TIME_PERIOD], basis: basis,
                source: row[.SOURCE])
            let columns: [ColumnName] = [
                .LINK, .KIND, .ROLE, .REF_AREA, .INDICATOR, .TIME_PERIOD, .PERIOD_BASIS, .TOLERANCE,
            ]
            let places = columns.map { (column: $0, place: row.place(of: $0)) }
            if rows[code] == nil {
                order.append(code)
                notes[code] = row.localized(.NOTE, .NOTE_EN)
            }
            rows[code, default: []].append(
                LinkRow(
                    member: member, kind: kind, line: row.line, tolerance: tolerance, places: places,
                    isSound: row.isSound))
            if let tolerance { tolerances[code] = tolerance }
        }
        tables.links = order.compactMap { code in
            rows[code].map { rows in
                Link(
                    code: code, kind: rows[0].kind, members: rows.map(\.member), tolerance: tolerances[code] ?? .zero,
                    note: notes[code] ?? LocalizedText(zh: "", en: ""))
            }
        }
        linkRows = order.map { rows[$0] ?? [] }
    }

    private func observation(of member: Link.Member) -> Observation? {
        observations.rows(indicator: member.indicator, area: member.area).lazy.map { observations[revealed: Int($0)] }
            .first { member.matches($0.key) }
    }

    /// Checks each link: first whether its rows fit together, then whether the figures agree.
    mutating func checkLinks() {
        // A row that is refused, here or in observations.csv, would show as another fault.
        guard linkRows.allSatisfy({ $0.allSatisfy(\.isSound) }), !lacksObservations, observations.count > 0 else {
            return
        }
        var isFormSound = true, told: Set<Int> = []
        for rows in linkRows {
            guard let fault = LinkForm.fault(rows, isOnRecord: { observation(of: $0) != nil }, parentOf: areaParents)
            else {
                continue
            }
            isFormSound = false
            if let row = fault.missing, let mistyped = mistyped(row, rows) {
                if told.insert(mistyped.index).inserted { problems.add(wrongPeriod(mistyped, row, rows)) }
                continue
            }
            let place = fault.place
            problems.add(
                DataProblem(
                    fault.rule, file: place.file, line: place.line, column: place.column, field: place.field,
                    found: place.found))
        }
        if isFormSound { checkFigures() }
    }

    /// The figure that a link row without a figure probably means: the only one of its series whose period no other row
    /// of the link has, or the only one later than all of them. Its period is mistyped, since the rows of the link
    /// agree.
    private func mistyped(_ row: LinkRow, _ rows: [LinkRow]) -> Observation? {
        let one = row.member, others = rows.filter { $0.line != row.line && $0.member.period == one.period }
        guard !others.isEmpty, let wanted = Period(sdmx: one.period) else { return nil }
        let known = others.flatMap { other in
            observations.rows(indicator: other.member.indicator, area: other.member.area).map {
                observations.period(Int($0))
            }
        }
        let texts = Set(known.map(\.text)), last = known.map(\.end).max() ?? wanted.end
        let found = observations.rows(indicator: one.indicator, area: one.area).map { observations[revealed: Int($0)] }
            .filter { other in
                other.basis == one.basis && other.period.kind == wanted.kind
                    && (one.source.isEmpty || other.source == one.source) && !texts.contains(other.period.text)
            }
        // The whole may be known for longer than its parts.
        let later = found.filter { last < $0.period.end }
        return found.count == 1 ? found[0] : later.count == 1 ? later[0] : nil
    }

    private func wrongPeriod(_ observation: Observation, _ row: LinkRow, _ rows: [LinkRow]) -> DataProblem {
        let links = package.paths["links"] ?? "links.csv"
        let problem = DataProblem(
            .periodOfMember(observation.period.text, row.member.period, "\(links):\(row.line)"),
            file: package.paths["observations"] ?? "observations.csv", line: observation.line,
            field: ColumnName.TIME_PERIOD.rawValue)
        return ProblemPlaces.locate([problem], in: folder)[0]
    }

    /// Reports contradictions: the observation that differs, where the other one is, and which row joins them.
    private mutating func checkFigures() {
        for (link, rows) in zip(tables.links, linkRows) {
            let members = link.members.compactMap { member in observation(of: member).map { (member.role, $0) } }
            guard members.count == link.members.count, let fault = LinkRules.contradiction(link, members) else {
                continue
            }
            let file = package.paths["links"] ?? "links.csv"
            problems.add(
                DataProblem(
                    .contradiction(fault.sentence, other: place(fault.other), link: "\(file):\(rows[0].line)"),
                    file: package.paths["observations"] ?? "observations.csv",
                    line: fault.observation.line, column: 1, field: "OBS_VALUE", found: fault.found))
        }
    }

    private var areaParents: [String: String] {
        Dictionary(
            tables.areas.compactMap { area in area.parent.map { (area.code, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The file, line and position in the source of an observation.
    private func place(_ observation: Observation) -> String {
        "\(package.paths["observations"] ?? "observations.csv"):\(observation.line)（\(observation.place)）"
    }
}

/// Whether the rows of a link can belong together.
enum LinkForm {
    typealias Row = CatalogueAssembly.LinkRow

    /// The row that does not fit, at the cell that is probably wrong, and the row whose figure is missing; nil where
    /// all fit.
    static func fault(
        _ rows: [Row], isOnRecord: (Link.Member) -> Bool, parentOf: [String: String]
    ) -> (rule: Rule, place: References.Place, missing: Row?)? {
        guard let first = rows.first else { return nil }
        func at(_ row: Row, _ column: ColumnName, _ rule: Rule, missing: Row? = nil)
            -> (rule: Rule, place: References.Place, missing: Row?)?
        {
            row.place(of: column).map { (rule, $0, missing) }
        }
        if rows.count == 1 { return at(first, .LINK, .lonelyLink(first.place(of: .LINK)?.found ?? "")) }
        for (index, row) in rows.enumerated() {
            guard let other = rows[..<index].first(where: { $0.member.isOfSameFigure(as: row.member) }) else {
                continue
            }
            return at(row, .LINK, .repeatedMember(other.line, row.place(of: .LINK)?.file ?? ""))
        }
        if let odd = odd(rows, \.kind), let other = rows.first(where: { $0.kind != odd.kind }) {
            return at(odd, .KIND, .linkKinds(odd.kind.code, other.kind.code))
        }
        let stated = rows.filter { $0.tolerance != nil }
        if let other = stated.first(where: { $0.tolerance != stated[0].tolerance }) {
            let wrong = odd(stated, \.tolerance) ?? other
            let right = stated.first { $0.tolerance != wrong.tolerance }?.tolerance
            return at(wrong, .TOLERANCE, .tolerances(right?.description ?? ""))
        }
        if let missing = rows.first(where: { !isOnRecord($0.member) }) {
            return at(missing, column(missing, rows), .linkWithoutFigure(missing.member), missing: missing)
        }
        if let fault = roles(rows, first.kind, parentOf) { return at(fault.row, .ROLE, fault.rule) }
        if first.kind == .parts, let odd = odd(rows, \.member.period), rows.count > 2,
            let other = rows.first(where: { $0.member.period != odd.member.period })
        {
            return at(odd, .TIME_PERIOD, .linkPeriods(odd.member.period, other.member.period))
        }
        return nil
    }

    /// The only row that has another value than all others; of two rows the second.
    private static func odd<Value: Equatable>(_ rows: [Row], _ value: (Row) -> Value) -> Row? {
        let values = rows.map(value)
        guard let first = values.first, let other = values.first(where: { $0 != first }),
            values.allSatisfy({ $0 == first || $0 == other })
        else { return nil }
        return rows.indices.last { index in values.count { $0 == values[index] } == 1 }.map { rows[$0] }
    }

    /// The cell in which a row differs from the others of its link.
    private static func column(_ row: Row, _ rows: [Row]) -> ColumnName {
        let others = rows.filter { $0.line != row.line }
        func isOdd<Value: Equatable>(_ value: (Row) -> Value) -> Bool { others.allSatisfy { value($0) != value(row) } }
        if isOdd(\.member.period) { return .TIME_PERIOD }
        if isOdd(\.member.basis) { return .PERIOD_BASIS }
        if isOdd(\.member.indicator) { return .INDICATOR }
        return .INDICATOR
    }

    private static func roles(_ rows: [Row], _ kind: LinkKind, _ parentOf: [String: String]) -> (row: Row, rule: Rule)?
    {
        func all(_ role: LinkRole) -> [Row] { rows.filter { $0.member.role == role } }
        func needs(_ role: LinkRole) -> (row: Row, rule: Rule)? {
            let found = all(role)
            if found.count == 1 { return nil }
            if let last = found.last { return (last, .linkRoles(kind.code, role.code, found.count)) }
            // The whole is the area above the others.
            let whole = rows.first { row in rows.contains { parentOf[$0.member.area] == row.member.area } }
            return (whole ?? rows[0], .linkRoles(kind.code, role.code, 0))
        }
        func only(_ allowed: [LinkRole]) -> (row: Row, rule: Rule)? {
            rows.first { !allowed.contains($0.member.role) }.map {
                ($0, .linkRole(kind.code, allowed.map(\.code).joined(separator: ", ")))
            }
        }
        switch kind {
        case .same, .disagree: return only([.member])
        case .parts: return only([.part, .total]) ?? needs(.total)
        case .share: return only([.share, .part, .base]) ?? needs(.share) ?? needs(.part) ?? needs(.base)
        }
    }
}

extension Rule {
    static let tolerance = Rule(
        "tolerance", "误差不能小于零", "a tolerance below zero", expected: ("0 或更大的数", "0 or more"),
        mend: ("写四舍五入留下的最大差数", "write the most that rounding leaves"))
    static func tolerances(_ others: String) -> Rule {
        Rule(
            "link-tolerances", "同一组其他行的误差是 \(others)", "the tolerance of the others in this link is \(others)",
            expected: ("一组一个误差", "one tolerance in a link"),
            mend: ("改正写错的一行，或只在一行写", "mend the row that is wrong, or write it in one row only"))
    }
    static func lonelyLink(_ code: String) -> Rule {
        Rule(
            "lonely-link", "\(code) 只有这一行，没有与它相关联的", "\(code) has this row only, and nothing to be joined with",
            expected: ("同一个 LINK 至少两行", "at least two rows with the same LINK"),
            mend: ("LINK 写错了就改成同组的代码", "mend LINK where it is mistyped: the rows of a group have the same"))
    }
    static func repeatedMember(_ line: Int, _ file: String) -> Rule {
        Rule(
            "repeated-key", "同一组里与 \(file) 第 \(line) 行是同一个数", "the same figure as \(file) line \(line) in this link",
            expected: ("每个数在一组里出现一次", "each figure once in a link"),
            mend: ("其中一行的地区、指标或时期写错了：改正它", "area, indicator or period of one of the two rows is wrong: mend it"))
    }
    static func linkKinds(_ found: String, _ others: String) -> Rule {
        Rule(
            "link-kinds", "同一组里这一行是 \(found)，其他行是 \(others)",
            "this row is \(found), the others of its link are \(others)",
            expected: ("同一组用同一个 KIND", "one KIND in a link"), mend: ("改正写错的一行", "mend the row that is wrong"))
    }
    static func linkRoles(_ kind: String, _ role: String, _ count: Int) -> Rule {
        Rule(
            "link-roles", "\(kind) 要有一个 \(role)，这一组有 \(count) 个", "\(kind) has one \(role), this link has \(count)",
            expected: ("恰好一行 \(role)", "exactly one row with \(role)"), mend: ("改正 ROLE", "mend ROLE"))
    }
    static func linkRole(_ kind: String, _ allowed: String) -> Rule {
        Rule(
            "link-roles", "\(kind) 里没有这个角色", "not a role in \(kind)", expected: (allowed, allowed),
            mend: ("改正 ROLE", "mend ROLE"))
    }
    static func linkPeriods(_ found: String, _ others: String) -> Rule {
        Rule(
            "link-periods", "这一行的时期是 \(found)，同一组其他行是 \(others)",
            "the period of this row is \(found), that of the others in its link \(others)",
            expected: ("部分与合计同一个时期", "parts and total of one period"),
            mend: ("改正写错的时期", "mend the period that is wrong"))
    }
    static func linkWithoutFigure(_ member: Link.Member) -> Rule {
        let name = [member.area, member.indicator, member.period, member.basis.code, member.source]
            .filter { !$0.isEmpty }.joined(separator: " ")
        return Rule(
            "link-without-figure", "observations.csv 中没有 \(name)", "observations.csv has no \(name)",
            expected: (
                "地区、指标、时期、PERIOD_BASIS 与 observations.csv 的一行相同",
                "area, indicator, period and PERIOD_BASIS of a row of observations.csv"
            ),
            mend: ("改正这一行；这个数还没有录入就先录入", "mend this row; where the figure is not entered yet, enter it first"))
    }
    static func periodOfMember(_ found: String, _ wanted: String, _ link: String) -> Rule {
        Rule(
            "period-of-link", "时期是 \(found)，而 \(link) 关联的是 \(wanted)",
            "the period is \(found), but \(link) joins that of \(wanted)",
            expected: ("同一组里的数同一个时期", "one period for the figures of a link"),
            mend: (
                "对照原文：时期写错了就改 TIME_PERIOD；没有写错就补上 \(wanted) 的那一行",
                "look at the source: mend TIME_PERIOD where it is mistyped; where it is right add the row of \(wanted)"
            ))
    }
    static func contradiction(_ sentence: LocalizedText, other: String, link: String) -> Rule {
        Rule(
            "contradiction", "\(sentence.zh)：另见 \(other)；由 \(link) 关联",
            "\(sentence.en): see also \(other); joined by \(link)",
            expected: ("links.csv 中相关联的数字相符", "figures that links.csv joins agree"),
            mend: (
                "哪一处错了？对照来源改正那个数；关联错了就改 links.csv；来源本身不一致时 KIND 写 disagree",
                "which is wrong? Mend that figure by the source, or the link where it joins the wrong ones; where the "
                    + "sources themselves disagree KIND is disagree"
            ))
    }
}
