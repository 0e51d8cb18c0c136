import Indicators

/// Reads what people and spreadsheets write in place of the canonical form of a cell, where it has one meaning. Each
/// function returns the canonical form; nil where the text has none or several meanings.
enum LenientCell {
    /// 12,900 and 12 900, full-width digits, blanks around, an apostrophe before, an exponent.
    static func number(_ text: String) -> String? {
        var narrow = NarrowText.of(text, dashes: false)
        if narrow.hasPrefix("'") { narrow.removeFirst() }
        for separator: Character in [",", " "] where narrow.contains(separator) {
            guard let joined = withoutGroups(narrow, separator) else { return nil }
            narrow = joined
        }
        guard let number = DecimalNumber(narrow), abs(number.scale) <= 36 else { return nil }
        return number.description
    }

    /// A number without its separators of thousands; nil where they do not part groups of three digits.
    private static func withoutGroups(_ text: String, _ separator: Character) -> String? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: separator, omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "-" || $0 == "+" }
        func isDigits(_ group: Substring) -> Bool { group.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard (1...3).contains(first.count), isDigits(first),
            groups.dropFirst().allSatisfy({ $0.count == 3 && isDigits($0) }),
            parts.count == 1 || isDigits(parts[1])
        else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// Full-width digits, blanks around, 4.0.
    static func integer(_ text: String) -> String? {
        guard let number = number(text).flatMap({ DecimalNumber($0) })?.shortened, number.scale == 0 else { return nil }
        return number.description
    }

    /// 万 and 亿 as powers of ten, and what an integer may look like.
    static func multiplier(_ text: String) -> String? {
        switch NarrowText.of(text, dashes: false) {
        case "万", "萬": "4"
        case "亿", "億": "8"
        default: integer(text)
        }
    }

    /// 2026/11, 2026.11, 2026年11月, 2026年1-11月, 2026年第三季度. 2026/11/1 may be a day or, rewritten by a spreadsheet, a
    /// month, and has no certain meaning.
    static func period(_ text: String) -> String? {
        let narrow = NarrowText.of(text, dashes: true)
        if let period = Period(sdmx: narrow) { return canonical(period) }
        guard let period = PeriodReading.read(narrow)?.period else { return nil }
        switch period.kind {
        case .day: return narrow.contains("日") ? period.text : nil
        case .range: return narrow.contains("/") ? nil : period.text
        default: return period.text
        }
    }

    /// The form in which a period is written in our tables: from January a start and a duration.
    static func canonical(_ period: Period) -> String {
        guard period.kind == .range, !period.text.contains("/P"), let months = period.months else { return period.text }
        return "\(period.start.text)/P\(months)M"
    }

    /// 2026/1/20, 2026.1.20, 2026年1月20日, 20260120.
    static func day(_ text: String) -> String? {
        let narrow = NarrowText.of(text, dashes: true)
        if narrow.utf8.count == 8, narrow.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            let digits = Array(narrow)
            let day = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
            return Period(sdmx: day)?.text
        }
        guard let period = PeriodReading.read(narrow)?.period, period.kind == .day else { return nil }
        return period.text
    }
}
