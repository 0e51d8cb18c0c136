import ArgumentParser
import Cells
import Indicators
import Kiosk
import Tables

/// What was answered at the kiosks.
struct SurveySummary: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case csv, json }

    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "问需于民的份数；可记入数据文件夹。The tallies of kiosks' surveys; into tables.",
        discussion: """
            minsheng survey 文件夹…                                列出份数，几台的相加
            minsheng survey 文件夹… --into 数据文件夹 --period 2026-11   记成指标：份数、各选项及其占比
            只有份数，没有任何一份答卷。Tallies only, of several kiosks added up; no sheet can be told from them. \
            --into writes them as indicators: sheets, choices and their shares. docs/kiosk.md
            """)

    @Argument(help: ArgumentHelp("各台 kiosk --survey 的文件夹。The folders of kiosk --survey.", valueName: "folder"))
    var folders: [String]
    @Option(name: .long, help: ArgumentHelp("格式：csv、json。Format.", valueName: "format"))
    var format: Format = .csv
    @Option(
        name: .long,
        help: ArgumentHelp("只数这一时期的，例如 2026-11。Only the days of this period.", valueName: "period"))
    var period: Period?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "记入这个数据文件夹，旧文件留作 .bak。Into this folder of tables; old files kept as .bak.", valueName: "tables"))
    var into: String?

    mutating func run() throws {
        let kiosks = try SurveyFolders.read(folders, period).refusing()
        if let into { return try SurveyImport(kiosks: kiosks, period: period).run(into) }
        // The texts are those of the present questions; older versions have codes only.
        let tallies = SurveyTotal.tallies(kiosks.counts.flatMap { $0 })
        try StandardStreams.put(Self.text(tallies, kiosks.survey, format))
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
                    "\"\(name)\": " + (name == "n" || name == "sheets" ? cell : JSONText.quoted(cell))
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
