import CNcurses

/// The entry of terminfo for a kind of terminal, read by ncurses without opening a screen.
public struct TerminalDescription: Hashable, Sendable {
    /// The number of colours; 0 for none.
    public let colours: Int
    /// Whether the entry says that the terminal reports mouse presses.
    public let claimsMouse: Bool

    /// Nil if terminfo does not know the kind.
    public init?(_ kind: String) {
        var description = cn_description()
        guard cn_describe(kind, &description) != 0 else { return nil }
        (colours, claimsMouse) = (Int(description.colours), description.claims_mouse != 0)
    }
}
