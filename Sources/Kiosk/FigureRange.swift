/// A part of a topic's figures: on a page of the index it is a row, or the page itself.
///
/// An index is a tree with at most six rows a page, so that every row has a digit: up to 36 figures are reached by two
/// presses, up to 216 by three.
public struct FigureRange: Hashable, Sendable {
    /// The index of the first figure.
    public let start: Int
    /// How many figures.
    public let count: Int

    /// The largest number of rows on a page.
    static let rowsOfPage = 6

    /// All figures of a topic.
    static func all(_ count: Int) -> FigureRange { FigureRange(start: 0, count: count) }

    /// The rows of the page: figures, or parts of equal size of which the last may be smaller.
    var rows: [FigureRange] {
        var size = 1
        while size * Self.rowsOfPage < count { size *= Self.rowsOfPage }
        return stride(from: 0, to: count, by: size).map {
            FigureRange(start: start + $0, count: min(size, count - $0))
        }
    }

    /// The page that has a row, among the pages below this one; nil where none has.
    func page(with row: FigureRange) -> FigureRange? {
        var page = self
        while page != row {
            let rows = page.rows
            if rows.contains(row) { return page }
            guard let next = rows.first(where: { $0.start <= row.start && row.start < $0.start + $0.count }),
                next != page
            else { return nil }
            page = next
        }
        return nil
    }

    /// The row of one figure.
    static func figure(_ index: Int) -> FigureRange { FigureRange(start: index, count: 1) }
}
