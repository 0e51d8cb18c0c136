import Indicators

/// Observations as SDMX-CSV 2.0 (github.com/sdmx-twg/sdmx-csv): structure, action, dimensions, measure, attributes.
///
/// A series is named by all columns left of TIME_PERIOD; PERIOD_BASIS and SOURCE are dimensions because two figures may
/// differ in nothing else. What is under embargo is left out.
public enum StatisticalCSV {
    /// The columns in addition to those of `observations.csv`.
    private static let names = ["UNIT", "UNIT_EN", "COLLECTION"]

    /// Writes the table in pieces, the header first and then one for each indicator.
    public static func write(_ catalogue: Catalogue, _ selection: FigureSelection, _ piece: (String) throws -> Void)
        rethrows
    {
        let structure = structure(catalogue.package), isFictional = catalogue.package.isFictional
        let columns = ObservationColumn.inStatisticalOrder
        let header = ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + columns.map(\.name.rawValue) + names
        try piece(CSVText.line(header + (isFictional ? [SpreadsheetCSV.notice] : [])))
        try selection.eachIndicator(in: catalogue) { indicator, observations in
            var text = ""
            for row in observations {
                text += CSVText.line(
                    ["dataflow", structure, "I"] + columns.map { $0.text(row) }
                        + [indicator.unit.name.zh, indicator.unit.name.en, indicator.collection.code]
                        + (isFictional ? [CatalogueJSON.fictionalNotice] : []))
            }
            try piece(text)
        }
    }

    /// The number of figures without a TIME_PERIOD, which SDMX requires of every observation.
    public static func withoutTime(_ catalogue: Catalogue, _ selection: FigureSelection) -> Int {
        selection.observations(in: catalogue).count { !$0.isWithheld && $0.period.text.isEmpty }
    }

    /// AGENCY:ID(VERSION): letters, digits, `_` and `-` only.
    static func structure(_ package: PackageDescription) -> String {
        func identifier(_ text: String) -> String {
            String(
                text.uppercased().map {
                    $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "_"
                })
        }
        let name = identifier(package.name),
            version = package.version.filter { $0.isASCII && ($0.isNumber || $0 == ".") }
        return "MINSHENG:\(name.isEmpty ? "DATA" : name)(\(version.isEmpty ? "1.0" : version))"
    }
}
