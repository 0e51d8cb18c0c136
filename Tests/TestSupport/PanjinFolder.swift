import FoundationEssentials
import Indicators
import Tables
import Testing

/// The bundled data set as a folder in memory, to be damaged at will.
package func panjin() throws -> MemoryFolder { try bundled("panjin-2022") }

/// The fictional city as a folder in memory.
package func exampleCity() throws -> MemoryFolder { try bundled("example-city") }

/// The fictional city without the months of its districts before 2026, which is read in half the time. Links name
/// figures of whole years.
package func recentExampleCity() throws -> MemoryFolder {
    var folder = try exampleCity()
    let text = String(decoding: folder.files["observations.csv"] ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let recent = lines.enumerated().filter { index, line in
        guard index > 0, !line.isEmpty else { return true }
        let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        return cells[0] == "990100" || cells[2] >= "2026" || cells[2].count == 4
    }
    folder.files["observations.csv"] = Array(recent.map(\.element).joined(separator: "\n").utf8)
    return folder
}

private func bundled(_ set: String) throws -> MemoryFolder {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    var files: [String: [UInt8]] = [:]
    for name in ["datapackage.json"] + TableForm.all.map({ $0.resource + ".csv" }) {
        files[name] = Array(try #require(FileManager.default.contents(atPath: "\(root)/Data/\(set)/\(name)")))
    }
    return MemoryFolder(files)
}

extension MemoryFolder {
    /// Puts a text in the place of the first occurrence of another.
    package func replacing(_ old: String, _ new: String, in name: String) -> MemoryFolder {
        var folder = self
        let text = String(decoding: files[name] ?? [], as: UTF8.self)
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        folder.files[name] = Array((parts.count == 2 ? parts[0] + new + parts[1] : parts[0]).utf8)
        return folder
    }
}
