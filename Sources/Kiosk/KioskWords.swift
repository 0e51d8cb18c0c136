import Indicators

/// The kiosk's own words in one language: few and simple. A phrase that is missing in a language does not compile.
struct KioskWords: Sendable {
    let more, next, nextPage, back, stay: String
    /// Shown where the data set names no contact.
    let contact: String
    /// Offers the other language, in that language.
    let otherLanguage: String
    let outOfService, toTheDesk: String
    let stillReading: String
    /// How to answer that question, and how to use the rest.
    let howToStay, howTo: String
    let fictional: String
    let fictionalShort: String
    /// Before and after the number of seconds until the next topic.
    let turnsIn: (before: String, after: String)
    /// The same until the reset.
    let returnsIn: (before: String, after: String)
    let seconds: String
    let secondsShort: String
    let refused: String
    let refusedShort: String
    let silent: String
    let silentShort: String
    let stillShown: String
    let dataOf: String
    /// The same text from the longest form to the shortest.
    let operatorListens: [String]
    let operatorWaits: @Sendable (_ seconds: Int) -> [String]
    /// How many figures a topic has.
    let figures: @Sendable (_ count: Int) -> String
    /// The numbers of the first and the last figure on a page, of all.
    let part: @Sendable (_ first: Int, _ last: Int, _ count: Int) -> String
    /// After the first names of a list that does not name all.
    let amongOthers: @Sendable (_ count: Int) -> String
    let comma: String
    let ask, askAndDone, whomToAsk, whatIsDone, measures, done: String
    /// Before a telephone number, and before the department of a figure.
    let telephone, responsible: String
    let askTheDesk, hear, takeHome, takeHomeShort, howToScan: String
    /// The number of a page, of all.
    let page: @Sendable (_ number: Int, _ count: Int) -> String
    /// The number of a figure, of all.
    let numberOf: @Sendable (_ number: Int, _ count: Int) -> String
    let survey, surveyShort, begin, confirm, leave: String
    /// What is asked and what is kept of the answers, in paragraphs.
    let surveyBeginning: @Sendable (_ questions: Int) -> [String]
    let surveyThanks, surveyLost: [String]
    /// That nothing is read aloud, the longest form first.
    let voiceLost: [String]
    let firstPage: String
    let weekdays: [String]
    let months: [String]

    static let chinese = KioskWords(
        more: "更多", next: "下一个", nextPage: "下一页", back: "返回", stay: "继续看", contact: "请问服务台工作人员",
        otherLanguage: "English", outOfService: "本屏暂停服务", toTheDesk: "请到服务台",
        stillReading: "还在看吗？", howToStay: "按任意键或触摸，就继续看。", howTo: "按数字键或触摸", fictional: "虚构示例数据", fictionalShort: "虚构",
        turnsIn: ("", " 秒后换下一个"), returnsIn: ("", " 秒后回到开头"),
        seconds: "秒", secondsShort: "秒", refused: "数据更新未通过检查", refusedShort: "数据更新未通过",
        silent: "数据更新暂时收不到", silentShort: "数据更新收不到", stillShown: "仍显示",
        dataOf: "数据：",
        operatorListens: ["请输入操作员口令，再按 Enter；5 秒不按键即取消", "请输入操作员口令，再按 Enter", "操作员口令？"],
        operatorWaits: { ["口令不对或太早，请等 \($0) 秒再试", "请等 \($0) 秒再试"] },
        figures: { "\($0) 个数字" }, part: { "第 \($0)—\($1) 个，共 \($2) 个数字" }, amongOthers: { " 等 \($0) 个" }, comma: "、",
        ask: "问谁", askAndDone: "问谁·在做什么", whomToAsk: "问谁", whatIsDone: "在做什么", measures: "在做什么", done: "在做",
        telephone: "电话 ", responsible: "责任单位 ", askTheDesk: "数据没有写明电话，请问服务台工作人员。", hear: "听",
        takeHome: "扫码带走", takeHomeShort: "扫码", howToScan: "用手机扫左边的码，这个数字就带走了。",
        page: { "第 \($0) 页，共 \($1) 页" },
        numberOf: { "第 \($0) 个，共 \($1) 个" },
        survey: "问需于民", surveyShort: "问卷", begin: "开始", confirm: "选好了，下一题", leave: "不答了",
        surveyBeginning: {
            [
                "请您回答 \($0) 个问题，大约一分钟。",
                "不问姓名，不记时间和先后：只给每个选项当天的份数加一。",
                "随时可以不答；没答完的，什么都不留。",
            ]
        },
        surveyThanks: ["谢谢！您的回答已记入份数。"],
        surveyLost: ["对不起，您的回答没能记下。", "今天的问卷已停，请告诉服务台工作人员。"],
        voiceLost: ["朗读暂时不能用，请问服务台工作人员", "朗读暂时不能用"], firstPage: "第一页",
        weekdays: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"], months: (1...12).map { "\($0)月" })

    static let english = KioskWords(
        more: "More", next: "Next", nextPage: "Next page", back: "Back", stay: "Stay",
        contact: "Ask at the desk", otherLanguage: "中文", outOfService: "This screen is out of service",
        toTheDesk: "Please ask at the desk", stillReading: "Still reading?",
        howToStay: "Press any key or touch to go on.",
        howTo: "Press a number or touch", fictional: "fictional example data",
        fictionalShort: "fictional", turnsIn: ("next in ", " s"), returnsIn: ("back to the start in ", " s"),
        seconds: "seconds", secondsShort: "s",
        refused: "New data did not pass their check", refusedShort: "New data failed",
        silent: "New data cannot be received now", silentShort: "No new data now", stillShown: "still showing",
        dataOf: "Data of ",
        operatorListens: [
            "Type the operator's number, then Enter; 5 s without a key cancel it", "Operator's number, then Enter",
            "Operator's number?",
        ],
        operatorWaits: { ["Wrong number, or too early: wait \($0) s", "Wait \($0) s"] },
        figures: { EnglishCount.text($0, "figure") }, part: { "\($0) to \($1) of \($2) figures" },
        amongOthers: { " … \($0) in all" },
        comma: ",", ask: "Ask", askAndDone: "Ask · measures", whomToAsk: "Whom to ask",
        whatIsDone: "What is being done",
        measures: "Measures", done: "Doing", telephone: "Telephone ", responsible: "Responsible: ",
        askTheDesk: "The data state no telephone number. Please ask at the desk.", hear: "Listen",
        takeHome: "Take home", takeHomeShort: "Code",
        howToScan: "Scan the code with a telephone to take this figure along.",
        page: { "page \($0) of \($1)" },
        numberOf: { "\($0) of \($1)" },
        survey: "Your say", surveyShort: "Survey", begin: "Begin", confirm: "That is all: go on", leave: "Stop",
        surveyBeginning: {
            [
                "\($0) questions, about a minute.",
                "No names, no times, no order: one is added to the day's count of each choice.",
                "Stop when you like; what is not complete is not kept.",
            ]
        },
        surveyThanks: ["Thank you. Your answers are in the counts."],
        surveyLost: [
            "Sorry: your answers could not be kept.", "The survey is closed for today. Please tell the desk.",
        ],
        voiceLost: ["Reading aloud does not work now. Please ask at the desk.", "Not read aloud just now"],
        firstPage: "Page 1",
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])

    static func `in`(_ language: Language) -> KioskWords { language == .zh ? chinese : english }

    /// 11月23日 星期一; Mon 23 Nov
    func date(_ face: ClockFace, withWeekday: Bool, _ language: Language) -> String {
        let month = months[face.day.month - 1], weekday = weekdays[face.weekday]
        switch language {
        case .zh: return "\(month)\(face.day.day)日" + (withWeekday ? " \(weekday)" : "")
        case .en: return (withWeekday ? "\(weekday) " : "") + "\(face.day.day) \(month)"
        }
    }
}
