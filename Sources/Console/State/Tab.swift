import Indicators
import Wording

/// One of the tabs under the title: the overview, a topic, or the districts.
struct Tab: Hashable, Sendable {
    let number: Int
    let screen: Screen
    let title: LocalizedText
    let shortTitle: LocalizedText
    /// The letter that opens it; nil for a tab that its number opens.
    var letter: Character?
    /// How many figures are bad; nil for a tab without a count.
    var count: Int?

    /// The key that opens it, as it stands before the title.
    var key: String { letter.map(String.init) ?? String(number) }
}

extension DashboardState {
    /// The overview as 0, the topics in the order of the tables, the districts where there are any, and what needs
    /// attention last.
    var tabs: [Tab] {
        let isForeign = catalogue.package.isForeign
        var tabs = [
            Tab(
                number: 0, screen: .overview,
                title: LocalizedText(zh: Words.chinese.overview, en: Words.english.overview),
                shortTitle: LocalizedText(zh: Words.chinese.overviewShort, en: Words.english.overviewShort))
        ]
        tabs.reserveCapacity(catalogue.topics.count + 2)
        for topic in catalogue.topics {
            tabs.append(
                Tab(number: tabs.count, screen: .topic(topic.code), title: topic.title, shortTitle: topic.shortTitle))
        }
        if hasDistricts {
            let any = LocalizedText(zh: Words.ofAnyTable(.zh).districts, en: Words.ofAnyTable(.en).districts)
            tabs.append(
                Tab(
                    number: tabs.count, screen: .districts,
                    title: isForeign ? any : LocalizedText(zh: Words.chinese.districts, en: Words.english.districts),
                    shortTitle: isForeign
                        ? any : LocalizedText(zh: Words.chinese.districtsShort, en: Words.english.districtsShort)))
        }
        if !isForeign {
            let name = LocalizedText(zh: AttentionWords.chinese.short, en: AttentionWords.english.short)
            tabs.append(
                Tab(
                    number: tabs.count, screen: .attention(.kind), title: name, shortTitle: name, letter: "w",
                    count: catalogue.facts(in: session.area).allBad))
        }
        return tabs
    }

    /// Every area but the whole, in order.
    var districts: [Area] { scope.districts }

    /// Whether there is any.
    var hasDistricts: Bool {
        let root = catalogue.rootArea.code
        return catalogue.areas.contains { $0.code != root }
    }

    /// How many tabs have a number: the overview, the topics, the districts.
    var tabCount: Int { 1 + catalogue.topics.count + (hasDistricts ? 1 : 0) }

    /// The tab that the current screen belongs to: the last tab among the steps to it.
    var openTab: Tab? { openTab(among: tabs) }

    /// The same where the tabs are already known.
    func openTab(among tabs: [Tab]) -> Tab? {
        for visit in session.visits.reversed() {
            if case .indicator(let code, _) = visit.screen, let topic = catalogue.indicator(code)?.topic,
                let tab = tabs.first(where: { $0.screen == .topic(topic) })
            {
                return tab
            }
            if case .attention = visit.screen { return tabs.last }
            if let tab = tabs.first(where: { $0.screen == visit.screen }) { return tab }
        }
        return tabs.first
    }
}
