/// Why two figures must not be compared, or one not judged.
public enum Incomparability: Error, Hashable, Sendable {
    /// The period is not printed as such: 截至见报, 起点未载 and so on.
    case basis(PeriodBasis)
    /// The two cover different parts of the year, or different periods altogether.
    case spansDiffer(Period, Period)
    /// There is no value, for this reason.
    case absent(ObservationStatus)
    /// It is not yet released.
    case withheld
    /// Nothing is on record to compare with.
    case nothingEarlier
    /// Nothing is on record for the period directly before.
    case nothingBefore
    /// It adds up since January, so that it contains the period before.
    case addsUp
    /// More is neither better nor worse.
    case noDirection
    /// The data set does not state which change counts.
    case noCriterion
    /// Some areas report nothing of the kind.
    case notAllReport
    /// One area alone has it.
    case onlyOneArea
    /// 口径变化: the definition changed in between.
    case breakInSeries
    /// The value is a forecast.
    case forecast
    /// The divisor is zero.
    case divisionByZero
    /// The target is zero, for something of which more is better.
    case targetIsZero
    /// It is not known whether the figure adds up over the year or stands at its end.
    case collectionUnknown
    /// An indicator or observation that a formula needs is not on record.
    case missingInput(String)
}

extension Observation {
    /// Why this figure cannot take part in any comparison; nil where it can.
    public var incomparability: Incomparability? {
        if isWithheld { return .withheld }
        if value == nil { return .absent(status) }
        if basis != .printed { return .basis(basis) }
        return nil
    }
}
