import Cells
import Indicators

extension Circumstances {
    /// Locale, terminal, window, mouse and clipboard.
    var surroundings: [Finding] { [characters, kind, window, mouse, copying] }

    private var characters: Finding {
        let title = LocalizedText.say("区域设置", "Locale")
        let asked = environment.first(of: "LC_ALL", "LC_CTYPE", "LANG")
        let isPlain = asked.map { ["C", "POSIX"].contains($0.value) } ?? true
        let origin: LocalizedText =
            asked.map { .same("\($0.name)=\($0.value)") }
            ?? .say("LC_ALL、LC_CTYPE、LANG 都没有设", "LC_ALL, LC_CTYPE and LANG are not set")
        guard let inForce = locale.inForce else {
            return Finding(
                title, .say("系统没有 UTF-8 的区域设置，看板打不开", "the system has none in UTF-8; the console cannot open"),
                from: origin,
                mend: .say("安装 locales，再 export LANG=C.UTF-8", "install locales, then export LANG=C.UTF-8"))
        }
        if locale.isUTF8 { return Finding(title, .same(inForce), from: origin) }
        let value: LocalizedText, mend: LocalizedText?
        if isPlain {
            (value, mend) = (.say("\(inForce)，备用", "\(inForce), in its place"), nil)
        } else if locale.isInstalled {
            value = .say("\(inForce)，因为所设的不是 UTF-8", "\(inForce), because what is set is not UTF-8")
            mend = .say(
                "终端与区域设置都用 UTF-8：export LANG=zh_CN.UTF-8，或 C.UTF-8",
                "use UTF-8 for terminal and locale: export LANG=zh_CN.UTF-8, or C.UTF-8")
        } else {
            value = .say("\(inForce)，因为所设的没有安装", "\(inForce), because what is set is not installed")
            mend = .say(
                "安装它（Debian：dpkg-reconfigure locales），或 export LANG=C.UTF-8",
                "install it (Debian: dpkg-reconfigure locales), or export LANG=C.UTF-8")
        }
        return Finding(title, value, from: origin, mend: mend)
    }

    private var kind: Finding {
        let title = LocalizedText.say("终端", "Terminal"), name = environment["TERM"]
        if name == "dumb" {
            return Finding(
                title, .say("只能逐行写字，看板按文字输出", "writes one line after the other; the console is written as text"),
                from: .same("TERM=dumb"),
                mend: !outputIsTerminal
                    ? nil
                    : .say("用别的终端，或 export TERM=xterm-256color", "use another terminal, or export TERM=xterm-256color"))
        }
        if let name, let terminal {
            return Finding(
                title,
                .say("\(name)，\(terminal.description.colours) 色", "\(name), \(terminal.description.colours) colours"),
                from: terminal.path.map { .say("TERM，\($0)", "TERM, \($0)") } ?? .same("TERM"))
        }
        let unknown: LocalizedText =
            name.map { .say("\($0) 不认识", "\($0) is not known") } ?? .say("没有说是哪一种", "its kind is not said")
        let instead = substitute?.kind
        let value: LocalizedText =
            instead.map { .say("\(unknown.zh)，按 \($0) 显示", "\(unknown.en), \($0) is used") }
            ?? .say("\(unknown.zh)，看板打不开", "\(unknown.en), the console cannot open")
        let mend: LocalizedText =
            instead == nil
            ? .say(
                "安装 ncurses-base，再 export TERM=xterm-256color", "install ncurses-base, then export TERM=xterm-256color")
            : .say(
                "安装 ncurses-term，或 export TERM=xterm-256color", "install ncurses-term, or export TERM=xterm-256color")
        return Finding(
            title, value, from: name == nil ? .say("TERM 没有设", "TERM is not set") : .same("TERM"),
            mend: outputIsTerminal || name != nil ? mend : nil)
    }

    /// The smallest window that every screen is laid out for.
    private static let smallest = Size(columns: 20, rows: 5)

    private var window: Finding {
        let title = LocalizedText.say("大小", "Size")
        guard let size else {
            return Finding(
                title, .say("不知道", "not known"),
                from: .say("标准输入与输出都不是终端", "neither standard input nor output is a terminal"))
        }
        func number(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }
        let columns = number("COLUMNS"), rows = number("LINES")
        var mend: LocalizedText?
        if (columns ?? size.columns, rows ?? size.rows) != (size.columns, size.rows) {
            mend = .say(
                "环境变量 COLUMNS、LINES 与窗口不同，开始时以它们为准；unset COLUMNS LINES",
                "COLUMNS and LINES differ from the window and win at the start; unset COLUMNS LINES")
        } else if size.columns < Self.smallest.columns || size.rows < Self.smallest.rows {
            mend = .say("把窗口拉大，至少 20 列 5 行", "make the window larger, at least 20 by 5")
        }
        let value = LocalizedText.say("\(size.columns) 列 \(size.rows) 行", "\(size.columns) columns, \(size.rows) rows")
        return Finding(title, value, from: .say("终端", "the terminal"), mend: mend)
    }

    private var mouse: Finding {
        let title = LocalizedText.say("鼠标", "Mouse")
        if choices.isWithoutMouse { return Finding(title, .say("不用", "not used"), from: .same("--no-mouse")) }
        let claims = (terminal ?? substitute)?.description.claimsMouse ?? false
        return claims
            ? Finding(
                title,
                .say("点击与滚轮；按住 Shift 拖动是终端自己的选择", "presses and wheel; with Shift held the terminal selects by itself"),
                from: .say("终端库说有", "the terminal data base says so"))
            : Finding(title, .say("没有", "none"), from: .say("终端库没有说有", "the terminal data base names none"))
    }

    private var copying: Finding {
        let title = LocalizedText.say("剪贴板", "Clipboard")
        switch clipboard {
        case .tmux:
            let origin = LocalizedText.say(
                "TMUX 已设；\(tmux ?? "找不到 tmux")", "TMUX is set; \(tmux ?? "tmux is not found")")
            return Finding(
                title, .same("tmux load-buffer -w"), from: origin,
                mend: tmux == nil ? .say("把 tmux 所在的文件夹加进 PATH", "put the folder of tmux on PATH") : nil)
        case .terminal where environment["STY"] != nil:
            return Finding(
                title, .same("OSC 52"), from: .say("不在 tmux 里，在 GNU screen 里", "not in tmux, but in GNU screen"),
                mend: .say(
                    "GNU screen 不转交剪贴板；改用 tmux，或在 screen 之外运行",
                    "GNU screen does not pass it on; use tmux, or run outside screen"))
        case .terminal:
            return Finding(
                title, .say("OSC 52；终端收不收，程序无从知道", "OSC 52; whether the terminal takes it nobody can know"),
                from: .say("不在 tmux 里", "not in tmux"))
        case .none:
            return Finding(
                title, .say("没有", "none"), from: .say("Linux 控制台没有剪贴板", "the Linux console has no clipboard"))
        }
    }

    /// Every variable that matters here, set or not.
    var variables: Finding {
        let set = EnvironmentValues.names.filter { environment[$0] != nil }.map(environment.assignment).joined(
            separator: "  ")
        let unset = EnvironmentValues.names.filter { environment[$0] == nil }.joined(separator: " ")
        let origin: LocalizedText = unset.isEmpty ? .nothing : .say("没有设：\(unset)", "not set: \(unset)")
        return Finding(
            .say("环境变量", "Environment"), .same(set.isEmpty ? "-" : set), from: origin, mend: wrongLimit)
    }

    /// Where `MINSHENG_READ_WHOLE` is no number that can be a limit.
    private var wrongLimit: LocalizedText? {
        let name = "MINSHENG_READ_WHOLE"
        guard let value = environment[name], Int(value).map({ $0 < 0 }) ?? true else { return nil }
        let usual = DataChoice.usuallyWhole
        return .say(
            "\(name)=\(value) 不是条数；写成整数，如 \(name)=\(usual)",
            "\(name)=\(value) is no number of figures; write a whole number, such as \(name)=\(usual)")
    }
}
