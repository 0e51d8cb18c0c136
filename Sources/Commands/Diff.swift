import ArgumentParser
import Indicators
import Reports
import Tables
import Threads
import Wording

/// What differs between two versions of a data set.
struct Diff: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "比较两套数据：逐项列出新增、删去、改动与可疑之处。What differs between two data sets, figure by figure.",
        discussion: "退出码：0 已比较，2 有一套打不开，66 没有这个文件。Exit: 0 compared, 2 one of them does not open, 66 no such file.")

    @Option(name: .long, help: ArgumentHelp("语言：zh、en。Language.", valueName: "zh|en"))
    var lang: Language?
    @Argument(help: ArgumentHelp("原来的数据：文件夹或 @内置名。The old one: a folder or @name.", valueName: "old"))
    var old: String
    @Argument(help: ArgumentHelp("新的数据。The new one.", valueName: "new"))
    var new: String
    @Option(name: .long, help: ArgumentHelp("格式：text、json。Format.", valueName: "format"))
    var format: Format = .text

    mutating func run() throws {
        let language = ConsoleChoices.resolve(lang)
        let locations = try [old, new].map { try DataChoice(option: $0).location().refusing() }
        // Neither needs anything of the other.
        let readings = Workers.map(2) { DataReader.read(locations[$0], now: WallClock.now) }
        let before = try ConsoleRun.catalogue(of: readings[0], locations[0], language).get(),
            after = try ConsoleRun.catalogue(of: readings[1], locations[1], language).get()
        let difference = CatalogueDifference(from: before, to: after)
        switch format {
        case .text:
            try StandardStreams.put(
                DifferenceText.write(difference, from: before, to: after, WordingOptions(language: language)))
        case .json: try StandardStreams.put(DifferenceJSON.write(difference))
        }
    }
}
