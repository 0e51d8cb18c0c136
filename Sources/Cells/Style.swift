/// A colour: the terminal's own, or one of the xterm palette of 256.
public struct Colour: Hashable, Sendable {
    /// One more than the place in the palette; 0 for the terminal's own.
    @usableFromInline let code: UInt16

    @inlinable init(code: UInt16) { self.code = code }

    /// What the terminal uses when nothing is said.
    @inlinable public static var standard: Colour { Colour(code: 0) }

    /// A colour of the xterm palette: 0–15 the terminal's sixteen, 16–231 a cube of 6x6x6, 232–255 greys.
    @inlinable public static func indexed(_ index: UInt8) -> Colour { Colour(code: UInt16(index) + 1) }

    /// The place in the palette; nil for the terminal's own colour.
    @inlinable public var index: UInt8? { code == 0 ? nil : UInt8(truncatingIfNeeded: code - 1) }
}

/// What a terminal can do to characters besides colouring them.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable public static var bold: Attributes { Attributes(rawValue: 1) }
    @inlinable public static var dim: Attributes { Attributes(rawValue: 2) }
    @inlinable public static var underline: Attributes { Attributes(rawValue: 4) }
    @inlinable public static var reverse: Attributes { Attributes(rawValue: 8) }
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    /// Nine bits for each colour, four for the attributes, so that a cell keeps it beside its width.
    public let bits: UInt32

    @inlinable init(bits: UInt32) { self.bits = bits }

    @inlinable
    public init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
        bits = UInt32(foreground.code) | UInt32(background.code) << 9 | UInt32(attributes.rawValue & 0xF) << 18
    }

    @inlinable public var foreground: Colour { Colour(code: UInt16(truncatingIfNeeded: bits & 0x1FF)) }
    @inlinable public var background: Colour { Colour(code: UInt16(truncatingIfNeeded: bits >> 9 & 0x1FF)) }

    @inlinable public var attributes: Attributes {
        get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 18)) }
        set { self = Style(foreground: foreground, background: background, attributes: newValue) }
    }

    /// Nothing asked for.
    @inlinable public static var plain: Style { Style(bits: 0) }

    /// Whether a blank looks the same in both: the colour of its characters and their weight are not seen.
    @inlinable
    public func looksAlikeWhenBlank(as other: Style) -> Bool {
        // Underlined or reversed blanks are seen.
        (bits ^ other.bits) & 0x1FF << 9 == 0 && (bits | other.bits) & 0xC << 18 == 0
    }
}

/// A piece of text in one style.
public struct TextRun: Hashable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style) {
        self.text = text
        self.style = style
    }
}
