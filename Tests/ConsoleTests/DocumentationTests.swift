import Cells
import FoundationEssentials
import Indicators
import TestSupport
import Testing

@testable import Console

/// The pictures in README.md and docs/tour.md are what the program draws.
@Suite struct DocumentationTests {
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/")

    /// `<!-- screen panjin 80x24 overview -->` … `<!-- end -->`, with the picture between them.
    private func renewed(_ page: String) throws -> String {
        var lines: [String] = [], isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line == "<!-- end -->" { isInside = false }
            if !isInside { lines.append(line) }
            guard line.hasPrefix("<!-- screen ") else { continue }
            isInside = true
            lines += ["", "```"] + (try picture(line.split(separator: " ").map(String.init))) + ["```", ""]
        }
        #expect(!isInside, "a picture without an end")
        return lines.joined(separator: "\n")
    }

    private func picture(_ words: [String]) throws -> [String] {
        let size = words[3].split(separator: "x").compactMap { Int($0) }
        let keys = try #require(ScreenSnapshotTests.ways.first { $0.name == words[4] }, "\(words)").keys
        var state = DashboardState(
            catalogue: words[2] == "example" ? Sample.example : Sample.catalogue,
            size: Size(columns: size[0], rows: size[1]))
        for key in keys { state.press(key) }
        return state.draw().lines()
    }

    @Test(arguments: ["README.md", "docs/tour.md"])
    func picturesAreFresh(_ name: String) throws {
        let path = "\(Self.root)/\(name)"
        let page = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        let fresh = try renewed(page)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            try Data(fresh.utf8).write(to: URL(filePath: path))
        }
        #expect(page.contains("<!-- screen "))
        #expect(page == fresh, "make record")
    }
}
