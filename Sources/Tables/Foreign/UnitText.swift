import Indicators

/// Units as people write them.
enum UnitText {
    /// The name of a unit: `%` for PT, the words of `PT: Percentage`.
    static func readable(_ code: String) -> String {
        var name = code
        if let colon = code.firstIndex(of: ":") { name = TableHead.trimmed(String(code[code.index(after: colon)...])) }
        switch name.uppercased() {
        case "PT", "PCT", "PC", "PERCENT", "PERCENTAGE", "PERCENTAGE (%)", "PER CENT": return "%"
        default: return name
        }
    }
}
