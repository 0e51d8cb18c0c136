import Indicators

/// The links of a new month: those whose members are all carried forward.
struct MonthLinks {
    /// New rows of `links.csv`.
    private(set) var rows: [[String: String]] = []
    private(set) var left: [MonthTemplate.Left] = []

    /// The members of a link without their periods.
    private struct Family: Hashable {
        struct Member: Hashable {
            let role: LinkRole, indicator: String, area: String, source: String, form: MonthSeries.Form
        }
        let kind: LinkKind
        let members: Set<Member>
    }

    init(
        _ catalogue: Catalogue, _ carried: [MonthSeries.Key: String], _ sources: MonthSources, _ month: Period
    ) {
        var families: [Family: [(link: Link, end: CalendarDay)]] = [:], order: [Family] = []
        for link in catalogue.links where link.kind != .disagree {
            guard let (family, end) = Self.family(link), end < month.end else { continue }
            if families[family] == nil { order.append(family) }
            families[family, default: []].append((link, end))
        }
        var codes = Set(catalogue.links.map(\.code))
        for family in order {
            guard let all = families[family], let newest = all.max(by: { $0.end < $1.end }) else { continue }
            if all.count > 1, all.allSatisfy({ $0.end.month % 3 == 0 }), month.end.month % 3 != 0 { continue }
            let link = newest.link, text = MonthText(from: newest.end, to: month.end)
            let members = link.members.map { Self.period($0, carried) }
            guard month.start.adding(months: -13) < newest.end, !members.contains(nil) else {
                left.append(
                    .init(code: link.code, area: "", source: "", last: newest.link.members[0].period, isLink: true))
                continue
            }
            let code = text.replaced(link.code) ?? "\(link.code)-\(month.text)"
            guard codes.insert(code).inserted else { continue }
            for (member, period) in zip(link.members, members) {
                rows.append([
                    "LINK": code, "KIND": link.kind.code, "ROLE": member.role.code, "REF_AREA": member.area,
                    "INDICATOR": member.indicator, "TIME_PERIOD": period ?? "", "PERIOD_BASIS": member.basis.code,
                    "SOURCE": member.source.isEmpty ? "" : sources.code(member.source),
                    "TOLERANCE": link.tolerance.description, "NOTE": text.replaced(link.note.zh) ?? link.note.zh,
                    "NOTE_EN": text.replaced(link.note.en) ?? link.note.en,
                ])
            }
        }
    }

    /// The family of a link and the day that its periods end on; nil where they end on different days or are no months.
    private static func family(_ link: Link) -> (Family, CalendarDay)? {
        var members: Set<Family.Member> = [], ends: Set<CalendarDay> = []
        for member in link.members {
            guard member.basis == .printed, let period = Period(sdmx: member.period), let form = form(period) else {
                return nil
            }
            ends.insert(period.end)
            members.insert(
                .init(
                    role: member.role, indicator: member.indicator, area: member.area, source: member.source, form: form
                ))
        }
        guard ends.count == 1, let end = ends.first else { return nil }
        return (Family(kind: link.kind, members: members), end)
    }

    private static func form(_ period: Period) -> MonthSeries.Form? {
        switch period.kind {
        case .month: .month
        case .quarter: .quarter
        case .range where period.startMonth == 1 && period.months != nil && period.year != nil: .toDate
        default: nil
        }
    }

    /// The period of a member in the new month; nil where its series is not carried forward.
    private static func period(_ member: Link.Member, _ carried: [MonthSeries.Key: String]) -> String? {
        guard let form = Period(sdmx: member.period).flatMap(form) else { return nil }
        return carried.first { key, _ in
            key.indicator == member.indicator && key.area == member.area && key.form == form
                && (member.source.isEmpty || key.source == member.source)
        }?.value
    }
}
