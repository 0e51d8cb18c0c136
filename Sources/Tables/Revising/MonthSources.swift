import Indicators

/// The sources of a new month: the same ones, or new ones where the old ones name their month.
struct MonthSources {
    /// New rows of `sources.csv`.
    private(set) var rows: [[String: String]] = []
    private var codes: [String: String] = [:]
    private let known: Set<String>
    private let table: KeyedTable

    init(_ catalogue: Catalogue, _ folder: MemoryFolder) {
        known = Set(catalogue.sources.map(\.code))
        table = KeyedTable(
            folder.path(ofTable: "sources").flatMap { folder.files[$0] } ?? [], resource: "sources")
    }

    /// The code of the source for the new month; a new row is made where it is another source.
    mutating func code(_ old: String, _ text: MonthText, _ month: Period) -> String {
        if let code = codes[old] { return code }
        guard var row = table.row(old) else { return old }
        let titles = ["title", "title_en", "note_zh", "note_en"]
        let code = text.replaced(old)
        guard code != nil || titles.prefix(2).contains(where: { row[$0].flatMap(text.replaced) != nil }) else {
            codes[old] = old
            return old
        }
        let new = code ?? Self.code(old, month)
        codes[old] = new
        if known.contains(new) || rows.contains(where: { $0["code"] == new }) { return new }
        for name in titles { row[name] = row[name].map { text.replaced($0) ?? $0 } }
        row["code"] = new
        row["date"] = "未载明"
        row["address"] = nil
        rows.append(row)
        return new
    }

    /// The code of a source with the month at its end, in the place of its year or month where it ends with one.
    private static func code(_ old: String, _ month: Period) -> String {
        let year = String(month.text.prefix(4)), parts = old.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, last == year else { return "\(old)-\(month.text)" }
        return (parts.dropLast().map(String.init) + [month.text]).joined(separator: "-")
    }

    /// The code that stands for a source in the new month.
    func code(_ old: String) -> String { codes[old] ?? old }
}
