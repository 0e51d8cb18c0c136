/// A value that is written as a code in the tables.
public protocol Coded: CaseIterable, Hashable, Sendable {
    /// The code as it is written in the tables.
    var code: String { get }
}

extension Coded {
    /// The value with a code; nil for an unknown code.
    public init?(code: some StringProtocol) {
        guard let value = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = value
    }

    /// All codes, for messages that list the allowed ones.
    package static var codes: [String] { allCases.map(\.code) }
}

extension Coded where Self: RawRepresentable, RawValue == String {
    /// The raw value of the case is its code.
    public var code: String { rawValue }
}

/// How exactly a value was printed. It is independent of the status.
public enum Qualifier: String, Coded {
    /// The number itself, without a word that makes it approximate.
    case exact
    /// 约
    case approx
    /// 近: slightly less.
    case approxBelow = "approx_below"
    /// 余, 多: slightly more.
    case approxAbove = "approx_above"
    /// A range from OBS_VALUE to VALUE_HIGH.
    case range
}

/// How a value came to be, or why there is none (SDMX code list CL_OBS_STATUS).
public enum ObservationStatus: String, Coded {
    /// As reported.
    case normal = "A"
    /// 初步: may still change.
    case provisional = "P"
    /// 预计: expected, not yet observed.
    case forecast = "F"
    /// 估计: estimated by the source.
    case estimated = "E"
    /// 口径变化: not comparable with earlier values.
    case breakInSeries = "B"
    /// 未报: not reported, without a value.
    case missing = "O"
    /// 不适用: cannot exist, without a value.
    case notApplicable = "M"
    /// 保密: not disclosed, without a value.
    case suppressed = "Q"
    /// 未采集: not collected, without a value.
    case notCollected = "L"
    /// The definition differs from the usual one.
    case definitionDiffers = "D"
    /// From an experimental method.
    case experimental = "G"
    /// No value because of a holiday or weekend.
    case holiday = "H"
    /// Computed by the source in place of a missing value.
    case imputed = "I"
    /// Reported under an exemption from the usual rules.
    case derogation = "J"
    /// Included in another category.
    case includedElsewhere = "K"
    /// Not significantly different from zero.
    case notSignificant = "N"
    /// Affected by a strike or another special event.
    case specialEvent = "S"
    /// Of low reliability.
    case lowReliability = "U"
    /// Not yet validated by the source.
    case unvalidated = "V"
    /// Includes values of another category.
    case includesOthers = "W"

    /// Whether a row with this status has no value.
    public var isAbsence: Bool {
        switch self {
        case .missing, .notApplicable, .suppressed, .notCollected, .holiday: true
        default: false
        }
    }
}

/// Whether a value replaced an earlier one.
public enum Revision: String, Coded {
    /// Not replaced.
    case none = ""
    /// 修订: replaced because of better data.
    case revised
    /// 更正: replaced because of an error.
    case corrected
}

/// How the source states the period of a value.
public enum PeriodBasis: String, Coded {
    /// A date, month, year or other period that the source prints.
    case printed
    /// 今年, 截至目前: from the start of the year to publication.
    case toDate = "to_date"
    /// 一年多来: the start is not stated.
    case sinceUnknown = "since_unknown"
    /// The state at the time of the report.
    case asReported = "as_reported"
    /// A usual year, without stating which.
    case usualYear = "usual_year"
    /// No time is stated.
    case unspecified
}

/// Which direction of change is good: more, less, only zero, or neither.
public enum Direction: String, Coded { case up, down, zero, none }

/// The kind of picture for an indicator.
public enum Display: String, Coded { case count, share, range, zero, rating, change }

/// How a value relates to its period (SDMX code list CL_COLLECTION): a sum over it, the state at its end, or an
/// average.
public enum Collection: String, Coded {
    /// Summed over the period.
    case summed = "S"
    /// The state at the end of the period.
    case endOfPeriod = "E"
    /// The average over the period.
    case average = "A"
    /// Not known; such a figure is not judged.
    case unknown = "U"
}

/// The progress of a measure.
public enum BriefState: String, Coded {
    case done, ongoing, planned
    /// Only said by the source (a first place, the widest, an advertisement): neither done nor under way.
    case claimed
}

/// How far a source is trusted: A official or the newspaper itself, B reprint, archive or advertisement, C third party.
public enum Trust: String, Coded {
    /// An official page, or the newspaper itself.
    case a = "A"
    /// A reprint, archive or advertisement.
    case b = "B"
    /// A third party; never the only source of a figure.
    case c = "C"
}

/// The administrative level of an area.
public enum AreaKind: String, Coded { case province, city, district, county, town, village }

/// The relation between the members of a link.
public enum LinkKind: String, Coded {
    /// The same fact, stated more than once.
    case same
    /// Parts and their total.
    case parts
    /// A share in per cent, its part and its base.
    case share
    /// Sources that state different values for the same fact; all are kept.
    case disagree
}

/// The role of a member in its link.
public enum LinkRole: String, Coded { case member, part, total, share, base }

extension PeriodBasis {
    /// Which of several observations of the same year stands for it: the better the period is known, the sooner.
    package var standing: Int {
        switch self {
        case .printed: 0
        case .toDate: 1
        case .asReported: 2
        case .sinceUnknown: 3
        case .usualYear: 4
        case .unspecified: 5
        }
    }
}
