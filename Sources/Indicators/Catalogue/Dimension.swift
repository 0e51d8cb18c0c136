/// What series differ by beside area, indicator and period: sex, age, sector. Only those of which there is more than
/// one code.
public struct Dimension: Hashable, Sendable {
    /// A code with what it is called.
    public struct Code: Hashable, Sendable {
        public let code: String
        public let name: String
    }

    /// The name of its column.
    public let code: String
    public let name: String
    /// In the order in which they first stand in the table.
    public let codes: [Code]
}
