import Cells

/// How high the letters of a kiosk are: of a screen's size and the terminal's rows.
///
/// EN 301 549 §5.1.4 asks for capitals of 7.3 mm where they are read from 60 cm, ADA 707.7.2 for 4.8 mm.
struct KioskLetters {
    /// The height of the picture in millimetres.
    let millimetres: Double

    static let wanted = 7.3, least = 4.8
    /// A capital is 0.733 of the size of a font, and a row 1.448 of it (Noto Sans Mono CJK).
    private static let capitalOfRow = 0.733 / 1.448
    /// A screen of 16:9.
    private static let heightOfDiagonal = 9 / 337.0.squareRoot()

    /// - Parameter inches: the diagonal.
    init(inches: Double) { millimetres = inches * 25.4 * Self.heightOfDiagonal }

    /// The height of a capital in millimetres where so many rows are on the screen.
    func capital(rows: Int) -> Double { millimetres / Double(max(1, rows)) * Self.capitalOfRow }

    /// The most rows with which capitals are at least so high.
    func mostRows(_ height: Double) -> Int { Int(millimetres * Self.capitalOfRow / height) }

    /// What `doctor` says.
    ///
    /// - Parameter size: the terminal's; nil where there is none.
    func finding(_ size: Size?) -> Finding {
        let sizes = [Size(columns: 40, rows: 12), Size(columns: 60, rows: 18), Size(columns: 80, rows: 24)]
        let rows = size?.rows ?? 24
        let height = capital(rows: rows), shown = Self.text(height)
        let table = sizes.map { "\($0.columns)x\($0.rows) \(Self.text(capital(rows: $0.rows)))" }.joined(
            separator: ", ")
        let most = mostRows(Self.wanted)
        let isGood = height >= Self.wanted
        return Finding(
            .say("公众屏字高", "kiosk letters"),
            .say("\(rows) 行时大写字母高 \(shown)；\(table)", "capitals \(shown) with \(rows) rows; \(table)"),
            from: .say("--kiosk，Noto Sans Mono CJK，16:9", "--kiosk, Noto Sans Mono CJK, 16:9"),
            mend: isGood
                ? nil
                : .say(
                    "60 厘米外看要 7.3 mm（EN 301 549）：把终端字号调大，至多 \(most) 行",
                    "7.3 mm are wanted at 60 cm (EN 301 549): a larger font, at most \(most) rows"))
    }

    /// 5.7 mm
    private static func text(_ millimetres: Double) -> String {
        let tenths = Int((millimetres * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) mm"
    }
}
