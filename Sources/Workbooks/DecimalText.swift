/// A decimal number as a workbook stores it. It is shifted and rounded digit by digit, never as a binary number.
struct DecimalText: Equatable {
    /// Spreadsheets show and keep no more than this; the digits behind them come from the binary number in which the
    /// workbook was computed: 1.1000000000000001.
    static let precision = 15

    private(set) var isNegative: Bool
    /// From the highest, without leading zeros; empty for zero.
    private(set) var digits: [UInt8]
    /// The power of ten of the last digit.
    private(set) var exponent: Int

    /// Nil where the text is no number.
    init?(_ text: some Collection<UInt8>) {
        var isNegative = false, digits: [UInt8] = [], exponent = 0, seenPoint = false, seenDigit = false
        var position = text.startIndex
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            text.formIndex(after: &position)
        }
        while position < text.endIndex {
            let byte = text[position]
            if (0x30...0x39).contains(byte) {
                seenDigit = true
                if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
                if seenPoint { exponent -= 1 }
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else {
                break
            }
            text.formIndex(after: &position)
        }
        guard seenDigit else { return nil }
        if position < text.endIndex {
            guard text[position] == UInt8(ascii: "e") || text[position] == UInt8(ascii: "E"),
                let power = Int(String(decoding: text[text.index(after: position)...], as: UTF8.self)),
                (-400...400).contains(power)
            else { return nil }
            exponent += power
        }
        (self.isNegative, self.digits, self.exponent) = (isNegative, digits, exponent)
        round()
    }

    /// Rounds half up to the digits that a spreadsheet keeps.
    private mutating func round() {
        guard digits.count > Self.precision else { return }
        let isUp = digits[Self.precision] >= 5
        exponent += digits.count - Self.precision
        digits.removeLast(digits.count - Self.precision)
        if isUp {
            var index = digits.count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits = [1] + digits.dropLast()
                exponent += 1
            }
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
    }

    /// Whether a number stands as it is to be written: few digits, no exponent.
    static func isPlain(_ text: [UInt8]) -> Bool {
        guard let last = text.last, last != UInt8(ascii: "."), text.count <= precision else { return false }
        var points = 0, digits = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."): points += digits == 0 ? 2 : 1
            case UInt8(ascii: "-") where index == 0: break
            default: return false
            }
        }
        return digits > 0 && points < 2
    }

    var isZero: Bool { digits.isEmpty }

    func shifted(by places: Int) -> DecimalText {
        var result = self
        result.exponent += places
        // Zeros of the whole part say nothing behind the point.
        while places < 0, result.exponent < 0, result.digits.last == 0 {
            result.digits.removeLast()
            result.exponent += 1
        }
        return result
    }

    /// The whole part, where it is less than a billion.
    var whole: Int? {
        guard digits.count + exponent <= 9 else { return nil }
        let magnitude = (0..<max(0, digits.count + exponent)).reduce(0) { value, index in
            value * 10 + (index < digits.count ? Int(digits[index]) : 0)
        }
        return isNegative ? -magnitude : magnitude
    }

    /// The digits behind the point, as billionths of a thousandth.
    var fraction: Int {
        (0..<12).reduce(0) { value, offset in
            let index = digits.count + exponent + offset
            return value * 10 + (digits.indices.contains(index) ? Int(digits[index]) : 0)
        }
    }

    /// In plain digits, without an exponent.
    ///
    /// - Parameter width: zeros are put before the whole part up to so many digits.
    func bytes(width: Int = 1) -> [UInt8] {
        var result: [UInt8] = isNegative && !isZero ? [UInt8(ascii: "-")] : []
        let wholeCount = digits.count + exponent
        for _ in 0..<max(0, width - max(0, isZero ? 0 : wholeCount)) { result.append(0x30) }
        for index in 0..<max(0, isZero ? 0 : wholeCount) {
            result.append(0x30 + (index < digits.count ? digits[index] : 0))
        }
        guard exponent < 0 else { return result }
        result.append(UInt8(ascii: "."))
        for index in wholeCount..<digits.count { result.append(0x30 + (index >= 0 ? digits[index] : 0)) }
        return result
    }

    static func < (left: DecimalText, right: DecimalText) -> Bool {
        let leftSign = left.isZero ? 0 : left.isNegative ? -1 : 1,
            rightSign = right.isZero ? 0 : right.isNegative ? -1 : 1
        if leftSign != rightSign { return leftSign < rightSign }
        if leftSign == 0 { return false }
        func magnitudeIsLess(_ a: DecimalText, _ b: DecimalText) -> Bool {
            let first = a.digits.count + a.exponent, second = b.digits.count + b.exponent
            if first != second { return first < second }
            for index in 0..<max(a.digits.count, b.digits.count) {
                let one = index < a.digits.count ? a.digits[index] : 0,
                    two = index < b.digits.count ? b.digits[index] : 0
                if one != two { return one < two }
            }
            return false
        }
        return leftSign > 0 ? magnitudeIsLess(left, right) : magnitudeIsLess(right, left)
    }
}
