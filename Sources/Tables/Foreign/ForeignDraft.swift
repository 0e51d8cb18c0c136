import Indicators

/// The parts of a catalogue made from a table without our metadata: topics from a dimension, names from labels, units,
/// and the file as the source.
struct ForeignDraft: Sendable {
    struct Subject: Sendable {
        var code: String
        var name: String
        var unit = ""
        /// The unit in both languages, where it comes from a table that was read already.
        var readUnit: Unit?
        /// The code of its topic; empty for the only topic.
        var topic = ""
        /// For each dimension the index of the indicator's code.
        var breakdown: [Int] = []
        /// Whether it is the sum over all dimensions, which leads its topic.
        var isTotal = false
    }

    struct Named: Sendable {
        var code: String
        var name: String
    }

    static let sourceCode = "file"
    static let wholeCode = Area.unstatedWhole

    /// The file's name without its ending.
    var name: String
    var title: String
    var fileName: String
    /// The day on which the file was changed last; empty where that is not known.
    var date = ""
    var publisher = ""
    var address = ""
    var notes: [String] = []
    var topics: [Named] = []
    var indicators: [Subject] = []
    var areas: [Named] = []
    var dimensions: [Dimension] = []
    /// The code of the area that the table marks as the whole.
    var whole: String?

    /// Names that mean the sum of all areas.
    private static let wholeNames: Set<String> = [
        "_T", "TOTAL", "ALL", "全国", "全省", "全市", "合计", "总计", "全部", "WORLD", "WLD", "W", "W00", "1W",
        "全國", "總計", "合計", "総数", "전국", "계", "합계", "OWID_WRL",
    ]

    /// - Parameter sources: the sources that the tables name; where there are none, the file itself is the source.
    func catalogue(_ observations: ObservationTable, sources: [Source] = []) -> Catalogue {
        var tables = Catalogue.Tables(observations: observations)
        let topics = topics.isEmpty ? [Named(code: "all", name: title)] : topics
        let firstTopic = topics[0].code
        var byTopic: [String: [String]] = [:]
        for indicator in indicators.filter(\.isTotal) + indicators.filter({ !$0.isTotal })
        where byTopic[indicator.topic.isEmpty ? firstTopic : indicator.topic, default: []].count < 3 {
            byTopic[indicator.topic.isEmpty ? firstTopic : indicator.topic, default: []].append(indicator.code)
        }
        tables.topics = topics.enumerated().map { order, topic in
            let first = byTopic[topic.code] ?? []
            return Topic(
                code: topic.code, order: order + 1, title: Self.both(topic.name), shortTitle: Self.both(topic.name),
                headline: first.first ?? "",
                supports: Array(first.dropFirst()))
        }
        tables.indicators = indicators.enumerated().map { order, one in
            let name = Self.both(one.name)
            return Indicator(
                code: one.code, topic: one.topic.isEmpty ? firstTopic : one.topic, order: order + 1, name: name,
                shortName: name,
                sentence: Self.both(""), unit: one.readUnit ?? UnitCodes.unit(one.unit), direction: .none,
                display: .count, collection: .unknown, pinyin: "",
                note: Self.both(""), department: Self.both(""))
        }
        let root = rootArea
        var order = 1
        func area(_ one: Named, parent: String?) -> Area {
            defer { order += 1 }
            let name = one.code == Self.wholeCode ? LocalizedText(zh: "全部", en: "All") : Self.both(one.name)
            return Area(
                code: one.code, order: order, name: name, shortName: name, kind: parent == nil ? .city : .district,
                parent: parent,
                formerNames: [])
        }
        tables.areas =
            [area(root, parent: nil)] + areas.filter { $0.code != root.code }.map { area($0, parent: root.code) }
        tables.sources =
            !sources.isEmpty
            ? sources
            : [
                Source(
                    code: Self.sourceCode, title: Self.both(fileName),
                    publisher: publisher.isEmpty ? LocalizedText(zh: "未载明", en: "not stated") : Self.both(publisher),
                    author: "未载明", date: date.isEmpty ? "未载明" : date, trust: .c,
                    terms: LocalizedText(zh: "未载明", en: "not stated"), address: address,
                    note: Self.both(notes.joined(separator: " ")))
            ]
        tables.dimensions = dimensions
        tables.breakdowns = Dictionary(
            indicators.map { ($0.code, $0.breakdown) }, uniquingKeysWith: { first, _ in first })
        return Catalogue(
            package: PackageDescription(
                name: name, version: "", title: Self.both(title), city: Self.both(""), period: Self.both(""),
                contact: Self.both(""), rootArea: root.code, isFictional: false,
                judging: JudgingRule(), isForeign: true),
            tables)
    }

    /// The root area: the only area, one whose name means the whole, or one that is added above them.
    private var rootArea: Named {
        if areas.count == 1 { return areas[0] }
        if areas.contains(where: { $0.code == Self.wholeCode }) { return Named(code: Self.wholeCode, name: title) }
        if let whole, let area = areas.first(where: { $0.code == whole }) { return area }
        if let area = areas.first(where: {
            Self.wholeNames.contains($0.code.uppercased()) || Self.wholeNames.contains($0.name.uppercased())
        }) {
            return area
        }
        return Named(code: Self.wholeCode, name: "全部")
    }

    private static func both(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
}
