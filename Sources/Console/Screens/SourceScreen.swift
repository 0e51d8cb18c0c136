import Indicators
import Reports
import Wording

/// Where a figure or a measure comes from: source, position in it, printed form.
struct SourceScreen: TextScreen {
    let ink: Ink
    let subject: SourceSubject
    var name: String? { words.source }
    var fileName: String {
        switch subject {
        case .figure(let key): "source-" + key.indicator
        case .brief(let code), .derived(let code): "source-" + code
        }
    }
    var copied: CopiedItem? { CopiedContents(ink: ink).item(subject) }
    var copiedTable: [CopiedItem] { [copied].compactMap { $0 } }
    var sources: [String] {
        let sources = PaperSources(ink: ink)
        switch subject {
        case .brief(let code): return [catalogue.brief(code)?.source].compactMap { $0 }
        case .derived(let code):
            return catalogue.derived.filter { $0.code == code }.flatMap { sources.codes(of: .derived($0)) }
        case .figure(let key): return [key.source] + (state.observation(key).map(sources.linked) ?? [])
        }
    }
    var nearest: Screen? {
        switch subject {
        case .brief(let code): catalogue.brief(code).map { _ in .source(subject) }
        case .derived(let code): catalogue.derived.contains { $0.code == code } ? .source(subject) : nil
        case .figure(let key): nearest(to: key).map { .source(.figure($0)) }
        }
    }

    /// The same figure; otherwise the figure for the same time from another source; otherwise the newest of its area.
    private func nearest(to key: ObservationKey) -> ObservationKey? {
        guard state.observation(key) == nil else { return key }
        let all = catalogue.observations(of: key.indicator, in: key.area)
        return (all.first { $0.period.text == key.period && $0.basis == key.basis } ?? all.first)?.key
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
