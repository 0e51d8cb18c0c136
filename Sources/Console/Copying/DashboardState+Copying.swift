import Reports
import Wording

extension DashboardState {
    /// The selected figure, computed figure or measure, or the one that is shown, as one line of text; nil where there
    /// is none.
    func copiedFigure() -> String? {
        let content = content, wording = exactWording
        return content.copied.map { CopiedLine.write(CopiedFact($0, wording), wording) }
    }

    /// The table of the screen for a spreadsheet; nil where there is none.
    func copiedTable() -> String? {
        let content = content, items = content.copiedTable
        return items.isEmpty ? nil : CopiedTable(items: items, wording: exactWording).text
    }

    /// The words of the screen with all digits of a figure, since what is copied is reckoned with.
    private var exactWording: Wording {
        var options = settings.wording
        options.isLegible = false
        return Wording(catalogue, options, area: session.area)
    }
}
