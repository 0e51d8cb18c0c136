/// Text of which every scalar is a character of its own and has cells: letters of Latin, Chinese, its punctuation, signs of pictures. Nearly all
/// text is; it is cut and broken where it lies, without looking for what belongs together.
enum PlainText {
    /// As many characters from the beginning as so many columns hold; nil where the text is not plain.
    static func prefix(of text: String, columns: Int) -> String? {
        text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
            var place = 0, used = 0, end: Int?
            while place < bytes.count {
                let start = place
                guard let width = DisplayWidth.knownWidth(ScalarBytes.next(in: bytes, &place)) else { return nil }
                used += width
                if used > columns, end == nil { end = start }
            }
            return end.map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? text
        } ?? nil
    }

    /// The lines of a text, as `TextLayout.wrap` breaks it; nil where it is not plain, or has a piece wider than a line.
    static func wrap(_ text: String, to columns: Int) -> [String]? {
        text.utf8.withContiguousStorageIfAvailable { bytes -> [String]? in
            // Where all fits, and no blank stands at an end, nothing is to be done.
            var place = 0, width = 0
            while place < bytes.count {
                guard let one = DisplayWidth.knownWidth(ScalarBytes.next(in: bytes, &place)) else { return nil }
                width += one
            }
            if width <= columns, let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 { return [text] }
            return LineFiller(bytes, columns).lines()
        } ?? nil
    }
}

/// Fills lines with pieces that must not be broken, all of them parts of the bytes: a line is a stretch from its first piece to its last.
private struct LineFiller {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let columns: Int
    private var found: [String] = []
    /// Where the line begins and where its last piece ends.
    private var start = 0, end = 0
    private var used = 0, blanks = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ columns: Int) {
        self.bytes = bytes
        self.columns = columns
    }

    /// Nil where a piece is wider than a line.
    consuming func lines() -> [String]? {
        var place = 0, unitRoom = 0, previous: Pieces.Kind?
        var piece = (start: 0, width: 0, isBlank: true)
        while place < bytes.count {
            let from = place
            guard let scalar = Unicode.Scalar(ScalarBytes.next(in: bytes, &place)), let width = DisplayWidth.knownWidth(scalar.value) else { return nil }
            var kind = Pieces.kind(of: scalar, width: width, after: previous)
            if kind == .blank, previous != nil, previous != .blank, follows(place, previous) { kind = .tie }
            let joins = Pieces.joins(previous, kind, unitRoom)
            switch kind {
            case .number: unitRoom = Pieces.longestUnit
            case .tie: break
            case .latin where previous == .number: break
            case .han where Pieces.isMagnitude(scalar): break
            case .han, .nearly: unitRoom = max(0, unitRoom - 1)
            case .blank, .latin, .opening, .closing: unitRoom = 0
            }
            if joins {
                piece.width += width
                piece.isBlank = piece.isBlank && kind == .blank
            } else {
                guard take(piece, to: from) else { return nil }
                piece = (from, width, kind == .blank)
            }
            previous = kind
        }
        guard take(piece, to: place) else { return nil }
        if used > 0 || found.isEmpty { finish() }
        return found
    }

    /// Whether what comes after one blank or more must stay on the line of what stands before them.
    private func follows(_ after: Int, _ previous: Pieces.Kind?) -> Bool {
        var next = after
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next < bytes.count else { return false }
        var end = next
        guard let scalar = Unicode.Scalar(ScalarBytes.next(in: bytes, &end)) else { return false }
        switch Pieces.kind(of: scalar, width: DisplayWidth.of(scalar), after: nil) {
        case .closing: return true
        case .han: return previous == .number && next == after
        default: return false
        }
    }

    private mutating func take(_ piece: (start: Int, width: Int, isBlank: Bool), to place: Int) -> Bool {
        if piece.width > columns { return piece.isBlank && skip(piece.width) }
        if piece.isBlank { return skip(piece.width) }
        if used > 0, used + blanks + piece.width > columns { finish() }
        if used == 0 { start = piece.start }
        end = place
        used += blanks + piece.width
        blanks = 0
        return true
    }

    private mutating func skip(_ width: Int) -> Bool {
        if used > 0 { blanks += width }
        return true
    }

    private mutating func finish() {
        found.append(used > 0 ? String(decoding: bytes[start..<end], as: UTF8.self) : "")
        used = 0
        blanks = 0
    }
}
