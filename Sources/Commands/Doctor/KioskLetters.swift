import Cells
import Indicators

/// How high the letters of a kiosk are: of a screen's size and the terminal's rows.
///
/// EN 301 549 §5.1.4 asks for capitals of 7.3 mm where they are read from 60 cm, ADA 707.7.2 for 4.8 mm.
struct KioskLetters {
    /// The height of the picture in millimetres.
    let millimetres: Double

    static let wanted = 7.3, least = 4.8
    /// A capital is 0.733 of the size of a font, and a row 1.448 of it (Noto Sans Mono CJK).
    private static let capitalOfRow = 0.733 / rowOfFont
    private static let rowOfFont = 1.448
    /// The fewest rows of a kiosk.
    private static let fewestRows = 12
    /// The example of a picture: rows of pixels, and pixels of a point at 96 dpi.
    private static let pixels = 1_080.0, pixelsOfPoint = 4.0 / 3
    /// A screen of 16:9.
    private static let heightOfDiagonal = 9 / 337.0.squareRoot()

    /// - Parameter inches: the diagonal.
    init(inches: Double) { millimetres = inches * 25.4 * Self.heightOfDiagonal }

    /// The height of a capital in millimetres where so many rows are on the screen.
    func capital(rows: Int) -> Double { millimetres / Double(max(1, rows)) * Self.capitalOfRow }

    /// The most rows with which capitals are at least so high.
    func mostRows(_ height: Double) -> Int { Int(millimetres * Self.capitalOfRow / height) }

    /// The font size in points at which a screen of 1080 pixel rows shows at most this many rows.
    static func points(rows: Int) -> Int {
        Int((pixels / Double(max(1, rows)) / rowOfFont / pixelsOfPoint).rounded(.up))
    }

    /// What `doctor` says.
    ///
    /// - Parameter size: the terminal's; nil where there is none.
    func finding(_ size: Size?) -> Finding {
        let sizes = [Size(columns: 40, rows: 12), Size(columns: 60, rows: 18), Size(columns: 80, rows: 24)]
        let rows = size?.rows ?? 24
        let height = capital(rows: rows), shown = Self.text(height)
        let table = sizes.map { "\($0.columns)x\($0.rows) \(Self.text(capital(rows: $0.rows)))" }.joined(
            separator: ", ")
        let isGood = height >= Self.wanted
        return Finding(
            .say("公众屏字高", "kiosk letters"),
            .say("\(rows) 行时大写字母高 \(shown)；\(table)", "capitals \(shown) with \(rows) rows; \(table)"),
            from: .say("--kiosk，Noto Sans Mono CJK，16:9", "--kiosk, Noto Sans Mono CJK, 16:9"),
            mend: isGood ? nil : mend)
    }

    /// A larger font; where even the fewest rows of a kiosk are too low, the distance from which they are read.
    private var mend: LocalizedText {
        let most = mostRows(Self.wanted), points = Self.points(rows: most)
        guard most < Self.fewestRows else {
            return .say(
                "60 厘米外看要 7.3 mm（EN 301 549）：把终端字号调大，至多 \(most) 行（1080 行像素、96 dpi：foot.ini 的 size=\(points)）",
                "7.3 mm are wanted at 60 cm (EN 301 549): a larger font, at most \(most) rows "
                    + "(1080 rows of pixels, 96 dpi: size=\(points) in foot.ini)")
        }
        let height = capital(rows: Self.fewestRows), shown = Self.text(height)
        let distance = Int(60 * height / Self.wanted)
        return .say(
            "这块屏小：最少的 \(Self.fewestRows) 行也只有 \(shown)，\(distance) 厘米以内才看得清；60 厘米外看要 7.3 mm（EN 301 549）",
            "a small screen: even the fewest rows, \(Self.fewestRows), have \(shown), to be read from \(distance) cm; "
                + "7.3 mm are wanted at 60 cm (EN 301 549)")
    }

    /// 5.7 mm
    private static func text(_ millimetres: Double) -> String {
        let tenths = Int((millimetres * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) mm"
    }
}
