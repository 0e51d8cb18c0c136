/// Why a figure moved, in the words of whoever answers for it, dated and signed (`notes.csv`).
public struct FigureNote: Hashable, Sendable {
    /// The code of the indicator.
    public let indicator: String
    /// The code of the area.
    public let area: String
    /// TIME_PERIOD of the figure as written; empty where the note is about the indicator as a whole.
    public let period: String
    /// The day of the note.
    public let date: CalendarDay
    /// Who signs it.
    public let signed: LocalizedText
    /// The note.
    public let text: LocalizedText
    /// The line of the table; unknown for a row that was not read from one.
    package let line: SourceLine

    package init(
        indicator: String, area: String, period: String, date: CalendarDay, signed: LocalizedText, text: LocalizedText,
        line: SourceLine = SourceLine()
    ) {
        self.indicator = indicator
        self.area = area
        self.period = period
        self.date = date
        self.signed = signed
        self.text = text
        self.line = line
    }
}

extension Catalogue {
    /// The notes on a figure, the newest first: those on its period, then those on the indicator as a whole. Empty for
    /// a figure under embargo.
    public func notes(on observation: Observation) -> [FigureNote] {
        if observation.isWithheld { return [] }
        let all = (notesByIndicator[observation.indicator] ?? []).filter { $0.area == observation.area }
            .sorted { $0.date > $1.date }
        return all.filter { $0.period == observation.period.text && !$0.period.isEmpty }
            + all.filter(\.period.isEmpty)
    }

    /// The notes that may be shown: none on a figure that is under embargo.
    public var shownNotes: [FigureNote] {
        guard hasEmbargo else { return notes }
        return notes.filter { note in
            note.period.isEmpty
                || !observations(of: note.indicator, in: note.area).contains {
                    $0.isWithheld && $0.period.text == note.period
                }
        }
    }
}
