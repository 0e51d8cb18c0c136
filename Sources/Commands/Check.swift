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
    @Flag(name: .long, help: "说明每一列按什么读、为什么。What each column is read as, and why.")
    var explain = false
    @Option(
        name: .long,
        help: ArgumentHelp("指定列的角色的文件，每行：列名 = 角色。A file of roles, a line each: heading = role.", valueName: "file"))
    var roles: String?

    @Flag(
        name: .long,
        help:
            """
            把能读懂的写法改成规范写法：先列出改动，旧文件留作 .bak。\
            Write what is understood in canonical form: shown first, old files kept as .bak.
            """
    )
    var fix = false

    func validate() throws {
        if fix, format == .json { throw ValidationError("--fix 只有文字输出，不能与 --format json 同用。--fix writes text only.") }
    }

    mutating func run() throws {
        let language = ConsoleChoices.resolve(common.lang),
            choice = DataChoice(option: path ?? common.data, sheet: common.sheet)
        let location = try withRoles(choice.location().refusing())
        if fix {
            guard case .folder(let folder) = location, let directory = choice.directory else {
                let refusal = Refusal(
                    .wrongUse, "--fix 只改自己的数据文件夹；内置数据和单个文件不改。",
                    "--fix rewrites a data folder of your own; neither bundled data nor a single file.")
                throw ExitStatusError(status: refusal.report())
            }
            try CheckFix(language: language).run(folder, directory)
        }
        var reading = DataReader.read(location, now: WallClock.now).withSuspicions(in: location)
        if case .folder(let folder) = location { reading = reading.with(BooksBeside.beside(reading, folder)) }
        try StandardStreams.put(format == .json ? CatalogueJSON.write(reading) : text(reading, location, language))
        let counted = reading.problems.filter { strict || $0.severity == .error }
        if !counted.isEmpty { throw ExitStatusError(status: .problems) }
    }

    /// The data with the roles of `--roles`.
    private func withRoles(_ location: DataLocation) throws -> DataLocation {
        guard let roles, case .file(let bytes, var file) = location else { return location }
        guard let given = try? NamedFile.roles(roles) else {
            let refusal = Refusal(
                .noSuchFile, "找不到文件：\(roles.harmless())。", "no file at \(roles.harmless()).")
            throw ExitStatusError(status: refusal.report())
        }
        file.roles = given
        return .file(bytes, file)
    }

    private func text(_ reading: CatalogueReading, _ location: DataLocation, _ language: Language) -> String {
        var lines = CheckText.problems(reading.problems, language)
        for file in reading.files {
            lines.append(CheckText.summary(file, language))
            if explain { lines += file.columns.map { CheckText.explanation($0, language) } }
        }
        let errors = reading.problems.count { $0.severity == .error }
        let warnings = reading.problems.count - errors
        lines.append(
            CheckText.verdict(
                location.displayName.harmless(), errors: errors, warnings: warnings, isOpened: reading.catalogue != nil,
                language))
        return lines.joined(separator: "\n") + "\n"
    }
}
