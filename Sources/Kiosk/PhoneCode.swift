import Cells
import Indicators
import Wording

/// A QR code (ISO/IEC 18004) as its modules, without the quiet zone. A library makes it, outside the state.
public struct PhoneCode: Hashable, Sendable {
    /// Modules of a side.
    public let width: Int
    private let dark: [Bool]

    /// - Parameter dark: row by row; nil unless it is a square.
    public init?(width: Int, dark: [Bool]) {
        guard width > 0, dark.count == width * width else { return nil }
        self.width = width
        self.dark = dark
    }

    /// The quiet zone: light modules around the code, which scanners need.
    static let quietZone = 4

    /// Its size in cells with the quiet zone: a column for a module, a row for two.
    var size: Size { Size(columns: width + 2 * Self.quietZone, rows: (width + 2 * Self.quietZone + 1) / 2) }

    private func isDark(_ column: Int, _ row: Int) -> Bool {
        (0..<width).contains(column) && (0..<width).contains(row) && dark[row * width + column]
    }

    /// Draws it in half blocks, black on white, with its quiet zone.
    func draw(at point: Point, in grid: inout CellGrid, glyphs: Glyphs) {
        let style = Style(foreground: .indexed(16), background: .indexed(231))
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let x = column - Self.quietZone, y = 2 * row - Self.quietZone
                let sign =
                    switch (isDark(x, y), isDark(x, y + 1)) {
                    case (true, true): glyphs.full
                    case (true, false): glyphs.upperHalf
                    case (false, true): glyphs.lowerHalf
                    case (false, false): " "
                    }
                grid.put(sign, at: Point(column: point.column + column, row: point.row + row), style: style)
            }
        }
    }

    /// How many bytes a code of error correction level L holds in so many rows of cells; zero where none has room.
    static func capacity(rows: Int) -> Int {
        let bytes = [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520]
        let version = (2 * rows - 2 * quietZone - 17) / 4
        return version < 1 ? 0 : bytes[min(version, bytes.count) - 1]
    }
}

extension KioskState {
    /// The smallest screen with a page for a code.
    static let smallestForCode = Size(columns: 80, rows: 24)
    /// The fewest characters of a title that say which source it is.
    private static let fewestOfTitle = 6

    /// The text of a figure's code: the figure, its period and its source; nil where no code has room for it.
    func takeHomeText(_ figure: KioskFigure) -> String? {
        guard settings.canCode, settings.glyphs.name != .ascii, size.columns >= Self.smallestForCode.columns,
            size.rows >= Self.smallestForCode.rows, let observation = figure.observation, observation.value != nil,
            !observation.isWithheld
        else { return nil }
        let language = visit.language
        let wording = Wording(catalogue, WordingOptions(language: language))
        let area = wording.foreignArea(observation).map { $0 + " " } ?? ""
        func head(_ name: LocalizedText) -> String {
            [
                area + name[language], PeriodText.full(observation, wording),
                StatusText.short(observation, wording.words), wording.figure(observation),
                catalogue.package.isFictional ? KioskWords.in(language).fictionalShort : "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let title = catalogue.source(observation.source)?.title[language] ?? ""
        // A title up to its dash or bracket is a shorter name of the same source.
        let short = title.prefix { $0 != "—" && $0 != "(" && $0 != "（" }
        let shortTitle = short.split(separator: " ").joined(separator: " ")
        let titles = [title, shortTitle].filter { !$0.isEmpty }
        let heads = [figure.indicator.name, figure.indicator.shortName].map(head)
        // English in ASCII where it can be: quotes and dashes take three bytes each, and a scanner that guesses the
        // encoding by a single dash guesses wrong.
        func text(_ head: String, _ title: String) -> String {
            guard language == .en else { return head + " 《\(title)》" }
            return [("–", "-"), ("—", "-"), ("…", "..."), ("’", "'"), ("“", "'"), ("”", "'")].reduce(
                head + " \"\(title)\""
            ) { $0.replacing($1.0, with: $1.1) }
        }
        let room = PhoneCode.capacity(rows: size.rows - 1)
        let texts = titles.flatMap { title in heads.map { text($0, title) } }
        if let whole = texts.first(where: { $0.utf8.count <= room }) { return whole }
        // The beginning of the title still says which source it is.
        var cut = shortTitle
        while cut.count > Self.fewestOfTitle {
            cut.removeLast()
            for head in heads where text(head, cut + "…").utf8.count <= room { return text(head, cut + "…") }
        }
        return nil
    }
}
