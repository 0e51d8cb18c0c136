/// A dimension of the series besides area, indicator and period, such as sex, age or sector. Dimensions with only one
/// code are left out.
public struct Dimension: Hashable, Sendable {
    /// A code and its name.
    public struct Code: Hashable, Sendable {
        /// The code as it stands in the table.
        public let code: String
        /// The name that people read; the code itself where the table has no name, a dash for an empty code.
        public let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// The name of its column.
    public let code: String
    /// The name that people read.
    public let name: String
    /// In the order of their first occurrence in the table.
    public let codes: [Code]

    package init(code: String, name: String, codes: [Code]) {
        self.code = code
        self.name = name
        self.codes = codes
    }
}
