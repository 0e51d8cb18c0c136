import TestSupport
import Testing

@testable import Indicators

@Suite struct RowsByKeyTests {
    /// Every row of an indicator, area and period is found from the last one back, as a list of them all says.
    @Test(arguments: 0..<8) func findsTheRowsOfAKey(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed), rows = RowsByKey(), all: [[Int32]: [Int]] = [:]
        let most: Int32 = [1, 3, 40][Int(seed) % 3]
        for row in 0..<2_000 {
            let key = (0..<3).map { _ in Int32.random(in: 0..<most, using: &chance) }
            rows.append(indicator: key[0], area: key[1], period: key[2])
            all[key, default: []].append(row)
        }
        for (key, expected) in all {
            var found: [Int] = [], next = rows.last(indicator: key[0], area: key[1], period: key[2])
            while let row = next {
                found.append(row)
                next = rows.row(before: row)
            }
            #expect(found == expected.reversed())
        }
        #expect(rows.last(indicator: most, area: 0, period: 0) == nil)
        #expect(rows.last(indicator: 0, area: 0, period: most) == nil)
    }
}
