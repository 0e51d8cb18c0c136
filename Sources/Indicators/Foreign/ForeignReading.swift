/// What reading one table gave, of whatever form.
struct ForeignReading: Sendable {
    var catalogue: Catalogue?
    var problems = ProblemList()
    var summary: CatalogueReading.FileSummary
    /// Whether somebody asked to stop.
    var isGivenUp = false
}

/// What is known of a file besides its bytes.
public struct ForeignFile: Sendable {
    /// As it is shown in messages.
    public var path: String
    /// The day on which it was changed last, YYYY-MM-DD; empty where that is not known.
    public var date: String

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
