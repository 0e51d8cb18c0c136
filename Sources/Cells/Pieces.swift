/// A stretch of text that a line break must leave whole.
struct Piece: Equatable {
    var text: String
    var width: Int
    var isBlank: Bool
}

/// Which characters may stand where at the ends of a line.
enum BreakRules {
    private static let closing: Set<Character> = [
        "，", "。", "；", "：", "！", "？", "）", "》", "」", "』", "】", "〉", "〕", "”", "’", "％", "·", "…", "、", "—", "℃",
        ",", ".", ";", ":", "!", "?", ")", "%", "]", "}",
    ]
    private static let opening: Set<Character> = ["（", "《", "「", "『", "【", "〈", "〔", "“", "‘", "(", "[", "{", "¥", "$"]

    /// Whether a line must not begin with this character.
    static func mustNotStart(_ character: Character) -> Bool { closing.contains(character) }
    /// Whether a line must not end with this character.
    static func mustNotEnd(_ character: Character) -> Bool { opening.contains(character) }
}

/// Splits text into pieces.
enum Pieces {
    private enum Kind { case blank, number, latin, han, opening, closing, nearly }

    static func of(_ text: some StringProtocol) -> [Piece] {
        var pieces: [Piece] = []
        /// How many Chinese characters after a number may still be its unit.
        var unitRoom = 0
        var previous: Kind?
        for character in text {
            let kind = kind(of: character, after: previous)
            let width = DisplayWidth.of(character)
            let joins: Bool
            switch (previous, kind) {
            case (nil, _): joins = false
            case (.blank?, .blank): joins = true
            case (_, .blank), (.blank?, .closing): joins = kind == .closing
            case (_, .closing), (.opening?, _): joins = true
            case (.blank?, .latin), (.blank?, .number), (.blank?, .opening), (.blank?, .nearly): joins = false
            case (.blank?, .han): joins = false
            case (.nearly?, .number), (.number?, .number), (.latin?, .latin), (.latin?, .number), (.number?, .latin):
                joins = true
            case (_, .han), (_, .nearly): joins = unitRoom > 0
            case (_, .number), (_, .latin), (_, .opening): joins = false
            }
            switch kind {
            case .number: unitRoom = Self.longestUnit
            case .han where Self.magnitudes.contains(character): break
            case .han, .nearly: unitRoom = max(0, unitRoom - 1)
            case .closing where character == "%" || character == "％": unitRoom = 0
            case .blank, .latin, .opening, .closing: unitRoom = 0
            }
            if joins, let last = pieces.last {
                pieces[pieces.count - 1] = Piece(
                    text: last.text + String(character), width: last.width + width, isBlank: last.isBlank && kind == .blank)
            } else {
                pieces.append(Piece(text: String(character), width: width, isBlank: kind == .blank))
            }
            previous = kind
        }
        return pieces
    }

    /// Units of figures have at most two characters (公里, 人次) after 万, 亿, 余 or 多.
    private static let longestUnit = 2
    private static let magnitudes: Set<Character> = ["万", "亿", "余", "多", "千", "百"]

    private static func kind(of character: Character, after previous: Kind?) -> Kind {
        if character == " " || character == "\t" || character == "\u{3000}" { return .blank }
        if character.isASCII, character.isNumber { return .number }
        // A point or comma between digits belongs to the number; the closing rule keeps it there.
        if previous == .number, character == "–" || character == "." || character == "," { return .number }
        if BreakRules.mustNotStart(character) { return .closing }
        if BreakRules.mustNotEnd(character) { return .opening }
        if character == "近" || character == "约" || character == "−" || character == "+" || character == "±" { return .nearly }
        if DisplayWidth.of(character) == 2 { return .han }
        return .latin
    }
}
