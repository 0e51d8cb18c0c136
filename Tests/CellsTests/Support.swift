import Cells
import TestSupport

/// A blank grid.
func blankGrid(_ columns: Int, _ rows: Int = 1) -> CellGrid {
    CellGrid(size: Size(columns: columns, rows: rows))
}

/// Styles to be told apart in `styleLines`.
enum TestStyle {
    static let bold = Style(attributes: .bold)
    static let dim = Style(attributes: .dim)
    static let red = Style(foreground: .indexed(1))
    static let selected = Style(background: .indexed(4))

    static func letter(_ style: Style) -> Character {
        switch style {
        case .plain: "."
        case bold: "b"
        case dim: "d"
        case red: "r"
        case selected: "s"
        default: "?"
        }
    }
}

extension CellGrid {
    /// The places that break what must hold in every grid: a wide lead without its second half, or a half without a
    /// lead.
    var halvedPlaces: [Point] {
        var places: [Point] = []
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let here = self[Point(column: column, row: row)]
                let left = column == 0 ? nil : self[Point(column: column - 1, row: row)]
                let right = column == size.columns - 1 ? nil : self[Point(column: column + 1, row: row)]
                let isOrphan = here.isContinuation && left?.width != 2
                let isHalved = here.width == 2 && right?.isContinuation != true
                if isOrphan || isHalved { places.append(Point(column: column, row: row)) }
            }
        }
        return places
    }
}

extension SeededGenerator {
    mutating func pick<Element>(_ choices: [Element], orElse fallback: Element) -> Element {
        choices.randomElement(using: &self) ?? fallback
    }

    /// A text of so many parts, drawn from what statistics bulletins are made of.
    mutating func bulletin(parts: [String], count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &self)).map { _ in pick(parts, orElse: "") }.joined()
    }
}
