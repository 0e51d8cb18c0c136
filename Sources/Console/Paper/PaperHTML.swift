import Cells
import Reports
import Wording

/// A page as one HTML document that prints on A4, without scripts, external files or backgrounds.
///
/// Columns stay aligned with any font: a character that a font might draw wider or narrower than the screen's cells
/// stands in a box of one or two columns. Fonts with ASCII, rules and blocks of one width come before Chinese fonts,
/// which draw every block as a full square, so that large digits would become solid bars.
public enum PaperHTML {
    /// The whole document. Text from the data is escaped; invented data are marked at the top and on every sheet.
    public static func write(_ page: PaperPage) -> String {
        let words = Words.in(page.language)
        var classes = StyleClasses()
        let picture = (0..<page.grid.size.rows).map { row($0, of: page.grid, &classes) }.joined(separator: "\n")
        let notes = page.notes.map { "<p>\(HTMLText.escaped($0))</p>\n" }.joined()
        let sections =
            section(words.judging.derived, page.computed, "ul") + section(words.helpRules, page.rules, "ul")
            + section(PaperWords.in(page.language).sources, page.sources, "ol")
        let fictionalMark = "<p class=\"fictional\">\(HTMLText.escaped(words.fictional))</p>\n"
        let fictionalRule = "\n@page { @top-center { content: \"\(words.fictional)\"; font: bold 10pt sans-serif } }"
        return """
            <!DOCTYPE html>
            <html lang="\(page.language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <title>\(HTMLText.escaped("\(page.title) \(page.place)"))</title>
            <style>
            \(sheet)\(page.isFictional ? fictionalRule : "")
            \(classes.rules)
            </style>
            </head>
            <body>
            <header>
            \(page.isFictional ? fictionalMark : "")<h1>\(HTMLText.escaped(page.title))</h1>
            <p class="place">\(HTMLText.escaped(page.place))</p>
            \(notes)</header>
            <main>
            <pre>\(picture)</pre>
            </main>
            \(sections)</body>
            </html>

            """
    }

    /// 96 columns of the widest of these fonts (0.602 of the font size) take 179.4 of the 180 mm between the margins.
    private static let sheet = """
        @page { size: A4; margin: 15mm }
        @page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
        body { margin: 0; color: #262626; font-size: 8.8pt; line-height: 1.35;
        font-family: "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", "Noto Sans Mono CJK SC", "Sarasa Mono \
        SC", "SimSun", monospace }
        @media screen { body { width: 180mm; margin: 15mm auto } }
        h1 { margin: 0; font-size: 14pt } h2 { margin: 4mm 0 1mm; font-size: 10pt; break-after: avoid }
        p { margin: 0.5mm 0 } ol, ul { margin: 0; padding-left: 6ch } li { break-inside: avoid; overflow-wrap: \
        anywhere }
        .place { font-size: 10pt; font-weight: bold } .fictional { font-size: 12pt; font-weight: bold }
        pre { margin: 4mm 0; font: inherit; line-height: 1.2 }
        .n, .w { display: inline-block; width: 1ch } .w { width: 2ch; text-align: center }
        """

    private static func section(_ title: String, _ texts: [String], _ list: String) -> String {
        guard !texts.isEmpty else { return "" }
        let items = texts.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined()
        return "<section>\n<h2>\(HTMLText.escaped(title))</h2>\n<\(list)>\n\(items)</\(list)>\n</section>\n"
    }

    /// A row without its trailing blanks, as spans of one style each. A blank has no style of its own.
    private static func row(_ row: Int, of grid: CellGrid, _ classes: inout StyleClasses) -> String {
        var line = "", blanks = "", open: String?
        for column in 0..<grid.size.columns {
            let cell = grid[Point(column: column, row: row)]
            if cell.isContinuation { continue }
            let text = grid.text(at: Point(column: column, row: row))
            if text == " " {
                blanks += text
                continue
            }
            let name = classes.name(of: cell.style)
            if name != open {
                line += (open == nil ? "" : "</span>") + blanks + "<span class=\"\(name)\">"
                open = name
            } else {
                line += blanks
            }
            blanks = ""
            line += boxed(text, cell.width)
        }
        return line + (open == nil ? "" : "</span>")
    }

    /// A character of ASCII as it is; every other character in a box as wide as its cells.
    private static func boxed(_ text: String, _ width: UInt8) -> String {
        if width == 1, text.utf8.count == 1 { return HTMLText.escaped(text) }
        return "<span class=\"\(width == 2 ? "w" : "n")\">\(HTMLText.escaped(text))</span>"
    }
}

/// The styles that a page uses, each once, as classes of a style sheet.
private struct StyleClasses {
    private struct Look: Hashable {
        let colour: String?
        let isBold: Bool
        let isUnderlined: Bool
    }

    private var names: [Look: String] = [:]
    private var order: [Look] = []

    /// The class for a style. Backgrounds are left out, so a style that differs by its background alone, as reverse
    /// does, becomes bold.
    mutating func name(of style: Style) -> String {
        let look = Look(
            colour: style.foreground.index.map(PaperColour.css),
            isBold: style.attributes.contains(.bold) || style.attributes.contains(.reverse),
            isUnderlined: style.attributes.contains(.underline))
        if let name = names[look] { return name }
        let name = "i\(order.count)"
        names[look] = name
        order.append(look)
        return name
    }

    /// The style sheet with all classes.
    var rules: String {
        order.map { look in
            let parts = [
                look.colour.map { "color: \($0)" }, look.isBold ? "font-weight: bold" : nil,
                look.isUnderlined ? "text-decoration: underline" : nil,
            ]
            return ".\(names[look] ?? "") { \(parts.compactMap { $0 }.joined(separator: "; ")) }"
        }.joined(separator: "\n")
    }
}

/// Colours of the xterm palette, darkened as far as white paper needs it.
enum PaperColour {
    /// `#rrggbb` with a contrast to white of at least 4.5:1 (WCAG 2.2, 1.4.3).
    static func css(_ index: UInt8) -> String {
        "#"
            + dark(components(index)).map { part in
                let digits = String(part, radix: 16)
                return digits.utf8.count < 2 ? "0" + digits : digits
            }.joined()
    }

    /// Luminance is taken as the square of each component, which is slightly more than in the WCAG definition, so the
    /// result is never too pale.
    private static func dark(_ parts: [Int]) -> [Int] {
        let shares = parts.map { Double($0) / 255 }
        let light = zip(shares, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
        let factor = light > mostLight ? (mostLight / light).squareRoot() : 1
        return shares.map { Int($0 * factor * 255) }
    }

    /// The greatest luminance with enough contrast: (1 + 0.05) / 4.5 − 0.05, rounded down.
    private static let mostLight = 0.18

    private static func components(_ index: UInt8) -> [Int] {
        switch index {
        case 0..<16:
            let value = sixteen[Int(index)]
            return [value >> 16, value >> 8 & 0xFF, value & 0xFF]
        case 16..<232:
            let position = Int(index) - 16
            return [levels[position / 36], levels[position / 6 % 6], levels[position % 6]]
        default: return [Int](repeating: 8 + 10 * (Int(index) - 232), count: 3)
        }
    }

    private static let levels = [0, 95, 135, 175, 215, 255]
    private static let sixteen = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF,
        0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
}
