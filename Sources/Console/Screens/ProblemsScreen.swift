import Cells
import Wording

/// The problems of new data that were refused, or of a table that is shown without its wrong rows: position, what was
/// found, what was expected, what to do.
struct ProblemsScreen: TextScreen {
    let ink: Ink
    var name: String? { words.live.problems }
    var fileName: String { "problems" }
    var showsFigures: Bool { false }
    var nearest: Screen? { state.problems.isEmpty ? nil : .problems }

    func lines(columns: Int) -> [StyledLine] {
        let detail = DetailLines(ink: ink, columns: columns), words = ink.words.live, problems = ink.state.problems
        guard !problems.isEmpty else { return detail.wrapped(words.noProblems, .text) }
        var lines = detail.wrapped(
            words.head(of: problems, areOfShownData: ink.state.problemsAreOfShownData), .text)
        for problem in problems {
            lines.append([])
            lines += detail.wrapped(problem.location, .accent)
            let field = problem.field.isEmpty ? "" : problem.field + ink.words.colon
            lines += detail.wrapped(field + problem.message[ink.language], .value)
            for (label, text) in ProblemText.parts(problem, ink.language, words) {
                lines += entry(label, text, columns)
            }
        }
        return lines
    }

    private func entry(_ label: String, _ text: String, _ columns: Int) -> [StyledLine] {
        let width = ink.language == .zh ? 8 : 12
        guard columns >= 3 * width else {
            return TextLayout.wrap(label + ink.words.colon + text, to: max(2, columns)).map { [ink.run($0, .text)] }
        }
        return TextLayout.wrap(text, to: columns - width).enumerated().map { index, line in
            [ink.run(TextLayout.pad(index == 0 ? "  " + label : "", to: width), .heading), ink.run(line, .text)]
        }
    }
}
