import FoundationEssentials
import Testing

@testable import Indicators
@testable import Tables

/// The town of the mistakes: a data set of its own, with every table.
enum Town {
    static func text(_ name: String, file: String = #filePath) throws -> String {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/Mistakes/\(name)"))
        return String(decoding: data, as: UTF8.self)
    }

    /// The tables that the town has. Follow-ups, notes and contacts have tests of their own.
    static let tables = TableForm.all.map(\.resource).filter { !["followups", "notes", "contacts"].contains($0) }

    static func folder() throws -> MemoryFolder {
        var files: [String: [UInt8]] = [:]
        for name in ["datapackage.json", "map.txt"] + tables.map({ $0 + ".csv" }) {
            files[name] = Array(try text("town/" + name).utf8)
        }
        return MemoryFolder(files)
    }

    /// 2026-11-28
    static let now = Instant(rfc3339: "2026-11-28T08:00:00+08:00") ?? .distantPast

    /// All that `check` says of a folder.
    static func check(_ folder: MemoryFolder) -> CatalogueReading {
        CatalogueReader.read(folder, now: now).withSuspicions(in: .folder(folder))
    }
}

/// A mistake in one cell, as `Mistakes/cells.txt` lists them.
struct CellMistake: Sendable, CustomTestStringConvertible {
    let table: String, row: String, column: String, typed: String
    /// `!` a problem, `?` a question, `=` read with a remark.
    let level: Character
    let kind: String
    let says: [String]
    let never: [String]
    let place: String

    var testDescription: String { "\(table) \(row) \(column): \(typed)" }

    static func all() throws -> [CellMistake] {
        var table = "", mistakes: [CellMistake] = []
        for line in try Town.text("cells.txt").split(separator: "\n") where !line.hasPrefix("# ") && line != "#" {
            if line.hasPrefix("## ") {
                table = String(line.dropFirst(3))
                continue
            }
            let cells = (line + " ").split(separator: "|", omittingEmptySubsequences: false).map { cell in
                String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            try #require(cells.count >= 6, "\(line)")
            mistakes.append(
                CellMistake(
                    table: table, row: cells[0], column: cells[1], typed: cells[2].replacing("␠", with: " "),
                    level: cells[3].first ?? "!", kind: String(cells[3].dropFirst(2)),
                    says: cells[4].split(separator: " ").map(String.init),
                    never: cells[5].split(separator: " ").map(String.init), place: cells.count > 6 ? cells[6] : ""))
        }
        return mistakes
    }

    /// The record of the table whose line begins with a text.
    private func record(_ prefix: String, in table: CSVText) -> Int? {
        table.records.indices.first { index in
            let record = table.records[index]
            let line = record.map(table.text).joined(separator: ",") + ","
            return line.hasPrefix(prefix + ",")
        }
    }

    /// The folder with the mistake in it, and the place that must be named.
    func made(in folder: MemoryFolder) throws -> (folder: MemoryFolder, line: Int, column: String) {
        let file = table + ".csv", text = CSVText(folder.files[file] ?? [])
        let record = try #require(self.record(row, in: text), "no row \(row)")
        let index = try #require(text.columns[column], "no column \(column)")
        let cell = text.records[record][index]
        var changed = folder
        changed.files[file] =
            Array(text.bytes[..<cell.lowerBound]) + Array(CSVText.quoted(typed).utf8)
            + Array(text.bytes[cell.upperBound...])
        let parts = place.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        let isElsewhere = parts.count == 2 && !parts[0].isEmpty
        let told = isElsewhere ? try #require(self.record(parts[0], in: text), "no row \(parts[0])") : record
        return (changed, text.lines[told], parts.count == 2 ? parts[1] : column)
    }
}

@Suite struct MistakeTests {
    @Test func theTownIsWithoutAProblem() throws {
        #expect(Town.check(try Town.folder()).problems.map { $0.text(.en) } == [])
    }

    @Test func thereAreEnoughOfThemInEveryTable() throws {
        let mistakes = try CellMistake.all()
        #expect(mistakes.count >= 200)
        #expect(Set(mistakes.map(\.table)) == Set(Town.tables))
        #expect(Set(mistakes.map(\.level)) == ["!", "?", "="])
    }

    @Test(arguments: try CellMistake.all()) func aMistakeInOneCell(_ mistake: CellMistake) throws {
        let town = try Town.folder(), (folder, line, column) = try mistake.made(in: town)
        let reading = Town.check(folder), problems = reading.problems
        let all = problems.map { $0.text(.zh) }.joined(separator: "\n")
        // One cause, one message.
        try #require(problems.count == 1, "\(problems.isEmpty ? "silent" : all)")
        let problem = problems[0]
        #expect(problem.code == mistake.kind, "\(all)")
        #expect(problem.file == mistake.table + ".csv" && problem.line == line && problem.field == column, "\(all)")
        #expect(problem.column == Self.column(of: column, line, in: folder.files[problem.file] ?? []), "\(all)")
        #expect(
            (problem.severity == .error) == (mistake.level == "!")
                && (reading.catalogue == nil) == (mistake.level == "!"))
        for word in mistake.says { #expect(all.contains(word), "\(word): \(all)") }
        for language in Language.allCases {
            let advice = problem.expected[language] + "\n" + problem.mend[language]
            #expect(!problem.message[language].isEmpty && !problem.mend[language].isEmpty, "\(language): \(all)")
            for word in mistake.never { #expect(!advice.contains(word), "\(word): \(advice)") }
        }
        if mistake.level == "=" { try isTheSame(reading, folder, town) }
    }

    /// What is read with a remark is the same set, and is written as it should have been.
    private func isTheSame(_ reading: CatalogueReading, _ folder: MemoryFolder, _ town: MemoryFolder) throws {
        let read = try #require(reading.catalogue), meant = try #require(Town.check(town).catalogue)
        let difference = CatalogueDifference(from: meant, to: read)
        #expect(difference.isEmpty, "\(difference.figures.map(\.cells)) \(difference.rows)")
        let files = reading.canonicalFiles(of: folder)
        #expect(files.count == 1)
        for file in files {
            #expect(file.new == town.files[file.path], "\(file.lines)")
            #expect(file.old == folder.files[file.path] && file.lines.count == 1)
        }
    }

    /// The column, in characters from 1, in which a cell begins.
    static func column(of name: String, _ line: Int, in bytes: [UInt8]) -> Int? {
        let text = CSVText(bytes)
        guard let record = text.lines.firstIndex(of: line), let index = text.columns[name] else { return nil }
        let record0 = text.records[record], start = record0[0].lowerBound, cell = record0[index].lowerBound
        return 1 + String(decoding: bytes[start..<cell], as: UTF8.self).unicodeScalars.count
    }
}
