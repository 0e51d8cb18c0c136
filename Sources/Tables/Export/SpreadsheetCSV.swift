import Indicators

/// Observations for Excel and WPS: UTF-8 with a byte order mark, lines that end in CRLF, no cell that a spreadsheet
/// would take for a formula.
///
/// The columns of `observations.csv` come first, so that the table can be read back. Names, unit and the value in plain
/// units follow. Figures under embargo are left out.
public enum SpreadsheetCSV {
    /// The byte order mark. Without it Excel does not read the file as UTF-8.
    public static let mark = "\u{FEFF}"
    /// The columns that follow those of `observations.csv`.
    public static let names = [
        "INDICATOR_NAME", "INDICATOR_NAME_EN", "AREA_NAME", "AREA_NAME_EN", "UNIT", "UNIT_EN", "PLAIN_VALUE",
        "PLAIN_HIGH",
    ]
    /// The column that holds a notice in every row where the data are invented.
    public static let notice = "NOTICE"

    /// Writes the table in pieces, the header first and then one for each indicator.
    public static func write(_ catalogue: Catalogue, _ selection: FigureSelection, _ piece: (String) throws -> Void)
        rethrows
    {
        let isFictional = catalogue.package.isFictional
        try piece(mark + line(CatalogueCSV.header + names + (isFictional ? [notice] : [])))
        try selection.eachIndicator(in: catalogue) { indicator, observations in
            var text = ""
            for row in observations {
                let area = catalogue.area(row.area)
                text += line(
                    CatalogueCSV.cells(row) + [
                        indicator.name.zh, indicator.name.en, area?.name.zh ?? "", area?.name.en ?? "",
                        indicator.unit.name.zh, indicator.unit.name.en,
                        plain(row.value, row), plain(row.valueHigh, row),
                    ] + (isFictional ? [CatalogueJSON.fictionalNotice] : []))
            }
            try piece(text)
        }
    }

    /// The value with all its digits; empty where it is too large for that.
    private static func plain(_ value: DecimalNumber?, _ row: Observation) -> String {
        value?.multiplied(byPowerOfTen: row.unitMultiplier)?.description ?? ""
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { CatalogueCSV.quoted(defused($0)) }.joined(separator: ",") + "\r\n"
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection");
    /// numbers stay numbers.
    static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let isIndented = first.value >= 0x09 && first.value <= 0x0D
        let shown = text.unicodeScalars.first {
            $0 != " " && $0.value != 0xA0 && $0.value != 0x3000 && !($0.value >= 0x09 && $0.value <= 0x0D)
        }
        guard isIndented || shown.map(dangerous.contains) ?? false, DecimalNumber(text) == nil else { return text }
        return "'" + text
    }

    /// The set includes the full-width forms, which some spreadsheets treat in the same way.
    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
