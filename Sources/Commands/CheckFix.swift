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
        let kept = files.map { KeptFile(path: directory + "/" + $0.path, old: $0.old, new: $0.new) }
        try KeptFile.replaceAll(kept) { file, kept in
            let path = file.path.harmless(), kept = kept.harmless()
            try StandardStreams.put(say("已写好 \(path)，旧文件是 \(kept)", "wrote \(path); the old file is \(kept)") + "\n")
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
