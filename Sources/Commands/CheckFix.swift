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
                let kept = try backUp(file.old, path)
                var status = stat()
                guard stat(path, &status) == 0 else { throw SystemFault(errno) }
                try Files.replace(path, mode: status.st_mode & 0o777) { try Files.write(file.new, to: $0) }
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

    /// Keeps the old contents beside the file, under a name that nothing has yet.
    private func backUp(_ bytes: [UInt8], _ path: String) throws -> String {
        for number in 1...999 {
            let name = path + ".bak" + (number == 1 ? "" : String(number))
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
            if descriptor < 0, errno == EEXIST { continue }
            guard descriptor >= 0 else { throw SystemFault(errno) }
            defer { close(descriptor) }
            try Files.write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw SystemFault(errno) }
            return name
        }
        throw SystemFault(EEXIST)
    }
}
