import Cells
import Testing

@Suite struct ScrollWindowTests {
    private func top(_ selected: Int, _ count: Int, _ visible: Int, _ top: Int) -> Int {
        ScrollWindow.top(selected: selected, count: count, visible: visible, top: top)
    }

    @Test func standsStillWhileTheSelectionIsSeen() {
        for selected in 3..<7 { #expect(top(selected, 20, 4, 3) == 3) }
    }

    @Test func movesByOneAtEitherEnd() {
        #expect(top(7, 20, 4, 3) == 4)
        #expect(top(2, 20, 4, 3) == 2)
    }

    @Test func jumpsWithTheSelection() {
        #expect(top(0, 20, 4, 16) == 0)
        #expect(top(19, 20, 4, 0) == 16)
    }

    @Test func noBlanksAtTheEndWhileRowsAreHiddenAbove() {
        #expect(top(9, 10, 4, 9) == 6)
        #expect(top(2, 3, 4, 2) == 0)
        #expect(top(7, 10, 8, 6) == 2)
    }

    @Test(arguments: [(0, 0, 4, 0), (0, 0, 0, 0), (5, 10, 0, 3), (5, 10, -1, 3), (0, 4, 4, 9)])
    func withNothingToScrollTheTopIsTheFirstRow(_ selected: Int, _ count: Int, _ visible: Int, _ before: Int) {
        #expect(top(selected, count, visible, before) == 0)
    }

    @Test func aSelectionOutsideTheRowsCountsAsTheNearest() {
        #expect(top(-5, 10, 4, 3) == 0)
        #expect(top(99, 10, 4, 3) == 6)
    }

    @Test func isTheSmallestMoveThatWorks() {
        for count in 1...9 {
            for visible in 1...9 {
                for selected in 0..<count {
                    for before in -2...11 {
                        let last = max(0, count - visible)
                        let good = (0...last).filter { $0 <= selected && selected < $0 + visible }
                        let nearest = good.min { abs($0 - before) < abs($1 - before) }
                        #expect(top(selected, count, visible, before) == nearest)
                    }
                }
            }
        }
    }
}
