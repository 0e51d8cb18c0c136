import Cells
import Console
import Glibc
import Themes

// The Glibc module leaves wcwidth out: its header wants _XOPEN_SOURCE.
@_silgen_name("wcwidth") private func columns(of character: wchar_t) -> Int32

/// All that was asked of the system and the terminal. What follows from it is worked out without asking again.
struct Circumstances {
    /// What the command line says.
    var choices: ConsoleChoices
    /// How the console would look.
    var settings: Settings
    var environment: EnvironmentValues
    var inputIsTerminal = false
    var outputIsTerminal = false
    /// The window by its terminal; nil where there is none.
    var size: Size?
    var locale: LocaleFacts
    /// What the data base says of TERM; nil where it does not know it.
    var terminal: TerminfoEntry?
    /// The kind that the console would take instead.
    var substitute: TerminfoEntry?
    var rememberedTheme: Theme.Name?
    /// How many cells the C library counts for each of `DoubtfulSigns`.
    var countedCells: [Int] = []
    /// How many the terminal drew, as far as it answered; nil where it was not asked.
    var drawnCells: [Int]?
    /// Where `tmux` is; nil where it is not found.
    var tmux: String?
    var clipboard: Clipboard.Way
    /// How high the letters of a kiosk would be; nil where nobody asks.
    var kioskLetters: KioskLetters?

    /// Whether the terminal is one that knows questions.
    var canBeAsked: Bool { outputIsTerminal && environment["TERM"] != nil && environment["TERM"] != "dumb" }

    /// Asks the system; not the terminal.
    static func ask(_ choices: ConsoleChoices) -> Circumstances {
        let environment = EnvironmentValues.current
        let locale = LocaleFacts.choose()
        let kind = environment["TERM"] ?? ""
        let remembered = ThemeMemory.read()
        var settings = choices.settings
        // Without a screen nothing is remembered; the console would.
        if choices.theme == nil, !settings.isColourless, let remembered {
            (settings.theme, settings.followsTerminal) = (remembered, false)
        }
        let terminal = TerminfoEntry.find(kind, environment)
        return Circumstances(
            choices: choices, settings: settings, environment: environment, inputIsTerminal: isatty(STDIN_FILENO) == 1,
            outputIsTerminal: isatty(STDOUT_FILENO) == 1, size: windowSize, locale: locale, terminal: terminal,
            substitute: terminal == nil
                ? ["xterm-256color", "ansi"].lazy.compactMap { TerminfoEntry.find($0, environment) }.first : nil,
            rememberedTheme: remembered, countedCells: DoubtfulSigns.all.map { Int(columns(of: wchar_t($0.value))) },
            tmux: program("tmux"),
            clipboard: Clipboard.way)
    }

    private static var windowSize: Size? {
        for descriptor in [STDOUT_FILENO, STDIN_FILENO] {
            var size = winsize()
            if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
                return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
            }
        }
        return nil
    }

    private static func program(_ name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
