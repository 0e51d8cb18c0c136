import Cells
import Indicators
import Wording

/// 一页纸: where the whole stands on one sheet of A4. Its first three sentences say it; below them stand what needs
/// attention and the figures of each topic. The text form has at most `mostLines` lines.
public struct OnePage: Sendable {
    /// A table with a title; columns whose values are numbers stand on the right.
    struct Table: Sendable {
        var title: String
        /// The column of names, which keeps its width longest.
        var name: Int
        var head: [String]
        /// The columns that stand on the right.
        var trailing: Set<Int>
        var rows: [[String]]
        /// A column whose texts use the next one where that is empty in their row; nil for none.
        var flowing: Int?
        /// What is said below it: how many rows were left out.
        var rest = ""
    }

    /// The lines of a page of text.
    public static let mostLines = 66
    /// The longest line in columns.
    static let columns = 80

    let language: Language
    let title: String
    let isFictional: Bool
    /// Area, period, when it was printed.
    let about: String
    let sentences: [String]
    let tables: [Table]
    /// Where the figures come from, and by which rules they are judged.
    let foot: [String]

    /// - Parameters:
    ///   - area: the area that it is about; nil for the whole.
    ///   - since: what differs from the version before; nil where that is not known.
    ///   - printed: when it is printed, in words; empty where that is not to be said.
    package init(
        _ catalogue: Catalogue, area: String? = nil, since: CitySentence.VersionChange? = nil, printed: String,
        _ options: WordingOptions
    ) {
        let area = area == catalogue.rootArea.code ? nil : area
        let wording = Wording(catalogue, options, area: area), words = BriefingWords.in(options.language)
        language = options.language
        isFictional = catalogue.package.isFictional
        let builder = BriefingBuilder(wording)
        title = builder.title(nil) + words.bracketed(words.onePage)
        let printed = printed.isEmpty ? "" : PaperWords.in(language).printed + wording.words.colon + printed
        about = [builder.about, printed].filter { !$0.isEmpty }.joined(separator: " \(wording.signs.separator) ")
        let content = OnePageContent(wording)
        sentences = content.sentences(since)
        foot = content.foot
        // The list of what needs attention takes its rows first; the topics share the remaining lines.
        let room = Self.room(isFictional: isFictional, sentences: sentences, foot: foot)
        let attention = content.attention(most: max(3, room / 2))
        let used = attention.map { $0.rows.count + 3 + ($0.rest.isEmpty ? 0 : 1) } ?? 0
        tables = [attention, content.topics(most: room - used - 3)].compactMap { $0 }.filter { !$0.rows.isEmpty }
    }

    /// The lines that are left for tables below the head and above the foot.
    private static func room(isFictional: Bool, sentences: [String], foot: [String]) -> Int {
        let text = (sentences + foot).reduce(0) { $0 + TextLayout.wrap($1, to: columns).count }
        return mostLines - 3 - (isFictional ? 1 : 0) - text - 2
    }
}

/// Collects the sentences and tables of the page.
struct OnePageContent {
    let wording: Wording
    private var catalogue: Catalogue { wording.catalogue }
    private var language: Language { wording.language }
    private var words: BriefingWords { BriefingWords.in(wording.language) }
    private let list: AttentionList

    init(_ wording: Wording) {
        self.wording = wording
        list = wording.catalogue.attention.of(area: wording.area)
    }

    /// How the whole stands and what is behind; what is good, kept, unreported and how it moves; what was asked.
    func sentences(_ since: CitySentence.VersionChange?) -> [String] {
        let sentence = CitySentence(wording, since: since)
        return [sentence.first.text, sentence.second.text, asked].filter { !$0.isEmpty }
    }

    private var asked: String {
        let own = catalogue.followUps.filter { wording.area == nil || $0.area == wording.area }
        guard !own.isEmpty else { return "" }
        let overdue = list.day.map { day in own.count { $0.isOverdue(on: day) } } ?? 0
        let isStillBad = own.count { followUp in
            followUp.state == .closed
                && list.bad.contains { $0.indicator == followUp.indicator && $0.area == followUp.area }
        }
        return words.asked(own.count, own.count { $0.state == .open }, overdue, isStillBad)
    }

    func attention(most: Int) -> OnePage.Table? {
        guard !list.isEmpty else { return nil }
        let texts = wording.words,
            rows = list.items.prefix(most).map { item -> [String] in
                let name = [
                    catalogue.indicator(item.indicator)?.shortName[language] ?? item.indicator,
                    AttentionText.otherPeriod(item, wording),
                ].filter { !$0.isEmpty }.joined(separator: " ")
                let gap = AttentionText.gap(item, wording)
                return [
                    name, AttentionText.area(item, wording),
                    item.observation == nil ? AttentionText.value(item, wording) : wording.figure(item.observation),
                    AttentionText.target(item, wording), gap.isEmpty ? texts.attention.kind(item.kind) : gap,
                    AttentionText.shortDepartment(item, wording),
                ]
            }
        let rest = list.items.count - rows.count
        return OnePage.Table(
            title: texts.attention.title, name: 0,
            head: [
                texts.indicator, texts.area, texts.value, texts.attention.target, texts.attention.gap, texts.department,
            ],
            trailing: [2, 3], rows: Array(rows), rest: rest > 0 ? words.left(rest) : "")
    }

    /// The headline of each topic, and as many of its supporting figures as there is room for.
    func topics(most: Int) -> OnePage.Table {
        let scope = Scope(catalogue: catalogue, area: wording.area), texts = wording.words
        func row(_ topic: String, _ indicator: Indicator, _ observation: Observation?) -> [String] {
            let judgement = wording.judgement(of: indicator, observation)
            let standing = judgement.isJudged ? JudgementText.phrase(judgement, wording, short: true).text : ""
            var change = ""
            if let observation, case .success(let found) = catalogue.changeOnYear(of: observation) {
                change = ChangeText.phrases(found, indicator, wording, short: true).text
            }
            let area = wording.foreignArea(observation).map { " \($0)" } ?? ""
            return [
                topic, indicator.shortName[language] + area, wording.figure(observation),
                observation.map(period) ?? "", standing, change,
            ]
        }
        var parts: [[[String]]] = []
        for topic in catalogue.topics {
            guard let (indicator, observation) = scope.headline(of: topic), observation?.isWithheld != true else {
                continue
            }
            let supports = topic.supports.compactMap { code -> [String]? in
                guard let support = catalogue.indicator(code), let figure = scope.observation(of: code),
                    !figure.isWithheld
                else { return nil }
                return row("", support, figure)
            }
            parts.append([row(topic.shortTitle[language], indicator, observation)] + supports)
        }
        // The same number of figures for each topic, so that none seems to matter more.
        var each = parts.map(\.count).max() ?? 1
        while each > 1, parts.reduce(0, { $0 + min(each, $1.count) }) > most { each -= 1 }
        let rows = parts.flatMap { $0.prefix(each) }.prefix(max(0, most))
        return OnePage.Table(
            title: words.topics, name: 1,
            head: [
                words.topic, texts.indicator, texts.value, texts.period, texts.judgement, wording.judging.onYearShort,
            ], trailing: [2],
            rows: Array(rows), flowing: 3)
    }

    private func period(_ observation: Observation) -> String {
        [PeriodText.short(observation, wording), StatusText.short(observation, wording.words)]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    var foot: [String] {
        let sources = catalogue.sources.prefix(2).map { source in
            let publisher = source.publisher[language]
            let isStated = !publisher.isEmpty && publisher != texts.notStated
            return source.title[language] + (isStated ? words.bracketed(publisher) : "")
        }
        let more = catalogue.sources.count - sources.count
        let rest = more > 0 ? words.stop + words.moreSources(more) : ""
        let source = sources.isEmpty ? "" : texts.source + texts.colon + sources.joined(separator: words.stop) + rest
        return [source, catalogue.tally.judged > 0 ? JudgementText.paceRule(wording) : words.noTarget]
            .filter { !$0.isEmpty }
    }

    private var texts: Words { wording.words }
}
