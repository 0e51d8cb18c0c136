import Cells
import Indicators

/// Where a figure or a measure comes from: source, place, form in print.
struct SourceView {
    let ink: Ink
    let subject: SourceSubject

    func draw(in grid: inout CellGrid) {
        let body = Frame(size: ink.state.size).body
        if TextGeometry.isBoxed(body) {
            _ = ink.panel(ink.words.source, "", in: &grid, TextGeometry.box(body), isFocused: true)
        }
        let geometry = TextGeometry(ink.state)
        TextPanel(ink: ink).draw(geometry.lines, top: ink.state.session.current.top, in: &grid, geometry.rect)
    }

    func lines(columns: Int) -> [StyledLine] {
        let detail = DetailLines(ink: ink, columns: columns)
        let words = ink.words
        switch subject {
        case .derived(let code):
            return ink.catalogue.derived.first { $0.code == code }.map(detail.derived) ?? []
        case .brief(let code):
            guard let brief = ink.catalogue.brief(code) else { return [] }
            return detail.brief(brief) + [[]] + detail.source(brief.source)
        case .figure(let reference):
            guard let observation = ink.state.observation(reference),
                let indicator = ink.catalogue.indicator(observation.indicator)
            else { return [] }
            var lines: [StyledLine] = [
                [ink.run(indicator.name[ink.language], .title)],
                FigureRuns.inline(observation, ink)
                    + [ink.run("  " + PeriodText.full(observation, ink.wording), .quiet)],
            ]
            if let area = ink.wording.foreignArea(observation) { lines[0].append(ink.run("  " + area, .quiet)) }
            if !observation.printed.isEmpty {
                lines +=
                    [[], [ink.run(words.printedForm, .heading)]] + detail.wrapped("「\(observation.printed)」", .value)
            }
            lines +=
                [[], [ink.run(words.place, .heading)]]
                + detail.wrapped(PlaceText.text(observation.place, ink.language), .text)
            let note = indicator.note[ink.language],
                notes = detail.notes(observation, besides: note) + detail.wrapped(note, .text)
            if !notes.isEmpty { lines += [[], [ink.run(words.noteOfFigure, .heading)]] + notes }
            return lines + [[], [ink.run(words.source, .heading)]] + detail.source(observation.source)
        }
    }
}
