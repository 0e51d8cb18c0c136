import Cells
import Indicators
import Wording

/// Pages of text about a topic: its contacts, or its measures.
enum KioskText {
    /// What a page is about.
    enum Kind: Hashable, Sendable { case ask, measures }

    /// A line of a page.
    struct Line: Hashable {
        var text: String
        var role = Role.text
        /// A telephone number in large digits, of five rows.
        var isLarge = false
        /// How it is read aloud, where that is not its text; empty for a row that continues the one above.
        var spoken: String?
        var rows: Int { isLarge ? 6 : 1 }
    }

    /// The lines of a topic's pages, page by page; at least one page.
    ///
    /// A paragraph is split between pages only where it is longer than a page.
    static func pages(_ kind: Kind, _ figure: KioskFigure?, _ state: KioskState) -> [[Line]] {
        let wording = Wording(state.catalogue, WordingOptions(language: state.visit.language))
        guard let topic = state.topic else { return [[]] }
        let body = state.textBody
        let paragraphs =
            kind == .ask
            ? ask(topic, figure, wording, body)
            : state.catalogue.briefs(ofTopic: topic.code).map { measure($0, wording) }
        var pages: [[Line]] = [], page: [Line] = []
        for paragraph in paragraphs {
            let lines = paragraph.flatMap { line in
                line.isLarge ? [line] : wrapped(line, to: max(2, body.columns))
            }
            let gap = page.isEmpty || body.rows < 10 ? 0 : 1
            func rows(_ lines: [Line]) -> Int { lines.reduce(0) { $0 + $1.rows } }
            if !page.isEmpty, rows(page) + gap + rows(lines) > body.rows {
                pages.append(page)
                page = []
            }
            if !page.isEmpty, gap > 0 { page.append(Line(text: "")) }
            for line in lines {
                if rows(page) + line.rows > body.rows, !page.isEmpty {
                    pages.append(page)
                    page = []
                }
                page.append(line)
            }
        }
        return pages + (page.isEmpty && !pages.isEmpty ? [] : [page])
    }

    private static func wrapped(_ line: Line, to columns: Int) -> [Line] {
        TextLayout.wrap(line.text, to: columns).enumerated().map {
            Line(text: $0.element, role: line.role, spoken: $0.offset == 0 ? line.spoken ?? line.text : "")
        }
    }

    private static func ask(_ topic: Topic, _ figure: KioskFigure?, _ wording: Wording, _ body: Rect) -> [[Line]] {
        let language = wording.language, words = KioskWords.in(language)
        let catalogue = wording.catalogue
        var paragraphs: [[Line]] = []
        let contacts = catalogue.contacts(ofTopic: topic.code)
        for contact in contacts {
            var lines = [Line(text: contact.department[language], role: .value)]
            if !contact.telephone.isEmpty {
                // A contact with a large number takes a page of its own.
                let isLarge = body.rows >= 10 && fits(contact.telephone, body)
                lines.append(
                    Line(
                        text: isLarge ? contact.telephone : words.telephone + contact.telephone, role: .value,
                        isLarge: isLarge,
                        spoken: words.telephone + SpokenText.telephone(contact.telephone, language)))
            }
            let places = [contact.window, contact.address, contact.hours].map { $0[language] }.filter { !$0.isEmpty }
            lines += places.map { Line(text: $0) }
            paragraphs.append(lines)
        }
        if let department = figure?.indicator.department[language], !department.isEmpty,
            !contacts.contains(where: { $0.department[language] == department })
        {
            paragraphs.append([Line(text: words.responsible + department, role: .value)])
        }
        if contacts.allSatisfy(\.telephone.isEmpty) {
            let desk = catalogue.package.contact[language]
            let text = desk.isEmpty ? words.askTheDesk : desk
            paragraphs.append([
                Line(text: text, role: .accent, spoken: SpokenText.withTelephones(text, language))
            ])
        }
        if let source = sourceSentence(figure, wording) { paragraphs.append([source]) }
        if let figure {
            let year = YearSentence.text(figure, wording)
            if !year.isEmpty { paragraphs.append([Line(text: year)]) }
        }
        return paragraphs
    }

    private static func fits(_ telephone: String, _ body: Rect) -> Bool {
        telephone.allSatisfy { "0123456789- ".contains($0) } && height(of: telephone, body) != nil
    }

    /// The largest digits of five rows in which a telephone number fits.
    static func height(of telephone: String, _ body: Rect) -> LargeDigits.Height? {
        [LargeDigits.Height.five, .narrowFive, .slimFive].first {
            LargeDigits.size(of: telephone, $0).columns <= body.columns
        }
    }

    /// Where a figure comes from, in one plain sentence.
    private static func sourceSentence(_ figure: KioskFigure?, _ wording: Wording) -> Line? {
        guard let observation = figure?.observation, let source = wording.catalogue.source(observation.source) else {
            return nil
        }
        let notStated = wording.words.notStated
        let publisher = SourceText.publisher(source, wording), date = SourceText.date(source, wording)
        let isChinese = wording.language == .zh
        var text = isChinese ? "这个数字出自" : "This figure comes from "
        if publisher != notStated { text += isChinese ? publisher : publisher + ", " }
        text += isChinese ? "《\(source.title.zh)》" : "“\(source.title[.en])”"
        if date != notStated { text += isChinese ? "（\(date)）" : " (\(date))" }
        let printed = observation.printed
        guard !printed.isEmpty else { return Line(text: text + (isChinese ? "。" : ".")) }
        // An English voice cannot read what is printed in Chinese.
        return isChinese
            ? Line(text: text + "，原文写作“\(printed)”。")
            : Line(text: text + "; it is printed there as “\(printed)”.", spoken: text + ".")
    }

    /// ✓ 社区就业角（已完成）, and below it the progress of the measure.
    private static func measure(_ brief: Brief, _ wording: Wording) -> [Line] {
        let language = wording.language
        let state = BriefText.state(brief, wording.words)
        let mark = BriefText.mark(brief, wording.signs)
        let title = brief.title[language]
        let heading = Line(
            text: language == .zh ? "\(mark) \(title)（\(state)）" : "\(mark) \(title) (\(state))", role: .value,
            spoken: title + (language == .zh ? "，" : ", ") + state)
        let area =
            brief.area == wording.catalogue.rootArea.code
            ? "" : wording.catalogue.area(brief.area)?.shortName[language] ?? ""
        let period = PeriodText.full(brief, wording)
        func joined(_ separator: String, _ period: String) -> String {
            [brief.detail[language], area, period].filter { !$0.isEmpty }.joined(separator: separator)
        }
        let detail = joined(" · ", period)
        if detail.isEmpty { return [heading] }
        let spoken = joined(language == .zh ? "，" : ", ", SpokenText.months(period))
        return [heading, Line(text: "  " + detail, spoken: spoken)]
    }
}

extension KioskState {
    /// The rows for the text of a page, below its heading.
    var textBody: Rect {
        let layout = KioskLayout(size: size, bands: KioskLayout.capacity(size), language: visit.language)
        let top = layout.name.row + 1
        let bands = layout.bands.first?.row ?? size.rows
        // The last row above the bands is free, or for what must be said on a low screen, which has no foot of its own.
        let bottom = bands - 1
        let columns = layout.sentence.columns
        return Rect(column: layout.sentence.column, row: top, columns: columns, rows: max(1, bottom - top))
    }

    /// The pages of text that are open; empty where none are.
    var textPages: [[KioskText.Line]] {
        guard case .text(let kind, _, let index) = visit.page else { return [] }
        return KioskText.pages(
            kind, index.flatMap { figureKeys.indices.contains($0) ? figure(figureKeys[$0]) : nil }, self)
    }
}
