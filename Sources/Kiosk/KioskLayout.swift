import Cells
import Indicators

/// The position of every part of the kiosk, shared by drawing and touches.
///
/// Seven topics have a band each on a screen of 74 columns and 24 rows and more, in two rows, and on an upright one of
/// 40 rows, in four; all other pages have at most four.
///
/// From 40x12 on, digits have at least 5 rows and bands at least 3 rows and 16 columns; on a screen of fewer than 74
/// columns and 20 rows 9 columns, which are as wide there in millimetres. Where rows are few, parts are dropped in this
/// order: blank lines, the age of the data, the row for commas, the title, the dots, the second line of the sentence.
struct KioskLayout: Hashable {
    static let bandRows = 3, bandColumns = 16, fewestBandColumns = 9
    private static let digitRows = 5

    /// Title, date and time.
    private(set) var title = Rect(column: 0, row: 0, columns: 0, rows: 0)
    /// The name of the figure and its period.
    private(set) var name: Rect
    private(set) var figure: Rect
    /// The sentence that explains the figure.
    private(set) var sentence: Rect
    private(set) var bands: [Rect] = []
    /// Dots and countdown; empty where there is no row for them.
    private(set) var status = Rect(column: 0, row: 0, columns: 0, rows: 0)
    /// The contact for questions.
    private(set) var contact: Rect
    /// How old the data are.
    private(set) var age = Rect(column: 0, row: 0, columns: 0, rows: 0)
    /// The button that changes the language: three rows at the lower right; where the foot has fewer, the end of the
    /// first row.
    private(set) var language = Rect(column: 0, row: 0, columns: 0, rows: 0)
    /// The button beside it: the survey, or on a page of text the voice; empty where there is none.
    private(set) var aside = Rect(column: 0, row: 0, columns: 0, rows: 0)

    /// How many topics a screen has bands for, 更多 among them where there are more.
    static func topicCapacity(_ size: Size) -> Int {
        let isWide = size.columns >= fewestColumnsOfWideBands(size) && size.rows >= 24
        return isWide || hasTwoRows(size) && size.rows >= 40 ? 7 : capacity(size)
    }

    /// Four bands of full width in a row.
    private static func fewestColumnsOfWideBands(_ size: Size) -> Int { 4 * (bandColumns + 2) - 2 + 2 * margin(size) }

    /// How many bands a page has room for: four, or two where it is narrower than any kiosk.
    static func capacity(_ size: Size) -> Int { size.columns >= 4 * (fewestBandColumns + 1) - 1 ? 4 : 2 }

    /// Two rows of two bands, so that they are at least 16 columns wide.
    private static func hasTwoRows(_ size: Size) -> Bool {
        size.rows >= 20 && size.columns >= 39 && size.columns < fewestColumnsOfWideBands(size)
    }
    /// Columns left free at either side of the screen.
    static func margin(_ size: Size) -> Int { size.columns >= 60 ? 2 : 0 }
    /// Columns left free at either side of a text.
    static func textInset(_ size: Size) -> Int { size.columns >= 60 ? 4 : size.columns >= 30 ? 1 : 0 }
    /// Columns between two bands.
    private static func gap(_ size: Size) -> Int { size.columns >= 60 ? 2 : 1 }
    /// 9 问卷, 9 Survey, 7 Listen
    static let shortAsideColumns = 8
    /// The width of the button for the language where it is as high as a band.
    static func languageColumns(_ size: Size) -> Int {
        size.columns >= 60 ? bandColumns : size.columns >= 45 ? 12 : 10
    }

    init(size: Size, bands count: Int, language name: Language, hasAside: Bool = false) {
        let isCrowded = count > Self.capacity(size)
        let isUpright = Self.hasTwoRows(size)
        var heights = Heights(
            rows: size.rows, rowsOfBands: isUpright ? (isCrowded ? 4 : 2) : isCrowded ? 2 : 1,
            isNarrow: size.columns < 60)
        heights.spread(digitsFirst: isCrowded)
        var rest = Rect(size)
        let inset = Self.textInset(size)
        func text(_ rect: Rect) -> Rect { rect.inset(columns: inset, rows: 0) }
        // Rows are assigned from the bottom, so that bands remain on a screen that is too low. On a low screen the foot
        // stands directly above them, so that a long sentence can extend into it.
        let footRows = heights.status + heights.contact + heights.age
        var foot = rest.takeBottom(heights.age > 0 ? footRows : 0)
        _ = rest.takeBottom(heights.aboveFoot)
        let area = rest.takeBottom(heights.bands).inset(columns: Self.margin(size), rows: 0)
        _ = rest.takeBottom(heights.aboveBands)
        if heights.age == 0 { foot = rest.takeBottom(footRows) }
        title = text(rest.takeTop(heights.title))
        _ = rest.takeTop(heights.belowTitle)
        self.name = text(rest.takeTop(heights.name))
        _ = rest.takeTop(heights.belowName)
        sentence = text(rest.takeBottom(heights.sentence))
        _ = rest.takeBottom(heights.aboveSentence)
        figure = text(rest)
        if foot.rows >= Self.bandRows, size.columns >= 45 {
            _ = foot.takeRight(Self.margin(size))
            language = foot.takeRight(Self.languageColumns(size))
            _ = foot.takeRight(1)
            if hasAside {
                aside = foot.takeRight(Self.languageColumns(size))
                _ = foot.takeRight(1)
            }
        }
        status = text(foot.takeTop(heights.status))
        contact = text(foot.takeTop(heights.contact))
        age = text(foot)
        if language.isEmpty {
            // As wide as its words: 8 English, 8 中文.
            let columns = name == .zh ? 10 : 7
            var row = title.isEmpty ? self.name : title
            language = row.takeRight(columns)
            _ = row.takeRight(1)
            if hasAside {
                aside = row.takeRight(Self.shortAsideColumns)
                _ = row.takeRight(1)
            }
            if title.isEmpty { self.name = row } else { title = row }
        }
        let columns = isUpright ? 2 : isCrowded ? (count + 1) / 2 : Self.capacity(size)
        bands = Self.bands(count, columns: columns, in: area, gap: Self.gap(size))
    }

    /// The rectangles of `count` bands, `columns` in a row, from left to right and top to bottom.
    private static func bands(_ count: Int, columns: Int, in area: Rect, gap: Int) -> [Rect] {
        var area = area, bands: [Rect] = []
        let rows = max(1, (count + columns - 1) / columns), height = (area.rows - (rows - 1)) / rows
        for row in 0..<rows {
            var line = area.takeTop(height)
            _ = area.takeTop(1)
            for column in 0..<columns where row * columns + column < count {
                let left = columns - column
                bands.append(line.takeLeft((line.columns - (left - 1) * gap) / left))
                _ = line.takeLeft(gap)
            }
        }
        return bands
    }

    /// How many rows each part gets.
    private struct Heights {
        var title = 0, belowTitle = 0, name = 1, belowName = 0, figure = KioskLayout.digitRows, aboveSentence = 0,
            sentence = 1
        var aboveBands = 0, bands: Int, aboveFoot = 0, status = 0, contact = 1, age = 0
        private let rowsOfBands: Int
        private let isNarrow: Bool
        private var left: Int

        init(rows: Int, rowsOfBands: Int, isNarrow: Bool) {
            self.isNarrow = isNarrow
            self.rowsOfBands = rowsOfBands
            bands = rowsOfBands * (KioskLayout.bandRows + 1) - 1
            left = 0
            left = rows - (name + figure + sentence + bands + contact)
            if left < 0 { contact = 0 }
            if left < -1 { sentence = 0 }
        }

        /// Distributes the remaining rows: first the parts that must be seen, then blank rows, then larger digits.
        ///
        /// - Parameter digitsFirst: whether digits of twice the height come before higher bands.
        mutating func spread(digitsFirst: Bool) {
            let first: [WritableKeyPath<Heights, Int>] =
                [\.sentence, \.status, \.title, \.figure] + (isNarrow ? [\.sentence] : []) + [
                    // The comma reaches below the digits, so a blank row below them matters more than one above.
                    \.age, \.aboveBands, \.belowTitle, digitsFirst ? \.aboveSentence : \.belowName, \.aboveFoot,
                ]
            for part in first { take(part, 1) }
            // Digits of two and three times the height, with the row for their commas.
            if digitsFirst { take(\.figure, 6) }
            take(\.bands, rowsOfBands)
            take(\.aboveSentence, 1)
            take(\.bands, rowsOfBands)
            take(\.figure, 6)
            if !digitsFirst { take(\.figure, 6) }
            let others: [WritableKeyPath<Heights, Int>] = [
                \.belowTitle, \.aboveSentence, \.aboveFoot, \.aboveBands, \.belowName,
            ]
            take(\.bands, 2 * rowsOfBands)
            for part in others { take(part, 1) }
            take(\.bands, 2 * rowsOfBands)
            for part in others + others { take(part, 1) }
            figure += max(0, left)
        }

        private mutating func take(_ part: WritableKeyPath<Heights, Int>, _ rows: Int) {
            guard left >= rows else { return }
            self[keyPath: part] += rows
            left -= rows
        }
    }
}
