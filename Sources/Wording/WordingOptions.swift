import Indicators

/// What a person may choose about how things are worded.
public struct WordingOptions: Hashable, Sendable {
    /// The language of every text; a text that the data have in one language only is shown in that.
    public var language: Language
    /// The signs in texts.
    public var signs: Signs
    /// Whether all digits are shown instead of 万, 亿 and million.
    public var raw: Bool
    /// Whether figures of another publisher's table lose digits that nobody reads. The tables of the format keep all.
    public var isLegible: Bool

    /// Chinese, the signs of Unicode, shortened numbers and all decimal places unless arguments say otherwise.
    public init(language: Language = .zh, signs: Signs = .unicode, raw: Bool = false, isLegible: Bool = false) {
        self.language = language
        self.signs = signs
        self.raw = raw
        self.isLegible = isLegible
    }
}
