import Cells
import Indicators

/// One tile for every topic and one for the districts; a table where tiles do not fit.
struct OverviewView {
    let ink: Ink
    let layout: OverviewLayout
    private var state: DashboardState { ink.state }

    init(_ ink: Ink) {
        self.ink = ink
        layout = OverviewLayout(ink.state)
    }

    func draw(in grid: inout CellGrid) {
        if layout.isTable {
            OverviewTable(ink: ink).draw(in: &grid, layout.body)
            return
        }
        let topics = ink.catalogue.topics
        for (index, rect) in layout.tiles.enumerated() {
            let isFocused = index == state.session.current.selection
            if topics.indices.contains(index) {
                TopicTile(ink: ink, topic: topics[index], number: index + 1).draw(in: &grid, rect, isFocused: isFocused)
            } else {
                DistrictsTile(ink: ink, number: index + 1).draw(in: &grid, rect, isFocused: isFocused)
            }
        }
    }
}

extension Ink {
    /// A box whose frame has colour only where the focus is; returns what is inside, with a margin.
    func panel(
        _ title: String, _ trailing: String, in grid: inout CellGrid, _ rect: Rect, isFocused: Bool = false
    ) -> Rect {
        Box.draw(
            in: &grid, rect, title: title, trailing: trailing, glyphs: glyphs,
            frame: theme[isFocused ? .accent : .frame], titleStyle: theme[isFocused ? .focus : .title],
            trailingStyle: theme[.quiet]
        ).inset(columns: 1, rows: 0)
    }
}
