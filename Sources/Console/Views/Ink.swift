import Cells
import Indicators
import Themes
import Wording

/// What every view needs for drawing: the state, the wording, and the theme.
///
/// It has the meaning of a value, but is passed by reference, since every view holds it and a copy would copy the whole
/// state.
final class Ink: Sendable {
    let state: DashboardState
    let wording: Wording
    let theme: Theme
    // What views use often. Read through `wording`, the words would be copied at every use.
    let words: Words
    let glyphs: Glyphs
    let signs: Signs

    init(_ state: DashboardState) {
        self.state = state
        wording = state.wording
        theme = state.theme
        words = wording.words
        glyphs = state.settings.glyphs
        signs = wording.signs
    }

    var judging: JudgingWords { words.judging }
    var pictures: PictureWords { words.pictures }
    var language: Language { wording.language }

    /// What is behind in a topic, each with its sign, name and gap; without the headline, which has its own status. At
    /// most as many as any screen has room for.
    func badFigures(ofTopic code: String, besides headline: String?) -> [String] {
        catalogue.facts(in: state.session.area).bad(ofTopic: code, besides: headline, most: 40)
            .map {
                "\(signs.bad) \(AttentionText.name($0, wording, isShort: true)) \(AttentionText.short($0, wording))"
            }
    }
    /// How many figures are bad, with their sign; nothing for none.
    func badMark(_ count: Int) -> [TextRun] { count > 0 ? [run("\(signs.bad) \(count)", .bad)] : [] }

    var catalogue: Catalogue { wording.catalogue }

    /// A run in the style of a role.
    func run(_ text: String, _ role: Role) -> TextRun { TextRun(text, theme[role]) }

    /// A phrase in the style of its role.
    func run(_ phrase: Phrase) -> TextRun { run(phrase.text, phrase.role) }

    func runs(_ phrases: [Phrase]) -> [TextRun] { phrases.map(run) }

    /// Draws runs one after the other and returns the columns used.
    @discardableResult
    func draw(_ runs: [TextRun], in grid: inout CellGrid, at point: Point, within clip: Rect) -> Int {
        var column = point.column
        for run in runs where column < clip.right {
            column += grid.put(run.text, at: Point(column: column, row: point.row), style: run.style, within: clip)
        }
        return column - point.column
    }

    /// A line cut to a number of columns, with a sign where it is cut. A figure is never cut inside, because part of a
    /// number is a different number.
    func fitting(_ line: StyledLine, _ columns: Int) -> StyledLine {
        guard line.width > columns else { return line }
        var runs: StyledLine = [], left = columns
        for run in line {
            let isFigure =
                run.style == theme[.value] && run.text.unicodeScalars.contains { $0.value >= 0x30 && $0.value <= 0x39 }
            if isFigure, DisplayWidth.of(run.text) > left - 1 {
                runs.append(TextRun(left > 0 ? glyphs.ellipsis : "", run.style))
                break
            }
            let shown = TextLayout.truncate(run.text, to: left, sign: glyphs.ellipsis)
            runs.append(TextRun(shown, run.style))
            if shown != run.text { break }
            left -= DisplayWidth.of(shown)
        }
        return runs
    }

    /// A measure in one line. If the line is too long, the text is cut and the state is kept. If fewer than 40 columns
    /// are left for the text, the state is dropped: the mark before the text shows it.
    func brief(_ brief: Brief, columns: Int) -> StyledLine {
        let line = runs(BriefText.line(brief, wording))
        guard line.width > columns, let state = line.last else { return line }
        let text = Array(line.dropLast()), room = columns - DisplayWidth.of(state.text)
        guard room >= 40 else { return fitting(text, columns) }
        return fitting(text, room) + [state]
    }

    /// Draws a text cut to a width, with a sign where it is cut.
    func put(_ text: String, _ role: Role, in grid: inout CellGrid, _ rect: Rect, _ alignment: Alignment = .leading) {
        guard !rect.isEmpty else { return }
        let shown = TextLayout.truncate(text, to: rect.columns, sign: glyphs.ellipsis)
        let width = DisplayWidth.of(shown)
        let shift =
            switch alignment {
            case .leading: 0
            case .trailing: rect.columns - width
            case .centre: (rect.columns - width) / 2
            }
        grid.put(shown, at: Point(column: rect.column + shift, row: rect.row), style: theme[role], within: rect)
    }
}

extension [TextRun] {
    /// How many columns the runs take.
    var width: Int { reduce(0) { $0 + DisplayWidth.of($1.text) } }
}
