import Indicators

/// What screens are called, in the title and on paper.
enum ScreenName {
    /// The area and period that are shown, then every step of the way here.
    static func way(_ ink: Ink) -> [String] {
        let period = ink.catalogue.package.period[ink.language]
        let area = ink.state.session.area.flatMap { ink.catalogue.area($0)?.name[ink.language] } ?? ink.words.wholeCity
        let filter = ink.state.filterText
        var steps = [
            area + (filter.isEmpty ? "" : " \(ink.glyphs.separator) \(filter)")
                + (period.isEmpty ? "" : " \(ink.glyphs.separator) \(period)")
        ]
        for visit in ink.state.session.visits.dropFirst() {
            if let name = name(of: visit.screen, ink), steps.last != name { steps.append(name) }
        }
        return steps
    }

    /// Nil for the overview, which is where every way begins.
    private static func name(of screen: Screen, _ ink: Ink) -> String? {
        let catalogue = ink.catalogue, words = ink.words
        return switch screen {
        case .overview: nil
        case .topic(let code): catalogue.topic(code)?.title[ink.language]
        case .indicator(let code, let area):
            [
                catalogue.indicator(code)?.name[ink.language],
                area.flatMap { catalogue.area($0)?.shortName[ink.language] },
            ]
            .compactMap { $0 }.inOne(with: " \(ink.glyphs.separator) ")
        case .districts: words.districts
        case .area(let code): catalogue.area(code)?.name[ink.language]
        case .source: words.source
        case .search: words.search
        case .help: words.help
        case .compare: words.pictures.compare
        case .problems: words.live.problems
        case .areas: words.pictures.chooseArea
        case .filter: words.pictures.filter
        }
    }
}
