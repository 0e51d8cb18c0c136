import Cells

/// The first and the last page of a survey: what is kept of the answers, and thanks or an apology.
struct SurveyView {
    let kiosk: KioskInk
    let sheet: SurveySheet

    func draw(in grid: inout CellGrid) {
        let words = kiosk.words
        let mark = kiosk.state.catalogue.package.isFictional && kiosk.layout.title.isEmpty
        kiosk.put(
            words.survey + (mark ? " " + words.fictionalShort : ""), .heading, in: &grid, kiosk.layout.name)
        let count = kiosk.state.survey?.questions.count ?? 0
        let paragraphs =
            switch sheet.step {
            case .lost: words.surveyLost
            case .beginning: words.surveyBeginning(count)
            case .thanks, .question: words.surveyThanks
            }
        let body = kiosk.state.textBody
        let isAiry = body.rows >= 10
        var row = body.row + (isAiry ? 1 : 0)
        for paragraph in paragraphs {
            for line in TextLayout.wrap(paragraph, to: max(2, body.columns)) where row < body.row + body.rows {
                kiosk.put(
                    line, .value, in: &grid, Rect(column: body.column, row: row, columns: body.columns, rows: 1))
                row += 1
            }
            if isAiry { row += 1 }
        }
        guard let notice = kiosk.notice(columns: body.columns) else { return }
        kiosk.put(
            notice, .notice, in: &grid,
            Rect(column: body.column, row: body.row + body.rows, columns: body.columns, rows: 1))
    }
}
