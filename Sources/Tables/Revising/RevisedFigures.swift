import Indicators

/// What a publication replaces: the values that were shown before, and the rows to mark.
struct RevisedFigures {
    /// The former figures, in the order of the dashboard.
    private(set) var replaced: [Observation] = []
    /// The marks by the lines of the new observations: of what changes now, and of what has changed earlier where the
    /// clerk's table lacks the mark. Marks of the clerk are kept.
    private(set) var marks: [Int: String] = [:]

    init(_ pairs: ObservationPairs, _ former: Catalogue, _ new: Catalogue, _ kind: Revision) {
        for pair in pairs.all {
            guard let before = pair.old, let after = pair.new else { continue }
            let old = former.observations[revealed: before], now = new.observations[revealed: after]
            // What is under embargo has never been shown.
            let isReplaced = CatalogueDifference.changesValue(old, now) && !former.observations.isWithheld(before)
            if isReplaced { replaced.append(old) }
            guard now.revision == .none else { continue }
            if isReplaced {
                marks[now.line] = kind.code
            } else if old.revision != .none {
                marks[now.line] = old.revision.code
            }
        }
    }
}
