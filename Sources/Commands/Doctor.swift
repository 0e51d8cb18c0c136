import ArgumentParser

/// What is in force here, where it comes from, and what to do where something is wrong.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "查看本机：什么在起作用，哪里要改。What is in force here, and what to mend.",
        discussion:
            "选项与看板相同，可看它们起什么作用。退出码：0 没有要改的，1 有。Takes the console's options, to see what they do. Exit: 0 nothing to "
            + "mend, 1 something."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var look: LookOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "公众屏对角线（英寸）：算字高。The diagonal of a kiosk's screen: how high its letters are.", valueName: "inches"))
    var kiosk: Double?

    func validate() throws {
        if let kiosk, !(5...200).contains(kiosk) { throw ValidationError("--kiosk 5…200（英寸）/ inches") }
    }

    mutating func run() throws {
        var choices = ConsoleChoices()
        common.apply(to: &choices)
        look.apply(to: &choices)
        var found = Circumstances.ask(choices)
        let data = DataChecks.ask(common.data, found.environment)
        // Last of all, so that the terminal is its own again as soon as it has answered.
        let terminal = found.canBeAsked ? QuestionedTerminal() : nil
        found.kioskLetters = kiosk.map { KioskLetters(inches: $0) }
        let status = try Self.report(&found, data, terminal)
        if status != .well { throw ExitStatusError(status: status) }
    }

    /// How long the terminal has for all its answers, in milliseconds.
    private static let patience = 300

    private static func report(
        _ found: inout Circumstances, _ data: DataChecks, _ terminal: consuming QuestionedTerminal?
    ) throws -> ExitStatus {
        guard var terminal = consume terminal else { return try report(found, data) }
        found.drawnCells = terminal.cells(of: DoubtfulSigns.all.map { String($0) }, milliseconds: patience)
        let status = Result { try report(found, data) }
        terminal.close()
        return try status.get()
    }

    private static func report(_ found: Circumstances, _ data: DataChecks) throws -> ExitStatus {
        let findings =
            found.surroundings + found.looks + found.widths + data.findings + [found.variables]
            + (found.kioskLetters.map { [$0.finding(found.size)] } ?? [])
        try StandardStreams.put(
            Finding.report(
                findings, found.settings.language, columns: found.outputIsTerminal ? found.size?.columns : nil))
        return findings.contains { $0.mend != nil } ? .problems : .well
    }
}
