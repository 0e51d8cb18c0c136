import Cells

extension KioskState {
    /// The whole screen, at any size.
    public func draw() -> CellGrid {
        var picture = KioskPicture()
        return picture.draw(self)
    }
}

/// The picture that is shown. Where only the countdown has changed, it is drawn into the last picture, because a kiosk
/// does so once a second for weeks.
struct KioskPicture {
    private var last: (appearance: KioskState.Appearance, kiosk: KioskInk, grid: CellGrid)?

    /// The same as `draw()` of the state.
    mutating func draw(_ state: KioskState) -> CellGrid {
        let appearance = state.appearance
        if state.isOutOfService {
            last = nil
            return OutOfServiceView(state: state).draw()
        }
        if var last, state.visit.isAttracting {
            last.appearance.countdown = appearance.countdown
            if last.appearance == appearance {
                last.kiosk.seconds = appearance.countdown
                self.last = nil
                KioskView(kiosk: last.kiosk).drawCountdown(in: &last.grid)
                self.last = last
                return last.grid
            }
        }
        let kiosk = KioskInk(state)
        var grid = CellGrid(size: state.size, style: kiosk.theme[.background])
        KioskView(kiosk: kiosk).draw(in: &grid)
        last = (appearance, kiosk, grid)
        return grid
    }
}

/// One figure, one sentence, at most four choices, whom to ask.
struct KioskView {
    let kiosk: KioskInk
    private var layout: KioskLayout { kiosk.layout }

    func draw(in grid: inout CellGrid) {
        if kiosk.state.isList {
            let list = kiosk.state.listLayout
            drawTitle(in: &grid, list.title)
            KioskListView(kiosk: kiosk, layout: list).draw(in: &grid)
            return KioskBands(kiosk: kiosk).draw(in: &grid)
        }
        drawTitle(in: &grid, layout.title)
        if case .code = kiosk.state.visit.page, !kiosk.state.visit.isAsking {
            KioskCodeView(kiosk: kiosk).draw(in: &grid)
            return KioskBands(kiosk: kiosk).draw(in: &grid)
        }
        if case .survey(let sheet) = kiosk.state.visit.page, !kiosk.state.visit.isAsking {
            SurveyView(kiosk: kiosk, sheet: sheet).draw(in: &grid)
            return KioskBands(kiosk: kiosk).draw(in: &grid)
        }
        if case .text = kiosk.state.visit.page, !kiosk.state.visit.isAsking {
            KioskTextView(kiosk: kiosk).draw(in: &grid)
            return KioskBands(kiosk: kiosk).draw(in: &grid)
        }
        if let figure = kiosk.figure {
            let period = drawName(figure, in: &grid)
            kiosk.foot = KioskFoot.Texts(sentence: wrapped(figure.indicator.sentence[kiosk.language]), period: period)
        } else if case .asking = kiosk.state.visit.phase {
            kiosk.put(kiosk.words.stillReading, .value, in: &grid, layout.name)
            kiosk.foot = KioskFoot.Texts(sentence: wrapped(kiosk.words.howToStay), period: "")
        }
        if let digits = kiosk.digits {
            digits.draw(kiosk.arrangement, kiosk, in: &grid, layout.figure)
        } else if let figure = kiosk.figure {
            let row = layout.figure.row + layout.figure.rows / 2
            let line = Rect(column: layout.figure.column, row: row, columns: layout.figure.columns, rows: 1)
            kiosk.put(kiosk.wording.figure(figure.observation), .value, in: &grid, line)
        }
        KioskFoot(kiosk: kiosk).draw(in: &grid)
        KioskBands(kiosk: kiosk).draw(in: &grid)
    }

    private func wrapped(_ sentence: String) -> [String] {
        sentence.isEmpty ? [] : TextLayout.wrap(sentence, to: max(2, layout.sentence.columns))
    }

    /// Redraws the texts below the figure, which include the countdown.
    func drawCountdown(in grid: inout CellGrid) {
        let foot = KioskFoot(kiosk: kiosk)
        for row in foot.rows { grid.fill(row, style: kiosk.theme[.background]) }
        foot.draw(in: &grid)
    }

    private func drawTitle(in grid: inout CellGrid, _ row: Rect) {
        guard !row.isEmpty else { return }
        let package = kiosk.state.catalogue.package, words = kiosk.words
        let time = kiosk.clock(columns: row.columns / 2)
        let clockColumns = DisplayWidth.of(time)
        kiosk.put(time, .text, in: &grid, row, .trailing)
        var room = row
        _ = room.takeRight(clockColumns + 2)
        grid.put(
            kiosk.glyphs.selectionBar, at: Point(column: room.column, row: room.row), style: kiosk.theme[.cityMark],
            within: room)
        _ = room.takeLeft(1)
        let title = package.title[kiosk.language], city = package.city[kiosk.language]
        // The notice of invented data stands before everything else.
        let titles =
            package.isFictional
            ? [
                "\(title)  \(words.fictional)", "\(city)  \(words.fictional)", "\(city)  \(words.fictionalShort)",
                words.fictionalShort,
            ] : [title, city]
        kiosk.put(
            titles.first { DisplayWidth.of($0) <= room.columns } ?? titles[titles.count - 1], .value, in: &grid, room)
    }

    /// The full or short name with the period beside or below it.
    ///
    /// - Returns: the period where there is no room for it.
    private func drawName(_ figure: KioskFigure, in grid: inout CellGrid) -> String {
        let period = kiosk.period, room = layout.name.columns
        let periodColumns = period.isEmpty ? 0 : DisplayWidth.of(period) + 2
        let names = [kiosk.name(figure, short: false), kiosk.name(figure, short: true)]
        // The full name is used where there is a second row.
        let hasRowBelow = layout.figure.row > layout.name.bottom
        if let name = names.prefix(hasRowBelow ? 1 : 2).first(where: { DisplayWidth.of($0) + periodColumns <= room }) {
            let used = grid.put(
                name, at: Point(column: layout.name.column, row: layout.name.row), style: kiosk.theme[.value],
                within: layout.name)
            grid.put(
                "  " + period, at: Point(column: layout.name.column + used, row: layout.name.row),
                style: kiosk.theme[.text], within: layout.name)
            return ""
        }
        kiosk.put(names.first { DisplayWidth.of($0) <= room } ?? names[1], .value, in: &grid, layout.name)
        guard hasRowBelow else { return period }
        kiosk.put(
            period, .text, in: &grid, Rect(column: layout.name.column, row: layout.name.row + 1, columns: room, rows: 1)
        )
        return ""
    }
}
