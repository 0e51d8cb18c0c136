import ArgumentParser
import Cells
import Glibc
import Indicators
import Kiosk
import Tables

/// What was answered at a kiosk.
struct SurveySummary: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case csv, json }

    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "问需于民的份数。The tallies of a kiosk's survey.",
        discussion: "只有份数，没有任何一份答卷。Tallies only; no sheet can be told from them. docs/kiosk.md")

    @Argument(help: ArgumentHelp("kiosk --survey 的文件夹。The folder of kiosk --survey.", valueName: "folder"))
    var folder: String
    @Option(name: .long, help: ArgumentHelp("格式：csv、json。Format.", valueName: "format"))
    var format: Format = .csv

    mutating func run() throws {
        let tallies: [SurveyTallies.Tally]
        do throws(SurveyFault) {
            tallies = try SurveyTallies(folder, isReadOnly: true).all()
        } catch {
            let status: ExitStatus = access(folder + "/" + SurveyTallies.name, F_OK) == 0 ? .cannotGoOn : .noSuchFile
            throw ExitStatusError(status: Refusal(status, error.text).report())
        }
        // The texts are those of the present questions; older versions have codes only.
        let survey = try? SurveyFile.read(folder).get()
        try StandardStreams.put(Self.text(tallies, survey, format))
    }

    static func text(_ tallies: [SurveyTallies.Tally], _ survey: Survey?, _ format: Format) -> String {
        let names = ["version", "question", "choice", "zh", "en", "n", "sheets"]
        let rows = ordered(tallies, survey).map { tally, text in
            [
                tally.version, tally.question, tally.choice, text.zh, text.en, "\(tally.count)", "\(tally.sheets)",
            ]
        }
        switch format {
        case .csv: return ([names] + rows).map(CSVText.line).joined()
        case .json:
            let objects = rows.map { row in
                let members = zip(names, row).map { name, cell in
                    "\"\(name)\": " + (name == "n" || name == "sheets" ? cell : StatusReport.quoted(cell))
                }
                return "{" + members.joined(separator: ", ") + "}"
            }
            return "[" + objects.joined(separator: ",\n ") + "]\n"
        }
    }

    /// In the order of the questions, choices that nobody took with 0; then those of other versions.
    private static func ordered(
        _ tallies: [SurveyTallies.Tally], _ survey: Survey?
    ) -> [(SurveyTallies.Tally, LocalizedText)] {
        let none = LocalizedText(zh: "", en: "")
        guard let survey, let first = tallies.first(where: { $0.version == survey.version }) else {
            return tallies.map { ($0, none) }
        }
        let present = survey.questions.flatMap { question in
            question.choices.map { choice in
                let tally = tallies.first {
                    $0.version == survey.version && $0.question == question.code && $0.choice == choice.code
                }
                let empty = SurveyTallies.Tally(
                    version: survey.version, question: question.code, choice: choice.code, count: 0,
                    sheets: first.sheets)
                return (tally ?? empty, choice.text)
            }
        }
        return present + tallies.filter { $0.version != survey.version }.map { ($0, none) }
    }
}
