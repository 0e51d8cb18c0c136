import Indicators

/// A problem of the data in words.
package enum ProblemText {
    /// What was found, what was expected and what to do, each with its label; what a problem does not say is left out.
    package static func parts(_ problem: DataProblem, _ language: Language, _ words: LiveWords) -> [(String, String)] {
        [
            (words.found, problem.found), (words.expected, problem.expected[language]),
            (words.mend, problem.mend[language]),
        ].filter { !$0.1.isEmpty }
    }
}
