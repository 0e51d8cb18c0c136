import Cells
import CursesScreen
import Dashboard
import Indicators

/// The console, from opening the data to giving the terminal back.
enum ConsoleRun {
    /// Reads the data set; what is wrong is said on standard error.
    static func catalogue(_ data: String?, _ language: Language) -> Result<Catalogue, ExitStatusError> {
        switch DataChoice(option: data).folder() {
        case .failure(let refusal): return .failure(ExitStatusError(status: refusal.report()))
        case .success(let folder):
            let reading = CatalogueReader.read(folder, now: WallClock.now)
            if let catalogue = reading.catalogue {
                if catalogue.doubtsClock { StandardStreams.complain(LiveNotices.doubtsClock(language) + "\n") }
                return .success(catalogue)
            }
            let errors = reading.problems.filter { $0.severity == .error }
            let shown = errors.prefix(20).map { $0.text(language) }.joined(separator: "\n")
            let rest = errors.count > 20 ? (language == .zh ? "\n…… 共 \(errors.count) 处" : "\n… \(errors.count) in all") : ""
            let name = Refusal.harmless(folder.displayName)
            StandardStreams.complain(
                shown + rest + "\n"
                    + "minsheng: 数据有误，没有打开。用 minsheng check \(name) 查看全部问题。\n"
                    + "minsheng: the data have problems and were not opened. See all of them with: minsheng check \(name)\n")
            return .failure(ExitStatusError(status: .cannotGoOn))
        }
    }

    static func run(_ choices: ConsoleChoices) -> ExitStatus {
        let settings = choices.settings
        // Before the first reading, so that no change falls between.
        let data = LiveData(DataChoice(option: choices.data))
        let catalogue: Catalogue
        switch Self.catalogue(choices.data, settings.language) {
        case .failure(let error): return error.status
        case .success(let value): catalogue = value
        }
        var area: String?
        if let name = choices.area {
            guard let found = Lookup.area(name, catalogue) else { return Lookup.unknownArea(name, catalogue).report() }
            area = found.code == catalogue.rootArea.code ? nil : found.code
        }
        var first = Screen.overview
        if let code = choices.indicator {
            guard let indicator = Lookup.indicator(code, catalogue) else { return Lookup.unknown(code, catalogue).report() }
            first = .indicator(indicator.code, area: nil)
        } else if let code = choices.topic {
            guard let topic = Lookup.topic(code, catalogue) else { return Lookup.unknown(code, catalogue).report() }
            first = .topic(topic.code)
        }
        if choices.isLinear, LinearRun.isPossible { return LinearRun.run(catalogue, settings, first, area: area, data) }
        guard !choices.isPlain, StandardStreams.outputIsTerminal, !ConsoleChoices.terminalCannotMove else {
            var selection = FigureSelection()
            switch first {
            case .topic(let code): selection.topic = code
            case .indicator(let code, let area): (selection.indicator, selection.area) = (code, area)
            default: break
            }
            if let area { selection.area = area }
            let isAll = choices.isPlain || selection != FigureSelection()
            return StandardStreams.write(isAll ? PlainText.figures(catalogue, selection, settings) : PlainText.overview(catalogue, settings))
        }
        return MainActor.assumeIsolated { onTerminal(catalogue, settings, first, area, choices.questions, data) }
    }

    @MainActor
    private static func onTerminal(
        _ catalogue: Catalogue, _ settings: Settings, _ first: Screen, _ area: String?, _ questions: CursesTerminal.Questions,
        _ data: LiveData
    ) -> ExitStatus {
        let terminal: CursesTerminal
        do {
            terminal = try CursesTerminal(questions)
        } catch {
            return refusal(error).report()
        }
        var state = DashboardState(catalogue: catalogue, settings: settings, size: terminal.size)
        if let substitute = terminal.substitute { state.warnOfSubstitute(substitute) }
        state.open(first, area: area)
        let wakers = Wakers((data.watch.map { [FolderWaker($0)] } ?? []) + [EmbargoWaker()] as [any Waker])
        let ending = EventLoop.run(&state, on: terminal, wakers: wakers) { effect, state in
            switch effect {
            case .writePage: .notice(writePage(state))
            case .copy(let text): .notice(Clipboard.send(text) { terminal.send($0) })
            case .readData: data.read()
            case .quit, .suspend: .nothing
            }
        }
        terminal.close()
        // Only what the person changed by hand is remembered, never what an option or NO_COLOR asked for.
        if state.settings.theme != settings.theme { ThemeMemory.write(state.settings.theme) }
        return ending == .lost ? .cannotGoOn : .well
    }

    /// Writes the screen into the current folder and says under which names, or why not.
    private static func writePage(_ state: DashboardState) -> LocalizedText {
        switch PaperFile.write(state) {
        case .failure(let refusal): return refusal.message
        case .success(let names):
            // Both have one name but for the ending.
            let name = names.first.map { $0.hasSuffix(".txt") ? String($0.dropLast(4)) : $0 } ?? ""
            return LocalizedText(zh: "已写入 \(name).txt、.html", en: "wrote \(name).txt, .html")
        }
    }

    static func refusal(_ fault: CursesFault) -> Refusal {
        switch fault {
        case .noTerminal:
            Refusal(
                .cannotGoOn, "没有可用的终端。要文字输出，请用 minsheng show 或 minsheng --plain。",
                "there is no terminal to use. For text use: minsheng show, or minsheng --plain.")
        case .unknownTerminal(let kind):
            Refusal(
                .cannotGoOn, "不认识终端类型 TERM=\(Refusal.harmless(kind))，备用的 xterm-256color、ansi 也没有。请安装 ncurses-base，或设置 TERM。",
                "unknown terminal TERM=\(Refusal.harmless(kind)), and neither xterm-256color nor ansi is known. Install ncurses-base or set TERM.")
        case .noMemory: Refusal(.cannotGoOn, "内存不足，无法打开屏幕。", "not enough memory to open the screen.")
        case .noLocale:
            Refusal(
                .cannotGoOn, "系统没有 UTF-8 的区域设置。请安装 locales 并设置 LANG=C.UTF-8。",
                "the system has no UTF-8 locale. Install locales and set LANG=C.UTF-8.")
        }
    }
}

/// Carries an exit status out of a failure that has been reported already.
struct ExitStatusError: Error {
    let status: ExitStatus
}
