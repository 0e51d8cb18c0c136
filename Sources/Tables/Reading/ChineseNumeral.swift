import Indicators

/// Chinese numerals: 九, 十二, 三百零五, 三万五千, 二〇二二, 八点五.
enum ChineseNumeral {
    private static func digit(_ scalar: Unicode.Scalar) -> Int64? {
        switch scalar {
        case "零", "〇": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// 十, 百 and 千, which stand behind a digit.
    private static func small(_ scalar: Unicode.Scalar) -> Int64? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        default: nil
        }
    }

    /// 万 and 亿, which multiply all that stands before them.
    private static func large(_ scalar: Unicode.Scalar) -> Int64? {
        switch scalar {
        case "万": 10_000
        case "亿": 100_000_000
        default: nil
        }
    }

    /// The numeral that a text begins with, and its length in scalars.
    static func read(_ text: ArraySlice<Unicode.Scalar>) -> (value: DecimalNumber, length: Int)? {
        let run = Array(text.prefix { digit($0) != nil || small($0) != nil || large($0) != nil || $0 == "点" })
        guard let first = run.first, digit(first) != nil || first == "十" else { return nil }
        if run.count > 1, run.allSatisfy({ digit($0) != nil }) {
            guard run.count <= 12 else { return nil }
            let value = run.reduce(Int64(0)) { $0 * 10 + (digit($1) ?? 0) }
            return (DecimalNumber(significand: value, scale: 0), run.count)
        }
        var total: Int64 = 0, section: Int64 = 0, last: Int64 = 0, length = 0
        for scalar in run {
            if let value = digit(scalar) {
                last = value
            } else if let unit = small(scalar) {
                section += (last == 0 && section == 0 ? 1 : last) * unit
                last = 0
            } else if let unit = large(scalar) {
                total = (total + section + last) * unit
                (section, last) = (0, 0)
                guard total < 1_000_000_000_000_000 else { return nil }
            } else {
                break
            }
            length += 1
        }
        let whole = total + section + last
        // 点 is a point only between numerals.
        guard length < run.count, length + 1 < run.count, digit(run[length + 1]) != nil else {
            return (DecimalNumber(significand: whole, scale: 0), length)
        }
        let fraction = run[(length + 1)...].prefix { digit($0) != nil }.prefix(6)
        let value = fraction.reduce(whole) { $0 * 10 + (digit($1) ?? 0) }
        return (DecimalNumber(significand: value, scale: fraction.count), length + 1 + fraction.count)
    }
}
