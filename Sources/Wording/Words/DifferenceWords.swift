import Indicators

/// The words about what differs between two versions of the data, in one language.
package struct DifferenceWords: Sendable {
    package let none: String
    package let added: String
    package let removed: String
    package let changed: String
    package let otherTables: String
    /// How many figures were added, removed, changed, are suspicious, and how many of the added are not filled in.
    package let summary:
        @Sendable (_ added: Int, _ removed: Int, _ changed: Int, _ suspicious: Int, _ unfilled: Int) -> String
    /// Stands before a reason for suspicion.
    package let look: String
    package let cellsOnly: String
    /// Stands for so many differences that are not shown, with the command that shows them.
    package let more: @Sendable (Int, _ command: String) -> String

    package static func `in`(_ language: Language) -> DifferenceWords { language == .zh ? chinese : english }

    package static let chinese = DifferenceWords(
        none: "两套数据没有不同", added: "新增", removed: "删去", changed: "改动", otherTables: "其他各表",
        summary: {
            let unfilled = $4 > 0 ? "（其中 \($4) 行未填）" : ""
            return "数据：新增 \($0)\(unfilled)，删去 \($1)，改动 \($2)；可疑 \($3)"
        },
        look: "可疑", cellsOnly: "只改了", more: { "……还有 \($0) 处，\($1) 可看全部" })

    package static let english = DifferenceWords(
        none: "The two data sets do not differ", added: "added", removed: "removed", changed: "changed",
        otherTables: "Other tables",
        summary: {
            let unfilled = $4 > 0 ? " (\($4) not filled in)" : ""
            return "Figures: \($0) added\(unfilled), \($1) removed, \($2) changed; \($3) suspicious"
        },
        look: "Look", cellsOnly: "only", more: { "… and \($0) more; \($1) shows all" })
}
