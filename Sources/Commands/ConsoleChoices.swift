import Cells
import Console
import CursesScreen
import Glibc
import Indicators
import Themes

/// What the command line and the environment say of the console.
struct ConsoleChoices {
    var data: String?
    var sheet: String?
    var language: Language?
    var theme: Theme.Name?
    var colour: ColourChoice = .auto
    var glyphs: Glyphs.Name?
    var topic: String?
    var indicator: String?
    /// `--area`, else `MINSHENG_AREA`.
    var area: String? = ConsoleChoices.environment("MINSHENG_AREA")
    /// The version that changes are counted from; nil for the version before.
    var since: String?
    /// The mouse stays the terminal's own.
    var isWithoutMouse = false
    /// Whether the person is a guest on this machine: no file is written or read for them, no program started.
    var isGuest = false
    /// Text without boxes instead of the screen.
    var isPlain = ConsoleChoices.asksForPlain

    /// Whether the environment asks for text without boxes: MINSHENG_ACCESSIBLE=1.
    private static var asksForPlain: Bool { environment("MINSHENG_ACCESSIBLE").map { $0 != "0" } ?? false }

    /// Whether there is to be no screen.
    var isLinear: Bool { isPlain || Self.terminalCannotMove }

    /// Which data set is wanted.
    var dataChoice: DataChoice { DataChoice(option: data, sheet: sheet, isGuest: isGuest) }

    /// Whether nothing is named that is to be opened.
    var beginsWithOverview: Bool { topic == nil && indicator == nil && area == nil }

    enum ColourChoice: String, CaseIterable { case auto, always, never }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Whether the terminal can only write one line after the other, so that there is no screen to draw on.
    static var terminalCannotMove: Bool { environment("TERM") == "dumb" }

    /// The language asked for, else that of the locale: zh, zh_CN, zh-Hans all mean Chinese. The program speaks Chinese
    /// where nothing is said.
    static func resolve(_ language: Language?) -> Language {
        if let language { return language }
        guard let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") else {
            return .zh
        }
        return locale.hasPrefix("en") ? .en : .zh
    }

    /// What the terminal is asked. The Linux console knows neither its background nor another width than the C
    /// library's.
    func questions(followsTerminal: Bool) -> CursesTerminal.Questions {
        var questions: CursesTerminal.Questions = isWithoutMouse ? [] : [.mouse]
        if Self.environment("TERM") != "linux" {
            questions.formUnion(followsTerminal ? [.background, .widths] : [.widths])
        }
        return questions
    }

    /// Whether the console itself is meant, which has a memory of its theme; text has none.
    private var isOnScreen: Bool { !isPlain && StandardStreams.outputIsTerminal }

    var settings: Settings {
        let chosen = theme ?? (isOnScreen && !isGuest ? ThemeMemory.read() : nil)
        var theme = chosen ?? .dark
        // https://no-color.org: set and not empty means no colour, unless a person asks for it on the command line.
        let isColourless =
            colour == .never || (colour == .auto && self.theme == nil && Self.environment("NO_COLOR") != nil)
        if isColourless { theme = .mono }
        var settings = Settings(
            language: Self.resolve(language), theme: theme, glyphs: Glyphs(glyphs ?? Self.standardGlyphs),
            isColourless: isColourless,
            followsTerminal: chosen == nil && !isColourless)
        settings.isGuest = isGuest
        return settings
    }

    /// The Linux console and the oldest kinds of terminals have neither braille nor rounded corners. Those without
    /// block elements need `--glyphs ascii`.
    static var standardGlyphs: Glyphs.Name {
        switch environment("TERM") {
        case "linux", "vt100", "vt102", "vt220", "dumb": .block
        default: .braille
        }
    }
}
