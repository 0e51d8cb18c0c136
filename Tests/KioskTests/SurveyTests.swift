import Cells
import Indicators
import TestSupport
import Testing

@testable import Kiosk

/// The survey on the kiosk's pages.
@Suite struct SurveyTests {
    private static func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
    /// The longest texts that a file may have, besides short ones.
    private static let survey = Survey(
        version: "v1",
        questions: [
            Survey.Question(
                code: "service", text: text("您对今天的办事服务满意吗？", "How satisfied are you with today's service?"), kind: .one,
                choices: Survey.grades),
            Survey.Question(
                code: "needs",
                text: text(
                    String(repeating: "问", count: Survey.widestQuestion / 2),
                    "What should be done first in your neighbourhood? Choose several."), kind: .several,
                choices: (1...5).map { number in
                    Survey.Choice(
                        code: "c\(number)",
                        text: text(
                            String(repeating: "选", count: 15) + "\(number)一", "Choice \(number) of the longest choices")
                    )
                }),
        ])

    private func asking(_ columns: Int = 80, _ rows: Int = 24, _ settings: KioskSettings = KioskSettings())
        -> KioskState
    {
        var state = Sample.kiosk(columns, rows, settings)
        state.then(.survey(Self.survey))
        return state
    }

    @Test func aWholeSheetIsKeptAfterTheLastQuestion() {
        var state = asking()
        state.press(.character("9"), .character("1"))
        #expect(state.surveyQuestion?.code == "service")
        #expect(state.then(.key(.character("2"))) == nil)
        state.press(.character("1"), .character("3"), .character("4"), .character("3"))
        let effect = state.then(.key(.character("6")))
        let marks = [("service", "4"), ("needs", "c1"), ("needs", "c4")].map {
            SurveyAnswers.Mark(question: $0.0, choice: $0.1)
        }
        #expect(effect == .keep(SurveyAnswers(version: "v1", marks: marks)))
        #expect(state.visit.page == .survey(SurveySheet(step: .thanks)), "nothing of the answers is left in the state")
    }

    @Test func byTouchAlone() {
        var state = asking(40, 12)
        state.touch(.survey)
        state.touch(.begin)
        state.touch(.answer(0))
        state.touch(.answer(2))
        #expect(state.surveyQuestion?.code == "needs")
        state.touch(.confirm)
        #expect(state.visit.page == .survey(SurveySheet(step: .thanks)))
        state.touch(.back)
        #expect(state.visit.page == .topics)
        #expect(!state.buttons.contains { $0.choice == .survey }, "one sheet a minute")
        state.pass(seconds: 90)
        #expect(state.buttons.contains { $0.choice == .survey })
    }

    @Test func leavingAndWaitingDropTheSheet() {
        var state = asking()
        state.press(.character("9"), .character("1"), .character("2"), .character("7"))
        #expect(state.visit.page == .topics)
        state.press(.character("9"), .character("1"), .character("2"))
        state.pass(seconds: 81)
        #expect(state.visit.isAtStart(state.settings))
    }

    @Test func backTakesAnAnswerBack() {
        var state = asking()
        state.press(.character("9"), .character("1"), .character("2"), .character("0"))
        #expect(state.visit.page == .survey(SurveySheet(step: .question(0))))
        state.press(.character("5"), .character("1"))
        guard case .keep(let answers)? = state.then(.key(.character("6"))) else { return #expect(Bool(false)) }
        #expect(answers.marks.map(\.choice) == ["1", "c1"])
    }

    @Test func theOperatorsThreeNinesAreHeardWhereNineOpensTheSurvey() {
        var state = asking(80, 24, KioskSettings(hasOperator: true))
        state.digits("999246802")
        #expect(state.visit.page == .survey(SurveySheet()))
        #expect(state.then(.key(.enter), after: 200) == .tryNumber("246802"))
    }

    @Test func withoutASurveyAndWhenItIsLostThereIsNone() {
        var state = Sample.kiosk()
        #expect(!state.buttons.contains { $0.choice == .survey })
        state = asking()
        state.press(.character("9"), .character("1"))
        state.then(.surveyLost)
        #expect(state.visit.page == .survey(SurveySheet(step: .lost)), "the visitor is told")
        state.then(.survey(nil))
        #expect(state.draw().lines().joined().contains("没能记下") && state.choices == [.back])
        state.press(.character("1"))
        #expect(state.visit.page == .topics && !state.offersSurvey)
        state.then(.survey(Self.survey))
        #expect(state.buttons.contains { $0.choice == .survey })
        state.press(.character("9"))
        state.then(.data(Sample.example))
        #expect(state.visit.page == .survey(SurveySheet()), "new data disturb nobody")
    }

    @Test(arguments: Sample.kioskSizes)
    func everyPageIsWholeAtEverySize(_ size: Size) {
        for language in Language.allCases {
            var state = asking(size.columns, size.rows, KioskSettings(language: language))
            let words = KioskWords.in(language)
            func text() -> String { state.draw().lines().joined().filter { !$0.isWhitespace } }
            func holds(_ part: String) -> Bool { text().contains(part.filter { !$0.isWhitespace }) }
            #expect(holds("9" + words.survey) || holds("9" + words.surveyShort), "\(size)")
            state.touch(.survey)
            for paragraph in words.surveyBeginning(2) { #expect(holds(paragraph), "\(size) \(language)") }
            state.touch(.begin)
            for place in 0..<2 {
                let question = Self.survey.questions[place]
                #expect(holds(question.text[language]), "\(size) \(language)")
                for choice in question.choices { #expect(holds(choice.text[language]), "\(size) \(choice.code)") }
                let rects = state.buttons.map(\.rect)
                #expect(rects.allSatisfy { !$0.isEmpty })
                state.touch(.answer(0))
            }
            state.touch(.confirm)
            for paragraph in words.surveyThanks { #expect(holds(paragraph), "\(size)") }
            state.then(.surveyLost)
            for paragraph in words.surveyLost { #expect(holds(paragraph), "\(size)") }
        }
    }
}
