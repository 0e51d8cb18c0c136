import Cells
import Indicators

/// A line of weighted runs.
typealias StyledLine = [TextRun]

/// What is known about a figure or a measure, as lines of text in sections.
struct DetailLines {
    let ink: Ink
    let columns: Int

    /// Period, kind and status in one line, then the judgement.
    func summary(_ indicator: Indicator, _ observation: Observation) -> [StyledLine] {
        let parts = [
            PeriodText.full(observation, ink), StatusText.collection(indicator.collection, ink.words),
            StatusText.full(observation, ink.words),
        ].filter { !$0.isEmpty }
        return wrapped(parts.joined(separator: " \(ink.glyphs.separator) "), .quiet)
            + [JudgementText.runs(ink.catalogue.judgement(of: indicator, observation), ink)]
    }

    /// Everything said about a figure beyond its value.
    func figure(_ indicator: Indicator, _ observation: Observation?, withTable: Bool) -> [StyledLine] {
        var lines: [StyledLine] = []
        if withTable { lines += section(ink.words.allObservations, table(indicator)) }
        lines += section(ink.words.inGroup, siblings(indicator, observation))
        lines += section(ink.words.trend, trend(indicator))
        lines += section(ink.words.definition, wrapped(indicator.note[ink.language], .text))
        if let observation {
            lines += section(ink.words.noteOfFigure, notes(observation))
            lines += section(ink.words.source, origin(observation))
        }
        lines += section(ink.words.meaning, wrapped(indicator.sentence[ink.language], .text))
        let department = indicator.department[ink.language]
        lines += section(ink.words.department, wrapped(department.isEmpty ? ink.words.notStated : department, .text))
        lines += section(
            ink.words.judgement,
            wrapped(JudgementText.rule(ink.catalogue.judgement(of: indicator, observation), ink.words), .quiet))
        return Array(lines.dropFirst(lines.first?.isEmpty == true ? 1 : 0))
    }

    /// Everything said about a measure.
    func brief(_ brief: Brief) -> [StyledLine] {
        var lines = wrapped(brief.title[ink.language], .value)
        lines += wrapped(brief.detail[ink.language], .text)
        var state = [BriefText.mark(brief, ink), ink.run(" " + BriefText.state(brief, ink.words), .quiet)]
        let period = PeriodText.full(brief, ink)
        if !period.isEmpty { state.append(ink.run(" \(ink.glyphs.separator) " + period, .quiet)) }
        if let area = ink.catalogue.area(brief.area) {
            state.append(ink.run(" \(ink.glyphs.separator) " + area.name[ink.language], .quiet))
        }
        lines.append(state)
        lines += section(ink.words.noteOfFigure, wrapped(brief.note[ink.language], .text))
        lines += section(ink.words.source, origin(source: brief.source, place: brief.place, printed: ""))
        return lines
    }

    /// Every detail of a source.
    func source(_ code: String) -> [StyledLine] {
        guard let source = ink.catalogue.source(code) else { return wrapped(code, .text) }
        let words = ink.words, language = ink.language
        let grade = switch source.trust {
        case .a: words.trustGrades.a
        case .b: words.trustGrades.b
        case .c: words.trustGrades.c
        }
        let rows = [
            (words.title, source.title[language]), (words.author, SourceText.author(source, ink)),
            (words.publisher, SourceText.publisher(source, ink)), (words.date, SourceText.date(source, ink)),
            (words.trust, grade), (words.terms, source.terms[language]), (words.address, source.address),
            (words.noteOfFigure, source.note[language]),
        ]
        return rows.filter { !$0.1.isEmpty }.flatMap { labelled($0.0, $0.1) }
    }

    /// Source, place and the form in print, in short.
    func origin(_ observation: Observation) -> [StyledLine] {
        origin(source: observation.source, place: observation.place, printed: observation.printed)
    }

    private func origin(source code: String, place: String, printed: String) -> [StyledLine] {
        let source = ink.catalogue.source(code)
        var lines = wrapped(source?.title[ink.language] ?? code, .quiet)
        lines += wrapped(PlaceText.text(place, ink.language), .quiet)
        if !printed.isEmpty { lines += wrapped("\(ink.words.printedForm)「\(printed)」", .quiet) }
        return lines
    }

    /// What the tables note about this very figure, and that another place states the same.
    func notes(_ observation: Observation) -> [StyledLine] {
        var lines = wrapped(observation.note[ink.language], .text)
        for link in ink.catalogue.links(of: observation) where link.kind == .same {
            lines += wrapped(ink.words.sameFactElsewhere, .quiet)
        }
        return lines
    }

    // MARK: Parts

    private func table(_ indicator: Indicator) -> [StyledLine] {
        ink.catalogue.observations(of: indicator.code).map { observation in
            let area = ink.catalogue.area(observation.area)?.shortName[ink.language] ?? observation.area
            var line = [ink.run(area + "  ", .text), ink.run(PeriodText.full(observation, ink) + "  ", .quiet)]
            line += FigureRuns.inline(observation, ink)
            return line
        }
    }

    private func siblings(_ indicator: Indicator, _ observation: Observation?) -> [StyledLine] {
        let indicators = ink.catalogue.indicators(ofTopic: indicator.topic)
        let observations = indicators.map { $0.code == indicator.code ? observation : ink.catalogue.headlineObservation(of: $0.code) }
        let bars = SiblingBars(indicators, observations: observations)
        guard let own = indicators.firstIndex(where: { $0.code == indicator.code }), bars.fraction(own) != nil else { return [] }
        let members = indicators.indices.filter { index in
            bars.fraction(index) != nil && indicators[index].unit.name.zh == indicator.unit.name.zh
                && observations[index]?.period == observation?.period && observations[index]?.basis == observation?.basis
                && observations[index]?.area == observation?.area
        }
        guard members.count > 1, columns >= 36 else { return [] }
        let names = members.map { TextLayout.truncate(indicators[$0].shortName[ink.language], to: columns * 2 / 5, sign: ink.glyphs.ellipsis) }
        let figures = members.map { FigureRuns.inline(observations[$0], ink) }
        let nameWidth = names.map(DisplayWidth.of).max() ?? 0
        let figureWidth = figures.map(\.width).max() ?? 0
        let barWidth = columns - nameWidth - figureWidth - 4
        guard barWidth >= 6 else { return [] }
        return members.indices.map { row in
            let index = members[row]
            let role: Role = index == own ? .title : .quiet
            var line = [ink.run(TextLayout.pad(names[row], to: nameWidth) + "  ", role)]
            line += ThinBar.runs(
                fraction: bars.fraction(index) ?? 0, columns: barWidth, glyphs: ink.glyphs, filled: ink.theme[.bar],
                empty: ink.theme[.frame])
            line.append(ink.run(String(repeating: " ", count: 2 + figureWidth - figures[row].width), .quiet))
            return line + figures[row]
        }
    }

    private func trend(_ indicator: Indicator) -> [StyledLine] {
        let observations = ink.catalogue.observations(of: indicator.code)
        let areas = Set(observations.map(\.area))
        let periods = Set(observations.map { $0.period.text })
        guard areas.count <= 1 || periods.count <= 1, periods.count <= 1 else { return [] }
        return wrapped(ink.words.onlyOnePeriod, .quiet)
    }

    private func section(_ title: String, _ lines: [StyledLine]) -> [StyledLine] {
        lines.isEmpty ? [] : [[], [ink.run(title, .heading)]] + lines
    }

    private func labelled(_ label: String, _ text: String) -> [StyledLine] {
        let width = max(8, min(14, columns / 4))
        guard columns >= 36 else { return [[ink.run(label, .heading)]] + wrapped(text, .text) }
        return TextLayout.wrap(text, to: columns - width).enumerated().map { index, line in
            [ink.run(TextLayout.pad(index == 0 ? label : "", to: width), .heading), ink.run(line, .text)]
        }
    }

    /// A text broken into lines of this width; nothing for an empty text.
    func wrapped(_ text: String, _ role: Role) -> [StyledLine] {
        text.isEmpty ? [] : TextLayout.wrap(text, to: max(2, columns)).map { [ink.run($0, role)] }
    }
}
