import Cells
import Indicators
import Kiosk
import Tables

/// Reads survey.csv: a row for each question, below it a row for each of its choices.
enum SurveyFile {
    static let name = "survey.csv"
    private static let columns = ["question", "kind", "choice", "zh", "en"]
    private static let mostBytes = 1 << 16

    /// - Returns: the survey, or what is wrong with the file.
    static func read(_ folder: String) -> Result<Survey, SurveyFault> {
        guard let bytes = Files.contents(of: folder + "/" + name, atMost: mostBytes), bytes.count < mostBytes else {
            return .failure(
                SurveyFault(
                    zh: "读不到 \(folder.harmless())/\(name)", en: "cannot read \(folder.harmless())/\(name)"))
        }
        return parse(bytes)
    }

    static func parse(_ bytes: [UInt8]) -> Result<Survey, SurveyFault> {
        let table = CSVText(bytes)
        do throws(SurveyFault) {
            guard let head = table.records.first, head.map(table.text) == columns else {
                throw fault(
                    1, "第一行应是 \(columns.joined(separator: ","))",
                    "the first row is to be \(columns.joined(separator: ","))")
            }
            var questions: [Survey.Question] = [], lines: [Int] = []
            for (record, line) in zip(table.records, table.lines).dropFirst() where record.count > 1 {
                try add(record.map { table.text($0).harmless() }, line, to: &questions)
                if questions.count > lines.count { lines.append(line) }
            }
            guard (1...Survey.mostQuestions).contains(questions.count) else {
                throw fault(
                    1, "要有 1—\(Survey.mostQuestions) 个问题，现有 \(questions.count) 个",
                    "1 to \(Survey.mostQuestions) questions are needed, there are \(questions.count)")
            }
            if let index = questions.firstIndex(where: { $0.choices.count < 2 }) {
                let bare = questions[index]
                throw fault(
                    lines[index], "问题 \(bare.code) 至少要有两个选项", "question \(bare.code) needs two choices")
            }
            return .success(Survey(version: version(bytes), questions: questions))
        } catch { return .failure(error) }
    }

    private static func add(_ cells: [String], _ line: Int, to questions: inout [Survey.Question]) throws(SurveyFault) {
        guard cells.count == columns.count else {
            throw fault(line, "应有 5 格，实有 \(cells.count) 格", "5 cells are expected, \(cells.count) found")
        }
        let code = cells[0], choice = cells[2], text = LocalizedText(zh: cells[3], en: cells[4])
        let widest = choice.isEmpty ? Survey.widestQuestion : Survey.widestChoice
        guard !code.isEmpty, !cells[3].isEmpty, !cells[4].isEmpty else {
            throw fault(line, "question、zh、en 不能空", "question, zh and en must not be empty")
        }
        if let wrong = [code, choice].first(where: { !$0.isEmpty && !isCode($0) }) {
            throw fault(
                line, "代码 \(wrong) 只能是小写字母和数字，可用单个连字符连接",
                "the code \(wrong) is to be small letters and digits, joined by single hyphens")
        }
        guard max(DisplayWidth.of(cells[3]), DisplayWidth.of(cells[4])) <= widest else {
            throw fault(
                line, "太长：最多 \(widest / 2) 个汉字、\(widest) 个字母",
                "too long: at most \(widest / 2) Chinese characters, \(widest) letters")
        }
        if choice.isEmpty {
            let kinds: [String: (Survey.Kind, [Survey.Choice])] = [
                "one": (.one, []), "several": (.several, []), "grades": (.one, Survey.grades),
            ]
            guard let kind = kinds[cells[1]] else {
                throw fault(line, "kind 应是 one、several 或 grades", "kind is to be one, several or grades")
            }
            guard !questions.contains(where: { $0.code == code }) else {
                throw fault(line, "问题 \(code) 写了两次", "question \(code) stands twice")
            }
            questions.append(Survey.Question(code: code, text: text, kind: kind.0, choices: kind.1))
            return
        }
        guard let last = questions.indices.last, questions[last].code == code else {
            throw fault(line, "选项要写在它的问题下面", "a choice stands below its question")
        }
        guard questions[last].choices.count < Survey.mostChoices,
            !questions[last].choices.contains(where: { $0.code == choice })
        else {
            throw fault(
                line, "一个问题最多 \(Survey.mostChoices) 个不同的选项",
                "a question has at most \(Survey.mostChoices) different choices")
        }
        questions[last].choices.append(Survey.Choice(code: choice, text: text))
    }

    /// The code of an indicator is made of two of these with two hyphens between, so neither has two in a row or one
    /// at the end.
    private static func isCode(_ text: String) -> Bool {
        References.isWellFormed(text) && text.last != "-" && text.firstRange(of: "--") == nil
    }

    private static func fault(_ line: Int, _ zh: String, _ en: String) -> SurveyFault {
        SurveyFault(zh: "\(name) 第 \(line) 行：\(zh)", en: "\(name) line \(line): \(en)")
    }

    /// FNV-1a of the file, in 16 digits: nobody forges it, it only has to change with the questions.
    private static func version(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Why there is no survey.
struct SurveyFault: Error, Hashable {
    let text: LocalizedText
    init(zh: String, en: String) { text = LocalizedText(zh: zh, en: en) }
}
