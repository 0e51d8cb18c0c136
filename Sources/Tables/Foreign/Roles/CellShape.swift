import Indicators

/// What one text of a column can be, whatever stands in the others.
struct CellShape: Hashable, Sendable {
    /// Empty, or a sign for no value.
    var isAbsent = false
    var isEmpty = false
    /// Whether it is a number in some notation.
    var isNumber = false
    /// The value of a plain whole number.
    var integer: Int?
    /// Whether it has a zero in front of other digits, as codes do.
    var hasLeadingZero = false
    /// Whether a decimal mark, a unit or the like shows that it is no code.
    var isMeasured = false
    /// Whether it is a number of four digits that can be a year.
    var isYear = false
    /// Whether it can only be a period: 2022年, 2022-11, 2022-Q3.
    var isPeriod = false
    /// The length of the period in days; 0 where it is none.
    var days = 0

    init(_ text: String) {
        let trimmed = TableHead.trimmed(text)
        isEmpty = trimmed.isEmpty
        if isEmpty {
            isAbsent = true
            return
        }
        if takePlain(trimmed) { return }
        readNumber(trimmed)
        // 2023年常住人口 is a name with a year and no number of 年常住人口.
        if isNumber, trimmed.dropFirst(4).first == "年", Heading.namedPeriod(trimmed) != nil {
            (isNumber, isMeasured) = (false, false)
        }
        guard !isAbsent, let reading = PeriodReading.read(trimmed, years: PeriodReading.years) else { return }
        let digits = trimmed.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
        let isPlain = digits && reading.period.kind == .year
        isYear = isPlain
        isPeriod = !digits
        days = reading.period.end.ordinal - reading.period.start.ordinal + 1
    }

    /// Takes a plain number that can be no period; false for any other text.
    private mutating func takePlain(_ text: String) -> Bool {
        guard let plain = PlainDecimal(text), plain.digits < 16 else { return false }
        if plain.digits == 4, plain.scale <= 2, PeriodReading.years.contains(plain.whole) { return false }
        isNumber = true
        isMeasured = plain.scale > 0
        if plain.scale == 0 {
            integer = Int(plain.significand)
            hasLeadingZero = plain.digits > 1 && text.utf8.first == 0x30
        }
        return true
    }

    private mutating func readNumber(_ text: String) {
        switch CellNumber.read(text) {
        case .absent:
            isAbsent = true
            return
        case .number(let number):
            isNumber = number.high == nil
            isMeasured = !number.unit.isEmpty || number.qualifier != .exact || number.value.scale > 0
        case .unreadable:
            isNumber =
                NumberShape(text).marks.count > 0
                && text.unicodeScalars.allSatisfy {
                    ("0"..."9").contains($0) || $0 == "," || $0 == "." || $0 == " " || $0 == "-" || $0 == "+"
                }
            isNumber = isNumber || Self.isSigned(text)
            isMeasured = isNumber
        }
        let digits = text.utf8
        if digits.allSatisfy({ (0x30...0x39).contains($0) }) {
            integer = Int(text)
            hasLeadingZero = digits.count > 1 && digits.first == 0x30
        } else if text.hasPrefix("-"), digits.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }) {
            integer = Int(text)
        }
        if text.contains("-"), text.first != "-" { isNumber = isNumber && !isHyphenated(text) }
    }

    private static let directions = ["增长", "下降", "提高", "降低", "上升", "回落", "增加", "减少"]

    /// (120), ▲5.1: a number with a sign that has several meanings. (1) counts rows.
    private static func isSigned(_ text: String) -> Bool {
        var narrow = NarrowText.of(text, dashes: false)
        // 下降2.1, 提高1.1个百分点
        if let word = directions.first(where: { narrow.hasPrefix($0) }) { narrow.removeFirst(word.count) }
        if narrow.hasSuffix("个百分点") { narrow.removeLast(4) }
        let digits = narrow.filter { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, narrow.allSatisfy({ $0.isASCII && $0.isNumber || "()▲△▼▽↑↓,.%".contains($0) }) else {
            return false
        }
        return !narrow.contains("(") || digits.count > 2 || narrow.contains(".")
    }

    /// Codes such as 010-2 and ranges are no numbers.
    private func isHyphenated(_ text: String) -> Bool { text.dropFirst().contains("-") }
}
