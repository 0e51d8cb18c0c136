/// What series differ by beside area, indicator and period: sex, age, sector. Only those of which there is more than
/// one code.
public struct Dimension: Hashable, Sendable {
    /// A code with what it is called.
    public struct Code: Hashable, Sendable {
        /// The code as it stands in the table.
        public let code: String
        /// The name that people read; the code itself where the table has no name, a dash for an empty code.
        public let name: String
    }

    /// The name of its column.
    public let code: String
    /// The name that people read.
    public let name: String
    /// In the order in which they first stand in the table.
    public let codes: [Code]
}
