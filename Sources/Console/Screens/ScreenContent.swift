import Cells
import Indicators
import Reports
import Wording

/// Everything about one screen: its title, its rows or lines, what can be pressed, where its figures come from, what is
/// copied, what keys mean on it, and how it is drawn. Each screen is one file in this folder, with its lines in
/// the registry (`Screen.swift`).
///
/// Defaults that most screens share stand below the protocol.
protocol ScreenContent {
    var ink: Ink { get }
    /// The context that decides which keys have a meaning here.
    var context: KeyContext { get }

    // MARK: Names

    /// The step in the title; nil for the overview, which is the first screen.
    var name: String? { get }
    /// The screen's part of a file name, before `PaperName` makes it safe.
    var fileName: String { get }

    // MARK: Rows or lines

    /// The rows that can be selected, in the order in which they stand.
    var items: [Item] { get }
    /// The number of indices that the selection can take. It is counted without making the rows, of which there may be
    /// thousands.
    var count: Int { get }
    /// The row at an index; nil outside the rows.
    func item(_ index: Int) -> Item?
    /// How the rows scroll; nil where they do not, and for text.
    var list: ListGeometry? { get }
    /// The text that scrolls; nil where rows can be selected instead.
    var text: TextGeometry? { get }

    // MARK: Keys and presses

    /// What can be pressed in the body, later targets above earlier ones.
    var targets: [ClickMap.Target] { get }
    /// What the left and right keys move through.
    var sideways: Sideways { get }
    /// The index that a move from an index leads to; nil for the row above or below.
    func neighbour(of index: Int, _ way: Way) -> Int?
    /// What Enter does on a row.
    func opening(_ item: Item) -> Opening?
    /// What Enter does on the current selection; nil where it does nothing.
    var opening: Opening? { get }

    // MARK: What the screen is about

    /// The subject of the source that `s` shows; nil where there is none.
    var sourceSubject: SourceSubject? { get }
    /// Whether there are figures, whose digits a key changes.
    var showsFigures: Bool { get }
    /// The indicator that `c` compares across areas; nil where there is none.
    var comparable: String? { get }
    /// The topic that the screen is about, by its code.
    var topic: String? { get }
    /// The area that the screen is about, by its code, where nobody chose it for every screen; nil for none.
    var ownArea: String? { get }
    /// What `y` copies: the selection, or the subject of the screen where nothing can be selected.
    var copied: CopiedItem? { get }
    /// What `Y` copies: the table of the screen.
    var copiedTable: [CopiedItem] { get }
    /// The codes of the sources that a sheet of paper has to name, in order of appearance.
    var sources: [String] { get }
    /// The same screen in the current data, or the nearest of its kind; nil where its subject is gone.
    var nearest: Screen? { get }

    /// Draws the body.
    func draw(in grid: inout CellGrid)
}

/// What the left and right keys move through on a screen.
enum Sideways { case nothing, tabs, indicators }

/// What Enter leads to.
enum Opening {
    case visit(Screen)
    /// The tab with this number.
    case tab(Int)
    /// An area for every screen; nil for the whole.
    case area(String?)
    /// A dimension, or one of its codes.
    case choice(FilterChoice)
    /// Carries a command out on the screen before.
    case command(Command)
}

extension ScreenContent {
    var state: DashboardState { ink.state }
    var catalogue: Catalogue { ink.catalogue }
    var words: Words { ink.words }
    /// The selection and scroll position of the screen.
    var visit: Visit { state.session.current }
    /// The room between the tabs and the footer.
    var body: Rect { Frame(size: state.size).body }
    var selected: Item? { item(visit.selection) }

    var items: [Item] { [] }
    var count: Int { items.count }
    func item(_ index: Int) -> Item? {
        let items = items
        return items.indices.contains(index) ? items[index] : nil
    }
    var list: ListGeometry? { nil }
    var text: TextGeometry? { nil }
    /// Whether the screen is text. Its lines are not made for this.
    var isText: Bool { [.text, .indicator].contains(context) }

    var targets: [ClickMap.Target] { [] }
    var sideways: Sideways { .nothing }
    func neighbour(of index: Int, _ way: Way) -> Int? { nil }
    var opening: Opening? { selected.flatMap(opening) }
    func opening(_ item: Item) -> Opening? {
        switch item {
        case .figure(let indicator, let observation):
            let isHeadline = observation?.area == state.shownObservation(of: indicator.code)?.area
            return .visit(.indicator(indicator.code, area: isHeadline ? nil : observation?.area))
        case .derived(let derived): return .visit(.source(.derived(derived.code)))
        case .brief(let brief): return .visit(.source(.brief(brief.code)))
        case .area(let area): return .visit(.area(area.code))
        case .topic(let topic): return .visit(.topic(topic.code))
        case .choice(let choice): return .choice(choice)
        }
    }

    var sourceSubject: SourceSubject? { nil }
    var showsFigures: Bool { true }
    var comparable: String? { nil }
    var topic: String? { nil }
    var ownArea: String? { nil }
    var copied: CopiedItem? { nil }
    var copiedTable: [CopiedItem] { [] }
    var sources: [String] { [] }

    /// Rows of a list as targets.
    ///
    /// - Parameters:
    ///   - count: the number of rows; the first shown is `top`.
    ///   - first: the index of the first row among all that can be selected.
    ///   - opensAtOnce: whether the first press opens a row; otherwise it selects it.
    func rowTargets(
        _ rect: Rect, count: Int, top: Int, first: Int = 0, opensAtOnce: Bool = true
    ) -> [ClickMap.Target] {
        (0..<max(0, min(rect.rows, count - top))).map { row in
            ClickMap.Target(
                rect: Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1),
                action: .choose(first + top + row, opens: opensAtOnce))
        }
    }
}

/// A screen that is a page of text in a box.
protocol TextScreen: ScreenContent {
    /// The lines of the page at a width.
    func lines(columns: Int) -> [StyledLine]
}

extension TextScreen {
    var context: KeyContext { .text }
    var text: TextGeometry? {
        let rect = TextGeometry.page(body)
        return TextGeometry(TextLines(lines(columns: TextGeometry.textColumns(rect))), rect)
    }

    func draw(in grid: inout CellGrid) {
        if TextGeometry.isBoxed(body) {
            _ = ink.panel(name ?? "", "", in: &grid, TextGeometry.box(body), isFocused: true)
        }
        guard let text else { return }
        TextPanel(ink: ink).draw(text.lines, top: visit.top, in: &grid, text.rect)
    }
}
