import CNcurses

/// What terminfo says of a kind of terminal, read by ncurses without opening a screen.
public struct TerminalDescription: Hashable, Sendable {
    /// 0 where the terminal has no colours.
    public let colours: Int
    /// Whether presses of a mouse are reported.
    public let claimsMouse: Bool

    /// Nil where the kind is not known.
    public init?(_ kind: String) {
        var description = cn_description()
        guard cn_describe(kind, &description) != 0 else { return nil }
        (colours, claimsMouse) = (Int(description.colours), description.claims_mouse != 0)
    }
}
