/// Control sequences for which ncurses has no function. ncurses sends all others, from terminfo.
public enum ControlSequences {
    /// Asks for the background colour (xterm, OSC 11).
    static let backgroundQuestion = "\u{1B}]11;?\u{7}"
    /// Asks for the position of the cursor (ECMA-48 §8.3.35, DSR 6).
    public static let cursorQuestion = "\u{1B}[6n"
    /// Erases from the cursor to the end of the line (ECMA-48 §8.3.41, EL).
    public static let eraseLine = "\u{1B}[K"
    /// Save and restore the cursor (VT100, DECSC and DECRC).
    static let saveCursor = "\u{1B}7", restoreCursor = "\u{1B}8"
    /// Report presses and the wheel (xterm, 1000), with coordinates beyond 223 if the terminal supports it (1006).
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h", mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    /// Bracketed paste: marks around pasted text (xterm, 2004).
    static let pasteOn = "\u{1B}[?2004h", pasteOff = "\u{1B}[?2004l"

    /// Moves the cursor to the first column of a row, from 1 (ECMA-48 §8.3.21, CUP).
    static func moveTo(row: Int) -> String { "\u{1B}[\(row);1H" }

    /// Sets the clipboard to a text that is given in base64 (xterm, OSC 52).
    public static func clipboard(_ base64: [UInt8]) -> [UInt8] { Array("\u{1B}]52;c;".utf8) + base64 + [0x07] }
}
