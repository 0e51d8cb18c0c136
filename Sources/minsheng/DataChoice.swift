import Glibc
import Indicators

/// Which data set is wanted: `--data`, else `MINSHENG_DATA`, else the bundled one.
struct DataChoice {
    let path: String?

    init(option: String?) {
        if let option {
            path = option
        } else if let value = getenv("MINSHENG_DATA"), value.pointee != 0 {
            path = String(cString: value)
        } else {
            path = nil
        }
    }

    /// The folder of tables, or what to say and how to end.
    func folder() -> Result<any TableFolder, Refusal> {
        guard let path else { return bundled(nil) }
        if path.hasPrefix("@") { return bundled(String(path.dropFirst())) }
        do {
            return .success(try DirectoryFolder(path: path))
        } catch {
            let shown = Refusal.harmless(path)
            switch error as? FolderFault {
            case .missing:
                return .failure(
                    Refusal(
                        .noSuchFile, "找不到数据：\(shown)。请检查路径；它应是数据文件夹或其中的 datapackage.json。",
                        "no data at \(shown). Check the path: a folder of tables, or the datapackage.json in it."))
            default:
                return .failure(
                    Refusal(
                        .cannotGoOn, "数据无法打开：\(shown)。它应是可以读取的数据文件夹或其中的 datapackage.json。",
                        "cannot open \(shown). It should be a readable folder of tables, or the datapackage.json in it."))
            }
        }
    }

    /// Watches the folder from now on; nil for what is part of the program.
    var watch: FolderWatch? { path.flatMap { $0.hasPrefix("@") ? nil : FolderWatch(path: $0) } }

    private func bundled(_ name: String?) -> Result<any TableFolder, Refusal> {
        if let folder = BundledFolder(name) { return .success(folder) }
        let names = BundledFolder.names.map { "@" + $0 }.joined(separator: ", ")
        let shown = Refusal.harmless(name ?? "")
        return .failure(
            Refusal(.noSuchFile, "没有内置数据 @\(shown)；有：\(names)。", "no bundled data @\(shown); there are: \(names)."))
    }
}

/// Why the program will not go on, for people and for scripts.
struct Refusal: Error {
    let status: ExitStatus
    let message: LocalizedText

    init(_ status: ExitStatus, _ zh: String, _ en: String) {
        self.status = status
        message = LocalizedText(zh: zh, en: en)
    }

    /// Says why, in both languages, and gives the exit status.
    func report() -> ExitStatus {
        StandardStreams.complain("minsheng: \(message.zh)\nminsheng: \(message.en)\n")
        return status
    }

    /// Text of the command line as it may be shown.
    static func harmless(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "\u{FFFD}" : $0 }))
    }
}
