/// An administrative area or village (`areas.csv`), with a code of GB/T 2260 or a local code.
public struct Area: Hashable, Sendable {
    /// The code of GB/T 2260; for an area below the county level a local code that begins with its county's.
    public let code: String
    /// The position among the areas, ascending; equal numbers keep the order of the table.
    public let order: Int
    /// The full name.
    public let name: LocalizedText
    /// The name for narrow columns; the full name where the table has no short one.
    public let shortName: LocalizedText
    /// The administrative level.
    public let kind: AreaKind
    /// The code of the area it is a part of; nil for the whole.
    public package(set) var parent: String?
    /// Names that the area had before, with former codes, as the table lists them; empty where it lists none.
    public let formerNames: [String]

    /// The code of the whole where a table of another publisher does not state it.
    package static let unstatedWhole = "_ALL"
    /// Whether the table itself names the area.
    package var isStated: Bool { code != Self.unstatedWhole }

    package init(
        code: String, order: Int, name: LocalizedText, shortName: LocalizedText, kind: AreaKind, parent: String?,
        formerNames: [String]
    ) {
        self.code = code
        self.order = order
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.parent = parent
        self.formerNames = formerNames
    }
}
