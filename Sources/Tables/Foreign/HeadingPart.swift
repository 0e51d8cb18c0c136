/// The part of the year that a heading states beside a name, where the year stands elsewhere: 上半年完成, 截至9月底完成,
/// 上年9月, 完成(1-6月).
struct HeadingPart: Hashable, Sendable {
    var part: YearPart
    /// The name of the figure without it; empty where nothing else is said.
    var name: String
    /// Whether it is of the year before.
    var isFormer = false

    init(_ part: YearPart, name: String = "", isFormer: Bool = false) {
        (self.part, self.name, self.isFormer) = (part, name, isFormer)
    }

    /// Nil where a heading states no part of a year.
    init?(_ heading: String) {
        var text = NarrowText.of(Heading.parted(heading).name, dashes: true)
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        text.removeAll { $0 == " " }
        if let behind = Self.inBrackets(text) {
            self = behind
            return
        }
        let former = Self.formers.first { text.hasPrefix($0) }, now = Self.nows.first { text.hasPrefix($0) }
        text.removeFirst((former ?? now ?? "").count)
        let limit = Self.limits.first { text.hasPrefix($0) }
        text.removeFirst((limit ?? "").count)
        guard let (part, end) = Self.leading(text) else { return nil }
        var rest = text[end...]
        guard !Self.others.contains(where: { rest.hasPrefix($0) }) else { return nil }
        let isEnd = limit != nil || "底末止".contains(rest.first ?? " ")
        if let first = rest.first, "底末止".contains(first) { rest.removeFirst() }
        while let first = rest.first, "的·-:：,，".contains(first) { rest.removeFirst() }
        let isSum = rest.contains("累计") || isEnd && Self.flows.contains { rest.contains($0) }
        self.init(isSum ? part.sinceJanuary : part, name: String(rest), isFormer: former != nil)
    }

    /// The longest part at the beginning of a text, and where it ends.
    private static func leading(_ text: String) -> (part: YearPart, end: String.Index)? {
        var end = text.index(text.startIndex, offsetBy: 10, limitedBy: text.endIndex) ?? text.endIndex
        while end > text.startIndex {
            let text = text[..<end]
            if ["月", "月份", "季度", "半年"].contains(where: { text.hasSuffix($0) }), let part = YearPart(String(text)),
                part.isShort
            {
                return (part, end)
            }
            end = text.index(before: end)
        }
        return nil
    }

    /// 完成(1-6月)
    private static func inBrackets(_ text: String) -> HeadingPart? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return nil }
        let inside = String(text[text.index(after: open)...].dropLast()), name = String(text[..<open])
        guard inside.utf8.contains(where: { $0 >= 0x80 }), let part = YearPart(inside), part.isShort else { return nil }
        return HeadingPart(name.contains("累计") ? part.sinceJanuary : part, name: name)
    }

    private static let formers = ["上年同期", "去年同期", "上年", "去年"]
    private static let nows = ["本年度", "本年", "今年", "当年"]
    private static let limits = ["截至", "截止到", "截止", "至", "到"]
    /// Figures that run up over the year; others at the end of a month are of that month.
    private static let flows = [
        "完成", "累计", "新增", "实现", "支出", "收入", "投资", "拨付", "开工", "竣工", "到位", "办结", "发放", "下达", "建成", "进度",
    ]
    /// Words that begin like a month: 3月龄.
    private static let others = ["龄", "嫂", "租", "薪", "饼", "票", "子"]
}

extension YearPart {
    /// From January to its end.
    var sinceJanuary: YearPart {
        switch self {
        case .month(let month): month == 1 ? self : .span(first: 1, count: month)
        case .quarter(let quarter): quarter == 1 ? self : .span(first: 1, count: quarter * 3)
        case .half(let half): half == 1 ? self : .whole
        case .span(let first, let count): first > 1 ? .span(first: 1, count: first + count - 1) : self
        case .whole, .day: self
        }
    }
}
