import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// Two clerks with a folder each edit and publish in any order. Each change stands in the shown version until it is
/// changed by somebody who saw it, or it is a conflict by name.
@Suite struct TwoClerksTests {
    /// A figure: an indicator and a year.
    private struct Figure: Hashable {
        let name: String
        let year: Int
    }

    /// The values of the figures that a folder has rows for.
    private typealias Rows = [Figure: Int]

    private struct Clerk {
        /// The rows in the folder, and in the folder as it was last published or made.
        var mine: Rows
        var base: Rows
    }

    private static let names = (0..<4).map { "k\($0)" }
    private static let figures = names.flatMap { name in (2021...2024).map { Figure(name: name, year: $0) } }

    private func folder(_ rows: Rows) throws -> MemoryFolder {
        var city = SmallCity()
        city.indicators = Self.names.map { ($0, "人", "none", "U") }
        city.observations = Self.figures.compactMap { one in
            rows[one].map { "1,\(one.name),\(one.year),printed,\($0),0,,exact,A,," }
        }
        return try city.folder()
    }

    private func rows(_ catalogue: Catalogue) -> Rows {
        var rows: Rows = [:]
        for one in FigureSelection().observations(in: catalogue) {
            rows[Figure(name: one.indicator, year: one.period.startYear)] = one.value.map { Int($0.significand) }
        }
        return rows
    }

    /// A value changed, a row added or removed, or a row given another year: a period that was mistyped.
    private func edit(_ rows: inout Rows, _ value: Int, _ chance: inout SeededGenerator) {
        let figure = Self.figures.randomElement(using: &chance)!, other = Self.figures.randomElement(using: &chance)!
        switch Int.random(in: 0...3, using: &chance) {
        case 0 where rows.count > 4: rows[figure] = nil
        case 1 where rows[figure] != nil && rows[other] == nil:
            rows[other] = rows[figure]
            rows[figure] = nil
        default: rows[figure] = value
        }
    }

    @Test(arguments: 0..<12) func everyOrderEndsWithEachChangeOnceOrANamedConflict(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let start = Rows(uniqueKeysWithValues: Self.figures.filter { $0.year < 2024 }.map { ($0, 1) })
        var shown = try folder(start), expected = start, changes = 0
        var clerks = [Clerk(mine: start, base: start), Clerk(mine: start, base: start)]
        for day in 0..<12 {
            let who = Int.random(in: 0...1, using: &chance)
            for number in 0..<Int.random(in: 0...3, using: &chance) {
                edit(&clerks[who].mine, 100 + day * 10 + number, &chance)
            }
            let clerk = clerks[who]
            func merged() throws -> PackageMerge {
                PackageMerge(base: try folder(clerk.base), mine: try folder(clerks[who].mine), theirs: shown)
            }
            var merge = try merged()
            let both = Self.figures.filter { one in
                let (base, mine, theirs) = (clerk.base[one], clerk.mine[one], expected[one])
                return mine != base && theirs != base && mine != theirs
            }
            let named = merge.conflicts.map { "\($0.cells[1]) \($0.cells[2])" }
            #expect(Set(named) == Set(both.map { "\($0.name) \($0.year)" }), "seed \(seed), day \(day)")
            #expect(named.count == both.count, "each once")
            // The clerk gives way, and publishes what is left.
            for one in both { clerks[who].mine[one] = expected[one] }
            if !both.isEmpty { merge = try merged() }
            #expect(merge.conflicts.isEmpty)
            for one in Self.figures where clerks[who].mine[one] != clerk.base[one] {
                let new = clerks[who].mine[one]
                // What is added or removed has no former value.
                if let old = expected[one], let new, old != new { changes += 1 }
                expected[one] = new
            }
            let former = try #require(CatalogueReader.read(shown).catalogue)
            let publication = try Publication.prepare(
                merge.result, after: former, kind: nil, reason: LocalizedText(zh: "因\(day)", en: ""),
                date: "2026-11-\(10 + day)", now: .distantPast
            ).get()
            #expect(rows(publication.catalogue) == expected, "seed \(seed), day \(day)")
            #expect(publication.catalogue.formerValues.count == changes, "each change is recorded once")
            shown = MemoryFolder(publication.files)
            clerks[who].base = clerks[who].mine
        }
    }

    /// One renames an indicator with its figures; the other has meanwhile changed a figure, or added one, under the old
    /// name. The first is a conflict; the second fits no indicator any more and is told with its row.
    @Test func anIndicatorThatWasRenamedWhileTheOtherUsedItsName() throws {
        let figure = Figure(name: "k1", year: 2021)
        let base = try folder([figure: 1])
        let mine = base.replacing("k1,", "k9,", in: "indicators.csv").replacing("k1,", "k9,", in: "observations.csv")
        let changed = PackageMerge(base: base, mine: mine, theirs: try folder([figure: 2]))
        #expect(changed.conflicts.map { $0.cells[1] } == ["k1"])
        #expect(changed.conflicts.first?.mine == nil && changed.conflicts.first?.theirs?["OBS_VALUE"] == "2")
        let added = PackageMerge(
            base: base, mine: mine, theirs: try folder([figure: 1, Figure(name: "k1", year: 2022): 3]))
        #expect(added.conflicts.isEmpty)
        let former = try #require(CatalogueReader.read(base).catalogue)
        let prepared = Publication.prepare(
            added.result, after: former, kind: nil, reason: LocalizedText(zh: "因", en: ""), date: "2026-11-10",
            now: .distantPast)
        guard case .failure(.problems(let problems)) = prepared else {
            Issue.record("published with a figure of no indicator")
            return
        }
        #expect(problems.map(\.code) == ["unknown-reference"] && problems.first?.found == "k1")
    }
}
