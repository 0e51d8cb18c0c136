import Glibc
import Indicators
import Tables

/// Writes the tables of a folder in canonical form. What will change is shown first, and the old files are kept.
struct CheckFix {
    let language: Language
    /// The largest number of changed lines of a file that are shown.
    private static let shown = 40

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// - Parameter directory: the path of the folder.
    func run(_ folder: any TableFolder, _ directory: String) throws {
        let files = CatalogueReader.read(folder, now: WallClock.now).canonicalFiles(of: folder)
        guard !files.isEmpty else {
            return try StandardStreams.put(say("没有可改成规范写法的地方。", "Everything is in canonical form.") + "\n")
        }
        for file in files { try StandardStreams.put(difference(file)) }
        for file in files {
            let path = directory + "/" + file.path
            do {
                let kept = try KeptFile.replace(path, file.old, by: file.new)
                try StandardStreams.put(
                    say(
                        "已写好 \(path.harmless())，旧文件是 \(kept.harmless())",
                        "wrote \(path.harmless()); the old file is \(kept.harmless())")
                        + "\n")
            } catch let fault as SystemFault {
                let refusal = Refusal(
                    .cannotGoOn, "写不出 \(path.harmless())：\(fault.reason)。没有写完的文件仍是旧的。",
                    "cannot write \(path.harmless()): \(fault.reason). What was not written is still the old file.")
                throw ExitStatusError(status: refusal.report())
            }
        }
    }

    private func difference(_ file: CanonicalFile) -> String {
        var text = ""
        for line in file.lines.prefix(Self.shown) {
            text += "\(file.path):\(line.number)\n  - \(line.old)\n"
            text += line.new.map { "  + \($0)\n" } ?? ""
        }
        let more = file.lines.count - Self.shown
        if more > 0 { text += "  " + say("……还有 \(more) 行", "… and \(more) lines more") + "\n" }
        return text
    }
}
