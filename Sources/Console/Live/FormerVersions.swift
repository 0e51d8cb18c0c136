import Indicators

/// What the figures are compared with.
public enum ChangeBase: Hashable, Sendable, CaseIterable {
    /// The version that this person saw last.
    case lastLook
    /// The version published before, or the one that was named at start.
    case version
    /// The same part of the year before.
    case year

    /// The one after it, the first after the last.
    var next: ChangeBase {
        switch self {
        case .lastLook: .version
        case .version: .year
        case .year: .lastLook
        }
    }
}

/// A former version of the data with what differs from it.
public struct FormerVersion: Sendable {
    /// The former data.
    public let catalogue: Catalogue
    /// The differences from them to the data that are shown.
    public let difference: CatalogueDifference
    /// What it is, with its day or number.
    public let name: LocalizedText

    /// A version under a name that people read.
    public init(catalogue: Catalogue, difference: CatalogueDifference, name: LocalizedText) {
        self.catalogue = catalogue
        self.difference = difference
        self.name = name
    }
}

/// The former versions that are known.
public struct FormerVersions: Sendable {
    /// The versions by base. `year` needs no version and has no entry.
    public var versions: [ChangeBase: FormerVersion]

    /// No version where nothing is given.
    public init(_ versions: [ChangeBase: FormerVersion] = [:]) { self.versions = versions }

    /// The base to show first: the last look or the version before, if anything changed since it; otherwise the year.
    var best: ChangeBase {
        [.lastLook, .version].first { versions[$0]?.difference.isEmpty == false } ?? .year
    }
}
