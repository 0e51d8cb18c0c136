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
    static var codes: [String] { allCases.map(\.code) }
}

extension Coded where Self: RawRepresentable, RawValue == String {
    /// The raw value of the case is its code.
    public var code: String { rawValue }
}

/// How exactly a value was printed. It is independent of the status.
public enum Qualifier: String, Coded {
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
    case normal = "A"
    case provisional = "P"
    case forecast = "F"
    case estimated = "E"
    case breakInSeries = "B"
    case missing = "O"
    case notApplicable = "M"
    case suppressed = "Q"
    case notCollected = "L"
    case definitionDiffers = "D"
    case experimental = "G"
    /// No value because of a holiday or weekend.
    case holiday = "H"
    case imputed = "I"
    case derogation = "J"
    case includedElsewhere = "K"
    case notSignificant = "N"
    case specialEvent = "S"
    case lowReliability = "U"
    case unvalidated = "V"
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
    case none = ""
    /// 修订: replaced because of better data.
    case revised
    /// 更正: replaced because of an error.
    case corrected
}

/// How the source states the period of a value.
public enum PeriodBasis: String, Coded {
    case printed
    /// 今年, 截至目前: from the start of the year to publication.
    case toDate = "to_date"
    /// 一年多来: the start is not stated.
    case sinceUnknown = "since_unknown"
    /// The state at the time of the report.
    case asReported = "as_reported"
    case usualYear = "usual_year"
    case unspecified
}

/// Which direction of change is good: more, less, only zero, or neither.
public enum Direction: String, Coded { case up, down, zero, none }

/// The kind of picture for an indicator.
public enum Display: String, Coded { case count, share, range, zero, rating, change }

/// How a value relates to its period (SDMX code list CL_COLLECTION): a sum over it, the state at its end, or an
/// average.
public enum Collection: String, Coded {
    case summed = "S"
    case endOfPeriod = "E"
    case average = "A"
    case unknown = "U"
}

/// The progress of a measure.
public enum BriefState: String, Coded { case done, ongoing, planned }

/// How far a source is trusted: A official or the newspaper itself, B reprint, archive or advertisement, C third party.
public enum Trust: String, Coded {
    case a = "A"
    case b = "B"
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
    var standing: Int {
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
