import Indicators

/// The words of the briefing, in one language.
struct BriefingWords: Sendable {
    let title: @Sendable (_ city: String, _ topic: String?) -> String
    let standing:
        @Sendable (_ judged: Int, _ all: Int, _ good: Int, _ between: Int, _ bad: Int, _ unknown: Int)
            -> String
    let version: String
    let pause: String
    let stop: String
    let end: String
    let states: @Sendable (_ name: String, _ value: String) -> String
    let inside: @Sendable (_ area: String) -> String
    let bracketed: @Sendable (_ text: String) -> String
    let completion: @Sendable (_ word: String, _ completion: String, _ elapsed: String) -> String
    let target: @Sendable (_ promise: String) -> String
    let same: @Sendable (_ number: Int) -> String
    /// Stands in the table where there is nothing to say.
    let nothing: String

    // The one page
    let onePage: String
    let topics: String
    let topic: String
    /// How many follow-ups there are, are open, overdue, and closed while their figure is still bad.
    let asked: @Sendable (_ all: Int, _ open: Int, _ overdue: Int, _ stillBad: Int) -> String
    /// Rows that there was no room for.
    let left: @Sendable (Int) -> String
    let moreSources: @Sendable (Int) -> String

    // Columns and headings
    let pace: String
    let change: String
    let note: String
    let areas: String
    let computed: String
    let measures: String
    let definitions: String
    let departments: String
    let notes: String
    let methods: String

    // Methods
    let provisional: String
    let forecast: String
    let revised: String
    let breaks: String
    let absences: String
    let rounding: String
    let definition: String
    let noTarget: String

    static func `in`(_ language: Language) -> BriefingWords { language == .zh ? chinese : english }

    static let chinese = BriefingWords(
        title: { $0 + "民生简报" + ($1.map { "：" + $0 } ?? "") },
        standing: {
            "可评 \($0) 项，共 \($1) 项：超序时、达标或保持为零 \($2) 项，合序时或未到期 \($3) 项，落后、未达标或已打破 \($4) 项"
                + ($5 > 0 ? "，未知 \($5) 项" : "")
        },
        version: "数据版本", pause: "，", stop: "；", end: "。", states: { $0 + $1 }, inside: { "（\($0)）" },
        bracketed: { "（\($0)）" },
        completion: { "\($0) \($1)，时间进度 \($2)" }, target: { "目标 \($0)" }, same: { "同 [\($0)]" }, nothing: "—",
        onePage: "一页纸", topics: "各专题", topic: "专题",
        asked: { all, open, overdue, stillBad in
            "督办 \(all) 件："
                + [
                    open == 0 ? "都已答复" : "\(open) 件尚未答复", overdue > 0 ? "其中 \(overdue) 件逾期" : "",
                    stillBad > 0 ? "\(stillBad) 件已办结而数字仍不好" : "",
                ].filter { !$0.isEmpty }.joined(separator: "，") + "。"
        },
        left: { "另有 \($0) 项，见关注清单。" }, moreSources: { "另有 \($0) 份来源，见完整简报：minsheng report" },
        pace: "序时与目标", change: "同比", note: "出处", areas: "各县区", computed: "推算", measures: "举措", definitions: "口径与说明",
        departments: "责任单位",
        notes: "出处", methods: "编制说明",
        provisional: "标“初步”的是初步统计数，以后可能修订。", forecast: "标“预计”“估计”的不是已完成的数。", revised: "标“修订”“更正”的，原值与原因见口径与说明。",
        breaks: "标“口径变化”的与以前各期不可直接比较。", absences: "未报、不适用、保密、未采集各有所指，都不是零。",
        rounding: "数值照来源原样，不另作四舍五入；推算的数按所示位数四舍五入，由未舍入的数算出，因此分项之和与合计、差值与所示两数之差可能略有出入。",
        definition: "口径以各指标的说明为准；时期不同的数不作比较。", noTarget: "“—”表示来源没有给出目标，不作评价；或没有上年同期的数，不作同比。")

    static let english = BriefingWords(
        title: { $0 + " livelihood briefing" + ($1.map { ": " + $0 } ?? "") },
        standing: {
            "\($0) of \($1) indicators can be judged: \($2) ahead, reached or kept at zero; \($3) on pace or not "
                + "yet due; \($4) behind, missed or broken" + ($5 > 0 ? "; \($5) unknown" : "")
        },
        version: "Data version", pause: ", ", stop: "; ", end: ".", states: { $0 + " " + $1 }, inside: { " (\($0))" },
        bracketed: { " (\($0))" },
        completion: { "\($0.lowercased()) \($1), time gone \($2)" }, target: { "target \($0)" }, same: { "as [\($0)]" },
        nothing: "—",
        onePage: "one page", topics: "By topic", topic: "Topic",
        asked: { all, open, overdue, stillBad in
            (all == 1 ? "1 follow-up: " : "\(all) follow-ups: ")
                + [
                    open == 0 ? "all answered" : "\(open) not answered yet",
                    overdue > 0 ? "\(overdue) of them overdue" : "",
                    stillBad > 0 ? "\(stillBad) closed while the figure is still bad" : "",
                ].filter { !$0.isEmpty }.joined(separator: ", ") + "."
        },
        left: { "\($0) more: see the list of what needs attention." },
        moreSources: { "\($0) more sources in the full briefing: minsheng report" },
        pace: "Pace and target", change: "On a year", note: "Note", areas: "Districts", computed: "Computed",
        measures: "Measures",
        definitions: "Definitions and remarks", departments: "Responsible", notes: "Sources",
        methods: "How this was made",
        provisional: "Provisional figures may be revised later.",
        forecast: "Forecast and estimated figures are not of what has been done.",
        revised: "Of revised and corrected figures the former value and the reason stand among the remarks.",
        breaks: "Figures with a break in the series cannot be compared with earlier ones directly.",
        absences:
            "Not reported, not applicable, suppressed and not collected are different things, and none of them is "
            + "zero.",
        rounding:
            "Values stand as in their sources and are not rounded; computed figures are rounded to the digits shown "
            + "from what is not rounded, so that parts may miss their total by a little.",
        definition: "What is counted is said with each indicator; figures of unlike periods are not compared.",
        noTarget:
            "“—” means that the source states no target and nothing is judged, or that there is no figure of a year "
            + "earlier."
    )
}
