import Indicators
import Wording

/// The sources that a page has to name: those of every figure and measure on it, each once, in order of appearance.
struct PaperSources {
    let ink: Ink
    private var catalogue: Catalogue { ink.catalogue }
    private var state: DashboardState { ink.state }

    /// Each in one line, with its address where it has one.
    var lines: [String] {
        var seen: Set<String> = []
        return state.content.sources.filter { seen.insert($0).inserted }.map { code in
            guard let source = catalogue.source(code) else { return code }
            let line = SourceText.line(source, ink.wording)
            return source.address.isEmpty ? line : "\(line); \(ink.words.address) \(source.address)"
        }
    }

    /// The sources of what a row shows.
    func codes(of item: Item) -> [String] {
        switch item {
        case .figure(let indicator, let observation):
            let change = observation.flatMap { try? catalogue.changeOnYear(of: $0).get() }
            return [
                observation?.source, ink.wording.target(of: indicator, observation)?.source, change?.earlier.source,
                observation.flatMap(catalogue.againstWhole)?.whole.source,
            ]
            .compactMap { $0 }
        case .derived(let derived):
            switch catalogue.derivation(of: derived) {
            case .success(let derivation): return [derivation.numerator.source, derivation.denominator.source]
            case .failure(let refusal):
                return [refusal.numerator?.source, refusal.denominator?.source].compactMap { $0 }
            }
        case .brief(let brief): return [brief.source]
        // These rows show only counts, no figures.
        case .area, .topic, .choice: return []
        }
    }

    /// The sources of figures of the same topic, unit, period and area, which are shown side by side.
    func group(_ indicator: Indicator, _ observation: Observation?) -> [String] {
        catalogue.indicators(ofTopic: indicator.topic).filter { $0.unit == indicator.unit }
            .compactMap { state.shownObservation(of: $0.code) }
            .filter {
                $0.period == observation?.period && $0.basis == observation?.basis && $0.area == observation?.area
            }
            .map(\.source)
    }

    /// The sources of figures that are shown beside a figure because the tables link them: its parts, and what other
    /// sources state.
    func linked(_ observation: Observation) -> [String] {
        catalogue.links(of: observation).filter { $0.kind == .parts || $0.kind == .disagree }.flatMap(\.members)
            .compactMap { catalogue.observation(of: $0)?.source }
    }
}
