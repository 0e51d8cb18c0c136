import Indicators
import Wording

extension DetailLines {
    /// Everything about a measure.
    func brief(_ brief: Brief) -> [StyledLine] {
        var lines = wrapped(brief.title[ink.language], .value)
        lines += wrapped(brief.detail[ink.language], .text)
        var state = [
            ink.run(BriefText.mark(brief, ink.signs), .quiet),
            ink.run(" " + BriefText.state(brief, ink.words), .quiet),
        ]
        let period = PeriodText.full(brief, ink.wording)
        if !period.isEmpty { state.append(ink.run(" \(ink.signs.separator) " + period, .quiet)) }
        if let area = ink.catalogue.area(brief.area) {
            state.append(ink.run(" \(ink.signs.separator) " + area.name[ink.language], .quiet))
        }
        lines.append(state)
        lines += section(ink.words.linkedFigures, brief.figures.flatMap { linkedFigure($0, in: brief.area) })
        lines += section(ink.words.noteOfFigure, wrapped(brief.note[ink.language], .text))
        lines += section(ink.words.source, origin(source: brief.source, place: brief.place, printed: ""))
        return lines
    }

    /// A figure that belongs to a measure: one line, or two where one is too narrow.
    private func linkedFigure(_ code: String, in area: String) -> [StyledLine] {
        guard let indicator = ink.catalogue.indicator(code) else { return [] }
        let observation = ink.catalogue.headlineObservation(of: code, area: area)
        let name = wrapped(indicator.name[ink.language], .text)
        var figure = [ink.run("  ", .text)] + FigureRuns.inline(observation, of: indicator, ink)
        if let observation {
            figure.append(ink.run("  " + PeriodText.short(observation, ink.wording), .quiet))
        }
        guard name.count == 1, name[0].width + figure.width <= columns else { return name + [figure] }
        return [name[0] + figure]
    }

    /// Every detail of a source.
    func source(_ code: String) -> [StyledLine] {
        guard let source = ink.catalogue.source(code) else { return wrapped(code, .text) }
        let words = ink.words, language = ink.language
        let grade =
            switch source.trust {
            case .a: words.trustGrades.a
            case .b: words.trustGrades.b
            case .c: words.trustGrades.c
            }
        let rows = [
            (words.title, source.title[language]), (words.author, SourceText.author(source, ink.wording)),
            (words.publisher, SourceText.publisher(source, ink.wording)),
            (words.date, SourceText.date(source, ink.wording)),
            (words.trust, grade), (words.terms, source.terms[language]), (words.address, source.address),
            (words.noteOfFigure, source.note[language]),
        ]
        return rows.filter { !$0.1.isEmpty }.flatMap { labelled($0.0, $0.1) }
    }

    /// Source, position in it and printed form, in short.
    func origin(_ observation: Observation) -> [StyledLine] {
        origin(source: observation.source, place: observation.place, printed: observation.printed)
    }

    func origin(source code: String, place: String, printed: String) -> [StyledLine] {
        let source = ink.catalogue.source(code)
        var lines = wrapped(source?.title[ink.language] ?? code, .quiet)
        lines += wrapped(PlaceText.text(place, ink.language), .quiet)
        if !printed.isEmpty { lines += wrapped("\(ink.words.printedForm)「\(printed)」", .quiet) }
        return lines
    }
}
