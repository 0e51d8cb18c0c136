import Cells

/// What the bytes of a terminal turned out to be.
enum TerminalInput: Hashable {
    case key(Key)
    case pointer(PointerEvent)
    /// Text from the clipboard of the terminal (xterm, 2004), as it came.
    case paste(String)
    case reply(TerminalReply)
}

/// What a terminal answers when it is asked; late or early, it is never a key.
enum TerminalReply: Hashable {
    /// Where the cursor stands (ECMA-48 §8.3.14, CPR), from 1.
    case cursor(row: Int, column: Int)
    /// The background's brightness, 0…1 (xterm, OSC 11).
    case background(Double)
}
