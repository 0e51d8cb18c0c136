import Indicators

/// A part of a year that a heading or a cell states without the year: 1月, Jan, 一季度, 上半年, 1-3月, 全年.
enum YearPart: Hashable, Sendable {
    case month(Int), quarter(Int), half(Int), whole
    case day(Int, Int)
    /// Several months. Month 0 is December of the year before.
    case span(first: Int, count: Int)

    init?(_ heading: String) {
        var name = NarrowText.of(Heading.parted(heading).name, dashes: true).lowercased()
        // Yearbooks write 1 月 and 全 年.
        if name.utf8.contains(0x20), name.utf8.contains(where: { $0 >= 0x80 }) { name.removeAll { $0 == " " } }
        if let known = Self.known[name] ?? Self.running(name) {
            self = known
        } else if name.hasSuffix("季度") || name.contains("q"),
            let quarter = PeriodParts.quarter(name, isNamed: false)
        {
            // 第一季 may be a season of crops.
            self = .quarter(quarter)
        } else if name.hasSuffix("月") || name.hasSuffix("月份") || MonthName.number(name) != nil,
            let month = PeriodParts.month(name)
        {
            self = .month(month)
        } else {
            return nil
        }
    }

    /// The part that stands behind the name of an indicator: 就业 · 1月, 就业1月(人), Jobs Jan.
    static func named(_ heading: String) -> (part: YearPart, name: String)? {
        let text = Heading.parted(heading).name
        var starts: [String.Index] = []
        if let blank = text.lastIndex(of: " ") { starts.append(text.index(after: blank)) }
        if text.hasSuffix("月") || text.hasSuffix("季度") {
            let end = text.index(text.endIndex, offsetBy: text.hasSuffix("月") ? -1 : -2)
            var start = end
            while start > text.startIndex, "0123456789一二三四五六七八九十第".contains(text[text.index(before: start)]) {
                start = text.index(before: start)
            }
            if start < end { starts.append(start) }
        }
        for start in starts where start > text.startIndex {
            guard let part = YearPart(String(text[start...])), part.isShort else { continue }
            var name = text[..<start]
            while let last = name.last, " ·_-".contains(last) { name.removeLast() }
            if !name.isEmpty { return (part, String(name)) }
        }
        return nil
    }

    /// How many months it has; 0 for a day.
    var length: Int {
        switch self {
        case .day: 0
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .whole: 12
        case .span(_, let count): count
        }
    }

    /// Whether it is shorter than a year.
    var isShort: Bool {
        switch self {
        case .day, .month, .quarter, .half: true
        case .whole: false
        case .span(_, let count): count < 12
        }
    }

    func period(of year: Int) -> Period? {
        func padded(_ number: Int, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        let text = padded(year, 4)
        switch self {
        case .whole: return Period(sdmx: text)
        case .day(let month, let day): return Period(sdmx: "\(text)-\(padded(month, 2))-\(padded(day, 2))")
        case .month(let month): return Period(sdmx: "\(text)-\(padded(month, 2))")
        case .quarter(let quarter): return Period(sdmx: "\(text)-Q\(quarter)")
        case .half(let half): return Period(sdmx: "\(text)-S\(half)")
        case .span(let first, let count):
            let start = first == 0 ? "\(padded(year - 1, 4))-12" : "\(text)-\(padded(first, 2))"
            return Period(sdmx: "\(start)-01/P\(count)M")
        }
    }

    private static let known: [String: YearPart] = {
        let texts: [(YearPart, [String])] = [
            (.whole, ["全年", "全年累计", "annual", "whole year", "full year", "year", "j-d"]),
            (.half(1), ["上半年", "h1", "half1", "1h", "first half", "1st half"]),
            (.half(2), ["下半年", "h2", "half2", "2h", "second half", "2nd half"]),
            (.span(first: 1, count: 6), ["1-2季度", "一至二季度", "1至2季度"]),
            (.span(first: 1, count: 9), ["前三季度", "前3季度", "1-3季度", "一至三季度", "1至3季度"]),
            (.span(first: 1, count: 12), ["1-4季度", "一至四季度", "1至4季度"]),
            // Seasons of weather, named by their months.
            (.span(first: 0, count: 3), ["djf"]), (.span(first: 3, count: 3), ["mam"]),
            (.span(first: 6, count: 3), ["jja"]), (.span(first: 9, count: 3), ["son"]),
            (.span(first: 0, count: 12), ["d-n"]),
        ]
        var known: [String: YearPart] = [:]
        for (part, names) in texts { for name in names { known[name] = part } }
        return known
    }()

    /// 1-3月, 1月至3月.
    private static func running(_ name: String) -> YearPart? {
        guard name.hasSuffix("月") || name.hasSuffix("月份") else { return nil }
        let parts = name.split(whereSeparator: { $0 == "-" || $0 == "至" }).map { PeriodParts.month(String($0)) }
        guard parts.count == 2, let first = parts[0], let last = parts[1], first < last else { return nil }
        return .span(first: first, count: last - first + 1)
    }
}

/// Texts beside each other of which several state parts of a year.
struct PartSpread {
    enum Kind: Hashable {
        case part(YearPart)
        /// The mean of the parts, a figure of its own of the whole year.
        case mean
        /// A total or a mean whose period is not stated: of months with gaps between them, a mean of some months.
        case unknownSpan
        /// A figure of another name: whose parts stand beside it is not known.
        case other
    }

    let kinds: [Kind]

    /// Nil where fewer than two of the texts state a part shorter than a year.
    init?(_ texts: [String]) {
        let parts = texts.map(YearPart.init)
        guard Set(parts.compactMap { $0 }.filter(\.isShort)).count > 1 else { return nil }
        let known = parts.compactMap { $0 }, whole = Self.sum(known), some = Self.sum(known, anyStart: true)
        let short = known.filter(\.isShort), isOfYear = Self.sum(short, anyStart: true) == .whole
        let areEqual = Set(short.map(\.length)).count == 1
        kinds = zip(texts, parts).map { text, part in
            if let part { return .part(part) }
            let name = Heading.parted(text).name.lowercased()
            // 累计 may reach back to January.
            if Self.sums.contains(name) {
                if let sum = name == "累计" ? whole : some { return .part(sum) }
                return areEqual ? .unknownSpan : .other
            }
            guard Self.means.contains(name) else { return .other }
            return isOfYear || !areEqual || Self.meansOfYear.contains(name) ? .mean : .unknownSpan
        }
    }

    /// The texts of a column below a heading: 3 is a month below 月份 and a quarter below 季度.
    init?(_ texts: [String], below family: NameHint.Family?) {
        self.init(
            texts.map { text in
                guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
                switch family {
                case .month: return PeriodParts.month(text).map { "\($0)月" } ?? text
                case .quarter: return PeriodParts.quarter(text, isNamed: true).map { "\($0)季度" } ?? text
                default: return text
                }
            })
    }

    /// Whether a text names the total of what stands beside it.
    static func isSum(_ text: String) -> Bool { sums.contains(Heading.parted(text).name.lowercased()) }

    /// What a total beside the parts covers: all of them, where they follow each other.
    private static func sum(_ parts: [YearPart], anyStart: Bool = false) -> YearPart? {
        let lengths = parts.compactMap { part -> (first: Int, count: Int)? in
            switch part {
            case .month(let month): (month, 1)
            case .quarter(let quarter): (quarter * 3 - 2, 3)
            case .half(let half): (half * 6 - 5, 6)
            case .whole, .day, .span: nil
            }
        }
        let count = lengths.first?.count ?? 0, firsts = lengths.map(\.first).sorted(), first = firsts.first ?? 1
        guard lengths.count == parts.count, lengths.allSatisfy({ $0.count == count }), anyStart || first == 1,
            firsts == (0..<lengths.count).map({ $0 * count + first })
        else { return nil }
        return count * lengths.count == 12 ? .whole : .span(first: first, count: count * lengths.count)
    }

    /// Whether it is known what each of the texts states.
    var isCertain: Bool {
        !kinds.contains(.other) && Set(kinds).count == kinds.count
    }

    /// Whether no part stands there twice.
    var areDifferent: Bool {
        let parts = kinds.filter { if case .part = $0 { true } else { false } }
        return Set(parts).count == parts.count
    }

    private static let sums: Set<String> = [
        "合计", "总计", "累计", "年合计", "全年合计", "年度合计", "total", "sum", "annual total", "yearly total", "year total", "合計",
        "總計",
        "計", "합계", "계",
    ]
    private static let means: Set<String> = meansOfYear.union([
        "平均", "月平均", "月均", "均值", "average", "mean", "avg", "avg.", "monthly average",
    ])
    private static let meansOfYear: Set<String> = ["年平均", "全年平均", "annual average", "annual mean"]
}
