import Cells

extension DashboardState {
    /// The whole screen: frame and the view of the current visit. Never fails, whatever the size.
    public func draw() -> CellGrid {
        let ink = Ink(self)
        var grid = CellGrid(size: size, style: ink.theme[.background])
        switch screen {
        case .overview: OverviewView(ink).draw(in: &grid)
        case .topic:
            FigureListView(ink: ink, rows: figureRows(of: screen), namesAreas: true).draw(in: &grid)
        case .area:
            FigureListView(ink: ink, rows: figureRows(of: screen), namesAreas: false).draw(in: &grid)
        case .indicator: IndicatorView(ink).draw(in: &grid)
        case .districts: DistrictsView(ink: ink).draw(in: &grid)
        case .source(let subject): SourceView(ink: ink, subject: subject).draw(in: &grid)
        case .search: SearchView(ink: ink).draw(in: &grid)
        case .help: HelpView(ink: ink).draw(in: &grid)
        case .compare(let code): CompareView(ink: ink, code: code).draw(in: &grid)
        case .areas, .filter: ChoiceView(ink: ink).draw(in: &grid)
        case .problems: ProblemsView(ink: ink).draw(in: &grid)
        }
        FrameView(ink: ink).draw(in: &grid)
        return grid
    }
}
