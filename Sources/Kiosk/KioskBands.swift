import Cells

/// The bands that can be touched or chosen by their number.
struct KioskBands {
    let kiosk: KioskInk

    func draw(in grid: inout CellGrid) {
        for (number, (rect, choice)) in zip(kiosk.layout.bands, kiosk.choices).enumerated() {
            let style = isChosen(choice) ? kiosk.chosenBand : KioskInk.band
            grid.fill(rect, style: style)
            var inner = rect.inset(columns: rect.columns >= 18 ? 2 : 1, rows: 0)
            let isLarge = inner.rows >= 7 && inner.columns >= 24
            var key = inner.takeLeft(isLarge ? 9 : rect.columns < 20 ? 2 : 3)
            let lines = text(choice, columns: inner.columns, rows: rect.rows)
            // A word and its figure are separated where there is room.
            let step = rect.rows >= 5 ? 2 : 1
            let top = rect.row + (rect.rows - (lines.count - 1) * step - 1) / 2
            if isLarge {
                key = key.inset(columns: 0, rows: (key.rows - 5) / 2)
                LargeDigits.draw(
                    "\(number + 1)", at: Point(column: key.column, row: key.row), in: &grid, height: .five,
                    glyphs: kiosk.glyphs, style: style)
            } else {
                grid.put("\(number + 1)", at: Point(column: key.column, row: top), style: style, within: key)
            }
            for (index, line) in lines.enumerated() {
                grid.put(line, at: Point(column: inner.column, row: top + index * step), style: style, within: inner)
            }
        }
    }

    private func isChosen(_ choice: KioskChoice) -> Bool {
        if case .topic(let place) = choice { place == kiosk.state.visit.topic } else { false }
    }

    /// A word, and below it, where there is room, a line about what it leads to.
    private func text(_ choice: KioskChoice, columns: Int, rows: Int) -> [String] {
        func fitting(_ texts: String...) -> String {
            texts.first { DisplayWidth.of($0) <= columns }
                ?? TextLayout.truncate(texts[texts.count - 1], to: columns, sign: kiosk.glyphs.ellipsis)
        }
        let language = kiosk.language, topics = kiosk.state.catalogue.topics
        switch choice {
        case .topic(let place):
            let topic = topics[place]
            let title = fitting(topic.title[language], topic.shortTitle[language])
            guard rows >= 4, let figure = kiosk.state.headline(of: topic), let observation = figure.observation else {
                return [title]
            }
            let value = kiosk.wording.figure(observation)
            // A number is shown whole or not at all.
            return DisplayWidth.of(value) <= columns ? [title, value] : [title]
        case .more:
            guard rows >= 4 else { return [kiosk.words.more] }
            let room = KioskLayout.capacity(kiosk.state.size)
            let next = kiosk.state.firstOfPage(holding: kiosk.state.visit.firstBand) + room - 1
            let first = next < topics.count ? next : 0
            var names = ""
            for topic in topics[first..<min(topics.count, first + room - 1)] {
                let longer = names + (names.isEmpty ? "" : " ") + topic.shortTitle[language]
                if DisplayWidth.of(longer) > columns { break }
                names = longer
            }
            return [kiosk.words.more, names]
        case .previous: return [fitting(kiosk.words.previous)]
        case .next: return [fitting(kiosk.words.next)]
        case .back: return [fitting(kiosk.words.back)]
        case .stay: return [fitting(kiosk.words.stay)]
        }
    }
}
