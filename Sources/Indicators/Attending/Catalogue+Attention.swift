extension Catalogue {
    /// All that needs attention, the worst first. It is found once and kept: a province takes longer than a key may.
    public var attention: AttentionList { attention(on: nil) }

    /// The same on a day, against which due answers are held.
    ///
    /// - Parameter today: what the clock says; nil for the day on which the data were read. It is never before the end
    ///   of the newest period that holds a value. Invented data stand still, so for them it is always that.
    public func attention(on today: CalendarDay?) -> AttentionList {
        let day = dayOfAttention(today)
        return keptAttention.withLock { kept in
            if let list = kept.first(where: { $0.day == day }) { return list }
            // A screen that runs for weeks asks for a new day each day.
            if kept.count > 2 { kept.removeAll() }
            let list = AttentionList(unsorted: AttentionFinder(self, on: day).items, day: day, self)
            kept.append(list)
            return list
        }
    }

    /// The same beside another version: what differs from it is listed in place of what the table says was revised.
    ///
    /// - Parameter difference: what differs from the former version.
    public func attention(
        since former: Catalogue, _ difference: CatalogueDifference, on today: CalendarDay? = nil
    ) -> AttentionList {
        var finder = AttentionFinder(self, on: dayOfAttention(today))
        finder.compare(with: former, difference)
        return AttentionList(unsorted: finder.items, day: finder.day, self)
    }

    private func dayOfAttention(_ today: CalendarDay?) -> CalendarDay? {
        let today = today ?? observations.moment.flatMap { $0.day }
        guard let newest = observations.newestValued else { return package.isFictional ? nil : today }
        return package.isFictional ? newest : max(newest, today ?? newest)
    }

    /// The areas in which an indicator can be judged: those with a target, and for a zero-goal all that report it.
    func areasToJudge(_ indicator: Indicator) -> [String] {
        var areas = indicator.direction == .zero ? self.areas(reporting: indicator.code) : []
        var known = Set(areas)
        for target in targets(of: indicator.code) where known.insert(target.area).inserted { areas.append(target.area) }
        return areas
    }

    /// The newest period of which every figure is still empty; nil where the newest period holds a value.
    public var emptyPeriod: Period? {
        guard let newest = observations.newestValued else { return nil }
        return observations.missingRows.map { observations.period(ofRow: $0) }.filter { newest < $0.end }.max()
    }

    /// Whether an area itself reports an indicator or has a target for it. What is not its own is not 未报.
    public func owes(_ area: String, _ indicator: String) -> Bool {
        !observations.rows(indicator: indicator, area: area).isEmpty || !targets(of: indicator, in: area).isEmpty
    }
}
