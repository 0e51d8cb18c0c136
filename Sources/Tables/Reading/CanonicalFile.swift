import Indicators

/// A table and its canonical form.
public struct CanonicalFile: Hashable, Sendable {
    /// The path relative to the folder.
    public let path: String
    /// What is on disk.
    public let old: [UInt8]
    /// The same table as it should be written.
    public let new: [UInt8]

    /// A line that differs: its number in the old file, the old line and the new one; nil for a line that is left out.
    public struct Line: Hashable, Sendable {
        /// From 1.
        public let number: Int
        /// As it stands.
        public let old: String
        /// As it will stand.
        public let new: String?
    }

    /// The lines that differ.
    public let lines: [Line]
}

extension CatalogueReading {
    /// The tables of a folder that are not in canonical form, by what was read differently from how it is written.
    public func canonicalFiles(of folder: any TableFolder) -> [CanonicalFile] {
        var order: [String] = [], byFile: [String: [TableEdit]] = [:]
        for edit in edits {
            if byFile[edit.file] == nil { order.append(edit.file) }
            byFile[edit.file, default: []].append(edit)
        }
        return order.compactMap { path in
            try? folder.withFile(path, maximumBytes: TableReader.largestFile) { bytes in
                let text = TableReader.otherEncoding(bytes)?.text ?? Array(bytes)
                let new = Self.applying(byFile[path] ?? [], to: text)
                return CanonicalFile(
                    path: path, old: Array(bytes), new: new, lines: Self.lines(text, byFile[path] ?? []))
            }
        }
    }

    /// The folder with its tables in canonical form.
    package func canonical(_ folder: MemoryFolder) -> MemoryFolder {
        guard !edits.isEmpty else { return folder }
        var canonical = folder
        for file in canonicalFiles(of: folder) { canonical.files[file.path] = file.new }
        return canonical
    }

    private static func applying(_ edits: [TableEdit], to text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [], index = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where edit.range.lowerBound >= index
        {
            result += text[index..<edit.range.lowerBound]
            result += Array(edit.replacement.utf8)
            index = edit.range.upperBound
        }
        return result + text[index...]
    }

    /// The lines that edits touch, before and after.
    private static func lines(_ text: [UInt8], _ edits: [TableEdit]) -> [CanonicalFile.Line] {
        let sorted = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var lines: [CanonicalFile.Line] = [], next = 0, number = 1, start = 0
        while start < text.count, next < sorted.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            var own: [TableEdit] = []
            while next < sorted.count, sorted[next].range.lowerBound < end {
                own.append(sorted[next])
                next += 1
            }
            if !own.isEmpty {
                let line = Array(text[start..<end])
                let moved = own.map {
                    TableEdit(
                        file: $0.file,
                        range: $0.range.lowerBound - start..<min(line.count, $0.range.upperBound - start),
                        replacement: $0.replacement)
                }
                let new = applying(moved, to: line)
                lines.append(
                    CanonicalFile.Line(number: number, old: shown(line), new: new.isEmpty ? nil : shown(new)))
            }
            number += 1
            start = end
        }
        return lines
    }

    private static func shown(_ line: [UInt8]) -> String {
        DataProblem.escaped(
            String(decoding: line.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed(), as: UTF8.self), limit: 2_000)
    }
}
