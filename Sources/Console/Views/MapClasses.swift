import Cells
import Indicators
import Wording

/// The figure that the map is coloured by, in classes, with its legend.
struct MapClasses {
    let indicator: Indicator
    let period: Period
    let classes: ValueClasses
    /// Which of the figures that can be chosen it is, from 1, and how many there are.
    let number: Int
    let count: Int

    /// The chosen figure; where none is chosen, or it is gone, the first. Nil where areas have nothing in common that
    /// could be compared.
    init?(_ state: DashboardState) {
        let all = state.memory.classedIndicators(state.catalogue)
        let index = all.firstIndex { $0.indicator.code == state.session.mapFigure } ?? 0
        guard all.indices.contains(index),
            let classes = try? state.catalogue.valueClasses(
                of: all[index].indicator.code, below: state.catalogue.rootArea.code, in: all[index].period
            ).get()
        else { return nil }
        (indicator, period) = all[index]
        (number, count) = (index + 1, all.count)
        self.classes = classes
    }

    static let roles: [Role] = [.mapClass1, .mapClass2, .mapClass3, .mapClass4, .mapClass5]

    /// The role of a class. With fewer than five classes those in the middle are left out, so that the extremes look
    /// alike on every map.
    func role(_ index: Int) -> Role {
        let count = classes.classes.count
        return Self.roles[count < 2 ? 0 : index * (Self.roles.count - 1) / (count - 1)]
    }

    /// Whether a theme has a background for each class; otherwise classes are told apart by their numbers.
    static func hasTints(_ ink: Ink) -> Bool {
        Set(roles.map { ink.theme[$0].background }).count == roles.count && ink.glyphs.name != .ascii
            && !ink.state.settings.isColourless
    }

    /// Name and period of the figure, for the title of the map.
    func title(_ ink: Ink) -> String {
        indicator.name[ink.language] + " \(ink.signs.separator) "
            + PeriodText.span(of: period, ink.wording, withYear: true)
    }

    /// The classes with their values, the lowest first, in as many lines as they need.
    func legend(_ ink: Ink, columns: Int) -> [StyledLine] {
        let hasTints = Self.hasTints(ink)
        var entries = classes.classes.enumerated().map { index, one -> StyledLine in
            let swatch = hasTints ? "   " : " \(index + 1) "
            return [ink.run(swatch, role(index)), ink.run(" " + text(one, ink), .quiet)]
        }
        let areas = ink.catalogue.areas.filter { $0.parent == ink.catalogue.rootArea.code }
        if areas.contains(where: { classes.index(of: $0.code) == nil }) {
            entries.append([ink.run(" \(ink.signs.dash) ", .quiet), ink.run(" " + ink.pictures.noClass, .quiet)])
        }
        var lines: [StyledLine] = []
        for entry in entries {
            let gap = [ink.run("   ", .quiet)]
            if let last = lines.last, last.width + 3 + entry.width <= columns {
                lines[lines.count - 1] = last + gap + entry
            } else {
                lines.append(entry)
            }
        }
        return lines
    }

    private func text(_ one: ValueClasses.Class, _ ink: Ink) -> String {
        guard let low = ink.wording.parts(one.lowest, of: indicator),
            let high = ink.wording.parts(one.highest, of: indicator)
        else { return "" }
        if one.lowest.index == one.highest.index || low.text == high.text { return low.text }
        return low.value + "–" + high.text
    }
}
