import Cells

/// The texts below the figure: the sentence, dots and countdown, contact, age of the data, the other language.
///
/// The sentence is always whole. Where it needs more rows it takes the row of the dots and then that of the contact. A
/// text without a row of its own stands at the end of another row. A period that fits nowhere else takes the row of the
/// contact, which every other screen shows.
struct KioskFoot {
    let kiosk: KioskInk

    struct Texts: Hashable {
        /// The sentence in lines.
        let sentence: [String]
        /// The period, where there was no room beside the name.
        let period: String
    }

    private var sentence: [String] { kiosk.foot.sentence }
    private var period: String { kiosk.foot.period }

    private var layout: KioskLayout { kiosk.layout }
    private var hint: String { "5 " + kiosk.words.otherLanguage }

    func draw(in grid: inout CellGrid) {
        var rows = lines(layout.sentence)
        let ownRows = rows.count
        // Only on a low screen do the rows of the foot follow those of the sentence.
        if layout.age.isEmpty { rows += lines(layout.status) + lines(layout.contact) }
        for (line, row) in zip(sentence, rows) { kiosk.put(line, .text, in: &grid, row) }
        var free = Array(rows.dropFirst(sentence.count))
        var contact: Rect? = layout.contact
        if layout.age.isEmpty {
            contact = free.popLast()
        } else {
            free = free.prefix(max(0, ownRows - sentence.count)) + lines(layout.status)
        }
        drawRest(in: &grid, free, contact)
    }

    private func lines(_ rect: Rect) -> [Rect] {
        (0..<rect.rows).map { Rect(column: rect.column, row: rect.row + $0, columns: rect.columns, rows: 1) }
    }

    /// - Parameters:
    ///   - free: the rows that the sentence does not need.
    ///   - contact: the row for the contact; nil where the sentence needs it.
    private func drawRest(in grid: inout CellGrid, _ free: [Rect], _ contact: Rect?) {
        var aside: [String] = []
        let news = refusal
        if !layout.age.isEmpty { kiosk.put(news ?? ageOfFigure, news == nil ? .text : .notice, in: &grid, layout.age) }
        let mustSay = layout.age.isEmpty ? news : nil
        if !layout.language.isEmpty {
            let row = Rect(
                column: layout.language.column, row: layout.language.row + 1, columns: layout.language.columns - 4,
                rows: 1)
            kiosk.put(hint, .accent, in: &grid, row, .trailing)
        }
        var rows = free
        if !period.isEmpty {
            // The sentence stands beside the dots only where both have rows.
            if rows.count > 1 || (rows.count == 1 && kiosk.countdown(short: true) == nil && mustSay == nil) {
                let row = rows.removeFirst()
                kiosk.put(period, .text, in: &grid, row)
                if rows.isEmpty, layout.language.isEmpty, DisplayWidth.of(period + hint) + 2 <= row.columns {
                    kiosk.put(hint, .accent, in: &grid, row, .trailing)
                }
            } else {
                aside.append(period)
            }
        }
        if let status = rows.last {
            if let mustSay {
                kiosk.put(mustSay, .notice, in: &grid, status)
                if let short = kiosk.countdown(short: true) { aside.append(short) }
            } else {
                drawStatus(in: &grid, status)
            }
        } else if let short = kiosk.countdown(short: true) {
            aside.append(short)
        }
        guard let contact else { return }
        if let mustSay, rows.isEmpty {
            kiosk.put(mustSay, .notice, in: &grid, contact)
        } else {
            if rows.isEmpty, layout.language.isEmpty { aside.append(hint) }
            if layout.title.isEmpty {
                let taken = ([kiosk.contact] + aside).reduce(0) { $0 + DisplayWidth.of($1) + 2 }
                aside.append(kiosk.clock(columns: contact.columns - taken))
            }
            drawContact(in: &grid, contact, aside)
        }
    }

    private func drawContact(in grid: inout CellGrid, _ row: Rect, _ aside: [String]) {
        if !period.isEmpty, aside.first == period,
            DisplayWidth.of(kiosk.contact) + 2 + DisplayWidth.of(period) > row.columns
        {
            kiosk.put(period, .text, in: &grid, row)
            if let short = kiosk.countdown(short: true), DisplayWidth.of(period + short) + 2 <= row.columns {
                kiosk.put(short, .text, in: &grid, row, .trailing)
            }
            return
        }
        kiosk.put(kiosk.contact, .accent, in: &grid, row)
        let room = row.columns - DisplayWidth.of(kiosk.contact) - 2
        var shown = ""
        for text in aside {
            let longer = shown + (shown.isEmpty ? "" : "  ") + text
            if DisplayWidth.of(longer) <= room { shown = longer }
        }
        kiosk.put(shown, .text, in: &grid, row, .trailing)
    }

    /// How to use the kiosk, the position among topics or figures, and the countdown. What does not fit is left out,
    /// beginning with the first.
    private func drawStatus(in grid: inout CellGrid, _ rect: Rect) {
        var rest = rect
        if layout.language.isEmpty {
            kiosk.put(hint, .accent, in: &grid, rest, .trailing)
            _ = rest.takeRight(DisplayWidth.of(hint) + 2)
        }
        var parts = [isAsking ? "" : kiosk.words.howTo, place, kiosk.countdown(short: false) ?? ""].filter {
            !$0.isEmpty
        }
        let gap = rest.columns >= 60 ? 4 : 2
        while parts.count > 1, parts.reduce(-gap, { $0 + DisplayWidth.of($1) + gap }) > rest.columns {
            parts.removeFirst()
        }
        if parts.count == 1, DisplayWidth.of(parts[0]) > rest.columns { parts = [kiosk.countdown(short: true) ?? ""] }
        var column = rest.column
        for part in parts {
            column +=
                grid.put(part, at: Point(column: column, row: rest.row), style: kiosk.theme[.text], within: rest) + gap
        }
    }

    private var isAsking: Bool {
        if case .asking = kiosk.state.visit.phase { true } else { false }
    }

    /// A dot for each topic, or which of how many figures.
    private var place: String {
        if isAsking { return "" }
        if let figure = kiosk.state.visit.figure, let topic = kiosk.state.topic {
            return kiosk.words.place(figure + 1, kiosk.state.figures(of: topic).count)
        }
        let dots = kiosk.state.catalogue.topics.indices.map {
            $0 == kiosk.state.visit.topic ? kiosk.glyphs.point : kiosk.glyphs.pointHollow
        }
        return dots.joined(separator: kiosk.state.size.columns >= 60 ? " " : "")
    }

    /// The age of the figure; where it is not known, the period of the data.
    private var ageOfFigure: String {
        if isAsking { return "" }
        if let period = kiosk.figure?.observation?.period,
            let age = DataAge.text(period, kiosk.state.clock, kiosk.language)
        {
            return age
        }
        let period = kiosk.state.catalogue.package.period[kiosk.language]
        return period.isEmpty ? "" : kiosk.words.dataOf + period
    }

    /// Says that newer data were refused or do not come, and which data are shown.
    private var refusal: String? {
        let state = kiosk.state, words = kiosk.words
        guard state.isRefusing || state.isCutOff else { return nil }
        let package = kiosk.state.catalogue.package
        let period = package.period[kiosk.language]
        let shown = " " + (period.isEmpty ? package.version : period)
        let room = layout.age.isEmpty ? layout.contact.columns : layout.age.columns
        let short = state.isCutOff ? words.silentShort : words.refusedShort
        let texts = [state.isCutOff ? words.silent : words.refused, short].map {
            $0 + " \(kiosk.wording.signs.separator) " + kiosk.words.stillShown + shown
        }
        return texts.first { DisplayWidth.of($0) <= room } ?? short
    }
}
