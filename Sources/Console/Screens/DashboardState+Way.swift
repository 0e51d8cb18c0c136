extension DashboardState {
    /// The area and period that are shown, then every step to the current screen.
    func way(_ ink: Ink) -> [String] {
        let period = ink.catalogue.package.period[ink.language], filter = filterText
        let area = session.area.flatMap { ink.catalogue.area($0)?.name[ink.language] } ?? ink.words.wholeCity
        var steps = [[area, filter, period].filter { !$0.isEmpty }.joined(separator: " \(ink.signs.separator) ")]
        for visit in session.visits.dropFirst() {
            if let name = visit.screen.content(ink).name, steps.last != name { steps.append(name) }
        }
        return steps
    }
}
