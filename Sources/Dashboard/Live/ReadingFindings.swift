import Indicators

/// What is wrong with the data that were read last, and what is said of them.
struct ReadingFindings: Sendable {
    /// What is wrong with data that were not taken, or with rows that did not enter.
    var problems: [DataProblem] = []
    /// Whether they are problems of what is shown, not of new data that were not taken.
    var areOfShownData = false
    /// One line for the person; nil where there is nothing to say.
    var notice: LocalizedText?
}

extension ReadingFindings {
    /// - Parameter byHand: whether a person asked for it.
    init(_ reading: CatalogueReading, byHand: Bool) {
        problems = reading.problems.filter { $0.severity == .error }
        areOfShownData = reading.catalogue != nil
        let count = problems.count
        if !areOfShownData {
            notice = LocalizedText(zh: LiveWords.in(.zh).refused(count), en: LiveWords.in(.en).refused(count))
        } else if count > 0 {
            notice = LocalizedText(zh: LiveWords.in(.zh).leftOut(count), en: LiveWords.in(.en).leftOut(count))
        } else {
            notice = LiveWords.both(byHand ? \.reloaded : \.updated)
        }
    }
}

extension LiveWords {
    /// What is said of a moment that was set: something has been released, or the clock is not believed any more, or
    /// again.
    static func ofClock(_ now: Instant?, wasDoubted: Bool) -> LocalizedText {
        both(now == nil ? \.clockIsWrong : wasDoubted ? \.clockIsRight : \.released)
    }
}
