import Cells
import Indicators
import Reports
import Wording

/// A screen on paper, to be written as text and as HTML.
///
/// A sheet must be understood without the program, so it states whose figures these are, whether they are invented,
/// when it was printed, by which rules figures are judged, and every source.
public struct PaperPage: Sendable {
    /// The language of every text on the page.
    public let language: Language
    /// The screen in the name of a file: a–z, 0–9 and hyphens, nothing else.
    public let code: String
    /// The title of the data set.
    public let title: String
    /// The area and the period that it is about, then the path to this screen.
    public let place: String
    /// Whether the data are invented; both forms say so before anything else.
    public let isFictional: Bool
    /// How much can be judged, which periods the data cover, when this was printed.
    public let notes: [String]
    /// The body of the screen, as long as its content, in the light theme; the districts without colours.
    public let grid: CellGrid
    /// How the computed figures of a list were computed; the screen shows that on another page.
    public let computed: [String]
    /// By which rules figures are judged; empty where none is.
    public let rules: [String]
    /// Where the figures and measures come from, in the order in which they stand on the page.
    public let sources: [String]
}

extension DashboardState {
    /// The current screen on paper: all of it, however long, and nothing selected.
    ///
    /// - Parameter date: when it is printed, in words; empty where that is not to be said.
    public func paperPage(date: String) -> PaperPage {
        let sheet = PaperSheet.fitting(self)
        let ink = Ink(sheet.state)
        let words = ink.words, tally = tally(of: content)
        let span = PeriodText.span(catalogue.oldestPeriod, catalogue.newestPeriod, ink.signs)
        var notes = [words.judgedOf(tally.judged, tally.all) + (span.isEmpty ? "" : "   \(words.dataSpan) \(span)")]
        if screen == .districts, catalogue.map != nil {
            notes.append("\(words.pictures.map) \(ink.signs.separator) \(words.pictures.notToScale)")
        }
        if !date.isEmpty { notes.append(PaperWords.in(ink.language).printed + words.colon + date) }
        let rules =
            tally.judged > 0 ? [JudgementText.paceRule(ink.wording), words.judging.levelRule, words.zeroRule] : []
        return PaperPage(
            language: ink.language, code: PaperName.plain(content.fileName),
            title: catalogue.package.title[ink.language].harmless(),
            place: way(ink).joined(separator: " \(ink.signs.crumb) ").harmless(),
            isFictional: catalogue.package.isFictional, notes: notes.map { $0.harmless() }, grid: sheet.grid,
            computed: computed(ink).map { $0.harmless() }, rules: rules,
            sources: PaperSources(ink: ink).lines.map { $0.harmless() })
    }

    /// Name, value, formula and terms of every computed figure that is a row of the screen.
    private func computed(_ ink: Ink) -> [String] {
        content.items.compactMap { item in
            guard case .derived(let derived) = item else { return nil }
            return "\(derived.name[ink.language])  \(DerivedText.line(derived, ink.wording))"
        }
    }
}
