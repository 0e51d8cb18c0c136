import Cells

/// A style for every role.
///
/// Dark and light paint their own background: a theme must be readable on a terminal whose colours nobody knows.
public struct Theme: Sendable {
    /// The themes by the names that `--theme` takes.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case dark, light, mono

        /// The theme that `t` brings after this one.
        public var next: Name {
            let all = Self.allCases
            let place = all.firstIndex(of: self) ?? 0
            return all[(place + 1) % all.count]
        }
    }

    public let name: Name
    private let palette: Palette

    /// The theme with a name.
    public init(_ name: Name) {
        self.name = name
        switch name {
        case .dark: palette = .dark
        case .light: palette = .light
        case .mono: palette = .mono
        }
    }

    /// How a role looks in this theme.
    public subscript(_ role: Role) -> Style {
        let p = palette
        switch role {
        case .background, .text: return p.style(p.text)
        case .quiet: return p.style(p.quiet)
        case .frame: return p.style(p.frame)
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
        }
    }
}

/// The colours of a theme, as numbers of the xterm palette of 256.
private struct Palette: Sendable {
    var background, text, quiet, frame, value, accent, cityMark, good, middling, bad: Colour
    var openTab, selection: Style

    func style(_ colour: Colour, _ attributes: Attributes = []) -> Style {
        Style(foreground: colour, background: background, attributes: attributes)
    }

    static let dark = Palette(
        background: .indexed(233), text: .indexed(252), quiet: .indexed(246), frame: .indexed(240), value: .indexed(255),
        accent: .indexed(73), cityMark: .indexed(209), good: .indexed(71), middling: .indexed(179), bad: .indexed(203),
        openTab: Style(foreground: .indexed(233), background: .indexed(73), attributes: .bold),
        selection: Style(foreground: .indexed(255), background: .indexed(23), attributes: .bold))

    static let light = Palette(
        background: .indexed(255), text: .indexed(235), quiet: .indexed(241), frame: .indexed(249), value: .indexed(16),
        accent: .indexed(30), cityMark: .indexed(166), good: .indexed(28), middling: .indexed(94), bad: .indexed(124),
        openTab: Style(foreground: .indexed(255), background: .indexed(30), attributes: .bold),
        selection: Style(foreground: .indexed(16), background: .indexed(152), attributes: .bold))

    static let mono = Palette(
        background: .standard, text: .standard, quiet: .standard, frame: .standard, value: .standard,
        accent: .standard, cityMark: .standard, good: .standard, middling: .standard, bad: .standard,
        openTab: Style(attributes: [.bold, .reverse]),
        selection: Style(attributes: [.bold, .reverse]))
}
