import Cells
import Indicators

/// The targets of a screen: rectangles with the action of a press. Drawing uses the same layouts.
struct ClickMap {
    struct Target: Hashable {
        let rect: Rect
        let action: Action
    }

    /// Later targets lie above earlier ones.
    private(set) var targets: [Target] = []

    init(_ state: DashboardState) {
        let content = state.content, frame = Frame(size: state.size), view = FrameView(content)
        for target in content.targets { add(target.rect, target.action) }
        if !frame.title.isEmpty {
            let title = state.catalogue.package.title[state.settings.language]
            let name = Rect(column: 0, row: frame.title.row, columns: 1 + DisplayWidth.of(title), rows: 1)
            add(name.intersection(frame.title), .openTab(0))
        }
        for (tab, rect) in view.tabSlots(frame.tabs) { add(rect, .openTab(tab.number)) }
        for (binding, rect) in view.footerSlots(frame.footer) {
            if let action = view.action(of: binding) { add(rect, action) }
        }
    }

    /// The action of a press at a point; nil where nothing looks as if it could be pressed.
    func action(at point: Point) -> Action? { targets.last { $0.rect.contains(point) }?.action }

    private mutating func add(_ rect: Rect, _ action: Action) {
        if !rect.isEmpty { targets.append(Target(rect: rect, action: action)) }
    }
}
