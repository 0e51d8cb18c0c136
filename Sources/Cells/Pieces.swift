/// A part of a text that must not be broken into two lines.
struct Piece: Equatable {
    var text: Substring
    var width: Int
    var isBlank: Bool
}

/// Which characters must not stand at the beginning or the end of a line (GB/T 15834; W3C, Requirements for Chinese
/// Text Layout). All of them are single scalars, which are compared without the normalization of characters: wrapping
/// is a large part of drawing a page.
enum BreakRules {
    /// Whether a line must not begin with this character.
    static func mustNotStart(_ character: Character) -> Bool { character.onlyScalar.map(mustNotStart) ?? false }

    static func mustNotStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "；", "：", "！", "？", "）", "》", "」", "』", "】", "〉", "〕", "”", "’", "％", "·", "…", "、", "—", "℃",
            ",", ".", ";", ":", "!", "?", ")", "%", "]", "}":
            true
        default: false
        }
    }

    /// Whether a line must not end with this character.
    static func mustNotEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "《", "「", "『", "【", "〈", "〔", "“", "‘", "(", "[", "{", "¥", "$": true
        default: false
        }
    }
}

extension Character {
    /// Its scalar where it is one; nil for a character of several.
    fileprivate var onlyScalar: Unicode.Scalar? {
        let scalars = unicodeScalars
        return scalars.index(after: scalars.startIndex) == scalars.endIndex ? scalars.first : nil
    }
}

/// Splits text into pieces.
enum Pieces {
    private enum Kind { case blank, tie, number, latin, han, opening, closing, nearly }

    static func of(_ text: Substring) -> [Piece] {
        var pieces: [Piece] = []
        /// How many of the next Chinese characters may belong to the unit of the last number.
        var unitRoom = 0
        var previous: Kind?
        var index = text.startIndex
        while index < text.endIndex {
            let (scalar, next) = character(of: text, at: index)
            let width = scalar.map(DisplayWidth.of) ?? DisplayWidth.of(text[index])
            var kind = kind(of: scalar, width, after: previous)
            // No break at a blank inside a figure, nor before a mark that must not begin a line.
            if kind == .blank, previous != nil, previous != .blank, follows(text, next, previous) { kind = .tie }
            let joins = joins(previous, kind, unitRoom)
            switch kind {
            case .number: unitRoom = Self.longestUnit
            case .tie: break
            case .latin where previous == .number: break
            case .han where Self.isMagnitude(scalar): break
            case .han, .nearly: unitRoom = max(0, unitRoom - 1)
            case .blank, .latin, .opening, .closing: unitRoom = 0
            }
            if joins {
                let last = pieces.count - 1
                pieces[last].text = text[pieces[last].text.startIndex..<next]
                pieces[last].width += width
                pieces[last].isBlank = pieces[last].isBlank && kind == .blank
            } else {
                pieces.append(Piece(text: text[index..<next], width: width, isBlank: kind == .blank))
            }
            previous = kind
            index = next
        }
        return pieces
    }

    private static func joins(_ previous: Kind?, _ kind: Kind, _ unitRoom: Int) -> Bool {
        switch (previous, kind) {
        case (nil, _): false
        case (_, .tie): true
        case (.blank?, .blank): true
        case (.blank?, _), (_, .blank): false
        case (_, .closing), (.opening?, _), (.tie?, _): true
        case (.nearly?, .number), (.number?, .number), (.latin?, .latin), (.latin?, .number), (.number?, .latin): true
        case (_, .han), (_, .nearly): unitRoom > 0
        case (_, .number), (_, .latin), (_, .opening): false
        }
    }

    /// Whether the text after one or more blanks must stay on the same line as the text before them.
    private static func follows(_ text: Substring, _ position: String.Index, _ previous: Kind?) -> Bool {
        func kind(at position: String.Index) -> Kind {
            self.kind(of: character(of: text, at: position).scalar, DisplayWidth.of(text[position]), after: nil)
        }
        guard let next = text.indices[position...].first(where: { kind(at: $0) != .blank }) else { return false }
        switch kind(at: next) {
        case .closing: return true
        case .han: return previous == .number && next == position
        default: return false
        }
    }

    /// A unit has at most two characters (公里, 人次), not counting 万 and the like, 个 (个部门) and 平方 (平方米).
    private static let longestUnit = 2

    private static func isMagnitude(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "万", "亿", "余", "多", "千", "百", "个", "平", "方": true
        default: false
        }
    }

    /// The scalar of the character at an index, nil where it has several, and the index of the next character.
    private static func character(of text: Substring, at position: String.Index) -> (
        scalar: Unicode.Scalar?, next: String.Index
    ) {
        let next = text.index(after: position)
        return (text.unicodeScalars.index(after: position) == next ? text.unicodeScalars[position] : nil, next)
    }

    /// - Parameter scalar: nil for a character of several.
    private static func kind(of scalar: Unicode.Scalar?, _ width: Int, after previous: Kind?) -> Kind {
        guard let scalar else { return width == 2 ? .han : .latin }
        switch scalar {
        case " ", "\t", "\u{3000}": return .blank
        case "0"..."9": return .number
        // A point or comma between digits belongs to the number; the closing rule keeps it there.
        case "–", ".", ",": if previous == .number { return .number }
        case "近", "约", "−", "+", "±": return .nearly
        default: break
        }
        if BreakRules.mustNotStart(scalar) { return .closing }
        if BreakRules.mustNotEnd(scalar) { return .opening }
        return width == 2 ? .han : .latin
    }
}
