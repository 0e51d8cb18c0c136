import Cells
import Indicators
import Themes

extension Circumstances {
    /// Screen or lines, language, colours, theme and glyphs: what the console would choose, and why.
    var looks: [Finding] { [form, language, colours, theme, glyphs] }

    private var form: Finding {
        let title = LocalizedText.say("看板", "Console")
        guard choices.isLinear else {
            return Finding(title, .say("全屏", "a full screen"), from: .say("默认", "the default"))
        }
        let origin: LocalizedText =
            choices.isPlain
            ? .same(environment.assignment("MINSHENG_ACCESSIBLE")) : .same(environment.assignment("TERM"))
        return Finding(title, .say("逐行的文字", "text, line by line"), from: origin)
    }

    private var language: Finding {
        let asked = environment.first(of: "LC_ALL", "LC_MESSAGES", "LANG")
        let origin: LocalizedText =
            choices.language != nil
            ? .same("--lang")
            : asked.map { .same("\($0.name)=\($0.value)") }
                ?? .say("默认，LC_ALL、LC_MESSAGES、LANG 都没有设", "the default: LC_ALL, LC_MESSAGES and LANG are not set")
        return Finding(
            .say("语言", "Language"), settings.language == .zh ? .say("中文", "Chinese") : .say("英文", "English"),
            from: origin)
    }

    /// As many as the console uses: all of 256, else 16, 8 or none.
    private var colours: Finding {
        let title = LocalizedText.say("颜色", "Colours")
        if settings.isColourless { return Finding(title, .say("不用", "none"), from: reasonForNoColour) }
        let known = terminal ?? substitute
        let has = known?.description.colours ?? 0
        let used = has >= 256 ? 256 : has >= 16 ? 16 : has >= 8 ? 8 : 0
        let value: LocalizedText = used > 0 ? .say("\(used) 色", "\(used)") : .say("没有", "none")
        let colourTerminal = environment["COLORTERM"].map { "COLORTERM=\($0)" }
        let extra =
            colourTerminal.map { LocalizedText.say("；\($0)，本程序至多用 256 色", "; \($0), but no more than 256 are used") }
            ?? .nothing
        let overruled: LocalizedText =
            environment["NO_COLOR"] != nil
            ? .say("；命令行说了要，NO_COLOR 不算", "; the command line overrules NO_COLOR") : .nothing
        let origin = LocalizedText.say(
            "终端库说有 \(has) 色\(extra.zh)\(overruled.zh)", "the terminal data base says \(has)\(extra.en)\(overruled.en)")
        let isTooFew = colourTerminal != nil && used < 256 && terminal != nil
        return Finding(title, value, from: origin, mend: isTooFew ? richerTerminal : nil)
    }

    private var reasonForNoColour: LocalizedText {
        choices.colour == .never ? .same("--color never") : .same(environment.assignment("NO_COLOR"))
    }

    private var richerTerminal: LocalizedText {
        environment["TMUX"] != nil
            ? .say(
                "终端的颜色比 TERM 说的多；在 ~/.tmux.conf 里写 set -g default-terminal tmux-256color",
                "the terminal has more colours than TERM says; in ~/.tmux.conf: set -g default-terminal tmux-256color")
            : .say(
                "终端的颜色比 TERM 说的多；export TERM=xterm-256color",
                "the terminal has more colours than TERM says; export TERM=xterm-256color")
    }

    private var theme: Finding {
        let origin: LocalizedText
        if settings.isColourless {
            origin = .say("不用颜色", "no colours")
        } else if choices.theme != nil {
            origin = .same("--theme")
        } else if rememberedTheme != nil {
            origin = .say("记住的：\(memory)", "remembered in \(memory)")
        } else if environment["TERM"] == "linux" {
            origin = .say("默认", "the default")
        } else {
            origin = .say(
                "默认；打开以后终端说它的背景是浅色，就换成 light", "the default; light where the terminal says that its background is")
        }
        return Finding(.say("主题", "Theme"), .same(settings.theme.rawValue), from: origin)
    }

    /// Where the theme is remembered (`ThemeMemory`).
    private var memory: String {
        environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/minsheng/theme" : nil }
            ?? "~/.local/state/minsheng/theme"
    }

    private var glyphs: Finding {
        let name = settings.glyphs.name
        let origin: LocalizedText =
            choices.glyphs != nil
            ? .same("--glyphs")
            : name == .braille
                ? .say("默认", "the default")
                : .say(
                    "\(environment.assignment("TERM")) 的字体没有盲文点字", "\(environment.assignment("TERM")) has no braille")
        let isMissing = environment["TERM"] == "linux" && name == .braille
        return Finding(
            .say("字符", "Glyphs"), .same(name.rawValue), from: origin,
            mend: isMissing
                ? .say("Linux 控制台的字体没有盲文点字；用 --glyphs block", "the Linux console has no braille; use --glyphs block")
                : nil)
    }
}
