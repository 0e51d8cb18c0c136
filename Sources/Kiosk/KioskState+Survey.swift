import Cells
import Indicators

extension KioskState {
    /// After a whole sheet none is taken for a minute, so that nobody fills in many in a row.
    static let surveyRest = 60_000

    /// Whether the survey can be begun: while nothing else is open.
    var offersSurvey: Bool {
        guard survey != nil, !visit.isAsking, !isOutOfService, visit.page == .topics else { return false }
        return surveyRestsUntil.map { now >= $0 } ?? true
    }

    /// The open question.
    var surveyQuestion: Survey.Question? {
        guard case .survey(let sheet) = visit.page, let survey else { return nil }
        return sheet.question(of: survey)
    }

    /// What can be chosen on a page of the survey.
    func surveyChoices(_ sheet: SurveySheet) -> [KioskChoice] {
        switch sheet.step {
        case .beginning: return [.begin, .back]
        case .thanks, .lost: return [.back]
        case .question:
            guard let question = surveyQuestion else { return [.back] }
            return question.choices.indices.map(KioskChoice.answer) + (question.kind == .several ? [.confirm] : [])
        }
    }

    mutating func chooseInSurvey(_ choice: KioskChoice) -> KioskEffect? {
        guard let survey else { return nil }
        if choice == .survey { visit.page = .survey(SurveySheet()) }
        guard case .survey(var sheet) = visit.page else { return nil }
        var answers: SurveyAnswers?
        switch choice {
        case .begin: sheet.step = .question(0)
        case .answer(let index) where surveyQuestion?.kind == .several: sheet.marked.formSymmetricDifference([index])
        case .answer(let index): answers = sheet.answer([index], survey)
        case .confirm: answers = sheet.answer(sheet.marked.sorted(), survey)
        default: break
        }
        visit.page = .survey(sheet)
        guard let answers else { return nil }
        surveyRestsUntil = now + Self.surveyRest
        return .keep(answers)
    }

    /// Takes other questions, or none. A visitor who is answering returns to the topics; the page of thanks stays.
    mutating func adoptSurvey(_ new: Survey?) {
        guard new != survey else { return }
        survey = new
        guard case .survey(let sheet) = visit.page else { return }
        let isOver = sheet.step == .thanks || sheet.step == .lost
        if !isOver || new != nil { visit.page = .topics }
    }

    /// The sheet could not be kept: the survey ends, and the visitor is told.
    mutating func loseSurvey() {
        survey = nil
        if case .survey = visit.page { visit.page = .survey(SurveySheet(step: .lost)) }
    }

    /// The lines of the heading of a list.
    var headingLines: [String] {
        guard let question = surveyQuestion, let survey, case .survey(let sheet) = visit.page,
            case .question(let index) = sheet.step
        else { return [] }
        let inset = size.columns >= 60 ? 8 : size.columns >= 30 ? 2 : 0
        let text = "\(index + 1)/\(survey.questions.count) " + question.text[visit.language]
        return TextLayout.wrap(text, to: max(2, size.columns - inset))
    }

    /// The position of every part of a page that is a list.
    var listLayout: KioskListLayout {
        KioskListLayout(size: size, rows: choices.count, heading: min(2, max(1, headingLines.count)))
    }
}
