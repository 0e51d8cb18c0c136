/// The English names of months, whole or as their first three letters. Marriages and decrees begin like months.
enum MonthName {
    static func number(_ text: some StringProtocol) -> Int? {
        guard (3...10).contains(text.utf8.count) else { return nil }
        var word = text.lowercased()
        if word.hasSuffix(".") { word.removeLast() }
        if word == "sept" { return 9 }
        return names.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
