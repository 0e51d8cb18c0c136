import Indicators

/// The problems of the data that were read last, and the message about them.
package struct ReadingFindings: Sendable {
    /// The problems of data that were refused, or of rows that were left out.
    package var problems: [DataProblem] = []
    /// Whether the problems are those of the data shown, and not of new data that were refused.
    package var areOfShownData = false
    /// Whether nothing was read because where the data come from does not answer.
    package var isOfSource = false
    /// One line for the person; nil where there is nothing to say.
    package var notice: LocalizedText?

    /// Data without problems, and nothing to say.
    package init() {}
}

extension ReadingFindings {
    /// - Parameter byHand: whether a person asked for it.
    package init(_ reading: CatalogueReading, byHand: Bool) {
        problems = reading.problems.filter { $0.severity == .error }
        areOfShownData = reading.catalogue != nil
        let count = problems.count
        isOfSource = problems.contains(where: \.isOfSource)
        if isOfSource {
            notice = LiveWords.both(\.sourceSilent)
        } else if !areOfShownData {
            notice = LocalizedText(zh: LiveWords.in(.zh).refused(count), en: LiveWords.in(.en).refused(count))
        } else if count > 0 {
            notice = LocalizedText(zh: LiveWords.in(.zh).leftOut(count), en: LiveWords.in(.en).leftOut(count))
        } else {
            notice = LiveWords.both(byHand ? \.reloaded : \.updated)
        }
    }
}

extension LiveWords {
    /// In the title while there are problems.
    package func mark(of problems: [DataProblem], areOfShownData: Bool) -> String {
        areOfShownData ? hasProblems : problems.contains(where: \.isOfSource) ? isCutOff : isOld
    }

    /// Above the problems.
    package func head(of problems: [DataProblem], areOfShownData: Bool) -> String {
        if problems.contains(where: \.isOfSource) { return keepsTrying }
        return areOfShownData ? shownWithout(problems.count) : stillOld(problems.count)
    }

    /// The message after a new moment was set: figures were released, or the clock is no longer trusted, or is trusted
    /// again.
    package static func ofClock(_ now: Instant?, wasDoubted: Bool) -> LocalizedText {
        both(now == nil ? \.clockIsWrong : wasDoubted ? \.clockIsRight : \.released)
    }
}
