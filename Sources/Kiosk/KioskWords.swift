import Indicators

/// The kiosk's own words in one language: few and simple. A phrase that is missing in a language does not compile.
struct KioskWords: Sendable {
    let more, previous, next, back, stay: String
    /// Shown where the data set names no contact.
    let contact: String
    /// Offers the other language, in that language.
    let otherLanguage: String
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
    /// Which of how many figures.
    let place: @Sendable (_ number: Int, _ count: Int) -> String
    let weekdays: [String]
    let months: [String]

    static let chinese = KioskWords(
        more: "更多", previous: "上一个", next: "下一个", back: "返回", stay: "继续看", contact: "请问服务台工作人员",
        otherLanguage: "English",
        stillReading: "还在看吗？", howToStay: "按任意键或触摸，就继续看。", howTo: "按数字键或触摸", fictional: "虚构示例数据", fictionalShort: "虚构",
        turnsIn: ("", " 秒后换下一个"), returnsIn: ("", " 秒后回到开头"),
        seconds: "秒", secondsShort: "秒", refused: "数据更新未通过检查", refusedShort: "数据更新未通过",
        silent: "数据更新暂时收不到", silentShort: "数据更新收不到", stillShown: "仍显示",
        dataOf: "数据：",
        place: { "第 \($0) 个，共 \($1) 个" },
        weekdays: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"], months: (1...12).map { "\($0)月" })

    static let english = KioskWords(
        more: "More", previous: "Previous", next: "Next", back: "Back", stay: "Keep reading",
        contact: "Ask at the desk",
        otherLanguage: "中文", stillReading: "Still reading?", howToStay: "Press any key or touch to go on.",
        howTo: "Press a number or touch", fictional: "fictional sample data",
        fictionalShort: "fictional", turnsIn: ("next in ", " s"), returnsIn: ("back to the start in ", " s"),
        seconds: "seconds", secondsShort: "s",
        refused: "New data did not pass their check", refusedShort: "New data failed",
        silent: "New data cannot be received now", silentShort: "No new data now", stillShown: "still showing",
        dataOf: "Data of ",
        place: { "\($0) of \($1)" }, weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
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
