import Cells
import Indicators

/// The settings of the operator. No input of a visitor changes them.
public struct KioskSettings: Hashable, Sendable {
    /// The language at the start and after each reset.
    public var language: Language
    /// The characters for drawing that the terminal can show.
    public var glyphs: Glyphs
    /// How long a topic is shown before the next one, in milliseconds.
    public var rotation: Int
    /// How long the kiosk waits without input before it asks whether somebody is still there, in milliseconds.
    public var patience: Int
    /// Whether the operator has a number that ends the kiosk.
    public var hasOperator: Bool
    /// Whether figures can be read aloud.
    public var canSpeak: Bool
    /// Whether codes can be made.
    public var canCode: Bool

    /// How long the question is shown, in milliseconds.
    static let question = 20_000

    /// - Parameters:
    ///   - rotation: in milliseconds; at least a second.
    ///   - patience: in milliseconds; at least a second.
    public init(
        language: Language = .zh, glyphs: Glyphs = .block, rotation: Int = 12_000, patience: Int = 60_000,
        hasOperator: Bool = false, canSpeak: Bool = false, canCode: Bool = false
    ) {
        self.language = language
        self.glyphs = glyphs
        self.rotation = max(1_000, rotation)
        self.patience = max(1_000, patience)
        self.hasOperator = hasOperator
        self.canSpeak = canSpeak
        self.canCode = canCode
    }
}
