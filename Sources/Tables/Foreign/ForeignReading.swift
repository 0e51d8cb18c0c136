import Indicators

/// The result of reading one table of any form.
struct ForeignReading: Sendable {
    var catalogue: Catalogue?
    var problems = ProblemList()
    var summary: CatalogueReading.FileSummary
    /// Whether the reading was asked to stop.
    var isGivenUp = false
}

/// The path and date of a file.
public struct ForeignFile: Sendable {
    /// The path as messages show it.
    public var path: String
    /// The day of the last change, YYYY-MM-DD; empty where it is not known.
    public var date: String
    /// Roles that a person gives to its columns.
    public var roles = RoleOverrides()

    /// Names a file. Without a date, the day of its last change counts as unknown.
    public init(path: String, date: String = "") {
        self.path = path
        self.date = date
    }

    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
    var stem: String {
        let name = fileName
        return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
    }
}
