import Indicators
import Tables

/// Workbooks that lie beside the tables: what was changed in them is not in the CSV that is read.
enum BooksBeside {
    private static let endings = [".xlsx", ".xls", ".et", ".ods"]

    /// A warning for each workbook with the name of a table.
    static func beside(_ reading: CatalogueReading, _ folder: any TableFolder) -> [DataProblem] {
        let names = Set(folder.fileNames)
        return reading.files.flatMap { file -> [DataProblem] in
            guard file.kind == .own, file.path.hasSuffix(".csv") else { return [] }
            let stem = file.path.dropLast(4)
            return endings.map { stem + $0 }.filter { names.contains(String($0)) }.map {
                DataProblem.workbookBeside(table: file.path, workbook: String($0))
            }
        }
    }
}
