/// What is sent to a terminal beside ncurses, which has no function for it. Every other control sequence is ncurses'
/// own, from terminfo.
public enum ControlSequences {
    /// Asks for the background colour (xterm, OSC 11).
    static let backgroundQuestion = "\u{1B}]11;?\u{7}"
    /// Asks for the position of the cursor (ECMA-48 §8.3.35, DSR 6).
    public static let cursorQuestion = "\u{1B}[6n"
    /// Erases from the cursor to the end of the line (ECMA-48 §8.3.41, EL).
    public static let eraseLine = "\u{1B}[K"
    /// Save and restore the cursor (VT100, DECSC and DECRC).
    static let saveCursor = "\u{1B}7", restoreCursor = "\u{1B}8"
    /// Reports of presses and the wheel, in the form whose coordinates do not end at 223 where the terminal knows it
    /// (xterm, 1000 and 1006).
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h", mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    /// Marks around pasted text (xterm, 2004).
    static let pasteOn = "\u{1B}[?2004h", pasteOff = "\u{1B}[?2004l"

    /// Moves the cursor to the first column of a row, from 1 (ECMA-48 §8.3.21, CUP).
    static func moveTo(row: Int) -> String { "\u{1B}[\(row);1H" }

    /// Puts a text in base64 into the clipboard (xterm, OSC 52).
    public static func clipboard(_ base64: [UInt8]) -> [UInt8] { Array("\u{1B}]52;c;".utf8) + base64 + [0x07] }
}
