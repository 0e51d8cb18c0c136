import Indicators

/// Where a table begins among the first lines of a file, and what stands above it.
struct TableFrame: Sendable {
    /// The index of the line of headings.
    var header: Int
    /// The index of the first line of data.
    var dataStart: Int
    /// The headings, one for each column of the rows; empty where a column has none.
    var headings: [String]
    /// For each column the period that its heading states.
    var periods: [PeriodReading.Reading?] = []
    /// For each column a text above or below its period, which names the indicator.
    var groups: [String] = []
    /// For each column the unit that a line of units states.
    var units: [String] = []
    /// For each column of a period the one of its flags.
    var flags: [Int: Int] = [:]
    /// For each column how often its figures are made, where a line says so.
    var frequencies: [PeriodColumn.Spacing?] = []
    /// Columns that state parts of a year beside figures of another name.
    var doubtfulParts: [Int] = []
    /// Columns with totals or means of a period that is not stated.
    var totals: [Int] = []
    /// What the lines between the headings and the data say of the whole table.
    var remarks: [String] = []
    /// Whether all periods of the header are days with slashes on the first of a month.
    var isSlashed = false
    var findings: [PeriodColumn.Finding] = []

    /// Whether the headings hold periods.
    var isWide: Bool { periods.contains { $0 != nil } }
    var width: Int { headings.count }
}

extension TableFrame {
    /// Headings that hold an indicator and a year each, where no column can hold the periods of the rows.
    ///
    /// - Parameter few: whether one is enough, as nothing else states a period.
    mutating func takeNamedPeriods(few: Bool = false) {
        let named = headings.enumerated().map { $0 == 0 ? nil : Heading.namedPeriod($1) }
        let found = named.compactMap { $0 }
        let areSeveral = Set(found.map(\.name)).count < found.count || Set(found.map(\.reading)).count > 1
        guard found.count > 1 && areSeveral || few && !found.isEmpty,
            !headings.contains(where: {
                [.time, .month, .quarter, .week].contains(NameHint($0).family) && Heading.namedPeriod($0) == nil
            })
        else { return }
        periods = named.map { $0?.reading }
        groups = named.map { $0.map { Heading.withoutBrackets($0.name) } ?? "" }
        if units.count != headings.count { units = [String](repeating: "", count: headings.count) }
    }
}

/// A heading without line breaks, with the unit in brackets behind it taken apart.
enum Heading {
    static func cleaned(_ text: String) -> String {
        var result = ""
        for character in TableHead.trimmed(text) {
            if character.isNewline { continue }
            if character == "\u{3000}" || character == "\u{A0}" { result += " " } else { result.append(character) }
        }
        return EurostatTable.name(joined(Footnotes.dropped(result)))
    }

    /// 年  份 is 年份: yearbooks spread short headings with blanks.
    private static func joined(_ text: String) -> String {
        let parts = text.split(separator: " ")
        guard parts.count > 1,
            parts.allSatisfy({ $0.count <= 2 && $0.unicodeScalars.allSatisfy { $0.value >= 0x4E00 } })
        else { return text }
        return parts.joined()
    }

    /// Splits a name and the unit in brackets behind it.
    static func parted(_ name: String) -> (name: String, unit: String) {
        for (open, close) in [("(", ")"), ("（", "）")] {
            guard name.hasSuffix(close), let start = name.lastIndex(of: Character(open)), start != name.startIndex
            else { continue }
            let unit = TableHead.trimmed(String(name[name.index(after: start)...].dropLast()))
            // Years and remarks in brackets are not units.
            guard !unit.isEmpty, unit.count <= 12,
                unit.hasSuffix("=100")
                    || !unit.unicodeScalars.contains(where: { ("0"..."9").contains($0) && unit.count > 6 }),
                Int(unit) == nil, !statesSpan(unit)
            else { continue }
            return (TableHead.trimmed(String(name[..<start])), unit.hasPrefix("单位：") ? String(unit.dropFirst(3)) : unit)
        }
        return (name, "")
    }

    /// 计划 of 2025年(计划).
    static func withoutBrackets(_ name: String) -> String {
        for (open, close) in [("(", ")"), ("（", "）")] where name.hasPrefix(open) && name.hasSuffix(close) {
            return TableHead.trimmed(String(name.dropFirst().dropLast()))
        }
        return name
    }

    /// Whether a text in brackets says something of the period: 累计, 上年, 1-6月.
    private static func statesSpan(_ text: String) -> Bool {
        // Codes such as MIN:CITY_8(1.0) have brackets in every row.
        guard text.contains(where: \.isLetter) else { return false }
        return TitlePeriod.isSpan(text) || text == "全年" || YearPart(text)?.isShort == true
    }

    /// The period of a heading and what is left of it: `2021年(万人)`.
    static func period(_ text: String) -> (reading: PeriodReading.Reading, unit: String)? {
        let cleaned = cleaned(text)
        if let reading = PeriodReading.read(cleaned, years: PeriodReading.years) { return (reading, "") }
        let (name, unit) = parted(cleaned)
        // The figures of a plan are those of another indicator.
        guard !unit.isEmpty, !StatusReading.isPlan(unit),
            let reading = PeriodReading.read(name, years: PeriodReading.years)
        else { return nil }
        return (reading, unit)
    }
}
