import Cells

/// Buttons: the bands of a page, back and language.
struct KioskBands {
    let kiosk: KioskInk

    /// Draws every button but the rows of a list.
    func draw(in grid: inout CellGrid) {
        for button in kiosk.buttons {
            switch button.choice {
            case .index, .figure, .answer, .confirm: continue
            case .survey: drawSmall(button, fitting([kiosk.words.survey, kiosk.words.surveyShort], button), in: &grid)
            case .hear where kiosk.state.readsPages: drawSmall(button, kiosk.words.hear, in: &grid)
            case .leave: drawSmall(button, kiosk.words.leave, in: &grid)
            case .language: drawSmall(button, kiosk.words.otherLanguage, in: &grid)
            case .ask where kiosk.state.isList:
                let words = [kiosk.words.askAndDone, kiosk.words.whomToAsk, kiosk.words.ask]
                drawSmall(button, fitting(words, button), in: &grid)
            case .back where kiosk.state.isList: drawSmall(button, kiosk.words.back, in: &grid)
            default: drawBand(button, in: &grid)
            }
        }
    }

    /// The first word that fits beside the key of a button, with a column left at either side; the last one where none
    /// does.
    private func fitting(_ words: [String], _ button: KioskButton) -> String {
        words.first { DisplayWidth.of($0) + 4 <= button.rect.columns } ?? words[words.count - 1]
    }

    /// A key and a word in one line.
    private func drawSmall(_ button: KioskButton, _ word: String, in grid: inout CellGrid) {
        let style = kiosk.style(of: button), rect = button.rect
        grid.fill(rect, style: style)
        let text = "\(button.key) \(word)"
        // With an even number of rows the words stand above the middle, as a band's do.
        let row = rect.row + (rect.rows - 1) / 2
        let column = rect.column + max(0, (rect.columns - DisplayWidth.of(text)) / 2)
        grid.put(text, at: Point(column: column, row: row), style: style, within: rect)
    }

    private func drawBand(_ button: KioskButton, in grid: inout CellGrid) {
        let style = kiosk.style(of: button), rect = button.rect
        grid.fill(rect, style: style)
        var inner = rect.inset(columns: rect.columns >= 18 ? 2 : rect.columns >= 12 ? 1 : 0, rows: 0)
        // Large on every band or on none.
        let isLarge = inner.rows >= 7 && kiosk.layout.bands.allSatisfy { $0.columns >= 28 }
        var key = inner.takeLeft(isLarge ? 9 : rect.columns < 20 ? 2 : 3)
        let lines = text(button.choice, columns: inner.columns, rows: rect.rows)
        // A word and its figure are separated where there is room.
        let step = rect.rows >= 5 ? 2 : 1
        let top = rect.row + (rect.rows - (lines.count - 1) * step - 1) / 2
        if isLarge {
            key = key.inset(columns: 0, rows: (key.rows - 5) / 2)
            LargeDigits.draw(
                String(button.key), at: Point(column: key.column, row: key.row), in: &grid, height: .five,
                glyphs: kiosk.glyphs, style: style)
        } else {
            grid.put(String(button.key), at: Point(column: key.column, row: top), style: style, within: key)
        }
        for (index, line) in lines.enumerated() {
            grid.put(line, at: Point(column: inner.column, row: top + index * step), style: style, within: inner)
        }
    }

    /// A word, and below it, where there is room, a line about what it leads to.
    private func text(_ choice: KioskChoice, columns: Int, rows: Int) -> [String] {
        func fitting(_ texts: String...) -> String {
            texts.first { DisplayWidth.of($0) <= columns }
                ?? TextLayout.truncate(texts[texts.count - 1], to: columns, sign: kiosk.glyphs.ellipsis)
        }
        let language = kiosk.language, topics = kiosk.state.catalogue.topics
        switch choice {
        case .topic(let position):
            let topic = topics[position]
            let title = fitting(topic.title[language], topic.shortTitle[language])
            guard rows >= 4, let figure = kiosk.state.headline(of: topic), let observation = figure.observation else {
                return [title]
            }
            let value = kiosk.wording.figure(observation)
            // A number is shown whole or not at all.
            return DisplayWidth.of(value) <= columns ? [title, value] : [title]
        case .more:
            guard rows >= 4 else { return [kiosk.words.more] }
            let room = KioskLayout.topicCapacity(kiosk.state.size)
            let next = kiosk.state.firstOfPage(holding: kiosk.state.visit.firstBand) + room - 1
            let first = next < topics.count ? next : 0
            var names = ""
            for topic in topics[first..<min(topics.count, first + room - 1)] {
                let longer = names + (names.isEmpty ? "" : " ") + topic.shortTitle[language]
                if DisplayWidth.of(longer) > columns { break }
                names = longer
            }
            return [kiosk.words.more, names].filter { !$0.isEmpty }
        case .next:
            if case .text(_, let page, _) = kiosk.state.visit.page {
                if page + 1 >= kiosk.state.textPages.count { return [fitting(kiosk.words.firstPage)] }
                return [fitting(kiosk.words.nextPage, kiosk.words.next)]
            }
            return [fitting(kiosk.words.next)]
        case .ask: return [fitting(kiosk.words.askAndDone, kiosk.words.ask)]
        case .code: return [fitting(kiosk.words.takeHome, kiosk.words.takeHomeShort)]
        case .hear: return [fitting(kiosk.words.hear)]
        case .measures: return [fitting(kiosk.words.whatIsDone, kiosk.words.measures, kiosk.words.done)]
        case .back: return [fitting(kiosk.words.back)]
        case .stay: return [fitting(kiosk.words.stay)]
        case .begin: return [fitting(kiosk.words.begin)]
        case .index, .figure, .language, .survey, .leave, .answer, .confirm: return []
        }
    }
}
