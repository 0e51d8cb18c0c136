import Cells
import Indicators
import Themes
import Wording

/// Everything that the parts of one picture of the kiosk share, computed once. A class, so that passing it on copies
/// nothing.
///
/// Always the contrast theme: visitors cannot choose another, and nothing in it is dim.
final class KioskInk {
    let state: KioskState
    let language: Language
    let words: KioskWords
    let theme = Theme(.contrast)
    let glyphs: Glyphs
    let layout: KioskLayout
    let choices: [KioskChoice]
    /// The figure that is shown.
    let figure: KioskFigure?
    let digits: KioskDigits?
    let arrangement: KioskDigits.Arrangement?
    /// The number of seconds that the countdown shows. Nothing else changes from second to second.
    var seconds: Int?
    /// The texts below the figure.
    var foot = KioskFoot.Texts(sentence: [], period: "")
    /// The wording that the other screens use.
    let wording: Wording

    init(_ state: KioskState) {
        self.state = state
        language = state.visit.language
        words = .in(language)
        seconds = state.countdown
        glyphs = state.settings.glyphs
        choices = state.choices
        layout = KioskLayout(size: state.size, bands: choices.count)
        let wording = Wording(
            state.catalogue, WordingOptions(language: language, signs: Signs(isASCII: glyphs.name == .ascii)))
        self.wording = wording
        if case .asking = state.visit.phase {
            figure = nil
            digits = KioskDigits(state.countdown ?? 0, words.seconds)
        } else {
            let shown = state.figure
            figure = shown
            digits = shown.flatMap { KioskDigits($0, wording) }
        }
        arrangement = digits?.arrangement(in: Size(columns: layout.figure.columns, rows: layout.figure.rows))
    }

    /// A band: white on deep teal, 7.5:1.
    static let band = Style(foreground: .indexed(231), background: .indexed(23), attributes: .bold)
    /// The band of the topic that is shown: black on bright cyan, 16:1.
    var chosenBand: Style { theme[.openTab] }

    /// Draws a text cut to a width, with a sign where it is cut.
    func put(_ text: String, _ role: Role, in grid: inout CellGrid, _ rect: Rect, _ alignment: Alignment = .leading) {
        guard !rect.isEmpty else { return }
        let shown = TextLayout.truncate(text, to: rect.columns, sign: glyphs.ellipsis)
        let shift = alignment == .trailing ? rect.columns - DisplayWidth.of(shown) : 0
        grid.put(shown, at: Point(column: rect.column + shift, row: rect.row), style: theme[role], within: rect)
    }

    /// The seconds of the countdown in words.
    func countdown(short: Bool) -> String? {
        guard let seconds else { return nil }
        if short { return "\(seconds) \(words.secondsShort)" }
        let around = state.visit.isAttracting ? words.turnsIn : words.returnsIn
        return around.before + "\(seconds)" + around.after
    }

    /// Date and time as far as there is room; empty where the clock was never set.
    func clock(columns: Int) -> String {
        guard let face = state.clock else { return "" }
        for withWeekday in [true, false] {
            let text = words.date(face, withWeekday: withWeekday, language) + "  " + face.time
            if DisplayWidth.of(text) <= columns { return text }
        }
        return face.time
    }

    /// The contact that the data set names; otherwise the desk.
    var contact: String {
        let text = state.catalogue.package.contact[language]
        return text.isEmpty ? words.contact : text
    }

    /// The period of the figure with its status where that is not "as reported", and what was not reported since:
    /// 2022年1—11月 初步. The smallest screens have no room for the latter.
    var period: String {
        guard let observation = figure?.observation else { return "" }
        let isSmall = state.size.columns < 60
        let status =
            isSmall ? StatusText.short(observation, wording.words) : StatusText.standing(observation, wording)
        var parts = [PeriodText.full(observation, wording), status]
        // The unit that has no room beside its digits.
        if let digits, !digits.behind.isEmpty, arrangement?.behind.isEmpty ?? false {
            parts.insert(digits.behind, at: 0)
        }
        if state.catalogue.package.isFictional, layout.title.isEmpty { parts.append(words.fictionalShort) }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What a figure is called, with its area where that is not the whole.
    func name(_ figure: KioskFigure, short: Bool) -> String {
        let area = wording.foreignArea(figure.observation).map { $0 + " " } ?? ""
        return area + (short ? figure.indicator.shortName : figure.indicator.name)[language]
    }
}
