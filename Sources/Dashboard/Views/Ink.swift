import Cells
import Indicators

/// What every view needs at hand: the state with its words, theme and glyphs.
///
/// A value in all but how it is passed on: every view holds it, and a copy would be one of the whole state.
final class Ink: Sendable {
    let state: DashboardState
    let words: Words
    /// Further words, kept here because they are asked for again and again.
    let judging: JudgingWords
    let pictures: PictureWords
    let theme: Theme
    let glyphs: Glyphs

    init(_ state: DashboardState) {
        self.state = state
        words = state.words
        judging = words.judging
        pictures = words.pictures
        theme = state.theme
        glyphs = state.settings.glyphs
    }

    var language: Language { state.settings.language }
    var catalogue: Catalogue { state.catalogue }

    /// The word for no observation at all: not on record, or where an area is chosen not reported by it.
    var missing: String { state.session.area == nil ? words.notOnRecord : words.statusMissing }

    /// How an indicator stands by an observation; without one, in the area that is chosen.
    func judgement(of indicator: Indicator, _ observation: Observation?) -> Judgement {
        catalogue.judgement(of: indicator, observation, in: state.session.area)
    }

    /// What an observation is held against; without one, what was promised in the area that is chosen.
    func target(of indicator: Indicator, _ observation: Observation?) -> Target? {
        catalogue.target(of: indicator, observation, in: state.session.area)
    }

    /// A run in the style of a role.
    func run(_ text: String, _ role: Role) -> TextRun { TextRun(text, theme[role]) }

    /// The pieces of an observation's value as the settings want them.
    func parts(_ observation: Observation) -> FigureParts? {
        guard let indicator = catalogue.indicator(observation.indicator) else { return nil }
        return parts(observation, of: indicator)
    }

    /// The same where the indicator is known.
    func parts(_ observation: Observation, of indicator: Indicator) -> FigureParts? {
        FigureText.parts(observation, unit: indicator.unit, language: language, raw: state.settings.raw)
    }

    /// The value with its unit, or the word for why there is none.
    func figure(_ observation: Observation?) -> String {
        guard let observation else { return missing }
        return parts(observation)?.text ?? words.absence(observation)
    }

    /// The name of an area other than the whole, for a figure that is not the whole's.
    func foreignArea(_ observation: Observation?) -> String? {
        guard let observation, observation.area != state.session.area ?? catalogue.rootArea.code else { return nil }
        return catalogue.area(observation.area)?.shortName[language] ?? observation.area
    }

    /// Draws runs one after the other and returns the columns used.
    @discardableResult
    func draw(_ runs: [TextRun], in grid: inout CellGrid, at point: Point, within clip: Rect) -> Int {
        var column = point.column
        for run in runs where column < clip.right {
            column += grid.put(run.text, at: Point(column: column, row: point.row), style: run.style, within: clip)
        }
        return column - point.column
    }

    /// A line no wider than so many columns, cut with a sign where it is too long, and never inside a figure: a part of
    /// a number is another number.
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
