extension DashboardState {
    /// The area and period that are shown, then every step to the current screen.
    func way(_ ink: Ink) -> [String] {
        let period = ink.catalogue.package.period[ink.language], filter = filterText
        let area = session.area.flatMap { ink.catalogue.area($0)?.name[ink.language] } ?? ink.wording.wholeName
        var steps = [[area, filter, period].filter { !$0.isEmpty }.joined(separator: " \(ink.signs.separator) ")].filter
        { !$0.isEmpty }
        for visit in session.visits.dropFirst() {
            guard let name = visit.screen.content(ink).name, steps.last != name else { continue }
            // The only topic of a table is called like the table, which the title names.
            if !steps.isEmpty || name != ink.catalogue.package.title[ink.language] { steps.append(name) }
        }
        return steps
    }
}
