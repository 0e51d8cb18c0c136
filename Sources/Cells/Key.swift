/// A key that was pressed.
public enum Key: Hashable, Sendable {
    /// A key that types a character, Shift included.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 is 1.
    case function(Int)
    /// A letter held with Ctrl, in upper case.
    case control(Character)
    /// A character held with Alt.
    case alt(Character)
}
