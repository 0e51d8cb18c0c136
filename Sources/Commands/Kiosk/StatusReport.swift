import Cells
import Glibc
import Indicators
import Kiosk
import Tables

/// How a kiosk is, for whoever looks after many of them: the status file and `STATUS=`.
struct StatusReport: Hashable {
    var condition: KioskData.Condition
    /// The version of the data that are shown; empty while there are none.
    var version: String
    /// The number of the publication that is shown, `000002`; nil where the data are no publication.
    var generation: String?
    /// The last day of the newest period with a figure that is no forecast.
    var dataEnd: CalendarDay?
    /// Today; nil where the clock was never set.
    var today: CalendarDay?
    /// The day of the last touch or key; nil where there was none since the start.
    var lastTouch: CalendarDay?
    /// Whole hours since the start.
    var hours: Int
    /// What stands besides the data: why there is no survey, why nothing is read aloud.
    var faults: [LocalizedText] = []

    /// One line for the service manager.
    var line: LocalizedText {
        let text = condition.text
        var zh = [text.zh] + faults.map(\.zh), en = [text.en] + faults.map(\.en)
        if let dataEnd { (zh, en) = (zh + ["数据到 \(dataEnd.text)"], en + ["data to \(dataEnd.text)"]) }
        if let lastTouch { (zh, en) = (zh + ["最近触摸 \(lastTouch.text)"], en + ["last touch \(lastTouch.text)"]) }
        (zh, en) = (zh + ["已运行 \(hours / 24) 天"], en + ["up \(hours / 24) days"])
        return LocalizedText(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
    }

    /// An object of one line; dates as in ISO 8601, what is not known null.
    var json: String {
        func day(_ day: CalendarDay?) -> String { day.map { "\"\($0.text)\"" } ?? "null" }
        let state: String, problem: LocalizedText?
        switch condition {
        case .well: (state, problem) = ("well", nil)
        case .refused(let why, true): (state, problem) = ("refused", why)
        case .silent(let why, true): (state, problem) = ("silent", why)
        case .refused(let why, false), .silent(let why, false): (state, problem) = ("out-of-service", why)
        }
        let members: [(name: String, value: String)] = [
            ("format", "1"), ("state", JSONText.quoted(state)), ("version", JSONText.quoted(version)),
            ("generation", generation.map(JSONText.quoted) ?? "null"),
            ("dataEnd", day(dataEnd)),
            ("dataAgeDays", dataAge.map(String.init) ?? "null"), ("lastTouch", day(lastTouch)), ("today", day(today)),
            ("uptimeHours", "\(hours)"), ("problem", problem.map { JSONText.quoted($0.en) } ?? "null"),
            ("problem_zh", problem.map { JSONText.quoted($0.zh) } ?? "null"),
            ("faults", Self.list(faults.map(\.en))), ("faults_zh", Self.list(faults.map(\.zh))),
        ]
        return "{" + members.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ") + "}\n"
    }

    private var dataAge: Int? {
        guard let dataEnd, let today else { return nil }
        return max(0, today.ordinal - dataEnd.ordinal)
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(JSONText.quoted).joined(separator: ", ") + "]"
    }
}

/// A file that is replaced as a whole, so that nobody reads half of it.
struct StatusFile {
    let path: String

    /// - Returns: why it could not be written; nil where it was.
    func write(_ text: String) -> LocalizedText? {
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
        guard file >= 0 else { return fault() }
        let bytes = Array(text.utf8)
        let count = Glibc.write(file, bytes, bytes.count)
        close(file)
        guard count == bytes.count, rename(draft, path) == 0 else { return fault() }
        return nil
    }

    private func fault() -> LocalizedText {
        let reason = String(cString: strerror(errno)), shown = path.harmless()
        return LocalizedText(
            zh: "状态文件 \(shown) 写不进去：\(reason)", en: "cannot write the status file \(shown): \(reason)")
    }
}
