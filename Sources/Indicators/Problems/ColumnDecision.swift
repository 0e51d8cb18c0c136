/// What a column of another publisher's table is.
public enum ColumnRole: String, Hashable, Sendable, CaseIterable {
    case area
    case areaCode = "area-code"
    case indicator, dimension, period
    /// A month, quarter or day that belongs to the year in another column.
    case periodPart = "period-part"
    case value, status, scale, unit
    /// The names or codes of what another column holds.
    case label
    /// Numbers of rows.
    case counter
    case remark
    /// The structure of SDMX-CSV, and its ACTION.
    case structure, action
    case qualifier
    case valueHigh = "value-high"
    case embargo, basis
    /// The last year that is not estimated.
    case estimatesAfter = "estimates-after"
    case empty
}

/// The role of one column, why it has it, and what else it could be.
public struct ColumnDecision: Hashable, Sendable {
    /// The heading; empty where the column has none.
    public var name: String
    /// The number of the column, from 1.
    public var column: Int
    /// What the column is.
    public var role: ColumnRole
    /// The number of the column whose codes a label names, from 1; nil for none.
    public var labelled: Int?
    /// Why.
    public var reason: LocalizedText
    /// The roles that it could have too.
    public var others: [ColumnRole] = []
    /// Whether both readings are equally likely, so that a person has to decide.
    public var isDoubtful = false

    package init(
        name: String, column: Int, role: ColumnRole, labelled: Int? = nil, reason: LocalizedText,
        others: [ColumnRole] = [], isDoubtful: Bool = false
    ) {
        self.name = name
        self.column = column
        self.role = role
        self.labelled = labelled
        self.reason = reason
        self.others = others
        self.isDoubtful = isDoubtful
    }
}
