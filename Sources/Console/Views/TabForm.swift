import Cells
import Indicators

/// The forms of the tabs, the fullest first: whole titles, short titles, short titles without gaps, numbers with the
/// names of the open tab and of the one that counts what is bad, numbers with the name of the open tab.
enum TabForm: CaseIterable {
    case titles, shortTitles, closeTitles, numbersAndCount, numbers

    static var all: [TabForm] { allCases }

    func title(_ tab: Tab, _ language: Language, isOpen: Bool) -> String {
        switch self {
        case .titles: tab.title[language]
        case .shortTitles, .closeTitles: tab.shortTitle[language]
        case .numbersAndCount: isOpen || tab.count != nil ? tab.shortTitle[language] : ""
        case .numbers: isOpen ? tab.shortTitle[language] : ""
        }
    }

    /// How many figures are bad, with a blank before it; empty where none is. It is never left out for lack of room.
    func count(_ tab: Tab) -> String { tab.count.map { $0 > 0 ? " \($0)" : "" } ?? "" }

    /// The distance from a tab to the next; tabs without gaps share the blank between them.
    func advance(_ tab: Tab, _ language: Language, isOpen: Bool) -> Int {
        let title = title(tab, language, isOpen: isOpen)
        let width =
            2 + DisplayWidth.of(tab.key) + (title.isEmpty ? 0 : DisplayWidth.of(title) + 1)
            + DisplayWidth.of(count(tab))
        return self == .closeTitles ? width - 1 : width
    }
}
