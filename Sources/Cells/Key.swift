/// A key as a person presses it.
public enum Key: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
    /// Held with Ctrl; the letter is upper case.
    case control(Character)
    case alt(Character)
}
