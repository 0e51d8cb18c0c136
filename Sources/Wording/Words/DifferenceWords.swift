import Indicators

/// The words about what differs between two versions of the data, in one language.
package struct DifferenceWords: Sendable {
    package let none: String
    package let added: String
    package let removed: String
    package let changed: String
    package let otherTables: String
    package let mapOrPackage: String
    /// How many figures were added, removed, changed, are suspicious.
    package let summary: @Sendable (_ added: Int, _ removed: Int, _ changed: Int, _ suspicious: Int) -> String
    package let suspicion: @Sendable (Suspicion) -> String
    /// Stands before a reason for suspicion.
    package let look: String
    package let cellsOnly: String
    /// Stands for so many differences that are not shown.
    package let more: @Sendable (Int) -> String

    package static func `in`(_ language: Language) -> DifferenceWords { language == .zh ? chinese : english }

    package static let chinese = DifferenceWords(
        none: "两套数据没有不同", added: "新增", removed: "删去", changed: "改动", otherTables: "其他各表",
        mapOrPackage: "地图或 datapackage.json 有改动",
        summary: { "数据：新增 \($0)，删去 \($1)，改动 \($2)；可疑 \($3)" },
        suspicion: { suspicion in
            switch suspicion {
            case .tenfold: "与原数相差十倍以上，看看位数、万与单位"
            case .tenfoldOnYear: "与上年同期相差十倍以上，看看位数、万与单位"
            case .half: "与原数相差一半以上"
            case .sign: "正负号变了"
            case .gone: "原来有数，现在没有"
            case .removed: "原来有这一行，现在没有"
            case .falls: "累计数比上一期还小"
            case .same: "与上一期完全相同，是不是还没有填"
            case .less: "原来是确定的数，现在成了初步、估计或预计"
            case .aboveHundred: "超过 100%"
            case .brokenZero: "零目标被打破"
            }
        }, look: "可疑", cellsOnly: "只改了", more: { "……还有 \($0) 处，minsheng diff 可看全部" })

    package static let english = DifferenceWords(
        none: "The two data sets do not differ", added: "added", removed: "removed", changed: "changed",
        otherTables: "Other tables",
        mapOrPackage: "the map or datapackage.json differs",
        summary: { "Figures: \($0) added, \($1) removed, \($2) changed; \($3) suspicious" },
        suspicion: { suspicion in
            switch suspicion {
            case .tenfold: "ten times as large or small as before: check digits, 万 and unit"
            case .tenfoldOnYear: "ten times as large or small as a year before: check digits, 万 and unit"
            case .half: "more than half of the former value off"
            case .sign: "the sign has changed"
            case .gone: "there was a value, now there is none"
            case .removed: "there was such a row, now there is none"
            case .falls: "a running total below that of the period before"
            case .same: "exactly the value of the period before: perhaps not yet filled in"
            case .less: "was final, is now provisional, estimated or a forecast"
            case .aboveHundred: "above 100%"
            case .brokenZero: "a zero-goal is broken"
            }
        }, look: "Look", cellsOnly: "only", more: { "… and \($0) more; minsheng diff shows all" })
}
