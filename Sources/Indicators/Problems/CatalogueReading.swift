/// The result of reading a data set.
public struct CatalogueReading: Sendable {
    /// The form and the contents of one table.
    public struct FileSummary: Hashable, Sendable {
        /// What form a table has.
        public enum Kind: String, Hashable, Sendable {
            /// A table of our own package.
            case own
            /// One observation a row.
            case tidy
            /// Periods in the header.
            case wide
            /// A column of periods and columns of numbers.
            case records
        }

        /// The path of the file as messages show it.
        public let path: String
        /// The sheet of a workbook as places name it; nil for other files.
        package var sheet: String?
        /// The cells that a table takes on a sheet of several, `A3:F20`.
        public var range: String?
        /// The form of the table.
        public var kind = Kind.own
        /// The encoding that the file was read in; nil where it could not be read.
        public var encoding: TextEncoding?
        /// The separator of the columns.
        public var delimiter: String?
        /// The number of data rows, without lines before and after the table, the header, and blank lines.
        public var rows: Int
        /// The number of different series; nil for a table without observations.
        public var series: Int?
        /// The number of observations without a value; nil for a table without observations.
        public var missing: Int?
        /// The number of cells with a number in a wide table, otherwise of observations with a number; nil for a table
        /// without observations.
        public var numeric: Int?
        /// TIME_PERIOD of the observation whose period begins first, as written; nil where no observation has a period.
        public var periodMin: String?
        /// TIME_PERIOD of the observation whose period ends last, as written; nil where no observation has a period.
        public var periodMax: String?
        /// What was decided on each column of a table of another publisher; empty for our own.
        public var columns: [ColumnDecision] = []

        package init(path: String, rows: Int) {
            self.path = path
            self.rows = rows
        }
    }

    /// The data set. Nil after any error in a package of ours, which is then refused as a whole. Of tables of other
    /// publishers the correct rows are taken, and the problems are reported.
    public let catalogue: Catalogue?
    /// In the order of files, then of lines; at most a thousand and one that says that there were more.
    public let problems: [DataProblem]
    /// One summary for each table that was read, in the order of reading.
    public let files: [FileSummary]
    /// Whether it is the same data set with more figures, which were wanted.
    package var isAddition = false
    /// Whether the reading was asked to stop before its end.
    public var isGivenUp = false
    /// The changes that would write its tables in canonical form.
    package var edits: [TableEdit] = []

    package init(
        catalogue: Catalogue?, problems: [DataProblem], files: [FileSummary], isGivenUp: Bool = false,
        edits: [TableEdit] = []
    ) {
        self.catalogue = catalogue
        self.problems = problems
        self.files = files
        self.isGivenUp = isGivenUp
        self.edits = edits
    }
}
