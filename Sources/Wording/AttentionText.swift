import Indicators

/// What needs attention, in words. Every number is a figure as printed, or marked as computed.
package enum AttentionText {
    /// The name of the figure, with its area where that is not the whole.
    package static func name(_ item: AttentionItem, _ wording: Wording, isShort: Bool = false) -> String {
        let indicator = wording.catalogue.indicator(item.indicator)
        let name = (isShort ? indicator?.shortName : indicator?.name)?[wording.language] ?? item.indicator
        guard item.area != wording.area ?? wording.catalogue.rootArea.code else { return name }
        return wording.inBrackets(name, area(item, wording))
    }

    /// The short name of its area.
    package static func area(_ item: AttentionItem, _ wording: Wording) -> String {
        wording.catalogue.area(item.area)?.shortName[wording.language] ?? item.area
    }

    /// The figure with its unit, or the word for why there is none.
    package static func value(_ item: AttentionItem, _ wording: Wording) -> String {
        if let observation = item.observation { return wording.figure(observation) }
        switch item.kind {
        case .unreported: return wording.words.attention.owed
        case .changed, .revised: return wording.words.attention.removed
        default: return wording.words.notOnRecord
        }
    }

    /// The target with its unit; empty where there is none. A zero-goal should be zero.
    package static func target(_ item: AttentionItem, _ wording: Wording) -> String {
        guard let indicator = wording.catalogue.indicator(item.indicator) else { return "" }
        if let target = item.target, !target.value.isZero { return wording.parts(target, of: indicator).text }
        return item.target != nil || indicator.direction == .zero ? "0" : ""
    }

    /// The gap in a few characters: −16.7点, 已打破, 第 2 期, 原1.08亿元.
    package static func gap(_ item: AttentionItem, _ wording: Wording) -> String {
        let words = wording.words.attention
        switch item.kind {
        case .broken: return wording.words.brokenZero
        case .behind:
            guard case .points(let gap)? = item.gap, let text = points(gap, isSigned: true) else { return words.missed }
            return text + (wording.language == .en ? " " : "") + words.points
        case .overdue: return words.overdue
        case .unreported: return item.periods > 1 ? words.inARow(item.periods) : ""
        case .contradicted: return amount(item, wording).map(words.differsBy) ?? ""
        case .revised, .changed: return item.former == nil ? "" : words.formerly(former(item, wording))
        }
    }

    /// What is said of a figure that is bad beside its name: 3 处 for a broken zero-goal, else the gap.
    package static func short(_ item: AttentionItem, _ wording: Wording) -> String {
        guard item.kind == .broken, let observation = item.observation, let parts = wording.parts(observation) else {
            return gap(item, wording)
        }
        return parts.value + (parts.standsClose ? "" : " ") + parts.unit
    }

    /// How far a figure is off, as it is read aloud: 落后序时 16.7 个百分点; empty for what is not behind.
    package static func shortfall(_ item: AttentionItem, _ wording: Wording) -> String {
        let words = wording.words.attention
        guard item.kind == .behind else { return "" }
        guard case .points(let gap)? = item.gap, let amount = points(gap, isSigned: false) else { return words.missed }
        let isOver = item.target.map { !(item.period.end < $0.period.end) } ?? false
        if isOver { return item.isLimit ? words.overLimitBy(amount) : words.missedBy(amount) }
        return item.isLimit ? words.worseBy(amount) : words.behindBy(amount)
    }

    private static func points(_ gap: ExactRatio, isSigned: Bool) -> String? {
        guard let number = gap.multiplied(byPowerOfTen: 2)?.rounded(to: 1) else { return nil }
        if isSigned { return ComputedText.signed(number) }
        return FigureText.grouped(number.isNegative ? DecimalNumber.zero.subtracting(number) ?? number : number)
    }

    /// Since when, in words; empty where that is not known.
    package static func since(_ item: AttentionItem, _ wording: Wording) -> String {
        guard item.section == .behind || item.kind == .unreported, let since = item.since else { return "" }
        return wording.words.attention.since(PeriodText.lastMonth(of: since, wording))
    }

    /// What is needed in each month that is left, and what each month has had so far; empty where that is not computed.
    package static func needed(_ item: AttentionItem, _ wording: Wording) -> [String] {
        guard let needed = item.needed, let indicator = wording.catalogue.indicator(item.indicator) else { return [] }
        let words = wording.words.attention, isYear = item.target?.period.kind == .year
        func text(_ value: QualifiedValue) -> String? {
            let decimals = value.low.isExact(to: 0) ? 0 : 1
            return ComputedText.parts(value, decimals: decimals, unit: indicator.unit, language: wording.language).map {
                wording.language == .zh && !$0.standsClose ? $0.value + " " + $0.unit : $0.text
            }
        }
        let perMonth = text(needed.perMonth).map {
            needed.isAllowance ? words.allowed($0, isYear) : words.needed($0, isYear)
        }
        return [perMonth, text(needed.soFar).map(words.soFar)].compactMap { $0 }
            .map { wording.inBrackets($0, words.computed) }
    }

    /// What is needed in each month that is left, as a number with its unit; empty where that is not computed.
    package static func neededShort(_ item: AttentionItem, _ wording: Wording) -> String {
        guard let needed = item.needed, let indicator = wording.catalogue.indicator(item.indicator) else { return "" }
        return ComputedText.parts(
            needed.perMonth, decimals: needed.perMonth.low.isExact(to: 0) ? 0 : 1, unit: indicator.unit,
            language: wording.language)?.value ?? ""
    }

    /// The month since which it has been so; empty where that is not known.
    package static func sinceShort(_ item: AttentionItem, _ wording: Wording) -> String {
        item.since.map { PeriodText.lastMonth(of: $0, wording) } ?? ""
    }

    /// The heading of a group.
    package static func title(_ key: AttentionList.Group.Key, _ wording: Wording) -> String {
        let words = wording.words.attention
        switch key {
        case .section(let section): return words.section(section)
        case .unit(let unit): return unit.isEmpty ? words.noDepartment : unit[wording.language]
        case .area(let code): return wording.catalogue.area(code)?.name[wording.language] ?? code
        }
    }

    /// The responsible department, or that none is stated.
    package static func department(_ item: AttentionItem, _ wording: Wording) -> String {
        item.department.isEmpty ? wording.words.attention.noDepartment : item.department[wording.language]
    }

    /// The department without the name of the city, for a narrow column; empty where none is stated.
    package static func shortDepartment(_ item: AttentionItem, _ wording: Wording) -> String {
        let name = item.department[wording.language], city = wording.catalogue.package.city[wording.language]
        guard !city.isEmpty, name.hasPrefix(city), name != city else { return name }
        return String(name.dropFirst(city.count).drop { $0 == " " })
    }

    /// The former value with its unit.
    package static func former(_ item: AttentionItem, _ wording: Wording) -> String {
        guard let former = item.former, let indicator = wording.catalogue.indicator(item.indicator),
            let parts = FigureText.parts(
                former, unit: indicator.unit, language: wording.language, raw: wording.raw)
        else { return wording.words.attention.nothingBefore }
        return parts.text
    }

    /// The difference in the unit of the figure, without its sign; nil where it is not an amount.
    private static func amount(_ item: AttentionItem, _ wording: Wording) -> String? {
        guard case .amount(let amount)? = item.gap else { return nil }
        return parts(of: amount, item, wording)?.text
    }

    private static func parts(of amount: QualifiedValue, _ item: AttentionItem, _ wording: Wording) -> FigureParts? {
        guard let indicator = wording.catalogue.indicator(item.indicator) else { return nil }
        let size = QualifiedValue(
            low: amount.low.isNegative ? amount.low.negated : amount.low, qualifier: amount.qualifier)
        let decimals = (0...9).first { size.low.isExact(to: $0) } ?? 2
        return ComputedText.parts(size, decimals: decimals, unit: indicator.unit, language: wording.language)
    }

    /// The gap in a column beside the unit of the value: 相差 126.
    package static func gapShort(_ item: AttentionItem, _ wording: Wording) -> String {
        guard item.kind == .contradicted, case .amount(let amount)? = item.gap else { return gap(item, wording) }
        return parts(of: amount, item, wording).map { wording.words.attention.differsBy($0.value) } ?? ""
    }

    /// The period of an item that is not about the newest figure of its series, which the name alone would mean; empty
    /// for all others.
    package static func otherPeriod(_ item: AttentionItem, _ wording: Wording) -> String {
        guard item.section == .contradicted || item.section == .changed, item.period != .none else { return "" }
        let newest = wording.catalogue.headlineObservation(of: item.indicator, area: item.area)
        guard newest?.period != item.period else { return "" }
        return PeriodText.short(item.period, item.observation?.basis ?? .printed, wording)
    }

    /// What two sources state of the same period, and how far they are apart; empty for all other kinds.
    package static func disagreement(_ item: AttentionItem, _ wording: Wording) -> String {
        guard item.kind == .contradicted, let one = item.observation, let other = item.other else { return "" }
        func states(_ observation: Observation) -> String {
            wording.words.attention.statesInstead(
                wording.catalogue.source(observation.source)?.title[wording.language] ?? observation.source,
                wording.figure(observation))
        }
        let parts = [states(one), states(other), amount(item, wording).map(wording.words.attention.differsBy) ?? ""]
        return PeriodText.full(item.period, one.basis, wording) + wording.words.colon + wording.sentence(parts)
    }

    // MARK: Read aloud

    /// All that is known of an item in one sentence, after its name.
    package static func sentence(_ item: AttentionItem, _ wording: Wording) -> String {
        wording.sentence(
            [name(item, wording) + wording.words.colon + opening(item, wording)] + details(item, wording)
                + [department(item, wording)])
    }

    private static func opening(_ item: AttentionItem, _ wording: Wording) -> String {
        let basis = item.observation?.basis ?? .printed
        let period = item.period == .none ? "" : PeriodText.full(item.period, basis, wording)
        if item.kind == .unreported, item.observation == nil { return period + " " + wording.words.attention.noFigure }
        let value = value(item, wording)
        return [period, item.observation?.value == nil ? wording.inSentence(value) : value].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private static func details(_ item: AttentionItem, _ wording: Wording) -> [String] {
        let words = wording.words.attention, target = target(item, wording)
        let promise = target.isEmpty || target == "0" ? "" : wording.inSentence(wording.judging.target) + " " + target
        let parts: [String]
        switch item.kind {
        case .broken: parts = [words.shouldBeZero, wording.inSentence(wording.words.brokenZero), since(item, wording)]
        case .behind:
            parts = [promise, shortfall(item, wording), since(item, wording)] + needed(item, wording)
        case .overdue:
            let due = item.followUp?.due.map { words.due(PeriodText.day($0, wording)) } ?? ""
            parts = [due, words.overdue]
        case .unreported:
            parts = [promise, since(item, wording), item.periods > 1 ? words.inARow(item.periods) : ""]
        case .contradicted:
            let other = item.other.map { other in
                words.statesInstead(
                    wording.catalogue.source(other.source)?.title[wording.language] ?? other.source,
                    wording.figure(other))
            }
            parts = [other ?? "", amount(item, wording).map(words.differsBy) ?? ""]
        case .revised, .changed:
            let day = item.since.map { PeriodText.span(of: $0, wording, withYear: true) } ?? ""
            parts = [
                words.kind(item.kind), words.formerly(former(item, wording)), day,
                item.former?.reason[wording.language] ?? "",
            ]
        }
        return parts.filter { !$0.isEmpty }
    }
}

extension Wording {
    /// A text with another in brackets behind it.
    package func inBrackets(_ text: String, _ other: String) -> String {
        language == .zh ? "\(text)（\(other)）" : "\(text) (\(other))"
    }

    /// A word of the screen within a sentence: English words begin with a small letter there.
    package func inSentence(_ word: String) -> String {
        language == .zh ? word : word.prefix(1).lowercased() + word.dropFirst()
    }

    /// Parts of a sentence with commas between them and a stop at the end.
    package func sentence(_ parts: [String]) -> String {
        let parts = parts.filter { !$0.isEmpty }
        return parts.joined(separator: language == .zh ? "，" : ", ") + (language == .zh ? "。" : ".")
    }
}

extension PeriodText {
    /// A day in words, with its year.
    package static func day(_ day: CalendarDay, _ wording: Wording) -> String {
        Period(sdmx: day.text).map { span(of: $0, wording, withYear: true) } ?? day.text
    }

    /// The last month of a period that adds up since January; any other period as it is.
    package static func lastMonth(of period: Period, _ wording: Wording) -> String {
        guard period.kind == .range, period.months != nil, let end = period.lastMonth else {
            return span(of: period, wording, withYear: true)
        }
        return span(of: end, wording, withYear: true)
    }
}
