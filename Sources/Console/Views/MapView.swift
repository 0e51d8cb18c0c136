import Cells
import Indicators
import Wording

/// The schematic map. Every area has a background with its letter and, where there is room, its short name; the
/// selected area is highlighted.
///
/// Without distinct backgrounds areas are hatched, and in ASCII filled with their letters. The map is drawn only where
/// all of it fits.
struct MapView {
    let ink: Ink
    let map: AreaMap
    /// The code of the selected area.
    let selected: String?
    /// The figure that the areas are coloured by; nil where only neighbours are told apart.
    var classes: MapClasses?

    /// The smallest size that the map needs.
    func size() -> Size { Size(columns: map.columns * MapFrame.cellColumns, rows: map.rows) }

    func fits(_ rect: Rect) -> Bool { MapFrame(map, rect) != nil }

    func draw(in grid: inout CellGrid, _ rect: Rect) {
        guard let frame = MapFrame(map, rect) else { return }
        for row in 0..<map.rows {
            var column = 0
            while column < map.columns {
                let stretch = map.stretch(around: AreaMap.Position(column: column, row: row))
                if let code = map[column, row] {
                    let field = frame.rect(ofColumns: stretch, row: row)
                    let text = String(repeating: filling(of: code), count: field.columns / MapFrame.cellColumns)
                    for line in field.row..<field.bottom {
                        grid.put(
                            text, at: Point(column: field.column, row: line), style: ink.theme[role(of: code)],
                            within: field)
                    }
                }
                column = max(column + 1, stretch.upperBound)
            }
        }
        for code in map.areas { drawLabel(of: code, in: &grid, frame) }
    }

    /// The code of the area at a point; nil outside all areas.
    func area(at point: Point, in rect: Rect) -> String? {
        guard let position = MapFrame(map, rect)?.position(at: point) else { return nil }
        return map[position.column, position.row]
    }

    private static let tints: [Role] = [.mapArea1, .mapArea2, .mapArea3, .mapArea4]

    private func role(of code: String) -> Role {
        if let classes { return classes.classes.index(of: code).map(classes.role) ?? .quiet }
        return code == selected ? .mapSelected : Self.tints[map.shade(of: code)]
    }

    /// The selected area is known by its label where colours stand for values.
    private func labelRole(of code: String) -> Role { code == selected ? .mapSelected : role(of: code) }

    /// Whether the theme has a background for each shade.
    private var hasTints: Bool { Set(Self.tints.map { ink.theme[$0].background }).count == Self.tints.count }

    /// The text of the two columns of a cell.
    private func filling(of code: String) -> String {
        if let classes {
            guard let index = classes.classes.index(of: code) else { return " " + ink.signs.separator }
            return MapClasses.hasTints(ink) ? "  " : " \(index + 1)"
        }
        if ink.glyphs.name == .ascii { return " " + String(map.letter(of: code) ?? " ") }
        if hasTints { return "  " }
        let glyphs = ink.glyphs
        return [
            " " + ink.signs.separator, glyphs.blockEmpty + glyphs.blockEmpty, " " + glyphs.vertical,
            glyphs.horizontal + glyphs.horizontal,
        ][map.shade(of: code)]
    }

    /// Letter and name over the label cell, within the area. They move in steps of two columns, so that letters stay
    /// aligned.
    private func drawLabel(of code: String, in grid: inout CellGrid, _ frame: MapFrame) {
        guard let cell = map.labelCell(of: code), let letter = map.letter(of: code) else { return }
        let stretch = map.stretch(around: cell)
        let room = frame.rect(ofColumns: stretch, row: cell.row).columns / MapFrame.cellColumns
        var text = (code == selected ? ink.glyphs.selectionBar : " ") + String(letter), steps = 1
        if let name = ink.catalogue.area(code)?.shortName[ink.language], !name.isEmpty {
            let width = DisplayWidth.of(text) + 1 + DisplayWidth.of(name)
            // A blank after the name separates it from the hatching, where there is room.
            if let fitting = [(width + 2) / 2, (width + 1) / 2].first(where: { $0 <= room }) {
                text += " " + name + String(repeating: " ", count: fitting * 2 - width)
                steps = fitting
            }
        }
        let start = min(
            max(0, (cell.column - stretch.lowerBound) * frame.scale + (frame.scale - steps) / 2), room - steps)
        let field = frame.rect(ofColumns: cell.column..<cell.column + 1, row: cell.row)
        let left = frame.rect(ofColumns: stretch, row: cell.row).column
        var style = ink.theme[labelRole(of: code)]
        if code != selected { style.attributes.insert(.bold) }
        let line = Rect(column: left + start * 2, row: field.row + (frame.scale - 1) / 2, columns: steps * 2, rows: 1)
        grid.put(text, at: Point(column: line.column, row: line.row), style: style, within: line)
    }
}

/// The positions of the cells of a map on the screen: centred in a rectangle, enlarged by a whole factor.
private struct MapFrame {
    /// Two columns by one row is about square.
    static let cellColumns = 2
    private static let largestScale = 3

    let scale: Int
    private let map: AreaMap
    private let origin: Point

    /// Nil where the map does not fit or is empty.
    init?(_ map: AreaMap, _ rect: Rect) {
        guard map.columns > 0, map.rows > 0, !map.areas.isEmpty else { return nil }
        scale = min(Self.largestScale, rect.columns / (map.columns * Self.cellColumns), rect.rows / map.rows)
        guard scale > 0 else { return nil }
        self.map = map
        origin = Point(
            column: rect.column + (rect.columns - map.columns * Self.cellColumns * scale) / 2,
            row: rect.row + (rect.rows - map.rows * scale) / 2)
    }

    func rect(ofColumns columns: Range<Int>, row: Int) -> Rect {
        Rect(
            column: origin.column + columns.lowerBound * Self.cellColumns * scale, row: origin.row + row * scale,
            columns: columns.count * Self.cellColumns * scale, rows: scale)
    }

    /// The cell at a point on the screen; nil outside the map.
    func position(at point: Point) -> AreaMap.Position? {
        let dx = point.column - origin.column, dy = point.row - origin.row
        guard dx >= 0, dy >= 0 else { return nil }
        let position = AreaMap.Position(column: dx / (Self.cellColumns * scale), row: dy / scale)
        return position.column < map.columns && position.row < map.rows ? position : nil
    }
}
