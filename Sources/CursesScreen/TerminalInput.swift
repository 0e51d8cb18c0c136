import Cells

/// One decoded input from a terminal.
enum TerminalInput: Hashable {
    case key(Key)
    case pointer(PointerEvent)
    /// Pasted text (xterm, 2004), unchanged.
    case paste(String)
    case reply(TerminalReply)
}

/// The answer of a terminal to a question. It is never taken for a key, whenever it arrives.
enum TerminalReply: Hashable {
    /// The position of the cursor, from 1 (ECMA-48 §8.3.14, CPR).
    case cursor(row: Int, column: Int)
    /// The brightness of the background, 0 to 1 (xterm, OSC 11).
    case background(Double)
}
