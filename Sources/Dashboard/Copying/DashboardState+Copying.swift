import Indicators

extension DashboardState {
    /// The selected figure, computed figure or measure, or the one that is shown, as one line of text; nil where there
    /// is none.
    func copiedFigure() -> String? {
        let ink = Ink(self)
        return CopiedContents(ink: ink).selected.map { CopiedLine.write(CopiedFact($0, ink.wording), ink.wording) }
    }

    /// The table of the screen for a spreadsheet; nil where there is none.
    func copiedTable() -> String? {
        let ink = Ink(self), items = CopiedContents(ink: ink).all
        return items.isEmpty ? nil : CopiedTable(items: items, wording: ink.wording).text
    }
}
