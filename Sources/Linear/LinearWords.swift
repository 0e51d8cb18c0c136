import Indicators

/// The words of linear mode, in one language.
struct LinearWords: Sendable {
    /// Separates the parts of a fact with a pause in speech.
    let pause: String
    let rises: String
    let falls: String
    let code: String
    let noteOfTarget: String
    let originOfTarget: String
    let noteOfSource: String
    let allAreas: String
    let judged: @Sendable (_ judged: Int, _ all: Int) -> String
    let items: @Sendable (_ count: Int) -> String
    /// Above the figures of an indicator: how many, and whether they are opened by area.
    let figures: @Sendable (_ count: Int, _ byArea: Bool) -> String
    /// Which part of the choices this is, of several.
    let part: @Sendable (_ number: Int, _ count: Int) -> String
    /// Under the overview.
    let welcome: String
    /// What may be typed, with so many choices, after an input that means nothing.
    let possible: @Sendable (_ choices: Int) -> String
    let noMore: String
    let sourceOfWhat: String
    /// What can be typed, one a line.
    let help: [String]

    static func `in`(_ language: Language) -> LinearWords { language == .zh ? chinese : english }
}

extension LinearWords {
    static let chinese = LinearWords(
        pause: "，", rises: "上升", falls: "下降", code: "代码", noteOfTarget: "目标说明", originOfTarget: "目标出处",
        noteOfSource: "来源说明",
        allAreas: "各期各地", judged: { "可评 \($0) 项，共 \($1) 项指标" }, items: { "\($0) 项" },
        figures: { "各期数据：\($0) 项" + ($1 ? "，按地区打开，所列为最新一期" : "") },
        part: { "第 \($0) 页，共 \($1) 页。m 下一页" }, welcome: "输入编号打开，/ 加文字搜索，? 帮助，q 退出",
        possible: { choices in
            let numbers = choices == 0 ? "" : choices == 1 ? "1 打开，" : "1 到 \(choices) 打开，"
            let more = choices > LinearDialogue.mostChoices ? "m 下一页，" : ""
            return "可以输入：\(numbers)0 返回，\(more)/ 加文字搜索，s 来源，? 帮助，L English，q 退出"
        },
        noMore: "本页已全部读出，没有下一页", sourceOfWhat: "是哪一项的来源？请输入 s 和编号，例如 s1",
        help: [
            "每次输入一行，按回车键。", "编号：打开这一项；编号在各页连续，哪一页的都可以输入。", "0 或空行：返回上一步；在总览重读总览。", "m：下一页；最后一页之后回到第一页。",
            "/ 加文字：搜索指标、地区、专题与举措，例如 /就业。", "s：本页数据的来源；s 加编号，例如 s1：该项的来源。", "r：重新读取数据。", "e：没有采用的新数据有哪些问题。",
            "L：English。", "?：本页。", "q 或 Ctrl-D：退出。",
        ])

    static let english = LinearWords(
        pause: ", ", rises: "up", falls: "down", code: "Code", noteOfTarget: "Note on the target",
        originOfTarget: "Source of the target",
        noteOfSource: "Note on the source", allAreas: "All areas and periods",
        judged: { "Judged: \($0) of \($1) indicators" },
        items: { $0 == 1 ? "1 item" : "\($0) items" },
        figures: {
            ($0 == 1 ? "On record: 1 figure" : "On record: \($0) figures")
                + ($1 ? ", to be opened by area; the newest of each is shown" : "")
        },
        part: { "Page \($0) of \($1). m for the next page" },
        welcome: "Type a number to open, / and words to search, ? for help, q to quit",
        possible: { choices in
            let numbers = choices == 0 ? "" : choices == 1 ? "1 to open, " : "1 to \(choices) to open, "
            let more = choices > LinearDialogue.mostChoices ? "m for the next page, " : ""
            return
                "You can type: \(numbers)0 to go back, \(more)/ and words to search, s for the source, ? for help, "
                + "L for 中文, q to quit"
        },
        noMore: "All of this page has been read, there is no next page",
        sourceOfWhat: "The source of which one? Type s and its number, for example s1",
        help: [
            "Type a line and press Enter.",
            "A number: opens it; numbers go on from page to page, and any of them is taken.",
            "0 or an empty line: one step back; on the overview it is read again.",
            "m: the next page; after the last one the first.",
            "/ and words: searches indicators, areas, topics and measures, for example /jobs.",
            "s: the source of the figure on this page; s and a number, for example s1: the source of that one.",
            "r: reads the data again.",
            "e: what is wrong with new data that were not taken.", "L: 中文.", "?: this page.",
            "q or Ctrl-D: quits.",
        ])
}
