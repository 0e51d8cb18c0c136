import Indicators

/// The one period that a line above a table states: 2022年1-11月主要指标, Jobs in September 2026.
enum PeriodOfTitle {
    /// What the words around a year say of it.
    private enum Part: Equatable {
        case none, unknown
        case known(YearPart)
    }

    /// What a line says of the period of its table.
    enum Found: Equatable {
        case none
        case period(Period)
        /// A year that is not that of the figures, or a part of it that is not understood.
        case unclear
    }

    static func read(_ text: String) -> Period? {
        if case .period(let period) = find(text) { return period }
        return nil
    }

    static func find(_ text: String) -> Found {
        let written = NarrowText.of(text, dashes: true), narrow = PeriodMarks.withDigits(written) ?? written
        let scalars = Array(narrow.unicodeScalars)
        func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
        func slice(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        var found: [Period] = [], hasOther = false
        for start in scalars.indices where isDigit(start) && !isDigit(start - 1) {
            let before = slice(0..<start)
            if isDigit(start + 3), !isDigit(start + 4), TitleYear.isOther(before, slice(start + 4..<scalars.count)) {
                if Int(slice(start..<start + 4)).map(PeriodReading.years.contains) == true { hasOther = true }
                continue
            }
            for end in stride(from: min(scalars.count, start + 24), to: start + 3, by: -1) where !isDigit(end) {
                guard let reading = PeriodReading.read(slice(start..<end), years: PeriodReading.years) else { continue }
                if let last = found.last, !(last.end < reading.period.start), !(reading.period.end < last.start) {
                    break
                }
                guard let period = narrowed(reading.period, before, slice(end..<scalars.count)) else {
                    return .unclear
                }
                found.append(period)
                break
            }
        }
        if found.count == 1, found[0].kind != .day { return .period(found[0]) }
        return !found.isEmpty || hasOther ? .unclear : .none
    }

    /// A year, or the part of it that the words beside it state; nil where that part is not understood.
    private static func narrowed(_ period: Period, _ before: String, _ after: String) -> Period? {
        if TitleYear.isBound(before, after) || TitleYear.continues(after) { return nil }
        guard period.kind == .year, let year = period.year else { return period }
        switch part(before, after) {
        case .none: return period
        case .known(let part): return part.period(of: year)
        case .unknown: return nil
        }
    }

    private static func part(_ before: String, _ after: String) -> Part {
        let halves = ["上半年", "下半年", "前半年", "后半年", "学期"]
        if [before, after].contains(where: { one in
            Heading.numbersPart(one) || halves.contains { one.contains($0) }
        }) {
            return .unknown
        }
        // The English verb is no month.
        var words = NameHint.tokens(before.replacing(" may ", with: " "))
        while let last = words.last, ["of", "the", "in"].contains(last) { words.removeLast() }
        if words.last == "fy" || words.last == "year" && ["financial", "fiscal"].contains(words.dropLast().last ?? "") {
            return .unknown
        }
        let behind = NameHint.tokens(after.replacing(" may ", with: " ")).prefix(2)
        let last = before.lowercased().split { !($0.isLetter || $0.isNumber) }.last
        if behind.contains(where: isPart) || Heading.isPart(last.map(String.init) ?? "") { return .unknown }
        let (part, count) = ending(words)
        if words.dropLast(count).contains(where: isPart) { return .unknown }
        guard let part else { return .none }
        // 30 September 2026 is a day.
        let isDay = words.dropLast(count).last.flatMap { Int($0) }.map { (1...31).contains($0) } ?? false
        return isDay ? .unknown : .known(part)
    }

    /// The part of a year at the end of words, and how many of them state it.
    private static func ending(_ words: [String]) -> (part: YearPart?, count: Int) {
        guard let last = words.last else { return (nil, 0) }
        if let month = MonthName.number(last) {
            let others = words.dropLast(), isTo = ["to", "through"].contains(others.last ?? "")
            guard let first = (isTo ? others.dropLast() : others).last.flatMap({ MonthName.number($0) }) else {
                return (.month(month), 1)
            }
            return (first < month ? .span(first: first, count: month - first + 1) : nil, isTo ? 3 : 2)
        }
        if let index = ordinals.firstIndex(where: { $0.contains(words.dropLast().last ?? "") }) {
            if last == "quarter" { return (.quarter(index + 1), 2) }
            if last == "half", index < 2 { return (.half(index + 1), 2) }
        }
        guard let part = YearPart(last), part.isShort else { return (nil, 0) }
        return (part, 1)
    }

    private static let ordinals = [["first", "1st"], ["second", "2nd"], ["third", "3rd"], ["fourth", "4th"]]

    /// Whether an English word is a part of a year, or speaks of one.
    private static func isPart(_ word: String) -> Bool {
        MonthName.number(word) != nil || ["quarter", "half", "months"].contains(word) || Heading.isPart(word)
            || word.count == 2 && YearPart(word)?.isShort == true
    }
}
