import Indicators

/// What a publication replaces: the values that were shown before, and the rows to mark.
struct RevisedFigures {
    /// The former figures, in the order of the dashboard.
    private(set) var replaced: [Observation] = []
    /// The marks by the lines of the new observations: of what changes now, and of what has changed earlier where the
    /// clerk's table lacks the mark. A mark that the clerk has changed is kept; what is changed again has the mark of
    /// the last change.
    private(set) var marks: [Int: String] = [:]
    /// Whether a figure that had a value is gone.
    private(set) var isShorter = false

    init(_ pairs: ObservationPairs, _ former: Catalogue, _ new: Catalogue, _ kind: Revision) {
        for pair in pairs.all {
            guard let before = pair.old, let after = pair.new else {
                if let gone = pair.old, former.observations[gone].value != nil { isShorter = true }
                continue
            }
            let old = former.observations[revealed: before], now = new.observations[revealed: after]
            // What is under embargo has never been shown.
            let isReplaced = CatalogueDifference.changesValue(old, now) && !former.observations.isWithheld(before)
            if isReplaced { replaced.append(old) }
            if isReplaced, now.revision == .none || now.revision == old.revision {
                if now.revision != kind { marks[now.line] = kind.code }
            } else if now.revision == .none, old.revision != .none {
                marks[now.line] = old.revision.code
            }
        }
    }
}
