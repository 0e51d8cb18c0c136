import Indicators

/// What carrying out an effect gave.
public enum Outcome: Sendable {
    case nothing
    /// Something to say until the next key.
    case notice(LocalizedText)
    /// The data set, read anew.
    case reading(CatalogueReading)
}
