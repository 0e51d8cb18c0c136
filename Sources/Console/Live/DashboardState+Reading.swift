import Cells
import Indicators
import Wording

extension DashboardState {
    /// Takes over the outcome of an effect.
    public mutating func take(_ outcome: Outcome, of effect: Effect) {
        switch outcome {
        case .nothing: break
        case .notice(let notice): self.notice = notice
        case .reading(let reading): adopt(reading, byHand: effect == .readData(byHand: true))
        case .formerVersions(let found): take(found)
        }
    }

    /// Replaces the data by data that were read again. Data with errors are refused, and their problems are kept for
    /// the screen of problems.
    ///
    /// - Parameter byHand: whether a person asked for it.
    public mutating func adopt(_ reading: CatalogueReading, byHand: Bool) {
        let findings = ReadingFindings(reading, byHand: byHand)
        if reading.isAddition, findings.problems.isEmpty, let catalogue = reading.catalogue {
            return add(to: catalogue)
        }
        problems = findings.problems
        problemsAreOfShownData = findings.areOfShownData
        // The title says for as long as it lasts that a source does not answer.
        notice = findings.isOfSource ? nil : findings.notice
        if let catalogue = reading.catalogue { replace(catalogue) } else { settle() }
    }

    /// Shows the same data with more figures. Rows, places and messages stay as they are.
    private mutating func add(to catalogue: Catalogue) {
        exchange(catalogue)
        settle()
    }

    /// Puts the same data set in place of the one that is shown.
    private mutating func exchange(_ catalogue: Catalogue) {
        let former = memory
        self.catalogue = catalogue
        memory.keepIndex(of: former, for: catalogue)
    }

    /// The frame, and which figures it lacks: then it is not to be shown.
    package mutating func frame() -> (grid: CellGrid, missing: Set<SeriesWish>) {
        // What was made of data that lacked figures, and kept, lacks them too, whatever the frame is now.
        if catalogue.lacksFigures { exchange(catalogue.unasked) }
        let grid = draw()
        return (grid, catalogue.wishes)
    }

    /// Keeps the problems of a table that is shown without its wrong rows, for the screen of problems.
    public mutating func noteProblems(of reading: CatalogueReading) {
        let findings = ReadingFindings(reading, byHand: false)
        problems = findings.problems
        problemsAreOfShownData = findings.areOfShownData
        if !problems.isEmpty { notice = findings.notice }
    }

    /// Sets the moment that embargoes are compared with; nil for a clock that is not trusted. The title says what has
    /// changed.
    mutating func setClock(_ now: Instant?) {
        let doubted = catalogue.doubtsClock
        replace(catalogue.asOf(now))
        notice = LiveWords.ofClock(now, wasDoubted: doubted)
    }

    /// Shows another version of the data. The person stays on the same screen: rows are kept by their codes, and where
    /// a row is gone the nearest one is selected.
    mutating func replace(_ catalogue: Catalogue) {
        let selected = session.visits.map { visit in place(of: visit) }
        if catalogue.dimensions != self.catalogue.dimensions { session.filter = [:] }
        self.catalogue = catalogue
        // They were compared with the data that were shown before.
        formers = nil
        if let area = session.area, catalogue.area(area) == nil { session.area = nil }
        found = session.query.isEmpty ? .none : memory.searchIndex(catalogue).results(of: session.query)
        var visits: [Visit] = []
        for (visit, selected) in zip(session.visits, selected) {
            guard let screen = content(of: visit.screen).nearest else { continue }
            var kept = visit
            kept.screen = screen
            if let selected, let index = places(of: screen).firstIndex(of: selected) { kept.selection = index }
            // Two steps that have become the same screen are joined.
            if visits.last?.screen != screen { visits.append(kept) }
        }
        session.visits = visits.isEmpty ? [Visit(.overview)] : visits
        settle()
    }

    /// A row by its subject, independent of its index.
    private enum Place: Hashable {
        case topic(String), figure(String), derived(String), brief(String), area(String), districts, choice(Int, Int?)
    }

    private func place(of visit: Visit) -> Place? {
        let places = places(of: visit.screen)
        return places.indices.contains(visit.selection) ? places[visit.selection] : nil
    }

    private func places(of screen: Screen) -> [Place] {
        if screen == .overview {
            return tabs.dropFirst().map { if case .topic(let code) = $0.screen { .topic(code) } else { .districts } }
        }
        return content(of: screen).items.map { item in
            switch item {
            case .figure(let indicator, _): .figure(indicator.code)
            case .derived(let derived): .derived(derived.code)
            case .brief(let brief): .brief(brief.code)
            case .area(let area): .area(area.code)
            case .topic(let topic): .topic(topic.code)
            case .choice(let choice): .choice(choice.dimension, choice.code)
            }
        }
    }
}
