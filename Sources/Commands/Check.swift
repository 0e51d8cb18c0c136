import ArgumentParser
import Cells
import Indicators
import Tables

/// All problems of a data set, and what it holds.
struct Check: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查数据，列出全部问题。Check tables and list every problem.",
        discussion: "退出码：0 没有问题，1 有问题，2 无法检查，66 没有这个文件。Exit: 0 well, 1 problems, 2 cannot go on, 66 no such file.")

    @OptionGroup var common: CommonOptions
    @Argument(
        help: ArgumentHelp("数据文件夹或文件；不写即为内置数据。A folder or a file; without one the bundled data.", valueName: "path"))
    var path: String?
    @Option(name: .long, help: ArgumentHelp("格式：text、json。Format.", valueName: "format"))
    var format: Format = .text
    @Flag(name: .long, help: "提醒也算问题。Warnings count as problems.")
    var strict = false

    mutating func run() throws {
        let language = ConsoleChoices.resolve(common.lang)
        switch DataChoice(option: path ?? common.data, sheet: common.sheet).place() {
        case .failure(let refusal): throw ExitStatusError(status: refusal.report())
        case .success(let place):
            let reading = DataReader.read(place, now: WallClock.now).withSuspicions
            try StandardStreams.put(format == .json ? CatalogueJSON.write(reading) : text(reading, place, language))
            let counted = reading.problems.filter { strict || $0.severity == .error }
            if !counted.isEmpty { throw ExitStatusError(status: .problems) }
        }
    }

    private func text(_ reading: CatalogueReading, _ place: DataPlace, _ language: Language) -> String {
        var lines = reading.problems.map { $0.text(language) }
        lines += reading.files.map { CheckText.summary($0, language) }
        let errors = reading.problems.count { $0.severity == .error }
        let warnings = reading.problems.count - errors
        lines.append(
            CheckText.verdict(
                place.displayName.harmless(), errors: errors, warnings: warnings, isOpened: reading.catalogue != nil,
                language))
        return lines.joined(separator: "\n") + "\n"
    }
}
