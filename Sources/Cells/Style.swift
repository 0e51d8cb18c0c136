/// A colour: the terminal's default, or one of the xterm palette of 256.
public struct Colour: Hashable, Sendable {
    /// The index in the palette plus 1; 0 for the terminal's default.
    @usableFromInline let code: UInt16

    @inlinable init(code: UInt16) { self.code = code }

    /// The terminal's default colour.
    @inlinable public static var standard: Colour { Colour(code: 0) }

    /// A colour of the xterm palette: 0–15 are the terminal's own sixteen, 16–231 a cube of 6x6x6, 232–255 greys.
    @inlinable public static func indexed(_ index: UInt8) -> Colour { Colour(code: UInt16(index) + 1) }

    /// The index in the palette; nil for the terminal's default.
    @inlinable public var index: UInt8? { code == 0 ? nil : UInt8(truncatingIfNeeded: code - 1) }
}

/// Properties of characters other than colours.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The lower four bits, numbered as `enum cn_attribute` of CNcurses numbers them.
    public let rawValue: UInt8

    /// Only the lower four bits have a meaning.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold, on some terminals brighter.
    @inlinable public static var bold: Attributes { Attributes(rawValue: 1) }
    /// Less bright.
    @inlinable public static var dim: Attributes { Attributes(rawValue: 2) }
    /// Underlined.
    @inlinable public static var underline: Attributes { Attributes(rawValue: 4) }
    /// Foreground and background exchanged.
    @inlinable public static var reverse: Attributes { Attributes(rawValue: 8) }
}

/// The colours and attributes of a cell.
public struct Style: Hashable, Sendable {
    /// Foreground (9 bits, lowest), background (9 bits), attributes (4 bits). A `Cell` stores them beside its width.
    public let bits: UInt32

    @inlinable init(bits: UInt32) { self.bits = bits }

    /// Without arguments the terminal's default look.
    @inlinable
    public init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
        bits = UInt32(foreground.code) | UInt32(background.code) << 9 | UInt32(attributes.rawValue & 0xF) << 18
    }

    /// The colour of the character.
    @inlinable public var foreground: Colour { Colour(code: UInt16(truncatingIfNeeded: bits & 0x1FF)) }
    /// The colour behind the character.
    @inlinable public var background: Colour { Colour(code: UInt16(truncatingIfNeeded: bits >> 9 & 0x1FF)) }

    /// Bold and the like.
    @inlinable public var attributes: Attributes {
        get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 18)) }
        set { self = Style(foreground: foreground, background: background, attributes: newValue) }
    }

    /// The terminal's default colours without attributes.
    @inlinable public static var plain: Style { Style(bits: 0) }

    /// Whether a blank looks the same in both styles: same background, neither underlined nor reversed. The foreground,
    /// bold and dim do not show in a blank.
    @inlinable
    public func looksAlikeWhenBlank(as other: Style) -> Bool {
        // 0xC << 18: underline and reverse.
        (bits ^ other.bits) & 0x1FF << 9 == 0 && (bits | other.bits) & 0xC << 18 == 0
    }
}

/// A text in one style.
public struct TextRun: Hashable, Sendable {
    /// The characters; unsafe ones are replaced when they are drawn.
    public var text: String
    /// The style of all of them.
    public var style: Style

    /// A text in one style.
    public init(_ text: String, _ style: Style) {
        self.text = text
        self.style = style
    }
}
