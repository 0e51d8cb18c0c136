import Cells
import Indicators

extension DetailLines {
    /// - Parameter most: the number of rows that are written; a longer list is not read here.
    func siblings(_ indicator: Indicator, _ observation: Observation?, _ most: Int) -> [StyledLine] {
        guard columns >= 36, let observation else { return [] }
        let topic = ink.state.rowsOfWhole(topic: indicator.topic)
        guard let own = topic.index(of: indicator.code) else { return [] }
        // The list compares headline figures; another figure of this indicator is inserted in its position.
        let isShown = topic.observation(own)?.index == observation.index
        let bars = isShown ? topic.bars : SiblingBars(topic, replacing: own, by: observation)
        var members = bars.members(own, most: Self.mostSiblings + 1)
        guard members.count > 1 else { return [] }
        if members.count > Self.mostSiblings { members = Array(members.prefix(max(0, most))) }
        let siblings = members.map { index in
            index == own && !isShown
                ? sibling(indicator, observation) : sibling(topic.indicator(index), topic.observation(index))
        }
        let nameWidth = siblings.map(\.nameWidth).max() ?? 0, figureWidth = siblings.map(\.figureWidth).max() ?? 0
        let barWidth = columns - nameWidth - figureWidth - 4
        guard barWidth >= 6 else { return [] }
        return zip(members, siblings).map { index, sibling in
            var line = [
                ink.run(
                    sibling.name + String(repeating: " ", count: nameWidth - sibling.nameWidth + 2),
                    index == own ? .title : .quiet)
            ]
            line += ThinBar.runs(
                fraction: bars.fraction(index) ?? 0, columns: barWidth, glyphs: ink.glyphs, filled: ink.theme[.bar],
                empty: ink.theme[.frame])
            line.append(ink.run(String(repeating: " ", count: 2 + figureWidth - sibling.figureWidth), .quiet))
            return line + sibling.figure
        }
    }

    private func sibling(_ indicator: Indicator, _ observation: Observation?) -> Sibling {
        let name = TextLayout.truncate(
            indicator.shortName[ink.language], to: columns * 2 / 5, sign: ink.glyphs.ellipsis)
        return Sibling(name: name, figure: FigureRuns.inline(observation, of: indicator, ink))
    }

    /// Up to this number of siblings all decide on the widths.
    private static let mostSiblings = 500
}

/// A figure beside another one in its details: as much of its name as fits, and its value.
struct Sibling {
    let name: String
    let nameWidth: Int
    let figure: [TextRun]
    let figureWidth: Int

    init(name: String, figure: [TextRun]) {
        self.name = name
        self.figure = figure
        nameWidth = DisplayWidth.of(name)
        figureWidth = figure.width
    }
}
