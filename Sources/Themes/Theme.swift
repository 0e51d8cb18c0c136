import Cells
import Wording

/// A style for every role.
///
/// All themes but mono paint their own background, because the terminal's colours are not known. Text has a contrast of
/// at least 4.5:1 to it, in the contrast theme 7:1, and frames there 3:1 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
public struct Theme: Sendable {
    /// The name that the theme was made by.
    public let name: Name
    private let palette: Palette

    /// The theme with a name.
    public init(_ name: Name) {
        self.name = name
        palette = name.palette
    }

    /// How a role looks in this theme.
    public subscript(_ role: Role) -> Style {
        let p = palette
        switch role {
        case .background, .text: return p.style(p.text)
        case .quiet: return p.style(p.quiet)
        case .frame: return p.style(p.frame, name == .mono ? .dim : [])
        case .value: return p.style(p.value, .bold)
        case .accent: return p.style(p.accent)
        case .focus, .heading: return p.style(p.accent, .bold)
        case .title: return p.style(p.value, .bold)
        case .cityMark: return p.style(p.cityMark)
        case .openTab: return p.openTab
        case .selection: return p.selection
        case .bar: return p.style(p.accent)
        case .good: return p.style(p.good)
        case .middling: return p.style(p.middling)
        case .bad: return p.style(p.bad, .bold)
        case .notice: return p.style(p.middling, .bold)
        case .chartLine: return p.style(p.accent)
        case .chartTarget: return p.style(p.middling)
        case .chartAxis, .chartForecast: return p.style(p.quiet)
        case .mapArea1: return p.area(p.areas.0)
        case .mapArea2: return p.area(p.areas.1)
        case .mapArea3: return p.area(p.areas.2)
        case .mapArea4: return p.area(p.areas.3)
        case .mapClass1: return p.classes[0]
        case .mapClass2: return p.classes[1]
        case .mapClass3: return p.classes[2]
        case .mapClass4: return p.classes[3]
        case .mapClass5: return p.classes[4]
        case .mapSelected: return p.selection
        }
    }
}
