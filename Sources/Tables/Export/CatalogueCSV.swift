import Indicators

/// Observations as CSV (RFC 4180) with the columns of `observations.csv`. Cells are written as they were read.
public enum CatalogueCSV {
    /// The names of the columns, in the order of `observations.csv`.
    public static let header = ObservationColumn.all.map(\.name.rawValue)

    /// The table with its header line. Rows are in the order of the dashboard; figures under embargo are left out.
    public static func write(_ catalogue: Catalogue, _ selection: FigureSelection) -> String {
        var text = line(header)
        for row in selection.observations(in: catalogue) where !row.isWithheld {
            text += line(cells(row))
        }
        return text
    }

    /// The cells of a row, in the order of the header.
    static func cells(_ row: Observation) -> [String] { ObservationColumn.all.map { $0.text(row) } }

    private static func line(_ fields: [String]) -> String { fields.map(quoted).joined(separator: ",") + "\n" }

    /// A field, in quotes where RFC 4180 requires them.
    static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return field }
        var result = "\""
        for character in field.unicodeScalars {
            if character == "\"" { result += "\"" }
            result.unicodeScalars.append(character)
        }
        return result + "\""
    }
}
