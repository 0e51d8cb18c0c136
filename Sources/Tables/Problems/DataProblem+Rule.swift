import Indicators

extension DataProblem {
    /// A rule that does not hold, at its position.
    init(_ rule: Rule, file: String, line: Int? = nil, column: Int? = nil, field: String = "", found: String = "") {
        self.init(
            code: rule.code, severity: rule.severity, message: rule.message, expected: rule.expected, mend: rule.mend,
            file: file, line: line, column: column, field: field, found: found)
    }

    /// A workbook beside a table, which is not read.
    package static func workbookBeside(table: String, workbook: String) -> DataProblem {
        DataProblem(.workbookBeside(workbook), file: table)
    }
}
