import Indicators
import Tables

extension SourceFault {
    /// The name of the fault for scripts.
    var code: String {
        switch self {
        case .notStarted: "not-started"
        case .failed: "failed"
        case .slow: "slow"
        case .tooLarge: "too-large"
        case .empty: "empty"
        case .noFolder: "no-folder"
        }
    }

    /// What happened.
    var message: LocalizedText {
        switch self {
        case .notStarted(let program, let reason):
            LocalizedText(zh: "\(program) 启动不了：\(reason)", en: "\(program) does not start: \(reason)")
        case .failed(let program, let status, let said):
            LocalizedText(
                zh: "\(program) 以 \(status) 结束" + (said.isEmpty ? "" : "：\(said)"),
                en: "\(program) ended with \(status)" + (said.isEmpty ? "" : ": \(said)"))
        case .slow(let program, let seconds):
            LocalizedText(
                zh: "\(program) \(seconds) 秒内没有做完，已结束它", en: "\(program) was not done within \(seconds) s and was ended"
            )
        case .tooLarge(let program, let mebibytes):
            LocalizedText(
                zh: "\(program) 给出的超过 \(mebibytes) MiB，没有采用",
                en: "\(program) gave more than \(mebibytes) MiB, not taken")
        case .empty(let program): LocalizedText(zh: "\(program) 什么也没有给出", en: "\(program) gave nothing")
        case .noFolder(let path): LocalizedText(zh: "打不开文件夹 \(path)", en: "the folder \(path) cannot be opened")
        }
    }

    /// What to do.
    var mend: LocalizedText {
        switch self {
        case .notStarted:
            LocalizedText(zh: "安装它，或改正 sources.json 的 command", en: "install it, or mend command in sources.json")
        case .failed, .empty:
            LocalizedText(zh: "在命令行里运行同一命令看看；会自动再试", en: "try the command by hand; it is tried again by itself")
        case .slow:
            LocalizedText(zh: "看看为什么慢，或加大 timeout；会自动再试", en: "see why it is slow, or raise timeout; it is tried again")
        case .tooLarge: LocalizedText(zh: "只取需要的，或加大 largest", en: "ask for less, or raise largest")
        case .noFolder: LocalizedText(zh: "改正 sources.json 的 folder", en: "mend folder in sources.json")
        }
    }

    /// The fault as a problem of a source.
    ///
    /// - Parameter age: the seconds since the last good data; nil where there were none.
    func problem(of name: String, _ part: NamedSource.Part, age: Int?) -> DataProblem {
        let what = message, table = part.table.isEmpty ? "" : " \(part.table)"
        let old = age.map { Self.words($0) }
        return DataProblem(
            source: "source:\(name)\(table)", code: code,
            LocalizedText(
                zh: what.zh + (old.map { "；现为\($0.zh)前读到的数据" } ?? ""),
                en: what.en + (old.map { "; the data are from \($0.en) ago" } ?? "")), mend: mend)
    }

    /// A length of time in its largest unit.
    static func words(_ seconds: Int) -> LocalizedText {
        switch seconds {
        case ..<120: LocalizedText(zh: "\(seconds) 秒", en: "\(seconds) s")
        case ..<7_200: LocalizedText(zh: "\(seconds / 60) 分钟", en: "\(seconds / 60) min")
        case ..<172_800: LocalizedText(zh: "\(seconds / 3_600) 小时", en: "\(seconds / 3_600) h")
        default: LocalizedText(zh: "\(seconds / 86_400) 天", en: "\(seconds / 86_400) days")
        }
    }
}
