import Cells
import Indicators
import TestSupport
import Testing

@testable import Dashboard

/// The overview of a glance at the tables is that of all of them: nothing may change under the eyes when the rest has been read.
@Suite struct GlanceTests {
    @Test(arguments: ["panjin-2022", "example-city"], Language.allCases) func theOverviewOfAGlanceIsThatOfAllTables(set: String, language: Language) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let folder = try DirectoryFolder(path: "\(root)/Data/\(set)")
        // Well before and after every figure.
        for now in [Instant.distantPast, Instant(seconds: 1_700_000_000), Instant(seconds: 4_000_000_000)] {
            let glance = try #require(CatalogueReader.glance(folder, now: now, in: language)), whole = try #require(CatalogueReader.read(folder, now: now).catalogue)
            for size in [Size(columns: 20, rows: 5), Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60), Size(columns: 300, rows: 100)] {
                for raw in [false, true] {
                    let settings = Settings(language: language, raw: raw)
                    let one = DashboardState(catalogue: glance, settings: settings, size: size).draw(), other = DashboardState(catalogue: whole, settings: settings, size: size).draw()
                    let isSame = one == other
                    #expect(isSame, "\(set), \(size), \(now): \(zip(one.lines(), other.lines()).first { $0 != $1 }.map { "\($0.0)\n\($0.1)" } ?? "")")
                }
            }
        }
    }

    @Test func nothingComesOfTablesWithAProblem() throws {
        #expect(CatalogueReader.glance(MemoryFolder([:]), in: .zh) == nil)
    }
}
