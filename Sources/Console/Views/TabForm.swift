import Cells
import Indicators

/// The forms of the tabs, the fullest first: whole titles, short titles, short titles without gaps, numbers with the
/// name of the open tab.
enum TabForm: CaseIterable {
    case titles, shortTitles, closeTitles, numbers

    static var all: [TabForm] { allCases }

    func title(_ tab: Tab, _ language: Language, isOpen: Bool) -> String {
        switch self {
        case .titles: tab.title[language]
        case .shortTitles, .closeTitles: tab.shortTitle[language]
        case .numbers: isOpen ? tab.shortTitle[language] : ""
        }
    }

    /// The distance from a tab to the next; tabs without gaps share the blank between them.
    func advance(_ tab: Tab, _ language: Language, isOpen: Bool) -> Int {
        let title = title(tab, language, isOpen: isOpen)
        let width =
            2 + (tab.number < 10 ? 1 : DisplayWidth.of("\(tab.number)"))
            + (title.isEmpty ? 0 : DisplayWidth.of(title) + 1)
        return self == .closeTitles ? width - 1 : width
    }
}
