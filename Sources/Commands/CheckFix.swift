import Cells
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
        let reading = CatalogueReader.read(folder, now: WallClock.now), files = reading.canonicalFiles(of: folder)
        guard !files.isEmpty else {
            let errors = reading.problems.filter { $0.severity == .error }
            return try StandardStreams.put((errors.first.map { unclear($0, errors.count) } ?? canonical) + "\n")
        }
        for file in files { try StandardStreams.put(difference(file)) }
        let kept = files.map { KeptFile(path: directory + "/" + $0.path, old: $0.old, new: $0.new) }
        try KeptFile.replaceAll(kept) { file, kept in
            let path = file.path.harmless(), kept = kept.harmless()
            try StandardStreams.put(say("已写好 \(path)，旧文件是 \(kept)", "wrote \(path); the old file is \(kept)") + "\n")
        }
    }

    private var canonical: String { say("没有可改成规范写法的地方。", "Everything is in canonical form.") }

    /// What stands in the way: what is not read has no canonical form.
    private func unclear(_ first: DataProblem, _ count: Int) -> String {
        let place = [first.file, first.line.map(String.init)].compactMap { $0 }.joined(separator: ":").harmless()
        return say(
            "没有能代为改写的地方：有 \(count) 个问题(第一个在 \(place))，读不出意思的写法不能代改。先照下面列出的改正，再加 --fix。",
            "Nothing can be written anew: there are \(EnglishCount.text(count, "problem")), the first at \(place), and "
                + "what is not read has no canonical form. Mend what is listed below, then try --fix again.")
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
