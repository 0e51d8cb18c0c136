/// One cell of a screen, in eight bytes. Trivial: copying a grid of them copies bytes, and comparing them compares
/// numbers.
public struct Cell: Hashable, Sendable {
    /// A scalar, or with the top bit set a place in the grid's table of clusters.
    @usableFromInline var content: UInt32
    /// The bits of the style, and above them the width.
    @usableFromInline var look: UInt32

    @inlinable
    init(content: UInt32, style: Style, width: UInt8) {
        self.content = content
        look = style.bits | UInt32(width) << 24
    }

    @inlinable public var style: Style {
        get { Style(bits: look & 0xFF_FFFF) }
        set { look = look & 0xFF00_0000 | newValue.bits }
    }

    /// 1 or 2 for a lead cell, 0 for the second half of a wide character.
    @inlinable public var width: UInt8 { UInt8(truncatingIfNeeded: look >> 24) }

    /// Whether this is the second half of the wide character to its left.
    @inlinable public var isContinuation: Bool { look < 1 << 24 }

    /// Whether nothing but its background is seen.
    @inlinable public var isBlank: Bool { content == 0x20 && look >> 24 == 1 }

    /// Its character where that is one scalar; nil for one of several.
    @inlinable public var singleScalar: UInt32? { content & Self.clusterBit == 0 ? content : nil }

    @inlinable static func blank(_ style: Style) -> Cell { Cell(content: 0x20, style: style, width: 1) }

    @usableFromInline static var clusterBit: UInt32 { 0x8000_0000 }
}
