import Indicators
import Kiosk

/// What one kiosk counted on one day, of one version of the questions.
struct SurveyCount: Hashable {
    /// What a tally is of.
    struct Mark: Hashable {
        var question, choice: String
    }

    var version: String
    /// YYYY-MM-DD.
    var day: String
    var sheets: Int
    var marks: [Mark: Int]
}

/// The tallies of many days and kiosks, added up.
enum SurveyTotal {
    /// The days of a period; nil for all.
    static func inside(_ counts: [SurveyCount], _ period: Period?) -> [SurveyCount] {
        guard let period else { return counts }
        return counts.filter { ($0.day >= period.start.text) && ($0.day <= period.end.text) }
    }

    /// Of each choice that was taken, how often in all, in the order of their codes.
    static func tallies(_ counts: [SurveyCount]) -> [SurveyTallies.Tally] {
        var sheets: [String: Int] = [:], marks: [String: [SurveyCount.Mark: Int]] = [:]
        for count in counts {
            sheets[count.version, default: 0] += count.sheets
            marks[count.version, default: [:]].merge(count.marks, uniquingKeysWith: +)
        }
        return marks.flatMap { version, marks in
            marks.map { mark, number in
                SurveyTallies.Tally(
                    version: version, question: mark.question, choice: mark.choice, count: number,
                    sheets: sheets[version] ?? 0)
            }
        }.sorted { ($0.version, $0.question, $0.choice) < ($1.version, $1.question, $1.choice) }
    }

    /// What cannot be in the tallies of whole sheets. A file that was copied while a sheet was being kept is found so.
    static func fault(_ counts: [SurveyCount], of survey: Survey) -> LocalizedText? {
        let known = Set(
            survey.questions.flatMap { question in
                question.choices.map { SurveyCount.Mark(question: question.code, choice: $0.code) }
            })
        for count in counts where count.version == survey.version {
            if let mark = count.marks.keys.first(where: { !known.contains($0) }) {
                return LocalizedText(
                    zh: "\(count.day) 有问卷里没有的选项 \(mark.question) \(mark.choice)",
                    en: "\(count.day) has \(mark.question) \(mark.choice), which is not in the questions")
            }
            for question in survey.questions {
                let taken = question.choices.map {
                    count.marks[SurveyCount.Mark(question: question.code, choice: $0.code)] ?? 0
                }
                let most = question.kind == .one ? taken.reduce(0, +) : taken.max() ?? 0
                if question.kind == .one ? most != count.sheets : most > count.sheets {
                    return LocalizedText(
                        zh: "\(count.day) 有 \(count.sheets) 份，问题 \(question.code) 却有 \(most) 个回答",
                        en: "\(count.day) has \(count.sheets) sheets but \(most) answers to question \(question.code)")
                }
            }
        }
        return nil
    }
}
