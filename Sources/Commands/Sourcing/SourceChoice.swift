import Cells
import Glibc
import Indicators
import Tables

/// The source that `--data source:NAME` means, from the file of the operator.
///
/// The file names commands that are run, so it is never looked for beside data: a folder of tables may come from
/// anywhere. It has to belong to the user or to root, and nobody else may be able to write it.
enum SourceChoice {
    private static let prefix = "source:"

    /// The name that a path has after `source:`; nil for any other path.
    static func name(_ path: String) -> String? {
        path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    }

    /// The source with a name, or why it is not to be used.
    static func find(_ name: String) -> Result<NamedSource, Refusal> {
        guard let path = file else {
            return .failure(Refusal(.noSuchFile, "没有 HOME，找不到 sources.json。", "no HOME, so no sources.json."))
        }
        let shown = path.harmless()
        switch contents(path) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let bytes):
            let list = SourceList(bytes, file: path)
            if !list.problems.isEmpty {
                func lines(_ language: Language) -> String {
                    list.problems.prefix(5).map { $0.text(language).harmless(keeping: "\n") }.joined(separator: "\n")
                }
                return .failure(
                    Refusal(
                        .problems, "\(shown) 有 \(list.problems.count) 处问题：\n" + lines(.zh),
                        "\(shown) has \(EnglishCount.text(list.problems.count, "problem")):\n" + lines(.en)))
            }
            if let source = list[name] { return .success(source) }
            let names = list.sources.map(\.name)
            return .failure(
                Refusal(
                    .noSuchFile, "\(shown) 里没有 \(name.harmless())；有：\(names.joined(separator: "、"))。",
                    "\(shown) has no \(name.harmless()); it has: \(names.joined(separator: ", "))."))
        }
    }

    /// `MINSHENG_SOURCES`, else sources.json in the configuration of the user (XDG Base Directory Specification).
    private static var file: String? {
        func absolute(_ name: String) -> String? { StateFolder.absolutePath(inVariable: name) }
        return absolute("MINSHENG_SOURCES") ?? absolute("XDG_CONFIG_HOME").map { $0 + "/minsheng/sources.json" }
            ?? absolute("HOME").map { $0 + "/.config/minsheng/sources.json" }
    }

    private static func contents(_ path: String) -> Result<[UInt8], Refusal> {
        let shown = path.harmless()
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            return .failure(
                Refusal(
                    .noSuchFile, "打不开 \(shown)：\(String(cString: strerror(errno)))。见 docs/sources.md。",
                    "cannot open \(shown): \(String(cString: strerror(errno))). See docs/sources.md."))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            [0, geteuid()].contains(status.st_uid), status.st_mode & (S_IWGRP | S_IWOTH) == 0
        else {
            return .failure(
                Refusal(
                    .cannotGoOn, "\(shown) 列出要运行的命令，所以只能由您或 root 所有，别人不可写：chmod go-w \(shown)",
                    "\(shown) names commands that are run, so it must belong to you or root and nobody else may write "
                        + "it: chmod go-w \(shown)"
                ))
        }
        do {
            return .success(try Files.read(descriptor))
        } catch {
            return .failure(Refusal(.cannotGoOn, "读不了 \(shown)。", "cannot read \(shown)."))
        }
    }
}
