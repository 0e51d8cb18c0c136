import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// Two clerks with a folder each edit and publish in any order. Each change stands in the shown version until it is
/// changed by somebody who saw it, or it is a conflict by name.
@Suite struct TwoClerksTests {
    private struct Clerk {
        /// The value of each figure in the folder, and in the folder as it was last published or made.
        var mine: [String: Int]
        var base: [String: Int]
    }

    private static let names = (0..<6).map { "k\($0)" }

    private func folder(_ values: [String: Int]) throws -> MemoryFolder {
        var city = SmallCity()
        city.indicators = Self.names.map { ($0, "人", "none", "U") }
        city.observations = Self.names.map { "1,\($0),2022,printed,\(values[$0]!),0,,exact,A,," }
        return try city.folder()
    }

    private func values(_ catalogue: Catalogue) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: Self.names.map { name in
                (name, catalogue.observations(of: name).first?.value.map { Int($0.significand) } ?? -1)
            })
    }

    @Test(arguments: 0..<60) func everyOrderEndsWithEachChangeOnceOrANamedConflict(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed), number = 100
        let start = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, 1) })
        var shown = try folder(start), expected = start, changes = 0
        var clerks = [Clerk(mine: start, base: start), Clerk(mine: start, base: start)]
        for day in 0..<12 {
            let who = Int.random(in: 0...1, using: &chance)
            for _ in 0..<Int.random(in: 0...3, using: &chance) {
                number += 1
                clerks[who].mine[Self.names.randomElement(using: &chance)!] = number
            }
            let clerk = clerks[who]
            func merged() throws -> PackageMerge {
                PackageMerge(base: try folder(clerk.base), mine: try folder(clerks[who].mine), theirs: shown)
            }
            var merge = try merged()
            let both = Self.names.filter { name in
                let (base, mine, theirs) = (clerk.base[name], clerk.mine[name], expected[name])
                return mine != base && theirs != base && mine != theirs
            }
            #expect(Set(merge.conflicts.map { $0.cells[1] }) == Set(both), "seed \(seed), day \(day)")
            // The clerk gives way, and publishes what is left.
            for name in both { clerks[who].mine[name] = expected[name] }
            if !both.isEmpty { merge = try merged() }
            #expect(merge.conflicts.isEmpty)
            for name in Self.names where clerks[who].mine[name] != clerk.base[name] {
                if expected[name] != clerks[who].mine[name] { changes += 1 }
                expected[name] = clerks[who].mine[name]
            }
            let former = try #require(CatalogueReader.read(shown).catalogue)
            let publication = try Publication.prepare(
                merge.result, after: former, kind: nil, reason: LocalizedText(zh: "因\(day)", en: ""),
                date: "2026-11-\(10 + day)", now: .distantPast
            ).get()
            #expect(values(publication.catalogue) == expected, "seed \(seed), day \(day)")
            #expect(publication.catalogue.formerValues.count == changes, "each change is recorded once")
            shown = MemoryFolder(publication.files)
            clerks[who].base = clerks[who].mine
        }
    }
}
