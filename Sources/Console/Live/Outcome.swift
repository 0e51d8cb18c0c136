import Indicators

/// The result of carrying out an effect.
public enum Outcome: Sendable {
    case nothing
    /// A message that is shown until the next key.
    case notice(LocalizedText)
    /// The result of reading the data set again.
    case reading(CatalogueReading)
    /// The former versions that were found.
    case formerVersions(FormerVersions)

    /// Whether it only adds figures to the data that are shown.
    var isAddition: Bool { if case .reading(let reading) = self { reading.isAddition } else { false } }
}
