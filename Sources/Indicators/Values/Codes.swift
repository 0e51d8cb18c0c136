/// A value that stands in the tables as a code.
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

    /// All codes, for a message that lists what is allowed.
    static var codes: [String] { allCases.map(\.code) }
}

extension Coded where Self: RawRepresentable, RawValue == String {
    /// The raw value of the case is its code.
    public var code: String { rawValue }
}

/// How exactly a value was printed. Independent of its status.
public enum Qualifier: String, Coded {
    case exact
    /// 约
    case approx
    /// 近: not quite.
    case approxBelow = "approx_below"
    /// 余, 多: and more.
    case approxAbove = "approx_above"
    /// From OBS_VALUE to VALUE_HIGH.
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
    /// 修订: better data.
    case revised
    /// 更正: an error.
    case corrected
}

/// How the period of a value was printed.
public enum PeriodBasis: String, Coded {
    case printed
    /// 今年, 截至目前: from the start of the year to publication.
    case toDate = "to_date"
    /// 一年多来: the start is not stated.
    case sinceUnknown = "since_unknown"
    /// As it stood when reported.
    case asReported = "as_reported"
    case usualYear = "usual_year"
    case unspecified
}

/// Which way is good.
public enum Direction: String, Coded { case up, down, zero, none }

/// Which picture suits an indicator.
public enum Display: String, Coded { case count, share, range, zero, rating, change }

/// What a value counts through its period (SDMX code list CL_COLLECTION).
public enum Collection: String, Coded {
    case summed = "S"
    case endOfPeriod = "E"
    case average = "A"
    case unknown = "U"
}

/// How far a measure has come.
public enum BriefState: String, Coded { case done, ongoing, planned }

/// How far a source is trusted: A official or the newspaper itself, B reprint, archive or advertisement, C third party.
public enum Trust: String, Coded {
    case a = "A"
    case b = "B"
    case c = "C"
}

/// What kind of place an area is.
public enum AreaKind: String, Coded { case province, city, district, county, town, village }

/// How the members of a link belong together.
public enum LinkKind: String, Coded {
    /// The same fact, stated more than once.
    case same
    /// Parts and their total.
    case parts
    /// A share in per cent, its part and its base.
    case share
    /// Sources that state different values for the same; both are kept.
    case disagree
}

/// What a member is in its link.
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
