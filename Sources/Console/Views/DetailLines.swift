import Cells
import Indicators
import Wording

/// A line of text in runs, each with a style.
typealias StyledLine = [TextRun]

/// What is known about a figure or a measure, as lines of text in sections.
struct DetailLines {
    let ink: Ink
    let columns: Int

    /// Everything about a figure beyond its value and summary, without the parts that are shown beside it.
    ///
    /// - Parameters:
    ///   - about: the item of the list of what needs attention that it is about; nil for all of this figure.
    ///   - most: the number of visible lines; further lines are left out. Nil on a page that scrolls.
    func figure(
        _ indicator: Indicator, _ observation: Observation?, without beside: [Part] = [], about: AttentionItem? = nil,
        most: Int = .max
    ) -> [StyledLine] {
        var lines: [StyledLine] = []
        // The blank line before the first heading is left out in the end.
        func add(_ more: @autoclosure () -> [StyledLine]) {
            if lines.count <= most || lines.count - 1 <= most { lines += more() }
        }
        func add(_ title: @autoclosure () -> String, _ more: @autoclosure () -> [StyledLine]) {
            add(section(title(), more()))
        }
        add(AttentionLines(detail: self).lines(indicator, observation, about: about))
        if !beside.contains(.trend) { add(trend(indicator, observation, room: most < .max ? most - lines.count : nil)) }
        if !beside.contains(.ranking) {
            add(
                "\(ink.words.districts) \(ink.signs.separator) \(ink.pictures.sameSpanByValue)",
                RankingLines(ink: ink, columns: columns).lines(indicator, observation) ?? [])
        }
        add(ink.judging.target, target(indicator, observation))
        add(changes(indicator, observation))
        add(ink.pictures.make, parts(observation))
        if !beside.contains(.group) { add(ink.words.inGroup, siblings(indicator, observation, most)) }
        if lines.count - 1 <= most {
            lines += closing(indicator, observation, room: most < .max ? most - lines.count + 1 : nil)
        }
        if !beside.contains(.table) { add(ink.words.allObservations, table(indicator, most)) }
        if lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }

    /// Parts that may be shown beside the text instead of in it.
    enum Part: Hashable { case trend, ranking, group, table }

    /// The notes of the tables on this figure, and other statements of the same fact.
    ///
    /// - Parameter said: text that is shown beside the notes and is not repeated.
    func notes(_ observation: Observation, besides said: String = "") -> [StyledLine] {
        NoteText.paragraphs(observation, ink.wording, besides: said).flatMap { wrapped($0.text, $0.role) }
    }

    /// Everything about a computed figure: the value, how it was computed, and from which figures.
    func derived(_ derived: DerivedIndicator) -> [StyledLine] {
        let words = ink.judging
        var lines: [StyledLine] = [
            [ink.run(derived.name[ink.language], .title), ink.run("  " + words.derived, .quiet)]
        ]
        let terms: [Observation?]
        switch ink.catalogue.derivation(of: derived) {
        case .success(let derivation):
            terms = [derivation.numerator, derivation.denominator]
            if let parts = DerivedText.parts(derived, ink.wording) {
                lines.append([
                    ink.run(parts.value, .value), ink.run((parts.standsClose ? "" : " ") + parts.unit, .quiet),
                    ink.run("  " + PeriodText.full(derivation, ink.wording), .quiet),
                    ink.run("  " + StatusText.short(derivation.status, ink.words), .quiet),
                ])
            }
            var formula = "= " + DerivedText.formula(derived, derivation.numerator, derivation.denominator, ink.wording)
            if DerivedText.isRounded(derivation, derived) { formula += "  " + words.rounded }
            lines += section(words.formula, wrapped(formula, .text))
            if derivation.numerator.basis != .printed { lines += wrapped(words.samePlace, .quiet) }
        case .failure(let refusal):
            terms = [refusal.numerator, refusal.denominator]
            lines += wrapped(words.notDerived + ink.words.colon + DerivedText.refusal(refusal, ink.wording), .text)
        }
        lines += section(ink.words.noteOfFigure, wrapped(derived.note[ink.language], .text))
        for (index, term) in terms.enumerated() {
            guard let term, let indicator = ink.catalogue.indicator(term.indicator) else { continue }
            var block: [StyledLine] = [
                [ink.run(indicator.name[ink.language] + "  ", .text)] + FigureRuns.inline(term, ink)
            ]
            block[0].append(ink.run("  " + PeriodText.full(term, ink.wording), .quiet))
            lines += (index == 0 ? section(words.inputs, block) : [[]] + block) + origin(term)
        }
        return lines
    }

    // MARK: Parts

    /// The sections that every figure has, and those that only some have.
    ///
    /// The sections of every figure, or at least the source, come first while everything is visible, so that they keep
    /// their positions from figure to figure. Caveats are never pushed out of sight by them.
    ///
    /// - Parameter room: the number of visible lines; nil on a page that scrolls, which begins with the caveats.
    private func closing(_ indicator: Indicator, _ observation: Observation?, room: Int?) -> [StyledLine] {
        let source = observation.map { section(ink.words.source, origin($0)) } ?? []
        let meaning = section(ink.words.meaning, wrapped(indicator.sentence[ink.language], .text))
        let department = indicator.department[ink.language]
        let isForeign = ink.catalogue.package.isForeign
        // These sections change least from figure to figure. A table of another publisher has neither.
        let rules =
            isForeign
            ? []
            : section(ink.words.department, wrapped(department.isEmpty ? ink.words.notStated : department, .text))
                + section(
                    ink.words.judgement,
                    wrapped(JudgementText.rule(ink.wording.judgement(of: indicator, observation), ink.wording), .quiet)
                )
        let ofSome =
            section(ink.judging.derived, derived(from: indicator, observation)) + caveats(indicator, observation)
        let left = room.map { $0 - ofSome.count - source.count } ?? -1
        if left >= rules.count + meaning.count { return source + rules + meaning + ofSome }
        return (left >= 0 ? source + ofSome : ofSome + source) + meaning + rules
    }

    /// Definitions and remarks that a reader needs before using the figure.
    private func caveats(_ indicator: Indicator, _ observation: Observation?) -> [StyledLine] {
        let note = indicator.note[ink.language], meant = section(ink.words.definition, wrapped(note, .text))
        guard let observation else { return meant }
        return meant + section(ink.words.noteOfFigure, notes(observation, besides: note))
            + section(ink.judging.revisions, revisions(indicator, observation))
    }

    private func target(_ indicator: Indicator, _ observation: Observation?) -> [StyledLine] {
        let judgement = ink.wording.judgement(of: indicator, observation)
        guard let target = judgement.target else { return [] }
        return JudgementText.figures(judgement, indicator, ink.wording).flatMap { ink.wrapped($0, to: max(2, columns)) }
            + wrapped(target.note[ink.language], .text)
            + origin(source: target.source, place: target.place, printed: target.printed)
    }

    private func derived(from indicator: Indicator, _ observation: Observation?) -> [StyledLine] {
        let area = observation?.area ?? ink.catalogue.rootArea.code
        return ink.catalogue.derived(from: indicator.code).filter { ($0.area ?? ink.catalogue.rootArea.code) == area }
            .flatMap { derived in
                let line = DerivedText.line(derived, ink.wording)
                return wrapped(derived.name[ink.language] + "  " + line, .text)
            }
    }

    private func revisions(_ indicator: Indicator, _ observation: Observation) -> [StyledLine] {
        ink.catalogue.formerValues(of: observation).flatMap { former in
            let kind = former.kind == .corrected ? ink.words.corrected : ink.words.revised
            let parts = FigureText.parts(
                former, unit: indicator.unit, language: ink.language, raw: ink.state.settings.raw)
            let value = parts?.text ?? ink.words.statusMissing
            let reason = former.reason[ink.language]
            return wrapped(
                "\(former.day) \(kind)\(ink.words.colon)\(ink.judging.formerly) \(value)"
                    + (reason.isEmpty ? "" : "  " + reason), .text)
        }
    }

    private func table(_ indicator: Indicator, _ most: Int) -> [StyledLine] {
        // One row more than fits shows that something is left out.
        let rows = ink.catalogue.observations(of: indicator.code, most: most < .max ? most + 1 : .max)
        let power = ink.wording.commonPower(rows)
        return rows.flatMap { tableRow($0, power: power) }
    }

    /// An observation as a row of that table: one line, or two where one is too narrow.
    func tableRow(_ observation: Observation, power: Int? = nil) -> [StyledLine] {
        let area = ink.catalogue.area(observation.area)?.shortName[ink.language] ?? observation.area
        let head = [ink.run(area + "  ", .text), ink.run(PeriodText.full(observation, ink.wording) + "  ", .quiet)]
        let figure = FigureRuns.inline(observation, ink, power: power)
        return head.width + figure.width <= columns ? [head + figure] : [head, [ink.run("  ", .text)] + figure]
    }

    /// Up to this number of rows all are written and decide on the form of the table.
    static let mostMeasured = 500

    /// The chart over time with its title and caption; where there is only one period, a line that says so.
    /// - Parameter room: the number of visible lines, in which the chart is drawn whole where it can be.
    private func trend(_ indicator: Indicator, _ observation: Observation?, room: Int?) -> [StyledLine] {
        guard let observation else { return [] }
        guard let trend = ink.catalogue.trend(through: observation) else {
            let all = ink.catalogue.observations(of: indicator.code, in: observation.area)
            return all.contains { $0.period != all[0].period }
                ? [] : section(ink.words.trend, wrapped(ink.words.onlyOnePeriod, .quiet))
        }
        if indicator.direction == .zero {
            return section(ink.pictures.zeroRecord, ZeroRecord(ink: ink, trend: trend).lines())
        }
        let chart = TrendChart(
            ink: ink, indicator: indicator, trend: trend, target: ink.wording.target(of: indicator, observation))
        let usual = columns >= 60 ? 10 : 8,
            rows = room.map { min(usual, max(LineChart.smallest.rows, $0 - 1)) } ?? usual
        let picture = chart.lines(columns: min(columns, 72), rows: rows)
        return section(chart.title, picture + wrapped(chart.caption, .quiet))
    }

    /// The parts of a total side by side, where the tables link them.
    private func parts(_ observation: Observation?) -> [StyledLine] {
        guard let observation, columns >= 36,
            let link = ink.catalogue.links(of: observation).first(where: { link in
                link.kind == .parts && link.members.contains { $0.role == .total && $0.matches(observation.key) }
            })
        else { return [] }
        let members = link.members.filter { $0.role == .part }.compactMap { ink.catalogue.observation(of: $0) }
        let names = members.map { member in
            let area = ink.catalogue.area(member.area)?.shortName[ink.language] ?? member.area
            return member.indicator == observation.indicator
                ? area : ink.catalogue.indicator(member.indicator)?.shortName[ink.language] ?? area
        }
        let figures = members.map { FigureRuns.inline($0, ink) }
        let nameWidth = min(columns / 3, names.map(DisplayWidth.of).max() ?? 0),
            figureWidth = figures.map(\.width).max() ?? 0
        let total = observation.qualifiedValue?.low.doubleValue ?? 0
        return members.indices.map { index in
            let share = (members[index].qualifiedValue?.low.doubleValue ?? 0) / max(total, .leastNonzeroMagnitude)
            var line = [ink.run(TextLayout.pad(names[index], to: nameWidth) + "  ", .text)]
            line += ThinBar.runs(
                fraction: share, columns: max(4, columns - nameWidth - figureWidth - 4), glyphs: ink.glyphs,
                filled: ink.theme[.bar], empty: ink.theme[.frame])
            return line + [ink.run(String(repeating: " ", count: 2 + figureWidth - figures[index].width), .quiet)]
                + figures[index]
        }
    }

    func section(_ title: String, _ lines: [StyledLine]) -> [StyledLine] {
        lines.isEmpty ? [] : [[], [ink.run(title, .heading)]] + lines
    }

    func labelled(_ label: String, _ text: String) -> [StyledLine] {
        let width = max(8, min(14, columns / 4))
        guard columns >= 36 else { return [[ink.run(label, .heading)]] + wrapped(text, .text) }
        return TextLayout.wrap(text, to: columns - width).enumerated().map { index, line in
            [ink.run(TextLayout.pad(index == 0 ? label : "", to: width), .heading), ink.run(line, .text)]
        }
    }

    /// A text wrapped to this width; empty for an empty text.
    func wrapped(_ text: String, _ role: Role) -> [StyledLine] {
        text.isEmpty ? [] : TextLayout.wrap(text, to: max(2, columns)).map { [ink.run($0, role)] }
    }
}
