import Cells
import Themes
import Wording

/// What is on the screen while a large table is read: its name, how far the reading has come, and how to give up.
public struct LoadingState: Hashable, Sendable {
    /// Theme, language and glyphs. Keys can change the theme and the language while the table is read.
    public internal(set) var settings: Settings
    /// The size of the terminal.
    public internal(set) var size: Size
    /// The name of what is read.
    let name: String
    /// Bytes read, and bytes in all.
    public internal(set) var done = 0
    /// Bytes in all; 0 where the size is not known yet.
    public internal(set) var all: Int

    /// A reading that has not begun.
    ///
    /// - Parameters:
    ///   - name: what is read, as the screen shows it.
    ///   - bytes: the size of the table; 0 where it is not known yet.
    public init(name: String, bytes: Int, settings: Settings, size: Size) {
        self.name = name
        all = bytes
        self.settings = settings
        self.size = size
    }

    /// What an event means while a table is read.
    enum Answer: Hashable { case draw, redraw, giveUp, suspend }

    /// Carries out what an event asks for; nil for one that means nothing here.
    mutating func take(_ event: TerminalEvent) -> Answer? {
        switch event {
        case .resize(let size): self.size = size
        case .background(let isLight):
            guard settings.followsTerminal else { return nil }
            settings.theme = isLight ? .light : .dark
        case .resumed: break
        case .key(let key):
            switch KeyTable.action(for: key, in: .loading) {
            case .back, .quit: return .giveUp
            case .suspend: return settings.isGuest ? nil : .suspend
            case .redraw: return .redraw
            case .nextTheme:
                guard !settings.isColourless else { return nil }
                settings.theme = settings.theme.next
                settings.followsTerminal = false
            case .toggleLanguage: settings.language = settings.language == .zh ? .en : .zh
            default: return nil
            }
        case .pointer, .paste, .ready, .terminate, .lost: return nil
        }
        return .draw
    }

    /// Takes over the progress. Returns whether it needs a new frame.
    mutating func take(done: Int, all: Int) -> Bool {
        let before = percent
        self.done = done
        if all > 0 { self.all = all }
        return percent != before
    }

    var percent: Int { all > 0 ? min(100, done * 100 / all) : 0 }

    /// The frame.
    public func draw() -> CellGrid {
        let theme = Theme(settings.theme), isChinese = settings.language == .zh, glyphs = settings.glyphs
        var grid = CellGrid(size: size, style: theme[.background])
        let columns = min(size.columns - 2, 64)
        guard columns > 4, size.rows > 0 else { return grid }
        var row = max(0, size.rows / 2 - 2)
        let left = (size.columns - columns) / 2
        func put(_ text: String, _ role: Role) {
            guard row < size.rows else { return }
            let slot = Rect(column: left, row: row, columns: columns, rows: 1)
            grid.put(
                TextLayout.truncate(text, to: columns, sign: glyphs.ellipsis), at: Point(column: left, row: row),
                style: theme[role], within: slot)
            row += 1
        }
        put((isChinese ? "正在读取 " : "Reading ") + name, .title)
        if size.rows > 6 { row += 1 }
        // A data base does not say how much there is.
        if all > 0, row < size.rows {
            var column = left
            let runs = ProgressBar.runs(
                fraction: Double(percent) / 100, mark: nil, columns: columns - 6, glyphs: glyphs, filled: theme[.bar],
                empty: theme[.frame],
                markStyle: theme[.accent], isThin: true)
            for run in runs {
                column += grid.put(
                    run.text, at: Point(column: column, row: row), style: run.style,
                    within: Rect(column: left, row: row, columns: columns, rows: 1))
            }
            let text = "\(percent)%"
            grid.put(
                text, at: Point(column: left + columns - text.count, row: row), style: theme[.value],
                within: Rect(column: left, row: row, columns: columns, rows: 1))
            row += 1
        }
        if all > 0 {
            put("\(Self.megabytes(done)) / \(Self.megabytes(all)) MB", .quiet)
            if size.rows > 6 { row += 1 }
        }
        put(isChinese ? "Esc 放弃   t 主题   L English" : "Esc give up   t theme   L 中文", .quiet)
        return grid
    }

    private static func megabytes(_ bytes: Int) -> String { String((bytes + 500_000) / 1_000_000) }
}
