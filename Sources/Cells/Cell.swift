/// One cell of a screen, in eight bytes without references, so that a grid is copied and compared like plain memory.
public struct Cell: Hashable, Sendable {
    /// The value of a scalar or, with the top bit set, an index into the grid's `clusters`.
    @usableFromInline var content: UInt32
    /// The style in the lower 24 bits, the width in the upper 8.
    @usableFromInline var look: UInt32

    @inlinable
    init(content: UInt32, style: Style, width: UInt8) {
        self.content = content
        look = style.bits | UInt32(width) << 24
    }

    /// Colours and attributes.
    @inlinable public var style: Style {
        get { Style(bits: look & 0xFF_FFFF) }
        set { look = look & 0xFF00_0000 | newValue.bits }
    }

    /// In columns: 1 or 2 for the cell that holds a character, 0 for the second half of a wide one.
    @inlinable public var width: UInt8 { UInt8(truncatingIfNeeded: look >> 24) }

    /// Whether this is the second half of the wide character to its left.
    @inlinable public var isContinuation: Bool { look < 1 << 24 }

    /// Whether the character is a blank of one column.
    @inlinable public var isBlank: Bool { content == 0x20 && look >> 24 == 1 }

    /// The value of the character's only scalar; nil if it has several.
    @inlinable public var singleScalar: UInt32? { content & Self.clusterBit == 0 ? content : nil }

    @inlinable static func blank(_ style: Style) -> Cell { Cell(content: 0x20, style: style, width: 1) }

    @usableFromInline static var clusterBit: UInt32 { 0x8000_0000 }
}
