/// One cell of a screen. Trivial: copying a grid of them copies bytes.
public struct Cell: Hashable, Sendable {
    /// A scalar, or with the top bit set a place in the grid's table of clusters.
    var content: UInt32
    public var style: Style
    /// 1 or 2 for a lead cell, 0 for the second half of a wide character.
    public internal(set) var width: UInt8

    /// Whether this is the second half of the wide character to its left.
    public var isContinuation: Bool { width == 0 }

    /// Whether nothing but its background is seen.
    public var isBlank: Bool { content == 0x20 && width == 1 }

    /// How many bytes its character takes in UTF-8; of several scalars at least so many.
    public var utf8Count: Int { content & Self.clusterBit != 0 ? 6 : content < 0x80 ? 1 : content < 0x800 ? 2 : content < 0x10000 ? 3 : 4 }

    static func blank(_ style: Style) -> Cell { Cell(content: 0x20, style: style, width: 1) }

    static let clusterBit: UInt32 = 0x8000_0000
}
