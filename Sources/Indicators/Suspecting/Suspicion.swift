/// A reason to check a figure again before it is published. It points to a probable slip and does not judge the figure.
public enum Suspicion: String, CaseIterable, Sendable {
    /// Ten times as large or as small as before: a digit, 万 or the unit of counting.
    case tenfold
    /// The same against the year before.
    case tenfoldOnYear = "tenfold-on-year"
    /// Ten thousand or a hundred million times: UNIT_MULT.
    case tenThousandfold = "ten-thousandfold"
    /// More than half of the former value above or below it.
    case half
    /// Above zero before and below now, or the reverse.
    case sign
    /// A value was reported and now is not.
    case gone
    /// The figure itself is no longer there.
    case removed
    /// A total that grows through the year has fallen.
    case falls
    /// A total that grows through the year has grown far faster than before.
    case jump
    /// The same value as for the period before: perhaps not yet filled in.
    case same
    /// The value was final and is provisional again, or a forecast.
    case less
    /// A share above a hundred per cent.
    case aboveHundred = "above-hundred"
    /// A count below zero.
    case negative
    /// A part of the city above the city.
    case aboveWhole = "above-whole"
    /// A zero-goal is no longer kept.
    case brokenZero = "broken-zero"
    /// The same number with other digits behind the point: 1.10 become 1.1.
    case digits
    /// A period after today, reported and not expected.
    case futurePeriod = "future-period"
    /// A period years away from all others of its series.
    case farPeriod = "far-period"
    /// A day among months: 2026-10 become 2026-10-01.
    case oddPeriod = "odd-period"
    /// A total since January over more than a year.
    case longPeriod = "long-period"
    /// A target that is another than before.
    case targetMoved = "target-moved"
}

/// A suspicion with both figures and with what would make it right.
public struct Finding: Hashable, Sendable {
    /// The rule.
    public let kind: Suspicion
    /// What is odd; it names both figures.
    public let message: LocalizedText
    /// What to do.
    public let mend: LocalizedText

    package init(_ kind: Suspicion, _ message: (zh: String, en: String), mend: (zh: String, en: String)) {
        self.kind = kind
        self.message = LocalizedText(zh: message.zh, en: message.en)
        self.mend = LocalizedText(zh: mend.zh, en: mend.en)
    }

    /// A figure that is no longer there.
    static func removed(_ old: Observation) -> Finding {
        let value = old.isWithheld || old.writtenValue.isEmpty ? "" : " \(old.writtenValue)"
        return Finding(
            .removed, ("原来有这一行\(value)，现在没有", "there was such a row\(value), now there is none"),
            mend: ("误删的从上一版恢复；确实停用就不必改", "restore it where it was deleted by mistake"))
    }
}
