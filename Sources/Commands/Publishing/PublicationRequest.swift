import ArgumentParser
import Databases
import Glibc
import Indicators
import Tables

/// What is to be published where and why, as arguments of the commands that do it.
struct PublicationRequest: ParsableArguments {
    @Argument(help: ArgumentHelp("要发布的数据文件夹。The folder to publish.", valueName: "folder"))
    var folder: String
    @Option(name: .long, help: ArgumentHelp("发布到这个链接。The link that screens open.", valueName: "target"))
    var to: String
    @Option(name: .long, help: ArgumentHelp("为什么，一句话；记入修订与日志。Why, in a sentence.", valueName: "text"))
    var reason: String
    @Option(name: .customLong("reason-en"), help: ArgumentHelp("英文的原因。The same in English.", valueName: "text"))
    var reasonEnglish: String = ""
    @Option(
        name: .long,
        help: ArgumentHelp(
            "改动的数属于：修订(默认)、更正；new 表示只有新增。What changed figures are: revised, corrected; new allows none.",
            valueName: "修订|更正|new"))
    var kind: PublicationKind?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "照哪一版改的，例如 000012；current 表示现有的一版已全在其中。Which version the folder was made from; current: all of what is "
                + "shown is in it.", valueName: "version"))
    var base: String?
    @Flag(
        name: .customLong("dry-run"),
        help: "只检查、比较，不发布；有要问的，退出码是 3。Check and compare only; status 3 where something would be asked.")
    var isTrial = false
    @OptionGroup var accepted: AcceptanceOptions
    @Option(
        name: .customLong("mine"),
        help: ArgumentHelp(
            """
            别人也改了的这一行用我的，照提示里的写法；可写几次。\
            Of this row, which others have changed too, take mine; named as in the message; may be repeated.
            """, valueName: "名称"))
    var mine: [String] = []

    func validate() throws {
        for text in [reason, reasonEnglish]
        where text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
            throw ValidationError("--reason：一行文字。--reason: one line of text.")
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason：请写明原因。--reason: say why.")
        }
    }

    /// The target as it is shown: of a data base without its password.
    var shownTarget: String { DatabaseAddress(to)?.shown ?? to }

    /// The path of the folder itself, links followed; nil for what is part of the program.
    var folderPath: String? { Self.folderPath(folder) }

    static func folderPath(_ path: String) -> String? {
        guard !path.utf8.starts(with: "@".utf8), let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        let full = String(cString: real)
        var status = stat()
        guard stat(full, &status) == 0 else { return nil }
        // A description, or the observations of a package, mean the folder that they are in.
        if status.st_mode & S_IFMT == S_IFDIR { return full }
        guard let slash = full.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return String(full.utf8[..<slash])
    }
}
