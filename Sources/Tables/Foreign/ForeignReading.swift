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
    /// Of a workbook the only sheet to read; nil for all.
    public var sheet: String?
    /// Where the cells of a table stand that was taken from a sheet.
    var cells: CellPlaces?
    /// The name of that sheet.
    var sheetName: String?
    /// The title of a table that has none of its own; without it the name of the file.
    var title: String?

    /// Names a file. Without a date, the day of its last change counts as unknown.
    public init(path: String, date: String = "", sheet: String? = nil) {
        self.path = path
        self.date = date
        self.sheet = sheet
    }

    /// PLACE of a figure: its cell, or the line of its row.
    func place(line: Int, field: Int) -> String { cells?.place(line: line, field: field) ?? "第\(line)行" }

    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
    var stem: String {
        if let title { return title }
        let name = fileName
        return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
    }
}
