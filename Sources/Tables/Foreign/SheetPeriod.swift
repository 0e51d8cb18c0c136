import Indicators

/// What the name of a sheet says of the period of its tables: 2023, 2023年1月, 1月, 累计.
enum SheetPeriod {
    private enum Stated { case none, period(Period), part(YearPart), sum }

    private static func stated(_ name: String) -> Stated {
        let text = NarrowText.of(name, dashes: true)
        if ["累计", "本年累计", "累计数", "累计值"].contains(text) { return .sum }
        if let period = PeriodReading.read(text, years: 1900...2100)?.period { return .period(period) }
        if text.contains("年"), let period = PeriodOfTitle.read(text) { return .period(period) }
        if let part = YearPart(text), part.isShort { return .part(part) }
        return HeadingPart(text).map { .part($0.part) } ?? .none
    }

    /// Completes the period that the title states. Where the two contradict each other neither is taken.
    static func complete(_ context: inout TableContext, _ sheet: String) {
        let title = context.period
        func contradict() {
            context.period = nil
            context.periodDoubt = .sheetContradicts(sheet, title?.text ?? "")
        }
        switch (stated(sheet), title) {
        case (.none, _), (.part, nil): break
        case (.sum, let title):
            context.isCumulative = true
            guard let title else { break }
            context.period = title.kind == .year ? nil : PeriodSpan.sum(title)
            if context.period == nil { context.periodDoubt = .unclearPeriod(sheet) }
        case (.period(let own), nil): context.period = own
        case (.period(let own), let title?):
            if !isWithin(title, own) { isWithin(own, title) ? context.period = own : contradict() }
        case (.part(let part), let title?):
            guard let own = title.year.flatMap({ part.period(of: $0) }) else { return contradict() }
            // From January to the month of the sheet.
            if title.kind == .range, title.end == own.end, title.start.month == 1 { return }
            if isWithin(title, own) { return }
            isWithin(own, title) ? context.period = own : contradict()
        }
    }

    private static func isWithin(_ inner: Period, _ outer: Period) -> Bool {
        !(inner.start < outer.start) && !(outer.end < inner.end)
    }
}

extension TableDecision {
    /// Days in place of 1-3, 1-6 and 1-9 that a spreadsheet took for dates of the year in which they were typed: the
    /// title states another year.
    mutating func doubtRewrittenMonths() {
        guard let year = context.period?.year else { return }
        var days: [Period] = []
        if frame.isWide {
            days = frame.periods.compactMap { $0?.period }
        } else if roles.parts.count == 1, let time = roles.parts.first, !profile.columns[time].isCapped {
            days = profile.columns[time].texts.compactMap { PeriodReading.read(TableHead.trimmed($0))?.period }
        }
        let areRewritten = days.allSatisfy { day in
            day.kind == .day && day.startYear != year && day.startDay <= 12 && day.startDay > day.startMonth
        }
        guard days.count > 1, areRewritten else { return }
        context.periodDoubt = .rewrittenMonths(days[0].text, String(year))
        roles.form = .noPeriod
    }
}

extension TableFrame {
    /// Headings of months on a sheet of figures that have run up since January.
    mutating func takeSums() {
        for column in periods.indices {
            guard let period = periods[column]?.period, period.kind != .day else { continue }
            periods[column] = PeriodSpan.sum(period).map { PeriodReading.Reading(period: $0) }
        }
    }
}
