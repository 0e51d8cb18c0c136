import Indicators

/// The questions of a survey. They are shown one at a time; only whole sheets are kept.
public struct Survey: Hashable, Sendable {
    /// How many choices of a question are taken.
    public enum Kind: Hashable, Sendable { case one, several }

    /// An answer that can be given.
    public struct Choice: Hashable, Sendable {
        /// The key in the tallies.
        public var code: String
        /// The text on the screen.
        public var text: LocalizedText

        /// Puts a choice together.
        public init(code: String, text: LocalizedText) {
            self.code = code
            self.text = text
        }
    }

    /// A question with its choices, at most five.
    public struct Question: Hashable, Sendable {
        /// The key in the tallies.
        public var code: String
        /// The text on the screen.
        public var text: LocalizedText
        /// How many choices are taken.
        public var kind: Kind
        /// In the order of the screen.
        public var choices: [Choice]

        /// Puts a question together.
        public init(code: String, text: LocalizedText, kind: Kind, choices: [Choice]) {
            self.code = code
            self.text = text
            self.kind = kind
            self.choices = choices
        }
    }

    /// A hash of the questions. Answers are counted by it, so that those to other questions are counted apart.
    public var version: String
    /// In the order of the screens.
    public var questions: [Question]

    /// The largest number of questions: a visitor on foot does not answer more.
    public static let mostQuestions = 10
    /// The largest number of choices of a question: a list has six rows, and one of them goes on.
    public static let mostChoices = 5
    /// The largest widths in columns. A question has two rows of the smallest screen, a choice one row beside its
    /// number and mark.
    public static let widestQuestion = 64, widestChoice = 32

    /// Puts a survey together.
    public init(version: String, questions: [Question]) {
        self.version = version
        self.questions = questions
    }

    /// The five grades of 好差评, the rating that service windows ask for.
    public static let grades = [
        Choice(code: "5", text: LocalizedText(zh: "非常满意", en: "Very satisfied")),
        Choice(code: "4", text: LocalizedText(zh: "满意", en: "Satisfied")),
        Choice(code: "3", text: LocalizedText(zh: "基本满意", en: "Mostly satisfied")),
        Choice(code: "2", text: LocalizedText(zh: "不满意", en: "Not satisfied")),
        Choice(code: "1", text: LocalizedText(zh: "非常不满意", en: "Not satisfied at all")),
    ]
}

/// A whole sheet: the choices that were taken, of all questions. It holds neither a person nor a time.
public struct SurveyAnswers: Hashable, Sendable {
    /// The version of the questions.
    public var version: String
    /// Of every question in turn, the codes of question and choice.
    public var marks: [Mark]

    /// A choice that was taken.
    public struct Mark: Hashable, Sendable {
        /// The code of the question.
        public var question: String
        /// The code of the choice.
        public var choice: String
    }
}

/// A sheet while it is filled in. It is lost when the visitor leaves.
struct SurveySheet: Hashable, Sendable {
    /// Where the visitor is.
    enum Step: Hashable, Sendable {
        /// The first page, which says what is kept of the answers.
        case beginning
        case question(Int)
        case thanks
        /// The whole sheet could not be kept.
        case lost
    }

    var step = Step.beginning
    /// For each answered question, the indices of the choices that were taken.
    var answers: [[Int]] = []
    /// The indices of the choices marked on the open question, where several can be taken.
    var marked: Set<Int> = []

    /// The open question.
    func question(of survey: Survey) -> Survey.Question? {
        guard case .question(let index) = step, survey.questions.indices.contains(index) else { return nil }
        return survey.questions[index]
    }

    /// Takes the answer to the open question.
    ///
    /// - Returns: the whole sheet after the last question.
    mutating func answer(_ chosen: [Int], _ survey: Survey) -> SurveyAnswers? {
        guard case .question(let index) = step else { return nil }
        answers.append(chosen)
        marked = []
        guard index + 1 == survey.questions.count else {
            step = .question(index + 1)
            return nil
        }
        step = .thanks
        let marks = zip(survey.questions, answers).flatMap { question, chosen in
            chosen.map { SurveyAnswers.Mark(question: question.code, choice: question.choices[$0].code) }
        }
        answers = []
        return SurveyAnswers(version: survey.version, marks: marks)
    }

    /// One question back; its answer is taken back.
    ///
    /// - Returns: whether the survey is left.
    mutating func goBack() -> Bool {
        marked = []
        switch step {
        case .beginning, .thanks, .lost: return true
        case .question(0): step = .beginning
        case .question(let index):
            step = .question(index - 1)
            answers.removeLast()
        }
        return false
    }
}
