/// Headings that state a part of the year whose rows state the years: 1月 … 12月, Jan … Dec, 一季度 … 四季度.
enum MonthHeading {
    /// The part of the year, as it is joined to the year: `3` of a month, `Q2` of a quarter, nothing for a whole year;
    /// nil for any other heading.
    static func part(_ heading: String) -> String? {
        let name = Heading.parted(heading).name.lowercased()
        if wholes.contains(name) { return "" }
        // 第一季 may be a season of crops.
        if name.hasSuffix("季度") || name.contains("q"), let quarter = PeriodParts.quarter(name, isNamed: false) {
            return "Q\(quarter)"
        }
        if name.hasSuffix("月") || name.hasSuffix("月份") { return PeriodParts.month(name).map(String.init) }
        // Marriages begin like March.
        let word = name.hasSuffix(".") ? String(name.dropLast()) : name
        let isName = word == "sept" || fullNames.contains { $0 == word || $0.prefix(3) == word }
        return isName ? PeriodParts.month(word).map(String.init) : nil
    }

    /// Whether all headings beside a column of years are its months or quarters, each once. Beside figures of another
    /// name it would not be known whose months they are.
    static func areParts(_ headings: [String]) -> Bool {
        let parts = headings.map(part)
        return parts.count { $0?.isEmpty == false } > 1 && !parts.contains(nil) && Set(parts).count == parts.count
    }

    private static let wholes: Set<String> = ["全年", "annual", "whole year", "year"]
    private static let fullNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
