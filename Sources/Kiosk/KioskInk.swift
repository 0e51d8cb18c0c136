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
    let buttons: [KioskButton]
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
        buttons = state.buttons
        layout = state.layout
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
        arrangement = digits?.arrangement(in: Size(columns: layout.figure.columns, rows: layout.figure.rows), glyphs)
    }

    /// A band: black on teal, 7.7:1, which stands out from the page by as much (WCAG 2.2, 1.4.11 asks for 3:1).
    static let band = Style(foreground: .indexed(16), background: .indexed(37), attributes: .bold)
    /// The band of the topic that is shown, and the button under the finger: black on white, 21:1. The dots, or the
    /// figure above, say the same in another way.
    static let chosenBand = Style(foreground: .indexed(16), background: .indexed(231), attributes: .bold)

    /// A button that is no choice of the page: black on light grey, 11:1.
    static let aside = Style(foreground: .indexed(16), background: .indexed(250), attributes: .bold)

    /// How a button looks now.
    func style(of button: KioskButton) -> Style {
        if state.contact.target == .button(button.choice) { return Self.chosenBand }
        switch button.choice {
        case .topic(let index) where index == state.visit.topic: return Self.chosenBand
        case .language: return Self.aside
        default: return Self.band
        }
    }

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

    /// The notice: the operator's number is being typed or has to wait, what is open could not be read aloud, newer
    /// data were refused, or the source of the data does not answer; nil for none.
    func notice(columns: Int) -> String? {
        switch state.gate.notice(at: state.now) {
        case .listens?: return fitting(words.operatorListens, columns)
        case .waits(let seconds)?: return fitting(words.operatorWaits(seconds), columns)
        case nil: break
        }
        if state.visit.isVoiceLost { return fitting(words.voiceLost, columns) }
        guard state.isRefusing || state.isCutOff else { return nil }
        let package = state.catalogue.package
        let period = package.period[language]
        let shown = " " + (period.isEmpty ? package.version : period)
        let short = state.isCutOff ? words.silentShort : words.refusedShort
        let texts = [state.isCutOff ? words.silent : words.refused, short].map {
            $0 + " \(wording.signs.separator) " + words.stillShown + shown
        }
        return fitting(texts + [short], columns)
    }

    private func fitting(_ texts: [String], _ columns: Int) -> String {
        texts.first { DisplayWidth.of($0) <= columns } ?? texts[texts.count - 1]
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
        if let digits, arrangement?.lacksUnit ?? false {
            parts.insert(arrangement?.behind.isEmpty ?? true ? digits.behind : digits.unit, at: 0)
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
