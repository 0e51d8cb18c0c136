/// The signs whose width is in doubt: those that the program draws and those that data bring. One Chinese character
/// leads them: how wide it comes out says whether the terminal takes UTF-8 at all. It has no byte that an old terminal
/// would take for a control.
enum DoubtfulSigns {
    static let all = Array("中·…※①—–─│╭╮╰╯┌┐└┘├┤╌━╸█▀▄▌░▲▼▴▾⇕●◐○◇■✓→←↑↓›“”‘’±×÷−℃²⣿".unicodeScalars)
}
