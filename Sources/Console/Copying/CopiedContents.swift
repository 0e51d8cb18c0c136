import Indicators
import Reports

/// What can be copied of a row, an area or a source.
struct CopiedContents {
    let ink: Ink
    private var state: DashboardState { ink.state }
    private var catalogue: Catalogue { ink.catalogue }
    private var shownArea: String { state.session.area ?? catalogue.rootArea.code }

    /// For a topic or an area this is the figure that stands for it.
    func item(_ item: Item) -> CopiedItem? {
        switch item {
        case .figure(let indicator, let observation):
            .figure(indicator, observation, area: observation?.area ?? shownArea)
        case .derived(let derived): .derived(derived)
        case .brief(let brief): .brief(brief)
        case .area(let area): state.leadingFigures(ofArea: area.code).first.flatMap(self.item)
        case .topic(let topic): state.headline(of: topic).flatMap { self.item(.figure($0.indicator, $0.observation)) }
        case .choice: nil
        }
    }

    func item(_ subject: SourceSubject) -> CopiedItem? {
        switch subject {
        case .figure(let key):
            guard let observation = state.observation(key), let indicator = catalogue.indicator(key.indicator) else {
                return nil
            }
            return .figure(indicator, observation, area: key.area)
        case .brief(let code): return catalogue.brief(code).map(CopiedItem.brief)
        case .derived(let code): return catalogue.derived.first { $0.code == code }.map(CopiedItem.derived)
        }
    }

    /// The leading figure of every area that reports anything.
    var leadingOfEveryArea: [CopiedItem] { state.districts.compactMap { item(.area($0)) } }
}
