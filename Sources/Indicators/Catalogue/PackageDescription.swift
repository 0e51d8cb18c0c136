/// What `datapackage.json` says of the whole data set.
public struct PackageDescription: Hashable, Sendable {
    public let name: String
    public let version: String
    /// The title over the dashboard.
    public let title: LocalizedText
    public let city: LocalizedText
    /// The time the data set is about, in words.
    public let period: LocalizedText
    /// The code of the area that is the whole.
    public let rootArea: String
    /// Whether the data are invented; every screen and export then says so.
    public let isFictional: Bool
}
