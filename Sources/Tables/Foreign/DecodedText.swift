import Indicators

/// A file as text in UTF-8, with the encoding that was detected.
struct DecodedText: Sendable {
    let file: FileBytes
    let encoding: TextEncoding
    /// The offset of the text behind a byte order mark.
    let start: Int

    /// Why a file is not text, and the position of the first invalid byte.
    struct Fault: Error {
        let rule: Rule
        var line: Int?
        var column: Int?
        var found = ""
    }

    /// Looks only at the beginning, because text in UTF-8 is checked while it is read. A mark decides; without one the
    /// text counts as UTF-8 until an invalid byte is found, see `other`.
    ///
    /// - Parameter isText: whether it is known to be text, whatever it begins with.
    static func opened(_ file: FileBytes, isText: Bool = false) throws(Fault) -> DecodedText {
        if !isText, let kind = file.withBytes({ FileKind($0) }) { throw Fault(rule: kind.rule) }
        guard let mark = file.withBytes({ TextEncoding.marked($0) }) else {
            return DecodedText(file: file, encoding: .utf8, start: 0)
        }
        if mark == .utf8Marked { return DecodedText(file: file, encoding: mark, start: mark.markLength) }
        return try converted(file, from: mark)
    }

    /// The text of a file that is not valid UTF-8.
    ///
    /// - Throws: the given fault where the bytes are more likely damaged UTF-8; otherwise the position of the first
    ///   byte that is invalid in the most plausible encoding.
    static func other(_ file: FileBytes, fault: Fault) throws(Fault) -> DecodedText {
        guard fault.rule.code == Rule.notUTF8.code, file.withBytes({ TextEncoding.looksLikeGB18030($0) }) else {
            throw fault
        }
        let encoding = file.withBytes { EncodingGuess.best($0) }
        do {
            return try converted(file, from: encoding)
        } catch {
            // It is neither; the position is reported in the likelier encoding.
            let counts = file.withBytes { TextEncoding.sequences($0) }
            throw counts.faults > counts.whole ? error : fault
        }
    }

    /// Whether it contains only a mark, blanks and line breaks.
    var isBlank: Bool { file.withBytes { $0[start...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } } }

    /// The first invalid byte.
    func fault() -> Fault? {
        file.withBytes { bytes in
            TextCheck.firstFault(in: bytes).map {
                Fault(rule: $0.rule, line: $0.place.line, column: $0.place.column, found: $0.found)
            }
        }
    }

    private static func converted(_ file: FileBytes, from encoding: TextEncoding) throws(Fault) -> DecodedText {
        guard file.count <= Transcoding.largestFile else { throw Fault(rule: .fileTooLarge(Transcoding.largestFile)) }
        do {
            let text = try file.withBytes { bytes throws(TranscodingFault) in
                try Transcoding.utf8(bytes, from: encoding)
            }
            return DecodedText(file: FileBytes(copying: text), encoding: encoding, start: 0)
        } catch {
            var fault = Fault(rule: .damaged(encoding.rawValue))
            if let offset = error.offset {
                (fault.line, fault.column, fault.found) = file.withBytes { bytes in
                    // The column counts characters, so the text before it is converted too.
                    let before =
                        (try? Transcoding.utf8(UnsafeRawBufferPointer(rebasing: bytes[..<offset]), from: encoding))
                        ?? []
                    let place = before.withUnsafeBytes { TextCheck.position(of: before.count, in: $0) }
                    return (place.line, place.column, offset < bytes.count ? TextCheck.hexadecimal(bytes[offset]) : "")
                }
            }
            throw fault
        }
    }
}
