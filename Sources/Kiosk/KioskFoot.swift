import Cells
import Wording

/// The texts below the figure: the sentence, its period where that has no room beside the name, the notice, the
/// contact, dots and countdown, the age of the figure.
///
/// The sentence and the notice are always whole. The other texts take the rows that are left, the
/// most important first; a text without a row of its own stands at the end of another row where there is room.
struct KioskFoot {
    let kiosk: KioskInk

    struct Texts: Hashable {
        /// The sentence in lines.
        let sentence: [String]
        /// The period, where there was no room beside the name.
        let period: String
    }

    private struct Line {
        let text: String
        var role = Role.text
    }

    private var layout: KioskLayout { kiosk.layout }

    func draw(in grid: inout CellGrid) {
        let rows = self.rows
        var lines = kiosk.foot.sentence.map { Line(text: $0) }
        // An own line for the sentence is worth more than anything else.
        let (below, aside) = linesBelow(free: max(0, rows.count - lines.count), columns: rows.last?.columns ?? 0)
        lines += [Line](repeating: Line(text: ""), count: max(0, rows.count - lines.count - below.count)) + below
        var rest = aside
        var shown = zip(lines, rows).map { (line: $0.0, row: $0.1, aside: "") }
        // From the last row up, so that they stand beside the texts of the foot.
        for index in shown.indices.reversed() {
            while let next = rest.first {
                let widths = [shown[index].line.text, shown[index].aside, next].map(DisplayWidth.of)
                let gaps = 2 * (widths.count { $0 > 0 } - 1)
                guard widths.reduce(gaps, +) <= shown[index].row.columns else { break }
                shown[index].aside += (shown[index].aside.isEmpty ? "" : "  ") + next
                rest.removeFirst()
            }
        }
        for (line, row, aside) in shown {
            kiosk.put(line.text, line.role, in: &grid, row)
            kiosk.put(aside, .text, in: &grid, row, .trailing)
        }
    }

    /// Every row below the figure, from the top. Only on a low screen do those of the foot follow those of the
    /// sentence directly.
    var rows: [Rect] {
        [layout.sentence, layout.status, layout.contact, layout.age].flatMap { rect in
            (0..<rect.rows).map { Rect(column: rect.column, row: rect.row + $0, columns: rect.columns, rows: 1) }
        }
    }

    /// The texts below the sentence, from the top, and those that stand beside others.
    private func linesBelow(free: Int, columns: Int) -> (lines: [Line], aside: [String]) {
        let period = kiosk.foot.period
        let notice = kiosk.notice(columns: columns)
        let isHigh = !layout.age.isEmpty
        // In the order of the screen, each with its importance.
        var candidates: [(line: Line, rank: Int)] = []
        if !period.isEmpty { candidates.append((Line(text: period), 1)) }
        if let notice { candidates.append((Line(text: notice, role: .notice), 0)) }
        let status = status(columns: columns)
        if notice == nil, !status.isEmpty { candidates.append((Line(text: status), 3)) }
        candidates.append((Line(text: kiosk.contact, role: .accent), 2))
        for (texts, rank) in [([year], 5), (shares, 2)] {
            guard let text = texts.first(where: { !$0.isEmpty && DisplayWidth.of($0) <= columns }) else { continue }
            candidates.insert((Line(text: text), rank), at: 0)
        }
        if isHigh, !age.isEmpty, DisplayWidth.of(age) <= columns { candidates.append((Line(text: age), 4)) }
        // Where only one row is left, the period stands beside the contact or the end of the sentence.
        if free == 1, notice == nil, !period.isEmpty {
            let end = kiosk.foot.sentence.last ?? ""
            func fit(_ one: String, _ other: String) -> Bool {
                DisplayWidth.of(one) + DisplayWidth.of(other) + 2 <= columns
            }
            if fit(period, kiosk.contact) || fit(period, end) {
                return ([Line(text: kiosk.contact, role: .accent)], [period])
            }
            if fit(kiosk.contact, end) { return ([Line(text: period)], [kiosk.contact]) }
        }
        let taken = Set(candidates.indices.sorted { candidates[$0].rank < candidates[$1].rank }.prefix(free))
        let lines = candidates.indices.filter(taken.contains).map { candidates[$0].line }
        var aside: [String] = []
        for index in candidates.indices where !taken.contains(index) && candidates[index].rank < 2 {
            aside.append(candidates[index].line.text)
        }
        let saysCountdown = notice == nil && lines.contains { $0.text == status }
        // A bare number of seconds says nothing but beside the question whether somebody is still there.
        let isShort = columns < 45
        if !saysCountdown, isAsking || !isShort, let countdown = kiosk.countdown(short: isShort) {
            aside.append(countdown)
        }
        if layout.title.isEmpty { aside.append(kiosk.clock(columns: columns)) }
        return (lines, aside.filter { !$0.isEmpty })
    }

    /// How to use the kiosk, the position among topics or figures, and the countdown. What does not fit is left out,
    /// beginning with the first.
    private func status(columns: Int) -> String {
        var parts = [isAsking ? "" : kiosk.words.howTo, figureNumber, kiosk.countdown(short: false) ?? ""].filter {
            !$0.isEmpty
        }
        let gap = columns >= 60 ? 4 : 2
        func isWide(_ parts: [String]) -> Bool {
            parts.reduce(-gap) { $0 + DisplayWidth.of($1) + gap } > columns
        }
        // How to begin matters more than the dots of the topics.
        if kiosk.state.visit.figure == nil, parts.count > 2, isWide(parts), !isWide([parts[0], parts[2]]) {
            parts.remove(at: 1)
        }
        while parts.count > 1, isWide(parts) { parts.removeFirst() }
        if parts.count == 1, DisplayWidth.of(parts[0]) > columns { parts = [kiosk.countdown(short: true) ?? ""] }
        return parts.joined(separator: String(repeating: " ", count: gap))
    }

    /// How the figure differs from that of the year before.
    private var year: String {
        if isAsking { return "" }
        return kiosk.figure.map { YearSentence.text($0, kiosk.wording) } ?? ""
    }

    /// What part of a whole the figure is, the longest sentence first.
    private var shares: [String] {
        if isAsking { return [] }
        return kiosk.figure.map { ShareSentence.texts($0, kiosk.wording) } ?? []
    }

    private var isAsking: Bool { kiosk.state.visit.isAsking }

    /// A dot for each topic, or which of how many figures.
    private var figureNumber: String {
        if isAsking { return "" }
        if let figure = kiosk.state.visit.figure {
            return kiosk.words.numberOf(figure + 1, kiosk.state.figureKeys.count)
        }
        guard kiosk.state.catalogue.topics.count > 1 else { return "" }
        let dots = kiosk.state.catalogue.topics.indices.map {
            $0 == kiosk.state.visit.topic ? kiosk.glyphs.point : kiosk.glyphs.pointHollow
        }
        return dots.joined(separator: kiosk.state.size.columns >= 60 ? " " : "")
    }

    /// The age of the figure; where it is not known, the period of the data. A figure that is not there has no age.
    private var age: String {
        guard !isAsking else { return "" }
        if let observation = kiosk.figure?.observation, observation.value != nil, !observation.isWithheld,
            let age = DataAge.text(observation.period, kiosk.state.clock, kiosk.language)
        {
            return age
        }
        let period = kiosk.state.catalogue.package.period[kiosk.language]
        return period.isEmpty ? "" : kiosk.words.dataOf + period
    }
}
