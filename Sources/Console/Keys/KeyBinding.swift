import Cells
import Indicators
import Wording

/// The screens on which a key has its meaning.
public struct KeyContext: OptionSet, Hashable, Sendable {
    /// The bits of the contexts, one for each.
    public let rawValue: UInt16

    /// Makes a set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The overview.
    public static let overview = KeyContext(rawValue: 1)
    /// Lists whose rows are figures or measures: a topic, an area.
    public static let figures = KeyContext(rawValue: 2)
    /// The list of districts.
    public static let districts = KeyContext(rawValue: 4)
    /// One indicator.
    public static let indicator = KeyContext(rawValue: 8)
    /// Text that scrolls: source, help.
    public static let text = KeyContext(rawValue: 16)
    /// The search, where letters are typed.
    public static let search = KeyContext(rawValue: 32)

    /// While a large table is read.
    public static let loading = KeyContext(rawValue: 64)
    /// A meeting: one figure over the whole screen.
    public static let meeting = KeyContext(rawValue: 128)
    /// What needs attention.
    public static let attention = KeyContext(rawValue: 256)
    /// What changed.
    public static let changes = KeyContext(rawValue: 512)

    /// Everywhere that letters are commands.
    public static let commands: KeyContext = [
        .overview, .figures, .districts, .indicator, .text, .meeting, .attention, .changes,
    ]
    /// Everywhere.
    public static let all: KeyContext = [.commands, .search]
}

/// A key and what it asks for.
public struct Stroke: Hashable, Sendable {
    /// The key that is pressed.
    public let key: Key
    /// What it asks for, to be given to `update`.
    public let action: Action
}

/// Whether a key has an effect on a screen now.
enum KeyAvailability: Hashable, Sendable {
    /// The key has an effect, and the footer may show it.
    case offered
    /// The key has no visible effect here, so the footer need not show it.
    case idle
    /// The key cannot do its work; the person who presses it is told why.
    case refused(LocalizedText)
}

/// One row of the key table: handling, footer, help, `docs/keys.md` and `minsheng keys` read it.
public struct KeyBinding: Sendable {
    /// The keys of this row with what each asks for.
    public let strokes: [Stroke]
    /// How the keys are written for people.
    public let shown: String
    /// The screens on which the keys have this meaning.
    public let contexts: KeyContext
    /// The word beside the keys in the footer.
    public let label: @Sendable (Words) -> String
    /// What they do, in one sentence.
    public let sentence: @Sendable (Words) -> String
    /// Position in the footer, smallest first; nil where the footer does not show it.
    public let footer: Int?
    /// Which bindings keep their room in a narrow footer, smallest first; nil where the position decides.
    var priority: Int?
    /// Whether a guest may use it, see `Settings.isGuest`.
    var isForGuests = true
    /// Whether the binding has an effect now, and the reason where it has none.
    var availability: @Sendable (any ScreenContent) -> KeyAvailability = { _ in .offered }

    /// Whether the binding has an effect on a screen now; what is not for guests never has for them.
    func isOffered(on content: any ScreenContent) -> KeyAvailability {
        content.state.settings.isGuest && !isForGuests ? .refused(GuestNotices.notHere) : availability(content)
    }
}
