import Indicators

/// Reads links and checks them against the observations that they name.
extension CatalogueAssembly {
    mutating func readLinks() {
        struct Draft {
            var kind: LinkKind
            var members: [Link.Member] = []
            var tolerance = DecimalNumber.zero
            var note: LocalizedText
        }
        var order: [String] = []
        var drafts: [String: Draft] = [:]
        each(.links) { assembly, row in
            let basis = row.coded(.PERIOD_BASIS, PeriodBasis.printed)
            let kind = row.coded(.KIND, LinkKind.same)
            let role = row.coded(.ROLE, LinkRole.member)
            let tolerance = row.number(.TOLERANCE)
            let member = Link.Member(
                role: role, area: row[.REF_AREA], indicator: row[.INDICATOR], period: row[.TIME_PERIOD], basis: basis,
                source: row[.SOURCE])
            if row.isSound, assembly.observations.count > 0, assembly.observation(of: member) == nil {
                row.add(.unknownObservation, .INDICATOR)
            }
            let code = row[.LINK]
            if drafts[code] == nil {
                order.append(code)
                drafts[code] = Draft(kind: kind, note: row.localized(.NOTE, .NOTE_EN))
            }
            drafts[code]?.members.append(member)
            if let tolerance { drafts[code]?.tolerance = tolerance }
        }
        tables.links = order.compactMap { code in
            drafts[code].map {
                Link(code: code, kind: $0.kind, members: $0.members, tolerance: $0.tolerance, note: $0.note)
            }
        }
    }

    private func observation(of member: Link.Member) -> Observation? {
        observations.rows(indicator: member.indicator, area: member.area).lazy.map { observations[revealed: Int($0)] }
            .first { member.matches($0.key) }
    }

    /// Reports contradictions: the observation that differs, and where the other one is.
    mutating func checkLinks() {
        for link in tables.links {
            let members = link.members.compactMap { member in observation(of: member).map { (member.role, $0) } }
            guard members.count == link.members.count, let fault = LinkRules.contradiction(link, members) else {
                continue
            }
            problems.add(
                DataProblem(
                    .contradiction(fault.sentence, other: place(fault.other)),
                    file: package.paths["observations"] ?? "observations.csv",
                    line: fault.observation.line, column: 1, field: "OBS_VALUE", found: fault.found))
        }
    }

    /// The file, line and position in the source of an observation.
    private func place(_ observation: Observation) -> String {
        "\(package.paths["observations"] ?? "observations.csv"):\(observation.line)（\(observation.place)）"
    }
}
