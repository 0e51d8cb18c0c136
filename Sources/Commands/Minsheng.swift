import ArgumentParser
import Cells
import Glibc
import Indicators
import Themes

extension Language: ExpressibleByArgument {
    /// zh, zh_CN, zh-Hans and the like all mean Chinese; en, en_GB and the like English.
    public init?(argument: String) {
        let name = argument.lowercased()
        if name == "zh" || name.hasPrefix("zh_") || name.hasPrefix("zh-") {
            self = .zh
        } else if name == "en" || name.hasPrefix("en_") || name.hasPrefix("en-") {
            self = .en
        } else {
            return nil
        }
    }
}
extension Theme.Name: ExpressibleByArgument {}
extension Glyphs.Name: ExpressibleByArgument {}
extension ConsoleChoices.ColourChoice: ExpressibleByArgument {}

/// Options that every command understands.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "数据文件夹、datapackage.json、CSV、工作簿、- (标准输入)、@内置名、postgresql://… 或 source:名称。"
                + "A folder of tables, its datapackage.json, a table, a workbook, - for standard input, @name, "
                + "postgresql://… or source:NAME.",
            valueName: "path"))
    var data: String?

    @Option(name: .long, help: ArgumentHelp("只读工作簿的这个工作表。Only this sheet of a workbook.", valueName: "name"))
    var sheet: String?

    @Option(name: .long, help: ArgumentHelp("语言：zh、en。Language.", valueName: "zh|en"))
    var lang: Language?

    /// The data set that they name.
    var choice: DataChoice { DataChoice(option: data, sheet: sheet) }

    func apply(to choices: inout ConsoleChoices) {
        choices.data = data
        choices.sheet = sheet
        choices.language = lang
    }
}

/// How the console looks and what it takes from the terminal; `doctor` takes the same, to say what they do.
struct LookOptions: ParsableArguments {
    private static let themes = Theme.Name.allCases.map(\.rawValue).joined(separator: "、")

    @Option(name: .long, help: ArgumentHelp("主题：\(themes)。Theme.", valueName: "name"))
    var theme: Theme.Name?
    @Option(name: .long, help: ArgumentHelp("颜色：auto、always、never。Colour.", valueName: "when"))
    var color: ConsoleChoices.ColourChoice = .auto
    @Option(name: .long, help: ArgumentHelp("字符：braille、block、ascii。Glyphs.", valueName: "set"))
    var glyphs: Glyphs.Name?
    @Flag(name: .customLong("no-mouse"), help: "不用鼠标，留给终端自己。Leave the mouse to the terminal.")
    var noMouse = false

    func apply(to choices: inout ConsoleChoices) {
        choices.theme = theme
        choices.colour = color
        choices.glyphs = glyphs
        choices.isWithoutMouse = noMouse
    }
}

struct Minsheng: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minsheng",
        abstract: "民生看板：在终端里看一座城市的民生数据。A terminal dashboard of a city's livelihood figures.",
        discussion: "不带参数即打开看板；按 ? 看全部按键。Without arguments the dashboard opens; press ? for all keys.",
        version: "minsheng \(Version.number)",
        subcommands: [
            Console.self, Show.self, Attention.self, Check.self, Report.self, Export.self, Diff.self, New.self,
            Publish.self, Submit.self, Approve.self, Rollback.self, Database.self, Keys.self, Doctor.self, Kiosk.self,
            SurveySummary.self,
        ],
        defaultSubcommand: Console.self)

    /// Parses and runs; ends the process with the status of its error, see `ExitStatus`.
    static func run(_ arguments: [String]) -> Never {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            Glibc.exit(ExitStatus.well.rawValue)
        } catch let error as ExitStatusError {
            Glibc.exit(error.status.rawValue)
        } catch {
            guard exitCode(for: error) != .success else { exit(withError: error) }
            let message = message(for: error)
            let chinese = ArgumentWords.chinese(message).map { "minsheng: \($0)\n" } ?? ""
            // The parser begins with what is wrong and goes on with the use of the command.
            let use = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).drop {
                !$0.hasPrefix("Usage:")
            }
            let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
            StandardStreams.complain(
                chinese + "minsheng: \(message)\n" + use.joined(separator: "\n") + "\n"
                    + "命令用法不对；minsheng --help 可看用法。命令有：\(commands.joined(separator: "、"))。\n"
                    + "Wrong use; see minsheng --help. Commands: \(commands.joined(separator: ", ")).\n")
            Glibc.exit(exitCode(for: error).rawValue)
        }
    }

    /// The console with its options.
    struct Console: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "console", abstract: "打开看板(默认)。Open the dashboard (the default).")

        @OptionGroup var common: CommonOptions
        @OptionGroup var look: LookOptions
        @Option(name: .long, help: ArgumentHelp("先打开这个专题。Open this topic first.", valueName: "topic"))
        var topic: String?
        @Option(name: .long, help: ArgumentHelp("先打开这个指标。Open this indicator first.", valueName: "indicator"))
        var indicator: String?
        @Option(name: .long, help: ArgumentHelp("只看这个地区：代码或名称。Show this area only.", valueName: "code"))
        var area: String?
        @Option(
            name: .long,
            help: ArgumentHelp(
                "变动与这一版相比：版号(例如 000012)，或另一个数据文件夹。Compare with this version, or another folder.",
                valueName: "generation"))
        var since: String?
        @Flag(name: .long, help: "纯文字，不画框：每行一个事实。Plain text without boxes, one fact a line.")
        var plain = false
        @Flag(
            name: .long,
            help: "访客：不写文件、不暂停、不显示路径，供 SSH；见 docs/ssh.md。For guests over SSH: no files, no pause, no paths.")
        var guest = false

        mutating func run() throws {
            var choices = ConsoleChoices()
            common.apply(to: &choices)
            look.apply(to: &choices)
            choices.topic = topic
            choices.indicator = indicator
            if let area { choices.area = area }
            choices.isGuest = guest
            choices.since = since
            if plain { choices.isPlain = true }
            let status = MainActor.assumeIsolated { ConsoleRun.run(choices) }
            if status != .well { throw ExitStatusError(status: status) }
        }
    }
}
