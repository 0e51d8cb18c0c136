/// Finds all that needs attention in a data set.
struct AttentionFinder {
    let catalogue: Catalogue
    /// The day that due answers are held against; nil for a data set without values.
    let day: CalendarDay?
    private(set) var items: [AttentionItem] = []

    init(_ catalogue: Catalogue, on day: CalendarDay?) {
        self.catalogue = catalogue
        self.day = day
        findBad()
        findOverdue()
        findUnreported()
        findUnfulfilled()
        findContradicted()
        findRevised()
    }

    private func item(
        _ kind: AttentionItem.Kind, _ indicator: Indicator, _ area: String, _ period: Period, _ figure: Observation?
    ) -> AttentionItem {
        let followUp = catalogue.followUp(of: indicator.code, in: area)
        return AttentionItem(
            kind: kind, indicator: indicator.code, area: area, period: period, observation: figure,
            department: catalogue.department(of: indicator, followUp), followUp: followUp)
    }

    // MARK: Behind and broken

    private mutating func findBad() {
        for indicator in catalogue.indicators where catalogue.mayBeJudged(indicator) {
            for area in catalogue.areasToJudge(indicator) {
                guard let figure = catalogue.headlineObservation(of: indicator.code, area: area) else { continue }
                let judgement = catalogue.judgement(of: indicator, figure)
                if judgement.light == .bad { items.append(bad(indicator, figure, judgement)) }
            }
        }
    }

    private func bad(_ indicator: Indicator, _ figure: Observation, _ judgement: Judgement) -> AttentionItem {
        var kind = AttentionItem.Kind.behind
        if case .zeroBroken = judgement { kind = .broken }
        var item = item(kind, indicator, figure.area, figure.period, figure)
        item.target = catalogue.target(of: indicator, figure)
        switch judgement {
        case .zeroBroken: item.gap = figure.qualifiedValue.map { .amount($0) }
        case .paced(let pace):
            item.isLimit = pace.lessIsBetter
            item.gap = .points(pace.gap)
            item.needed = Self.needed(figure, pace)
        case .level(let level):
            item.isLimit = level.lessIsBetter
            item.gap = level.completion.flatMap { $0.low.subtracting(.one) }.map { .points($0) }
        case .noTarget, .zeroKept, .zeroUnknown, .unjudged: break
        }
        (item.since, item.periods) = run(indicator, figure, item.target)
        return item
    }

    /// What is needed in each month from the end of the figure's period to the end of the target's.
    private static func needed(_ figure: Observation, _ pace: Pace) -> AttentionItem.Needed? {
        guard !pace.standing.isFinal, let whole = pace.target.period.months,
            let gone = pace.elapsed.multiplied(by: ExactRatio(whole: whole)),
            let left = ExactRatio(whole: whole).subtracting(gone), !left.isZero, !gone.isZero,
            let value = figure.qualifiedValue, let promised = pace.target.qualifiedValue,
            let missing = promised.subtracting(value), let perLeft = ExactRatio.one.divided(by: left),
            let perGone = ExactRatio.one.divided(by: gone), let perMonth = missing.scaled(by: perLeft),
            let soFar = value.scaled(by: perGone)
        else { return nil }
        return AttentionItem.Needed(perMonth: perMonth, soFar: soFar, months: left, isAllowance: pace.lessIsBetter)
    }

    /// The first period since which a figure has been bad without a gap, and how many periods that are.
    private func run(_ indicator: Indicator, _ figure: Observation, _ target: Target?) -> (since: Period, count: Int) {
        var since = figure.period, count = 1
        for earlier in catalogue.observations(of: figure.indicator, in: figure.area)
        where earlier.basis == .printed && earlier.period.end < since.end && earlier.status != .forecast {
            guard earlier.value != nil, target?.period.contains(earlier.period) ?? true,
                // What adds up begins anew with the year.
                indicator.collection != .summed || earlier.period.start == figure.period.start,
                catalogue.judgement(of: indicator, earlier).light == .bad
            else { break }
            since = earlier.period
            count += 1
        }
        return (since, count)
    }

    // MARK: Follow-ups

    private mutating func findOverdue() {
        guard let day else { return }
        for followUp in catalogue.followUps where followUp.isOverdue(on: day) {
            guard let indicator = catalogue.indicator(followUp.indicator) else { continue }
            let figure = catalogue.headlineObservation(of: indicator.code, area: followUp.area)
            var item = AttentionItem(
                kind: .overdue, indicator: indicator.code, area: followUp.area, period: figure?.period ?? .none,
                observation: figure, target: catalogue.target(of: indicator, figure, in: followUp.area),
                department: catalogue.department(of: indicator, followUp), followUp: followUp)
            item.since = followUp.due.flatMap { Period(sdmx: $0.text) }
            items.append(item)
        }
    }

    // MARK: Not reported

    /// What an area has a row for, and nothing in it. What an area never reported is not its own and is left out.
    private mutating func findUnreported() {
        guard let newest = catalogue.observations.newestValued else { return }
        let yearAgo = newest.adding(months: -12)
        var seen: Set<[String]> = []
        for row in catalogue.observations.missingRows {
            let one = catalogue.observations[row]
            guard one.basis == .printed, yearAgo < one.period.end, !(newest < one.period.end),
                seen.insert([one.indicator, one.area]).inserted, let indicator = catalogue.indicator(one.indicator)
            else { continue }
            let series = catalogue.newestObservations(of: one.indicator, in: one.area)
                .filter { $0.basis == .printed && $0.status != .forecast && !(newest < $0.period.end) }
            let missing = series.prefix { $0.status == .missing && !$0.isWithheld }
            guard let first = missing.last, let last = missing.first else { continue }
            var item = item(.unreported, indicator, one.area, last.period, last)
            item.target = catalogue.target(of: indicator, last)
            item.since = first.period
            item.periods = missing.count
            items.append(item)
        }
    }

    /// What was promised for a period that is over, of which no figure at all is on record.
    private mutating func findUnfulfilled() {
        guard let newest = catalogue.observations.newestValued else { return }
        let yearAgo = newest.adding(months: -12)
        for target in catalogue.targets where yearAgo < target.period.end && !(newest < target.period.end) {
            guard let indicator = catalogue.indicator(target.indicator),
                catalogue.observation(
                    of: target.indicator, in: target.area, since: target.period.startYear,
                    where: { target.period.contains($0.period) }) == nil
            else { continue }
            var item = item(.unreported, indicator, target.area, target.period, nil)
            item.target = target
            item.since = target.period
            items.append(item)
        }
    }

    // MARK: Contradicted and revised

    private mutating func findContradicted() {
        guard let newest = catalogue.observations.newestValued else { return }
        let yearAgo = newest.adding(months: -12)
        for link in catalogue.links where link.kind == .disagree {
            let members = link.members.compactMap { catalogue.observation(of: $0) }.filter { !$0.isWithheld }
            guard let first = members.first, let other = members.last, other.key != first.key,
                yearAgo < first.period.end, let indicator = catalogue.indicator(first.indicator)
            else { continue }
            var item = item(.contradicted, indicator, first.area, first.period, first)
            item.other = other
            item.gap = Self.difference(from: first.qualifiedValue, to: other.qualifiedValue)
            items.append(item)
        }
    }

    /// What was revised since the newest month that holds a value began.
    private mutating func findRevised() {
        guard let newest = catalogue.observations.newestValued else { return }
        let start = CalendarDay(year: newest.year, month: newest.month, day: 1)
        for former in catalogue.formerValues {
            // Publishing writes a moment where a day has several changes.
            guard let date = Period(sdmx: String(former.date.prefix(10))), date.kind == .day, !(date.start < start),
                let indicator = catalogue.indicator(former.indicator),
                let figure = catalogue.observation(
                    of: former.indicator, in: former.area,
                    where: { $0.period.text == former.period && $0.basis == former.basis && !$0.isWithheld })
            else { continue }
            var item = item(.revised, indicator, former.area, figure.period, figure)
            item.since = date
            item.former = FormerFigure(
                value: former.value, unitMultiplier: former.unitMultiplier, qualifier: former.qualifier,
                reason: former.reason)
            item.gap = Self.difference(from: item.former?.qualifiedValue, to: figure.qualifiedValue)
            items.append(item)
        }
    }

    /// Adds what differs from another version, in place of what the table itself says was revised.
    ///
    /// Figures that are new are not listed: a new month adds all of them.
    mutating func compare(with former: Catalogue, _ difference: CatalogueDifference) {
        items.removeAll { $0.kind == .revised }
        for figure in difference.figures {
            guard figure.changesValue || figure.kind == .removed, let shown = figure.new ?? figure.old,
                !shown.isWithheld, figure.old?.isWithheld != true,
                let indicator = catalogue.indicator(figure.key.indicator) ?? former.indicator(figure.key.indicator)
            else { continue }
            let isStated = (figure.new?.revision ?? .none) != .none
            var item = item(isStated ? .revised : .changed, indicator, shown.area, shown.period, figure.new)
            let recorded = figure.new.flatMap { catalogue.formerValues(of: $0).first }
            item.since = recorded.flatMap { Period(sdmx: String($0.date.prefix(10))) }
            item.former = figure.old.map {
                FormerFigure(
                    value: $0.value, unitMultiplier: $0.unitMultiplier, qualifier: $0.qualifier,
                    reason: recorded?.reason ?? LocalizedText(zh: "", en: ""))
            }
            item.gap = Self.difference(from: item.former?.qualifiedValue, to: figure.new?.qualifiedValue)
            items.append(item)
        }
    }

    private static func difference(from old: QualifiedValue?, to new: QualifiedValue?) -> AttentionItem.Gap? {
        old.flatMap { old in new.flatMap { $0.subtracting(old) } }.map { .amount($0) }
    }
}
