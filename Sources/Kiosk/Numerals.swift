/// Numbers in words, for reading aloud. The digits are those of the figure; nothing is rounded.
enum Numerals {
    /// 24002 is 两万四千零二, 3.85 is 三点八五. Nil for anything but digits with at most one point.
    static func chinese(_ number: String) -> String? {
        guard let (whole, fraction) = parts(number) else { return nil }
        var text = chineseWhole(whole)
        if !fraction.isEmpty { text += "点" + spelled(fraction) }
        return text
    }

    /// Digit by digit, as years are read: 二零二二.
    static func spelled(_ digits: [Int]) -> String { digits.map { names[$0] }.joined() }

    private static let names = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static func parts(_ number: String) -> (whole: [Int], fraction: [Int])? {
        let halves = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), !halves[0].isEmpty, halves.last?.isEmpty == false else { return nil }
        let digits = halves.map { $0.map { $0.isASCII ? $0.wholeNumberValue : nil } }
        guard digits.allSatisfy({ !$0.contains(nil) }), digits[0].count <= 12 else { return nil }
        let whole = digits[0].compactMap { $0 }.drop { $0 == 0 }
        return (Array(whole), digits.count == 2 ? digits[1].compactMap { $0 } : [])
    }

    /// Groups of four digits with 万 and 亿; 零 for one or several zeros between digits.
    private static func chineseWhole(_ digits: [Int]) -> String {
        let value = digits.reduce(0) { $0 * 10 + $1 }
        guard value > 0 else { return "零" }
        var text = "", skipped = false
        for (size, unit) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
            let group = value / size % 10_000
            guard group > 0 else {
                skipped = !text.isEmpty
                continue
            }
            if !text.isEmpty, skipped || group < 1_000 { text += "零" }
            text += chineseGroup(group, isFirst: text.isEmpty, hasUnit: !unit.isEmpty) + unit
            skipped = false
        }
        return text
    }

    /// A number below ten thousand. At the beginning it is 两千, 两万 and 十二.
    private static func chineseGroup(_ value: Int, isFirst: Bool, hasUnit: Bool) -> String {
        var text = "", skipped = false
        for (size, unit) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = value / size % 10
            guard digit > 0 else {
                skipped = !text.isEmpty
                continue
            }
            if skipped { text += "零" }
            skipped = false
            let isBeginning = isFirst && text.isEmpty
            if digit == 1, size == 10, isBeginning {
                text += unit
            } else {
                let isTwo = digit == 2 && isBeginning && (size == 1_000 || (size == 1 && hasUnit))
                text += (isTwo ? "两" : names[digit]) + unit
            }
        }
        return text
    }

    /// 24002 is twenty-four thousand and two, 3.85 is three point eight five.
    static func english(_ number: String) -> String? {
        guard let (whole, fraction) = parts(number) else { return nil }
        var text = englishWhole(whole)
        if !fraction.isEmpty { text += " point " + fraction.map { small[$0] }.joined(separator: " ") }
        return text
    }

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]

    private static func englishWhole(_ digits: [Int]) -> String {
        let value = digits.reduce(0) { $0 * 10 + $1 }
        guard value > 0 else { return small[0] }
        var parts: [String] = []
        var rest = value
        for (size, word) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")] where rest >= size
        {
            parts.append(below1000(rest / size) + " " + word)
            rest %= size
        }
        if rest > 0 { parts.append((parts.isEmpty || rest >= 100 ? "" : "and ") + below1000(rest)) }
        return parts.joined(separator: " ")
    }

    private static func below1000(_ value: Int) -> String {
        let hundreds = value / 100, rest = value % 100
        var text = hundreds > 0 ? small[hundreds] + " hundred" : ""
        guard rest > 0 else { return text }
        if !text.isEmpty { text += " and " }
        return text + (rest < 20 ? small[rest] : tens[rest / 10] + (rest % 10 > 0 ? "-" + small[rest % 10] : ""))
    }
}
