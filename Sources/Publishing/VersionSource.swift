import Tables

/// The versions of a data set that were published in one place: a folder of generations, or a data base.
public protocol VersionSource {
    /// The name of the version that is shown; nil before the first.
    var current: String? { get throws }
    /// The versions kept that can be shown again, the oldest first.
    var shown: [String] { get throws }
    /// Who published what, when and why.
    func log() throws -> PublicationLog
    /// The tables of a version.
    func open(_ generation: String) throws -> any TableFolder
}
