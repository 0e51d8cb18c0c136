/// Where a text stands in a width that is larger than it.
public enum Alignment: Hashable, Sendable { case leading, trailing, centre }

/// Truncating, padding and wrapping text by its width in cells, with the rules of Chinese typesetting.
public enum TextLayout {
    /// The text if it is at most `columns` wide; otherwise as many whole characters as fit before `sign`, and the sign.
    /// Empty if even the sign does not fit.
    public static func truncate(_ text: String, to columns: Int, sign: String = "…") -> String {
        if text.utf8.count <= columns { return text }
        if DisplayWidth.of(text) <= columns { return text }
        let room = columns - DisplayWidth.of(sign)
        return room >= 0 ? prefix(of: text, columns: room) + sign : ""
    }

    /// The longest prefix of whole characters that is at most `columns` wide.
    public static func prefix(of text: String, columns: Int) -> String {
        var result = "", used = 0
        for character in text {
            let width = DisplayWidth.of(character)
            if used + width > columns { break }
            result.append(character)
            used += width
        }
        return result
    }

    /// The text truncated or padded with blanks to exactly `columns`.
    public static func pad(_ text: String, to columns: Int, _ alignment: Alignment = .leading) -> String {
        let shown = truncate(text, to: columns)
        let room = max(0, columns - DisplayWidth.of(shown))
        func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
        switch alignment {
        case .leading: return shown + blanks(room)
        case .trailing: return blanks(room) + shown
        case .centre: return blanks(room / 2) + shown + blanks(room - room / 2)
        }
    }

    /// Breaks a text into lines of at most so many columns (at least 2).
    ///
    /// Lines break between Chinese characters, but not inside Latin words and numbers. No line begins with a closing
    /// mark or ends with an opening one (GB/T 15834; W3C, Requirements for Chinese Text Layout). A number stays with
    /// its unit and with 近 or 约 before it. If a line is too narrow, the rule named last is dropped first. No character
    /// is halved.
    public static func wrap(_ text: String, to columns: Int) -> [String] {
        let breaker = LineBreaker(columns: max(2, columns))
        // Nearly every text is one paragraph.
        if !text.unicodeScalars.contains(where: isNewline) { return breaker.lines(Pieces.of(text[...])) }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { breaker.lines(Pieces.of($0)) }
    }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

/// Distributes pieces over lines.
private struct LineBreaker {
    let columns: Int

    func lines(_ pieces: [Piece]) -> [String] {
        var lines: [String] = []
        var line = "", used = 0, blanks = 0
        func finish() {
            lines.append(line)
            line = ""
            used = 0
            blanks = 0
        }
        for piece in pieces {
            if piece.isBlank {
                if used > 0 { blanks += piece.width }
                continue
            }
            if used > 0, used + blanks + piece.width > columns { finish() }
            if piece.width > columns {
                for part in broken(piece) {
                    if part.isBlank {
                        if used > 0 { blanks += part.width }
                        continue
                    }
                    if used > 0, used + blanks + part.width > columns { finish() }
                    append(part)
                }
            } else {
                append(piece)
            }
        }
        func append(_ piece: Piece) {
            for _ in 0..<blanks { line += " " }
            line += piece.text
            used += blanks + piece.width
            blanks = 0
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Breaks a piece that is wider than a line between characters. A closing mark stays with the character before it
    /// if both fit on a line. A character that is wider than a line is broken between its scalars.
    private func broken(_ piece: Piece) -> [Piece] {
        var parts: [Piece] = []
        for character in piece.text {
            let width = DisplayWidth.of(character)
            let isClosing = BreakRules.mustNotStart(character)
            if width > columns {
                parts += scalars(of: character)
            } else if let last = parts.last, isClosing, !last.isBlank, last.width + width <= columns {
                parts[parts.count - 1] = Piece(
                    text: last.text + String(character), width: last.width + width, isBlank: false)
            } else {
                parts.append(Piece(text: Substring(String(character)), width: width, isBlank: character == " "))
            }
        }
        return parts
    }

    private func scalars(of character: Character) -> [Piece] {
        var parts: [Piece] = []
        for scalar in character.unicodeScalars {
            let width = DisplayWidth.of(scalar)
            if width == 0, let last = parts.last {
                parts[parts.count - 1] = Piece(text: last.text + String(scalar), width: last.width, isBlank: false)
            } else {
                parts.append(Piece(text: Substring(String(scalar)), width: width, isBlank: false))
            }
        }
        return parts
    }
}
