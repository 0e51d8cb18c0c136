import ArgumentParser
import Cells
import CursesScreen
import Glibc
import Indicators
import Kiosk

/// The public screen of a service centre.
struct Kiosk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kiosk",
        abstract: "公众屏：大字、少选项、无人值守。The public screen: large figures, few choices, nobody attending.",
        discussion:
            "没有退出键；收到 SIGTERM 或操作员口令才退出。No key quits; it leaves on SIGTERM or on the operator's number. docs/kiosk.md")

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: ArgumentHelp("每个专题停留的秒数。Seconds that a topic stands.", valueName: "seconds"))
    var rotate = 12
    @Option(name: .long, help: ArgumentHelp("多少秒无人操作后询问。Seconds without a key before it asks.", valueName: "seconds"))
    var idle = 60
    @Option(
        name: .long,
        help: ArgumentHelp("操作员口令文件：一行 crypt(3)。The operator's number as one line of crypt(3).", valueName: "file"))
    var operatorPinFile: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "朗读命令：标准输入是文字。A command that reads its standard input aloud.", valueName: "command"))
    var speak: String?
    @Option(
        name: .long,
        help: ArgumentHelp("状态文件（JSON），整份替换。A status file (JSON), replaced as a whole.", valueName: "file"))
    var statusFile: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "问需于民的文件夹：survey.csv 与份数。A folder with survey.csv; tallies are kept in it.", valueName: "folder"))
    var survey: String?
    @Option(name: .long, help: ArgumentHelp("字符：braille、block、ascii。Glyphs.", valueName: "set"))
    var glyphs: Glyphs.Name?
    @OptionGroup(visibility: .hidden) var simulation: KioskSimulation.Options

    func validate() throws {
        guard (1...3_600).contains(rotate), (5...3_600).contains(idle) else {
            throw ValidationError("--rotate 1…3600，--idle 5…3600（秒）/ seconds")
        }
    }

    mutating func run() throws {
        // Before anything else: it would end a program that does not know it yet.
        signal(SIGUSR1, SIG_IGN)
        tzset()
        let language = common.lang ?? .zh
        var number: OperatorNumber?
        if let operatorPinFile {
            switch OperatorNumber.read(operatorPinFile) {
            case .failure(let refusal): throw ExitStatusError(status: refusal.report())
            case .success(let read): number = read
            }
        }
        guard StandardStreams.outputIsTerminal, !ConsoleChoices.terminalCannotMove else {
            throw ExitStatusError(status: ConsoleRun.refusal(.noTerminal).report())
        }
        let codes = CodeMaker()
        let settings = KioskSettings(
            language: language, glyphs: Glyphs(glyphs ?? ConsoleChoices.standardGlyphs), rotation: rotate * 1_000,
            patience: idle * 1_000,
            hasOperator: number != nil, canSpeak: speak != nil, canCode: codes != nil)
        let simulation = simulation, choice = common.choice, speak = speak, statusFile = statusFile, survey = survey
        let status = MainActor.assumeIsolated {
            Self.run(
                choice, settings, number, simulation, speaker: speak.map(Speaker.init),
                statusFile: statusFile.map(StatusFile.init), codes: codes, survey: survey.map(SurveyDesk.init))
        }
        if status != .well { throw ExitStatusError(status: status) }
    }

    @MainActor
    private static func run(
        _ choice: DataChoice, _ settings: KioskSettings, _ number: OperatorNumber?,
        _ simulation: KioskSimulation.Options, speaker: Speaker?, statusFile: StatusFile?,
        codes: CodeMaker?, survey: SurveyDesk?
    ) -> ExitStatus {
        let data: KioskData
        // Watching begins before the first reading, so that no change falls between.
        switch KioskData.open(LiveData(choice)) {
        case .failure(let refusal): return refusal.report()
        case .success(let opened): data = opened
        }
        let terminal: CursesTerminal
        do {
            terminal = try CursesTerminal(ConsoleChoices().questions(followsTerminal: false))
        } catch {
            return ConsoleRun.refusal(error).report()
        }
        let asked = terminal.lock()
        func machine(_ clock: any KioskClock) -> KioskMachine {
            KioskMachine(
                clock: clock, data: data, number: number, asked: asked, speaker: speaker, statusFile: statusFile,
                codes: codes, survey: survey)
        }
        if let days = simulation.simulateDays {
            return KioskSimulation.run(days, simulation, settings, terminal, data: data, machine: machine)
        }
        let machine = machine(MachineClock())
        for descriptor in machine.descriptors { terminal.watch(descriptor) }
        var state = KioskState(catalogue: data.shown, settings: settings, size: terminal.size, at: machine.now)
        let ending = KioskLoop.run(&state, on: terminal, host: machine)
        terminal.close()
        machine.end(ending)
        return ending == .lost ? .cannotGoOn : .well
    }
}
