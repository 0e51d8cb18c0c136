import Indicators

/// 一句话: where the whole, or an area, stands. What is behind is always named.
package struct CitySentence {
    package let wording: Wording
    package let facts: CityFacts
    /// The figures that the version before it counts as bad, and what differs from it; nil where it is not known.
    package let since: VersionChange?

    /// What differs from the version before.
    package struct VersionChange: Hashable, Sendable {
        /// How many more figures are bad than before, those of areas too; below zero for fewer.
        package let moreBad: Int
        /// How many figures are new.
        package let added: Int
        /// How many figures have another value.
        package let changed: Int

        package init(
            _ difference: CatalogueDifference, from former: Catalogue, to catalogue: Catalogue, in area: String?
        ) {
            let own = difference.figures.filter { area == nil || $0.key.area == area }
            moreBad = catalogue.facts(in: area).allBad - former.facts(in: area).allBad
            added = own.count { $0.kind == .added && $0.new?.value != nil }
            changed = own.count(where: \.changesValue)
        }
    }

    package init(_ wording: Wording, since: VersionChange? = nil) {
        self.wording = wording
        facts = wording.catalogue.facts(in: wording.area)
        self.since = since
    }

    private var words: SentenceWords { wording.words.sentence }
    private var comma: String { wording.language == .zh ? "，" : ", " }
    private var stop: String { wording.language == .zh ? "；" : "; " }

    // MARK: Sentences

    /// The first sentence: how many are judged, what is behind by name, what changed since the version before.
    package var first: [Phrase] {
        var parts: [[Phrase]] = []
        if facts.tally.judged == 0 {
            parts.append([Phrase(words.noneJudged(facts.badElsewhere > 0, facts.unjudged), .quiet)])
        } else if facts.bad.isEmpty {
            parts.append([
                Phrase(words.judged(facts.tally.judged, facts.tally.all) + comma, .text), Phrase(words.noneBad, .good),
            ])
        } else {
            let opening =
                words.judged(facts.tally.judged, facts.tally.all) + comma + words.bad(facts.bad.count)
                + wording.words.colon
            parts.append([Phrase(opening, .text)] + names(most: Self.mostNames))
        }
        if facts.badElsewhere > 0 { parts.append([Phrase(elsewhere, .bad)]) }
        if let since {
            if facts.allBad > 0 || since.moreBad != 0 {
                let all = facts.badElsewhere > 0 ? words.inAll(facts.allBad) + comma : ""
                parts.append([Phrase(all + words.moreBad(since.moreBad), .text)])
            }
            let change = words.sinceVersion(since.added, since.changed)
            if !change.isEmpty { parts.append([Phrase(change, .quiet)]) }
        }
        return sentence(parts)
    }

    /// The second sentence: what is good, zero-goals, what was not reported, directions. Empty where nothing is to be
    /// said.
    package var second: [Phrase] {
        var parts: [String] = []
        if facts.tally.good > 0 {
            let best = facts.leader.flatMap { leader -> String? in
                guard let points = points(leader.pace.gap) else { return nil }
                let name = name(leader.indicator)
                let period = leader.olderPeriod.map { PeriodText.short($0, .printed, wording) }
                return comma + words.best(period.map { wording.inBrackets(name, $0) } ?? name, points)
            }
            parts.append(words.good(facts.tally.good) + (best ?? ""))
        }
        if facts.tally.between > 0 { parts.append(words.between(facts.tally.between)) }
        if facts.zeroGoals.all > 0 { parts.append(words.zeroGoals(facts.zeroGoals)) }
        if facts.unreported + facts.unreportedElsewhere > 0 {
            parts.append(words.unreported(facts.unreported, facts.unreportedElsewhere))
        }
        if facts.revised > 0 { parts.append(words.revised(facts.revised)) }
        if facts.onYear.all > 0 { parts.append(words.onYear(facts.onYear)) }
        if facts.tendencies.all > 0 { parts.append(words.tendencies(facts.tendencies)) }
        if let period = facts.emptyPeriod {
            parts.append(words.empty(PeriodText.lastMonth(of: period, wording)))
        }
        return parts.isEmpty ? [] : sentence(parts.map { [Phrase($0, .quiet)] })
    }

    /// One short sentence for a narrow screen, which still names what is behind.
    package var short: [Phrase] {
        let areas = facts.badElsewhere > 0 ? [Phrase(stop, .text), Phrase(elsewhere, .bad)] : []
        if facts.tally.judged == 0 {
            let none =
                areas.isEmpty && facts.unjudged == 0
                ? wording.words.notJudged : words.noneJudged(!areas.isEmpty, facts.unjudged)
            let rest = facts.onYear.all > 0 ? [Phrase(stop + words.onYear(facts.onYear), Role.quiet)] : []
            return capitalized([Phrase(none, .quiet)] + areas + rest)
        }
        if facts.bad.isEmpty {
            return capitalized(
                [
                    Phrase(words.judged(facts.tally.judged, facts.tally.all) + comma, .text),
                    Phrase(words.noneBad, .good),
                ] + areas)
        }
        let opening = words.badShort(facts.bad.count) + wording.words.colon
        let names = facts.bad.prefix(Self.mostNames).map { item in
            Phrase(
                AttentionText.name(item, wording, isShort: true) + " " + AttentionText.short(item, wording), Role.bad)
        }
        return capitalized([Phrase(opening, .text)] + separated(Array(names)) + rest + areas)
    }

    /// How many figures of areas are bad besides; the list names them.
    private var elsewhere: String { words.elsewhere(facts.badElsewhere, facts.bad.isEmpty) }

    /// All sentences as one text, for channels without colours.
    package var text: String {
        [first.text, second.text].filter { !$0.isEmpty }.joined(separator: wording.language == .zh ? "" : " ")
    }

    // MARK: What is behind

    /// More than these are not named in a sentence, only counted; the list has them all.
    private static let mostNames = 12

    /// What is broken with its value, then what is behind with its gap.
    private func names(most: Int) -> [Phrase] {
        let shown = facts.bad.prefix(most)
        let broken = shown.filter { $0.kind == .broken }.map { item in
            Phrase(
                AttentionText.name(item, wording, isShort: true) + " " + AttentionText.short(item, wording), Role.bad)
        }
        let behind = shown.filter { $0.kind != .broken }.map { Phrase(behindText($0), Role.bad) }
        let zero = broken.isEmpty ? [] : separated(broken) + [Phrase(words.shouldBeZero, .text)]
        let pause = zero.isEmpty || behind.isEmpty ? [] : [Phrase(comma, .text)]
        return zero + pause + separated(behind) + rest
    }

    private var rest: [Phrase] {
        facts.bad.count > Self.mostNames ? [Phrase(words.further(facts.bad.count), .text)] : []
    }

    private func behindText(_ item: AttentionItem) -> String {
        var name = AttentionText.name(item, wording, isShort: true)
        if let figure = item.observation, wording.catalogue.absence(since: figure) != nil {
            name = wording.inBrackets(name, PeriodText.short(figure, wording))
        }
        guard case .points(let gap)? = item.gap, let amount = points(gap) else { return words.missed(name) }
        let isOver = item.target.map { !(item.period.end < $0.period.end) } ?? false
        if item.isLimit { return words.overLimit(name, amount) }
        return isOver ? words.unfulfilled(name, amount) : words.behind(name, amount)
    }

    private func name(_ code: String) -> String {
        wording.catalogue.indicator(code)?.shortName[wording.language] ?? code
    }

    private func points(_ gap: ExactRatio) -> String? {
        guard let number = gap.multiplied(byPowerOfTen: 2)?.rounded(to: 1) else { return nil }
        return FigureText.grouped(number.isNegative ? DecimalNumber.zero.subtracting(number) ?? number : number)
    }

    // MARK: Punctuation

    private func separated(_ phrases: [Phrase]) -> [Phrase] {
        phrases.enumerated().flatMap { index, phrase in
            index == 0 ? [phrase] : [Phrase(wording.words.listSeparator, .text), phrase]
        }
    }

    private func sentence(_ parts: [[Phrase]]) -> [Phrase] {
        var line: [Phrase] = []
        for (index, part) in parts.enumerated() { line += (index == 0 ? [] : [Phrase(stop, .text)]) + part }
        return capitalized(line + [Phrase(wording.language == .zh ? "。" : ".", .text)])
    }

    /// An English sentence begins with a capital letter.
    private func capitalized(_ phrases: [Phrase]) -> [Phrase] {
        guard wording.language == .en, let first = phrases.first else { return phrases }
        return [Phrase(first.text.prefix(1).uppercased() + first.text.dropFirst(), first.role)] + phrases.dropFirst()
    }
}
