import Cells

/// Cells of a row beside each other that are sent in one piece with one pen.
struct Run {
    enum Kind {
        case text
        /// Text of blanks only: any pen will do with which blanks look the same.
        case blanks
        /// ECH (ECMA-48 section 8.3.38).
        case erased
        /// EL, to the end of the row (section 8.3.41).
        case erasedToEnd
    }

    var kind: Kind
    var row: Int
    /// The columns.
    var first: Int, end: Int
    var pen: Pen
    /// Of a text: so many cells are erased from its start on before it is written, and its blanks are passed over.
    var erasedFirst = 0
    /// Of erased cells: others write into them, so they come before those.
    var isGround = false

    /// Whether it may be sent with a pen.
    func fits(_ pen: Pen) -> Bool { pen == self.pen || kind != .text && pen.isAlikeWhenBlank(as: self.pen) }

    var start: Point { Point(column: first, row: row) }
    /// Where the cursor stands afterwards.
    var stop: Point { kind == .text || kind == .blanks ? Point(column: end, row: row) : start }
}

/// In which order runs are sent: they may come in any once what they write on is erased, for otherwise none touches a cell of another.
enum RunOrder {
    /// All that one pen writes one after the other, the pens so that each is near the one before; row by row where that takes fewer bytes.
    static func shortest(_ runs: [Run], from pen: Pen?, _ cursor: Point?) -> [Run] {
        guard runs.count > 2 else { return runs }
        let byPen = byPen(runs, from: pen, cursor)
        return cost(byPen, from: pen, cursor) < cost(runs, from: pen, cursor) ? byPen : runs
    }

    /// Always the run that is nearest: of two columns of text first the one, then the other.
    private static func walked(_ runs: [Run], from cursor: Point?) -> [Run] {
        var left = runs, ordered: [Run] = [], cursor = cursor
        ordered.reserveCapacity(runs.count)
        while !left.isEmpty {
            var nearest = 0, least = Int.max
            if let cursor {
                for (place, run) in left.enumerated() {
                    let cost = ControlWriter.cost(from: cursor, to: run.start)
                    if cost < least { (nearest, least) = (place, cost) }
                    if cost == 0 { break }
                }
            }
            ordered.append(left.remove(at: nearest))
            cursor = ordered.last?.stop
        }
        return ordered
    }

    /// Of so many runs the way from the nearest to the nearest is looked for.
    private static let mostWalked = 40

    private static func byPen(_ runs: [Run], from pen: Pen?, _ cursor: Point?) -> [Run] {
        var pens: [Pen] = [], groups: [[Run]] = []
        func add(_ run: Run) {
            if let place = pens.firstIndex(where: run.fits) {
                groups[place].append(run)
            } else {
                pens.append(run.pen)
                groups.append([run])
            }
        }
        for run in runs where run.kind == .text { add(run) }
        for run in runs where run.kind != .text && !run.isGround { add(run) }
        var grounds = runs.filter(\.isGround)
        var ordered: [Run] = [], last = pen
        ordered.reserveCapacity(runs.count)
        while !groups.isEmpty {
            let next = pens.indices.min { ControlWriter.cost(from: last, to: pens[$0]) < ControlWriter.cost(from: last, to: pens[$1]) } ?? 0
            last = pens.remove(at: next)
            let group = groups.remove(at: next)
            if let last, !grounds.isEmpty {
                ordered += walked(grounds.filter { $0.fits(last) }, from: ordered.last?.stop ?? cursor)
                grounds.removeAll { $0.fits(last) }
            }
            // Blanks were added behind the texts of their group: in the order of the screen the ways between are shorter.
            ordered += group.count > mostWalked ? group.sorted { ($0.row, $0.first) < ($1.row, $1.first) } : walked(group, from: ordered.last?.stop ?? cursor)
        }
        return ordered
    }

    private static func cost(_ runs: [Run], from pen: Pen?, _ cursor: Point?) -> Int {
        var cost = 0, pen = pen, cursor = cursor
        for run in runs {
            if let cursor { cost += ControlWriter.cost(from: cursor, to: run.start) }
            if pen.map(run.fits) != true {
                cost += ControlWriter.cost(from: pen, to: run.pen)
                pen = run.pen
            }
            cursor = run.stop
        }
        return cost
    }
}
