import Cells
import Console
import CursesScreen
import Glibc
import Indicators
import Reports
import Tables
import Wording

/// The console, from opening the data to giving the terminal back.
enum ConsoleRun {
    /// Reads the data set; what is wrong is said on standard error.
    static func catalogue(_ choice: DataChoice, _ language: Language) -> Result<Catalogue, ExitStatusError> {
        catalogue(choice.location(), language, isGuest: choice.isGuest)
    }

    /// Reads the data set; what is wrong is said on standard error.
    static func catalogue(
        _ location: Result<DataLocation, Refusal>, _ language: Language, isGuest: Bool = false
    ) -> Result<Catalogue, ExitStatusError> {
        switch location {
        case .failure(let refusal): return .failure(ExitStatusError(status: refusal.report()))
        case .success(let location):
            return catalogue(of: DataReader.read(location, now: WallClock.now), location, language, isGuest: isGuest)
        }
    }

    /// What was read; what is wrong, or why nothing was read, is said on standard error.
    static func catalogue(
        of reading: CatalogueReading, _ location: DataLocation, _ language: Language, isGuest: Bool = false
    ) -> Result<Catalogue, ExitStatusError> {
        if let catalogue = reading.catalogue {
            if !isGuest { warn(of: reading, location) }
            if catalogue.doubtsClock { StandardStreams.complain(LiveNotices.doubtsClock(language) + "\n") }
            return .success(catalogue)
        }
        if isGuest { return .failure(ExitStatusError(status: Refusal(.cannotGoOn, GuestNotices.noData).report())) }
        let errors = reading.problems.filter { $0.severity == .error }
        let shown = errors.prefix(20).map { $0.text(language) }.joined(separator: "\n")
        let rest =
            errors.count > 20 ? (language == .zh ? "\n…… 共 \(errors.count) 处" : "\n… \(errors.count) in all") : ""
        let command = TypedCommand.minsheng("check", location.displayName)
        StandardStreams.complain(
            shown + rest + "\n"
                + "minsheng: 数据有误，没有打开。用 \(command) 查看全部问题。\n"
                + "minsheng: the data have problems and were not opened. See all of them with: \(command)\n"
        )
        return .failure(ExitStatusError(status: .cannotGoOn))
    }

    /// Says on standard error how much of a table did not enter.
    private static func warn(of reading: CatalogueReading, _ location: DataLocation) {
        let errors = reading.problems.count { $0.severity == .error }
        guard errors > 0 else { return }
        let name = location.displayName.harmless()
        let command = TypedCommand.minsheng("check", location.displayName)
        StandardStreams.complain(
            "minsheng: \(name) 有 \(errors) 处问题，有问题的行没有读入。用 \(command) 查看。\n"
                + "minsheng: \(name) has \(EnglishCount.text(errors, "problem")); rows with problems were left out. "
                + "See them with: \(command)\n"
        )
    }

    @MainActor
    static func run(_ choices: ConsoleChoices) -> ExitStatus {
        if choices.isGuest { GuestLimits.set() }
        let settings = choices.settings
        let isOnScreen = !choices.isPlain && StandardStreams.outputIsTerminal && !ConsoleChoices.terminalCannotMove
        // Before the first reading, so that no change falls between. A comparison with a version needs all figures.
        let data = LiveData(
            choices.dataChoice, mayBePartial: isOnScreen && !choices.isLinear && choices.since == nil)
        if isOnScreen, !choices.isLinear {
            do {
                return onScreen(choices, settings, data, try FormerReading(choices, settings.language))
            } catch {
                return (error as? ExitStatusError)?.status ?? .cannotGoOn
            }
        }
        if choices.since != nil {
            return Refusal(
                .wrongUse, "--since 只用于屏幕；要文字，用 minsheng attention --since 或 minsheng diff。",
                "--since is for the screen; as text use minsheng attention --since, or minsheng diff."
            ).report()
        }
        let catalogue: Catalogue
        switch Self.catalogue(data.location(), settings.language, isGuest: choices.isGuest) {
        case .failure(let error): return error.status
        case .success(let value): catalogue = value
        }
        let start: ConsoleStart
        do {
            start = try ConsoleStart.find(choices, catalogue)
        } catch {
            return error.report()
        }
        if choices.isLinear, LinearRun.isPossible {
            return LinearRun.run(catalogue, settings.wording, start.screen, area: start.area, data)
        }
        var selection = FigureSelection()
        switch start.screen {
        case .topic(let code): selection.topic = code
        case .indicator(let code, let area): (selection.indicator, selection.area) = (code, area)
        default: break
        }
        if let area = start.area { selection.area = area }
        let isAll = choices.isPlain || selection != FigureSelection()
        return StandardStreams.write(
            isAll
                ? TextReport.figures(catalogue, selection, settings.wording)
                : TextReport.overview(catalogue, settings.wording))
    }

    /// The console itself.
    @MainActor
    private static func onScreen(
        _ choices: ConsoleChoices, _ settings: Settings, _ data: LiveData, _ former: FormerReading
    ) -> ExitStatus {
        let location: DataLocation, opened: ConsoleReading
        do {
            var settings = settings
            let (found, terminal) = try ConsoleReading.location(data, choices, &settings)
            switch found {
            case .failure(let refusal):
                terminal?.close()
                return refusal.report()
            case .success(let value): location = value
            }
            opened = try ConsoleReading(location, choices, settings, on: terminal)
        } catch {
            return error.status
        }
        let catalogue: Catalogue, start: ConsoleStart
        switch opened.reading.catalogue {
        case let read?: catalogue = read
        case nil:
            // The terminal is given back before anything is said.
            opened.terminal?.close()
            guard
                case .failure(let error) = Self.catalogue(
                    of: opened.reading, location, opened.settings.language, isGuest: choices.isGuest)
            else { return .cannotGoOn }
            return error.status
        }
        do {
            start = try ConsoleStart.find(choices, catalogue)
        } catch {
            opened.terminal?.close()
            return error.report()
        }
        do {
            let screen = try opened.screen()
            if choices.isGuest { _ = screen.lock() }
            var state = DashboardState(catalogue: catalogue, settings: opened.settings, size: screen.size)
            if let isLight = screen.backgroundIsLight() { state.update(.adoptBackground(isLight: isLight)) }
            state.noteProblems(of: opened.reading)
            return run(&state, on: screen, start, data, former)
        } catch {
            return refusal(error).report()
        }
    }

    @MainActor
    private static func run(
        _ state: inout DashboardState, on terminal: CursesTerminal, _ start: ConsoleStart, _ data: LiveData,
        _ former: FormerReading
    ) -> ExitStatus {
        let theme = state.settings.theme
        if let charset = NamedCharset.other { state.warnOfCharset(charset.harmless()) }
        if let substitute = terminal.substitute { state.warnOfSubstitute(substitute) }
        state.open(start.screen, area: start.area)
        state.welcome()
        let wakers = Wakers((data.watch.map { [DataWaker($0)] } ?? []) + [EmbargoWaker()] as [any Waker])
        let ending = EventLoop.run(&state, on: terminal, wakers: wakers) { effect, state in
            switch effect {
            case .writePage, .writeBriefing:
                guard !state.settings.isGuest else { return .notice(GuestNotices.notHere) }
                let written = effect == .writePage ? PaperFile.write(state) : PaperFile.writeBriefing(state)
                if state.catalogue.lacksFigures { data.ask(state.catalogue.wishes, isFirst: false) }
                return .notice(notice(of: written))
            case .copy(let text):
                return .notice(Clipboard.send(text, isGuest: state.settings.isGuest) { terminal.send($0) })
            case .readData(let byHand): return data.read(byHand: byHand)
            case .readFigures(let wishes, let isFirst): data.ask(wishes, isFirst: isFirst)
            case .readFormerVersions: return .formerVersions(former.versions(before: state.catalogue))
            case .quit, .suspend, .redraw: break
            }
            return .nothing
        }
        terminal.close()
        // Only what the person changed by hand is remembered, never what an option, NO_COLOR or the terminal asked for.
        if state.settings.theme != theme, !state.settings.followsTerminal, !state.settings.isGuest {
            ThemeMemory.write(state.settings.theme)
        }
        if ending == .quit, !state.catalogue.isPartial { former.remember(state.catalogue) }
        return ending == .lost ? .cannotGoOn : .well
    }

    /// Under which names files were written, or why not.
    private static func notice(of written: Result<[String], PaperRefusal>) -> LocalizedText {
        switch written {
        case .failure(let refusal): return refusal.message
        case .success(let names):
            // Both have one name but for the ending.
            let name = names.first.map { $0.hasSuffix(".txt") ? String($0.dropLast(4)) : $0 } ?? ""
            let folder = currentFolder
            return LocalizedText(
                zh: "已写入 \(name).txt、.html" + (folder.isEmpty ? "" : "，在 \(folder)"),
                en: "wrote \(name).txt, .html" + (folder.isEmpty ? "" : " in \(folder)"))
        }
    }

    /// The folder that the program was started in; empty where it is not known.
    private static var currentFolder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path).harmless()
    }

    static func refusal(_ fault: CursesFault) -> Refusal {
        switch fault {
        case .noTerminal:
            Refusal(
                .cannotGoOn, "没有可用的终端。要文字输出，请用 minsheng show 或 minsheng --plain。",
                "there is no terminal to use. For text use: minsheng show, or minsheng --plain.")
        case .unknownTerminal(let kind):
            Refusal(
                .cannotGoOn, "不认识终端类型 TERM=\(kind.harmless())，备用的 xterm-256color、ansi 也没有。请安装 ncurses-base，或设置 TERM。",
                "unknown terminal TERM=\(kind.harmless()), and neither xterm-256color nor ansi is known. Install "
                    + "ncurses-base or set TERM."
            )
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
