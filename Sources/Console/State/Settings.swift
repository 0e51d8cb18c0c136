import Cells
import Indicators
import Themes
import Wording

/// What a person may choose about how things are shown.
public struct Settings: Hashable, Sendable {
    /// The language of every text; a text that the data have in one language only is shown in that.
    public var language: Language
    /// The theme; `mono` wherever no colour was asked for.
    public var theme: Theme.Name
    /// The characters for drawing that the terminal can show.
    public var glyphs: Glyphs
    /// Whether all digits are shown instead of 万, 亿 and million.
    public var raw: Bool
    /// Whether no colour was asked for; the theme then stays `mono`.
    public var isColourless: Bool
    /// Whether the theme follows the terminal's background once that is known; false after somebody has chosen a theme.
    public var followsTerminal: Bool
    /// Whether the person is a guest on this machine (`--guest`): nothing is written, stopped or read again for them.
    public var isGuest = false

    /// The settings of a first start unless arguments say otherwise: Chinese, the dark theme, braille charts and
    /// shortened numbers.
    public init(
        language: Language = .zh, theme: Theme.Name = .dark, glyphs: Glyphs = .braille, raw: Bool = false,
        isColourless: Bool = false,
        followsTerminal: Bool = false
    ) {
        self.language = language
        self.theme = theme
        self.glyphs = glyphs
        self.raw = raw
        self.isColourless = isColourless
        self.followsTerminal = followsTerminal
    }

    /// What of it concerns words.
    public var wording: WordingOptions {
        WordingOptions(language: language, signs: Signs(isASCII: glyphs.name == .ascii), raw: raw, isLegible: true)
    }
}
