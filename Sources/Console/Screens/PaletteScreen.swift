import Cells
import Indicators
import Search
import Wording

/// Every action by its name: what is typed finds it in Chinese, English, pinyin or initials; Enter carries it out on
/// the screen behind.
struct PaletteScreen: ScreenContent {
    let ink: Ink
    /// The commands that the query finds, the best first.
    let commands: [Command]

    init(ink: Ink) {
        self.ink = ink
        let all = Command.all(on: ink.state.content(of: ink.state.screenBehindPalette))
        let query = ink.state.session.commandQuery
        // Who types the key of an action means that action, whatever else the letter is the initial of.
        let own = all.indices.filter { all[$0].hasKey(query) }
        let found = query.isEmpty ? Array(all.indices) : PhraseIndex(all.map(\.texts)).indices(matching: query)
        commands = (own + found.filter { !own.contains($0) }).map { all[$0] }
    }

    var context: KeyContext { .search }
    var name: String? { words.commands }
    var fileName: String { "commands" }
    var nearest: Screen? { .palette }
    var count: Int { commands.count }
    var list: ListGeometry? { ListGeometry(count: count, visible: SearchLayout(body: body).results.rows) }
    var targets: [ClickMap.Target] { rowTargets(SearchLayout(body: body).results, count: count, top: visit.top) }
    var opening: Opening? {
        commands.indices.contains(visit.selection) ? .command(commands[visit.selection]) : nil
    }

    func draw(in grid: inout CellGrid) {
        let layout = SearchLayout(body: body)
        ink.drawInput(words.commands + " : ", state.session.commandQuery, in: &grid, layout.input)
        let isUntyped = state.session.commandQuery.isEmpty
        let count =
            isUntyped ? words.commandHint : commands.isEmpty ? words.noCommand : words.matches(self.count)
        ink.put(count, .quiet, in: &grid, layout.count)
        if layout.count.isEmpty && commands.isEmpty { ink.put(count, .quiet, in: &grid, layout.results) }
        TableView(
            columns: [
                TableColumn(title: "", alignment: .leading, minimum: 3, isWhole: true),
                TableColumn(title: "", alignment: .leading, minimum: 8, gap: 2, isWhole: true),
                TableColumn(title: "", alignment: .leading, minimum: 4, weight: 1, dropOrder: 0, gap: 2),
            ],
            rows: commands.map(row), selected: commands.isEmpty ? nil : visit.selection, top: visit.top,
            style: ink.tableStyle
        ).draw(in: &grid, layout.results)
    }

    /// Key, name, and what it does or why it cannot.
    private func row(_ command: Command) -> [[TextRun]] {
        let isOffered = command.refusal == nil
        let name = command.name[ink.language], sentence = (command.refusal ?? command.sentence)[ink.language]
        return [
            [ink.run(command.keys, isOffered ? .accent : .quiet)],
            [ink.run(name, isOffered ? .text : .quiet)],
            [ink.run(sentence == name ? "" : sentence, .quiet)],
        ]
    }
}

extension DashboardState {
    /// The screen that a command of the palette is carried out on.
    var screenBehindPalette: Screen { session.visits.last { $0.screen != .palette }?.screen ?? .overview }
}

extension Ink {
    /// A line that is typed into, with the caret behind the text. The end of the text stays visible, because that is
    /// where the person types.
    func drawInput(_ label: String, _ text: String, in grid: inout CellGrid, _ rect: Rect) {
        var column = rect.column
        column += grid.put(label, at: Point(column: column, row: rect.row), style: theme[.focus], within: rect)
        var shown = text[...]
        let room = max(1, rect.right - column - 1)
        while DisplayWidth.of(String(shown)) > room { shown = shown.dropFirst() }
        column += grid.put(String(shown), at: Point(column: column, row: rect.row), style: theme[.value], within: rect)
        grid.caret = Point(column: min(column, rect.right - 1), row: rect.row)
    }
}
