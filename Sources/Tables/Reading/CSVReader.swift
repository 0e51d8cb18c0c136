import Indicators

/// A field of a record as a range of bytes.
struct CSVField {
    /// The offset of the text, without quotes.
    var start: Int
    var end: Int
    /// Whether the text contains doubled quotes.
    var hasDoubledQuotes = false
    /// Where the field begins in the file, its opening quote included.
    var offset: Int
}

/// An error in the form of a file, and its position.
struct CSVFault: Error {
    let rule: Rule
    let offset: Int
    let found: String
}

/// Reads records by RFC 4180. Fields are ranges of bytes; text is made only when it is asked for.
///
/// Line breaks may be LF, CRLF or CR and may occur inside quotes. After a fault the reader continues with the next
/// line, so that one reading finds all faults.
struct CSVReader {
    static let longestLine = 1 << 20
    static let mostColumns = 4_096

    let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int
    /// The line that the next record begins on.
    private(set) var line = 1
    /// The offset and line of the last record.
    private(set) var recordStart = 0
    private(set) var recordLine = 1
    private(set) var fields: [CSVField] = []

    private let separator: UInt8

    init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0, separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.offset = offset
        self.separator = separator
    }

    private static let quote = UInt8(ascii: "\""), lf = UInt8(ascii: "\n"), cr = UInt8(ascii: "\r")

    /// Reads a record into `fields`. Returns false at the end of the file.
    ///
    /// - Throws: `CSVFault`; the reader is then at the next line.
    mutating func next() throws(CSVFault) -> Bool {
        guard offset < bytes.count else { return false }
        fields.removeAll(keepingCapacity: true)
        recordStart = offset
        recordLine = line
        while true {
            let isLast = try offset < bytes.count && bytes[offset] == Self.quote ? quoted() : plain()
            if fields.count > Self.mostColumns { throw fault(.tooManyColumns(Self.mostColumns), at: recordStart) }
            if isLast { return true }
        }
    }

    /// Reads a field without quotes and its delimiter. Returns true at the end of the record.
    private mutating func plain() throws(CSVFault) -> Bool {
        let start = offset, end = endOfPlain(from: offset)
        offset = end
        // ="2020", as spreadsheets write text.
        if end == start + 1, end < bytes.count, bytes[end] == Self.quote, bytes[start] == UInt8(ascii: "=") {
            return try quoted()
        }
        if end < bytes.count, bytes[end] == Self.quote { throw fault(.quoteInField, at: end) }
        if end - recordStart > Self.longestLine { throw fault(.lineTooLong(Self.longestLine), at: recordStart) }
        fields.append(CSVField(start: start, end: end, offset: start))
        return endField()
    }

    /// The offset of the separator, line break or quote that ends a field, or of the end of the file.
    private func endOfPlain(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == separator || $0 == Self.quote || $0 == Self.lf || $0 == Self.cr }
            ?? bytes.count
    }

    /// Reads a field in quotes and its delimiter. Returns true at the end of the record.
    private mutating func quoted() throws(CSVFault) -> Bool {
        let opening = offset
        var field = CSVField(start: offset + 1, end: offset + 1, offset: opening)
        offset += 1
        while true {
            guard offset < bytes.count else { throw fault(.unterminatedQuote, at: opening) }
            if offset - recordStart > Self.longestLine { throw fault(.unterminatedQuote, at: opening) }
            let byte = bytes[offset]
            if byte == Self.quote {
                if offset + 1 < bytes.count, bytes[offset + 1] == Self.quote {
                    field.hasDoubledQuotes = true
                    offset += 2
                    continue
                }
                break
            }
            if byte == Self.lf || (byte == Self.cr && !(offset + 1 < bytes.count && bytes[offset + 1] == Self.lf)) {
                line += 1
            }
            offset += 1
        }
        field.end = offset
        offset += 1
        if offset < bytes.count, ![separator, Self.lf, Self.cr].contains(bytes[offset]) {
            throw fault(.textAfterQuote, at: offset)
        }
        fields.append(field)
        return endField()
    }

    private mutating func endField() -> Bool {
        guard offset < bytes.count else { return true }
        if bytes[offset] == separator {
            offset += 1
            if offset == bytes.count {
                fields.append(CSVField(start: offset, end: offset, offset: offset))
                return true
            }
            return false
        }
        passLineBreak()
        return true
    }

    private mutating func passLineBreak() {
        if bytes[offset] == Self.cr, offset + 1 < bytes.count, bytes[offset + 1] == Self.lf { offset += 1 }
        offset += 1
        line += 1
    }

    /// Makes a fault and moves to the next line.
    private mutating func fault(_ rule: Rule, at index: Int) -> CSVFault {
        let fault = CSVFault(rule: rule, offset: index, found: text(from: index))
        if index < offset, rule.code == Rule.unterminatedQuote.code {
            // The quoted field extends over several lines: continue after the line of its opening quote.
            offset = index
            line = recordLine + lineBreaks(in: recordStart..<index)
        }
        while offset < bytes.count, bytes[offset] != Self.lf, bytes[offset] != Self.cr { offset += 1 }
        if offset < bytes.count { passLineBreak() }
        return fault
    }

    private func lineBreaks(in range: Range<Int>) -> Int {
        range.count {
            bytes[$0] == Self.lf || (bytes[$0] == Self.cr && !($0 + 1 < bytes.count && bytes[$0 + 1] == Self.lf))
        }
    }

    /// The text from an offset to the end of its line, at most some dozens of characters.
    private func text(from index: Int) -> String {
        var end = index
        while end < bytes.count, end - index < 240, bytes[end] != Self.lf, bytes[end] != Self.cr { end += 1 }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    /// The text of a field.
    func text(_ field: CSVField) -> String {
        guard field.hasDoubledQuotes else { return String(decoding: bytes[field.start..<field.end], as: UTF8.self) }
        var text: [UInt8] = []
        var index = field.start
        while index < field.end {
            text.append(bytes[index])
            index += bytes[index] == Self.quote ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Line and column (in scalars, both from 1) of a byte in the last record.
    func position(of byte: Int) -> (line: Int, column: Int) {
        var line = recordLine, lineStart = recordStart, index = recordStart
        while index < min(byte, bytes.count) {
            if bytes[index] == Self.lf
                || (bytes[index] == Self.cr && !(index + 1 < bytes.count && bytes[index + 1] == Self.lf))
            {
                line += 1
                lineStart = index + 1
            }
            index += 1
        }
        return (line, 1 + (lineStart..<max(lineStart, min(byte, bytes.count))).count { bytes[$0] & 0xC0 != 0x80 })
    }
}
