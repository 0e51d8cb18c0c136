import Cells
import TestSupport
import Testing

@Suite struct GeometryTests {
    private let room = Rect(column: 2, row: 3, columns: 10, rows: 6)

    @Test func negativeSizesCountAsNone() {
        #expect(Size(columns: -1, rows: -2) == Size(columns: 0, rows: 0))
        #expect(Rect(column: 0, row: 0, columns: -5, rows: 3).isEmpty)
    }

    @Test func rightAndBottomAreJustOutside() {
        #expect(room.right == 12 && room.bottom == 9)
        #expect(room.contains(Point(column: 2, row: 3)) && room.contains(Point(column: 11, row: 8)))
        #expect(!room.contains(Point(column: 12, row: 8)) && !room.contains(Point(column: 11, row: 9)))
        #expect(!room.contains(Point(column: 1, row: 3)) && !room.contains(Point(column: 2, row: 2)))
    }

    @Test func aScreenStartsAtTheOrigin() {
        #expect(Rect(Size(columns: 80, rows: 24)) == Rect(column: 0, row: 0, columns: 80, rows: 24))
    }

    @Test func insetsFromEverySide() {
        #expect(room.inset(columns: 1, rows: 2) == Rect(column: 3, row: 5, columns: 8, rows: 2))
        #expect(room.inset(columns: 0, rows: 0) == room)
        #expect(room.inset(columns: 50, rows: 1).isEmpty)
    }

    @Test func anInsetStaysInside() {
        for columns in 0...12 {
            for rows in 0...8 {
                let inner = room.inset(columns: columns, rows: rows)
                #expect(inner.column >= room.column && inner.right <= room.right)
                #expect(inner.row >= room.row && inner.bottom <= room.bottom)
            }
        }
    }

    @Test func intersectsAndIsEmptyWhereNothingIsShared() {
        #expect(
            room.intersection(Rect(column: 0, row: 0, columns: 5, rows: 5))
                == Rect(column: 2, row: 3, columns: 3, rows: 2))
        #expect(room.intersection(Rect(column: 12, row: 3, columns: 4, rows: 4)).isEmpty)
        #expect(room.intersection(Rect(column: 100, row: 100, columns: 4, rows: 4)).isEmpty)
        #expect(room.intersection(room) == room)
    }

    @Test(arguments: [(-3, 0), (0, 0), (2, 2), (6, 6), (99, 6)])
    func takesAtMostTheRowsThatAreThere(_ asked: Int, _ given: Int) {
        var top = room
        #expect(top.takeTop(asked) == Rect(column: 2, row: 3, columns: 10, rows: given))
        #expect(top == Rect(column: 2, row: 3 + given, columns: 10, rows: 6 - given))
        var bottom = room
        #expect(bottom.takeBottom(asked) == Rect(column: 2, row: 9 - given, columns: 10, rows: given))
        #expect(bottom == Rect(column: 2, row: 3, columns: 10, rows: 6 - given))
    }

    @Test(arguments: [(-3, 0), (0, 0), (4, 4), (10, 10), (99, 10)])
    func takesAtMostTheColumnsThatAreThere(_ asked: Int, _ given: Int) {
        var left = room
        #expect(left.takeLeft(asked) == Rect(column: 2, row: 3, columns: given, rows: 6))
        #expect(left == Rect(column: 2 + given, row: 3, columns: 10 - given, rows: 6))
        var right = room
        #expect(right.takeRight(asked) == Rect(column: 12 - given, row: 3, columns: given, rows: 6))
        #expect(right == Rect(column: 2, row: 3, columns: 10 - given, rows: 6))
    }

    @Test func whateverIsTakenNothingIsLostOrSharedTwice() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var rest = Rect(
                column: Int.random(in: -5...5, using: &random), row: Int.random(in: -5...5, using: &random),
                columns: Int.random(in: 0...40, using: &random), rows: Int.random(in: 0...20, using: &random))
            var cells = rest.columns * rest.rows
            var taken: [Rect] = []
            for _ in 0..<6 {
                let count = Int.random(in: -2...12, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: taken.append(rest.takeTop(count))
                case 1: taken.append(rest.takeBottom(count))
                case 2: taken.append(rest.takeLeft(count))
                default: taken.append(rest.takeRight(count))
                }
            }
            taken.append(rest)
            for (index, part) in taken.enumerated() {
                cells -= part.columns * part.rows
                for other in taken.dropFirst(index + 1) { #expect(part.intersection(other).isEmpty) }
            }
            #expect(cells == 0)
        }
    }
}

@Suite struct StyleTests {
    @Test func coloursKnowTheirPlaceInThePalette() {
        #expect(Colour.standard.index == nil)
        #expect((0...255).allSatisfy { Colour.indexed(UInt8($0)).index == UInt8($0) })
        #expect(Colour.indexed(0) != .standard)
    }

    @Test func plainAsksForNothing() {
        #expect(Style.plain == Style())
        #expect(Style.plain.foreground == .standard && Style.plain.background == .standard)
        #expect(Style.plain.attributes.isEmpty)
    }

    @Test func attributesAreIndependent() {
        let all: [Attributes] = [.bold, .dim, .underline, .reverse]
        #expect(Set(all.map(\.rawValue)).count == all.count)
        #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
    }

    @Test func cellsAreTrivialAndSmall() {
        #expect(MemoryLayout<Cell>.size <= 16)
        #expect(_isPOD(Cell.self))
    }
}
