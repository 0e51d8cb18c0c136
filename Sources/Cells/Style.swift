/// A colour: the terminal's own, or one of the xterm palette of 256.
public struct Colour: Hashable, Sendable {
    private let code: Int16

    /// What the terminal uses when nothing is said.
    public static let standard = Colour(code: -1)

    /// A colour of the xterm palette: 0–15 the terminal's sixteen, 16–231 a cube of 6x6x6, 232–255 greys.
    public static func indexed(_ index: UInt8) -> Colour { Colour(code: Int16(index)) }

    /// The place in the palette; nil for the terminal's own colour.
    public var index: UInt8? { code < 0 ? nil : UInt8(truncatingIfNeeded: code) }
}

/// What a terminal can do to characters besides colouring them.
public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    public var foreground: Colour
    public var background: Colour
    public var attributes: Attributes

    public init(foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Nothing asked for.
    public static let plain = Style()

    /// Whether a blank looks the same in both: the colour of its characters and their weight are not seen.
    public func looksAlikeWhenBlank(as other: Style) -> Bool {
        let seen: Attributes = [.underline, .reverse]
        return background == other.background && attributes.isDisjoint(with: seen) && other.attributes.isDisjoint(with: seen)
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
