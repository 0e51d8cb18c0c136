/// Which rows of two versions are the same figure, in the order in which differences are shown: by the indicators of
/// the new version, within each first what the new version has, then what only the old one has.
package struct ObservationPairs {
    /// A figure by its rows; nil where a version lacks it.
    package struct Pair {
        package let old: Int?
        package let new: Int?
    }

    package private(set) var all: [Pair] = []

    package init(_ old: Catalogue, _ new: Catalogue) {
        all.reserveCapacity(max(old.observations.count, new.observations.count))
        var isMatched = [Bool](repeating: false, count: old.observations.count)
        for code in new.indicators.map(\.code) + old.indicators.map(\.code).filter({ new.indicator($0) == nil }) {
            for area in new.areas(reporting: code) {
                let before = old.observations.rows(indicator: code, area: area)
                let after = new.observations.rows(indicator: code, area: area)
                match(before, after, old.observations, new.observations, &isMatched)
            }
            for area in old.areas(reporting: code) {
                for row in old.observations.rows(indicator: code, area: area) where !isMatched[Int(row)] {
                    all.append(Pair(old: Int(row), new: nil))
                }
            }
        }
    }

    /// Matches the figures of one indicator in one area.
    private mutating func match(
        _ before: [Int32], _ after: [Int32], _ old: ObservationTable, _ new: ObservationTable, _ isMatched: inout [Bool]
    ) {
        // Most series have the same periods in both versions.
        let isSame =
            before.count == after.count
            && zip(before, after).allSatisfy { old.figure(ofRow: Int($0)) == new.figure(ofRow: Int($1)) }
        let known =
            isSame
            ? [:]
            : Dictionary(
                before.map { (old.figure(ofRow: Int($0)), $0) }, uniquingKeysWith: { first, _ in first })
        for (index, row) in after.enumerated() {
            let former = isSame ? before[index] : known[new.figure(ofRow: Int(row))]
            if let former { isMatched[Int(former)] = true }
            all.append(Pair(old: former.map(Int.init), new: Int(row)))
        }
    }
}

/// What tells the figures of one indicator and area apart.
struct FigureOfSeries: Hashable {
    let period: String
    let basis: PeriodBasis
    let source: String
}
