import FoundationEssentials
import Testing

/// Compares lines with the file of that name in `Snapshots/` beside the test.
///
/// `RECORD_SNAPSHOTS=1` renews the file; a file that is missing is written and the test fails once, so that nobody
/// commits a picture unread.
public func assertSnapshot(
    _ lines: [String], named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder =
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Snapshots"
    let path = "\(folder)/\(name).txt"
    let text = lines.joined(separator: "\n") + "\n"
    let environment = ProcessInfo.processInfo.environment
    let manager = FileManager.default
    guard environment["RECORD_SNAPSHOTS"] == nil, let stored = manager.contents(atPath: path) else {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
        if environment["RECORD_SNAPSHOTS"] == nil {
            Issue.record("recorded \(name) for the first time: read it, then run again", sourceLocation: sourceLocation)
        }
        return
    }
    let expected = String(decoding: stored, as: UTF8.self)
    guard expected != text else { return }
    var difference: [String] = []
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for row in 0..<max(old.count, new.count) {
        let before = row < old.count ? old[row] : "(none)"
        let after = row < new.count ? new[row] : "(none)"
        if before != after { difference += ["row \(row)", "  expected |\(before)|", "  found    |\(after)|"] }
    }
    Issue.record("\(name) differs:\n\(difference.prefix(30).joined(separator: "\n"))", sourceLocation: sourceLocation)
}
