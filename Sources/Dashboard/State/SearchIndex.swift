import Indicators

/// Finds indicators, areas, topics and measures by a part of their names.
enum SearchIndex {
    /// What contains the query in a name, Chinese or English, without regard to letter case; topics first, then areas,
    /// indicators and measures, a name that begins with the query before one that only contains it.
    static func matches(_ query: String, in catalogue: Catalogue) -> [Item] {
        let needle = folded(query)
        guard !needle.isEmpty else { return [] }
        var begins: [Item] = []
        var contains: [Item] = []
        func consider(_ item: Item, _ names: [String]) {
            let names = names.map(folded)
            if names.contains(where: { $0.hasPrefix(needle) }) {
                begins.append(item)
            } else if names.contains(where: { $0.contains(needle) }) {
                contains.append(item)
            }
        }
        let root = catalogue.rootArea.code
        for topic in catalogue.topics {
            consider(.topic(topic), [topic.title.zh, topic.title.en, topic.shortTitle.zh, topic.shortTitle.en])
        }
        for area in catalogue.areas where area.code != root {
            consider(.area(area), [area.name.zh, area.name.en, area.shortName.zh, area.shortName.en] + area.formerNames)
        }
        for indicator in catalogue.indicators {
            consider(
                .figure(indicator, catalogue.headlineObservation(of: indicator.code)),
                [indicator.name.zh, indicator.name.en, indicator.shortName.zh, indicator.shortName.en])
        }
        for derived in catalogue.derived { consider(.derived(derived), [derived.name.zh, derived.name.en]) }
        for brief in catalogue.briefs {
            consider(.brief(brief), [brief.title.zh, brief.title.en, brief.detail.zh, brief.detail.en])
        }
        return begins + contains
    }

    private static func folded(_ text: String) -> String {
        var text = text.lowercased()[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
