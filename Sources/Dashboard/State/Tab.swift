import Indicators

/// One of the tabs under the title: the overview, a topic, or the districts.
struct Tab: Hashable, Sendable {
    let number: Int
    let screen: Screen
    let title: LocalizedText
    let shortTitle: LocalizedText
}

extension DashboardState {
    /// The overview as 0, the topics in the order of the tables, the districts last where there are any.
    var tabs: [Tab] {
        let isForeign = catalogue.package.isForeign
        let zh = isForeign ? Words.in(.zh).ofAnyTable : Words.in(.zh), en = isForeign ? Words.in(.en).ofAnyTable : Words.in(.en)
        var tabs = [
            Tab(
                number: 0, screen: .overview, title: LocalizedText(zh: zh.overview, en: en.overview),
                shortTitle: LocalizedText(zh: zh.overviewShort, en: en.overviewShort))
        ]
        for topic in catalogue.topics {
            tabs.append(
                Tab(number: tabs.count, screen: .topic(topic.code), title: topic.title, shortTitle: topic.shortTitle))
        }
        if !districts.isEmpty {
            tabs.append(
                Tab(
                    number: tabs.count, screen: .districts, title: LocalizedText(zh: zh.districts, en: en.districts),
                    shortTitle: LocalizedText(zh: zh.districtsShort, en: en.districtsShort)))
        }
        return tabs
    }

    /// Every area but the whole, in order.
    var districts: [Area] {
        let root = catalogue.rootArea.code
        return catalogue.areas.filter { $0.code != root }
    }

    /// The topic that the current screen is about, by its code; nil outside the topics.
    var openTopic: String? {
        switch screen {
        case .topic(let code): code
        case .indicator(let code, _): catalogue.indicator(code)?.topic
        default: nil
        }
    }

    /// The tab that the current screen belongs to: the nearest tab on the way here.
    var openTab: Tab? {
        let tabs = tabs
        for visit in session.visits.reversed() {
            if case .indicator(let code, _) = visit.screen, let topic = catalogue.indicator(code)?.topic,
                let tab = tabs.first(where: { $0.screen == .topic(topic) }) {
                return tab
            }
            if let tab = tabs.first(where: { $0.screen == visit.screen }) { return tab }
        }
        return tabs.first
    }
}
