import Indicators
import Wording

/// A fact as one line of text, for a message or a report.
package enum CopiedLine {
    /// 名称（地区） 数值（时期，状态）来源：…… For invented data the line begins by saying that they are invented.
    package static func write(_ fact: CopiedFact, _ wording: Wording) -> String {
        let words = wording.words
        let about = [fact.isOfTheWhole ? "" : fact.area, fact.kind == .computed ? words.judging.derived : ""]
        let time = [fact.period, fact.basis].filter { !$0.isEmpty }.joined(separator: " ")
        let notice = wording.catalogue.package.isFictional ? words.fictional + words.colon : ""
        let name = notice + CopiedText.piece(fact.name) + bracket(about, wording.language)
        let tail = bracket([time] + fact.remarks, wording.language)
        let statement = CopiedText.piece(fact.statement)
        let source = fact.source.isEmpty ? "" : words.source + words.colon + CopiedText.piece(fact.source)
        switch wording.language {
        case .zh:
            let joint = statement.isEmpty ? "" : fact.kind == .measure ? words.colon : " "
            return name + joint + statement + tail + source
        case .en:
            return name + (statement.isEmpty ? "" : words.colon) + statement + tail + "."
                + (source.isEmpty ? "" : " " + source)
        }
    }

    private static func bracket(_ parts: [String], _ language: Language) -> String {
        let parts = parts.filter { !$0.isEmpty }.map(CopiedText.piece)
        guard !parts.isEmpty else { return "" }
        return language == .zh ? "（" + parts.joined(separator: "，") + "）" : " (" + parts.joined(separator: ", ") + ")"
    }
}
