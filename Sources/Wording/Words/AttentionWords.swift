import Indicators

/// The words of what needs attention, in one language.
package struct AttentionWords: Sendable {
    package let title: String
    package let short: String
    package let nothing: String
    package let section: @Sendable (AttentionItem.Section) -> String
    package let kind: @Sendable (AttentionItem.Kind) -> String
    package let order: String
    package let noDepartment: String

    // How far off
    package let points: String
    package let behindBy: @Sendable (_ points: String) -> String
    package let worseBy: @Sendable (_ points: String) -> String
    package let missedBy: @Sendable (_ points: String) -> String
    package let overLimitBy: @Sendable (_ points: String) -> String
    package let missed: String
    package let shouldBeZero: String
    package let inARow: @Sendable (_ periods: Int) -> String
    package let since: @Sendable (_ time: String) -> String
    package let needed: @Sendable (_ amount: String, _ isYear: Bool) -> String
    package let allowed: @Sendable (_ amount: String, _ isYear: Bool) -> String
    package let soFar: @Sendable (_ amount: String) -> String
    package let computed: String
    package let noFigure: String
    package let owed: String

    // Contradictions and changes
    package let statesInstead: @Sendable (_ source: String, _ value: String) -> String
    package let differsBy: @Sendable (_ amount: String) -> String
    package let formerly: @Sendable (_ value: String) -> String
    package let removed: String
    package let nothingBefore: String

    // Follow-ups and notes
    package let followUp: String
    package let asked: @Sendable (_ day: String, _ who: String, _ question: String) -> String
    package let due: @Sendable (_ day: String) -> String
    package let notAnswered: String
    package let overdue: String
    package let answered: @Sendable (_ day: String, _ answer: String) -> String
    package let closed: String
    package let closedWhileBad: String
    package let thenAndNow: @Sendable (_ before: String, _ now: String) -> String
    package let note: String
    package let signed: @Sendable (_ who: String, _ day: String) -> String

    // The screen
    package let keyAttention: String
    package let keyAttentionSentence: String
    package let keyUnit: String
    package let keyUnitSentence: String
    package let keyByArea: String
    package let keyByAreaSentence: String
    package let all: @Sendable (_ count: Int, _ bad: Int) -> String
    package let target: String
    package let gap: String
    package let keyNeeded: String
    package let keySince: String
    package let answeredShort: String
    /// Before how many areas are behind, in a table.
    package let inAreas: String
    /// How many items of areas a page does not name, and how many of them are bad.
    package let further: @Sendable (_ count: Int, _ bad: Int) -> String

    package static func `in`(_ language: Language) -> AttentionWords { language == .zh ? chinese : english }

    package static let chinese = AttentionWords(
        title: "需要关注", short: "关注", nothing: "没有需要关注的",
        section: {
            switch $0 {
            case .behind: "落后与打破"
            case .overdue: "督办逾期"
            case .unreported: "未报"
            case .contradicted: "来源不一致"
            case .changed: "修订与变动"
            }
        },
        kind: {
            switch $0 {
            case .broken: "已打破"
            case .behind: "落后"
            case .overdue: "逾期"
            case .unreported: "未报"
            case .contradicted: "不一致"
            case .revised: "修订"
            case .changed: "变动"
            }
        },
        order: "排序：先打破与落后（差距大者在前），再督办逾期（限期早者在前），再未报（拖得久者在前），再不一致、修订与变动；同列时全市在前。",
        noDepartment: "责任单位未载",
        points: "点", behindBy: { "落后序时 \($0) 个百分点" }, worseBy: { "差于序时 \($0) 个百分点" },
        missedBy: { "未完成，差 \($0) 个百分点" }, overLimitBy: { "超出限额 \($0)%" }, missed: "未达标", shouldBeZero: "应为零",
        inARow: { "已连续 \($0) 期" }, since: { "自\($0)起" },
        needed: { $1 ? "到年底还需每月 \($0)" : "到期末还需每月 \($0)" },
        allowed: { $1 ? "到年底每月不超过 \($0)" : "到期末每月不超过 \($0)" }, soFar: { "至今平均每月 \($0)" }, computed: "推算",
        noFigure: "来源没有给出完成数", owed: "未报",
        statesInstead: { "\($0)记为 \($1)" }, differsBy: { "相差 \($0)" }, formerly: { "原为 \($0)" }, removed: "已删去",
        nothingBefore: "没有数",
        followUp: "督办", asked: { "\($0)\($1)问：“\($2)”" }, due: { "限\($0)前答复" }, notAnswered: "尚未答复", overdue: "已逾期",
        answered: { "\($0)答复：“\($1)”" }, closed: "已办结", closedWhileBad: "已办结，而数字仍不好",
        thenAndNow: { "当时 \($0)，现在 \($1)" }, note: "说明", signed: { "\($0) \($1)" },
        keyAttention: "关注", keyAttentionSentence: "打开关注清单：落后、打破、逾期、未报、不一致与变动，最重在前", keyUnit: "责任单位",
        keyUnitSentence: "按责任单位排列；再按一次回到按种类", keyByArea: "地区", keyByAreaSentence: "按地区排列；再按一次回到按种类",
        all: { ($1 > 0 ? "不好 \($1)，共 \($0) 条" : "共 \($0) 条") + " · 最重在前" }, target: "目标", gap: "差距",
        keyNeeded: "还需每月", keySince: "自何时", answeredShort: "已答复", inAreas: "县区",
        further: { "各地另有 \($0) 项" + ($1 > 0 ? "，其中 \($1) 项不好" : "") + "，这里没有列出。" })

    package static let english = AttentionWords(
        title: "Needs attention", short: "Attention", nothing: "Nothing needs attention",
        section: {
            switch $0 {
            case .behind: "Broken and behind"
            case .overdue: "Answers overdue"
            case .unreported: "Not reported"
            case .contradicted: "Sources disagree"
            case .changed: "Revised and changed"
            }
        },
        kind: {
            switch $0 {
            case .broken: "broken"
            case .behind: "behind"
            case .overdue: "overdue"
            case .unreported: "not reported"
            case .contradicted: "sources disagree"
            case .revised: "revised"
            case .changed: "changed"
            }
        },
        order:
            "Order: broken and behind (the largest gap first), answers overdue (the earliest due first), not reported "
            + "(the longest first), disagreements, revisions and changes; the whole before its areas.",
        noDepartment: "no department stated",
        points: "pts", behindBy: { "\($0) points behind pace" }, worseBy: { "\($0) points worse than pace" },
        missedBy: { "not fulfilled, \($0) points short" }, overLimitBy: { "\($0)% over the limit" }, missed: "missed",
        shouldBeZero: "should be zero",
        inARow: { "\($0) periods in a row" }, since: { "since \($0)" },
        needed: { $1 ? "needs \($0) a month to the end of the year" : "needs \($0) a month to the end" },
        allowed: { $1 ? "at most \($0) a month to the end of the year" : "at most \($0) a month to the end" },
        soFar: { "\($0) a month so far" }, computed: "computed", noFigure: "the source gives no figure of fulfilment",
        owed: "not reported",
        statesInstead: { "\($0) states \($1)" }, differsBy: { "\($0) apart" }, formerly: { "formerly \($0)" },
        removed: "removed", nothingBefore: "no value",
        followUp: "Follow-up", asked: { "\($0), \($1) asked: “\($2)”" }, due: { "answer due by \($0)" },
        notAnswered: "not answered yet", overdue: "overdue", answered: { "answered on \($0): “\($1)”" },
        closed: "closed",
        closedWhileBad: "closed, yet the figure is still bad", thenAndNow: { "then \($0), now \($1)" }, note: "Note",
        signed: { "\($0), \($1)" },
        keyAttention: "Attention",
        keyAttentionSentence: "Open the list of what is behind, broken, overdue, unreported, contradicted or changed",
        keyUnit: "By office", keyUnitSentence: "Put together by department; again by kind", keyByArea: "Areas",
        keyByAreaSentence: "Put together by area; again by kind",
        all: { ($1 > 0 ? "\($1) bad, \($0) in all" : "\($0) in all") + " · worst first" },
        target: "Target", gap: "Gap", keyNeeded: "Need/month", keySince: "Since", answeredShort: "answered",
        inAreas: "areas ",
        further: {
            "\($0) more of areas\($1 > 0 ? ", of which \($1) bad," : "") \($0 == 1 ? "is" : "are") not named here."
        })
}

extension Words {
    /// The words of what needs attention.
    package var attention: AttentionWords { AttentionWords.in(language) }
}
