import FoundationEssentials
import Glibc
import Indicators
import TestSupport
import Testing

@testable import Tables

/// Files that are too large, endless, or no files at all: a message, never a crash or a wait.
@Suite struct HostileFileTests {
    private func codes(_ name: String, _ bytes: [UInt8]) throws -> [String] {
        var folder = try panjin()
        folder.files[name] = bytes
        return CatalogueReader.read(folder).problems.map(\.code)
    }

    @Test func aLineOfManyMegabytes() throws {
        let head = Array("code,order,name_zh,name_en,short_zh,short_en,kind,parent,former_names\n".utf8)
        #expect(try codes("areas.csv", head + [UInt8](repeating: 0x61, count: 2 << 20)).contains("line-too-long"))
        #expect(
            try codes("areas.csv", head + [0x22] + [UInt8](repeating: 0x0A, count: 2 << 20)).contains(
                "unterminated-quote"))
    }

    @Test func aMillionColumns() throws {
        #expect(try codes("areas.csv", [UInt8](repeating: 0x2C, count: 1_000_000)).contains("too-many-columns"))
    }

    @Test func aMillionBrokenRowsAreCountedNotListed() throws {
        var text = "code,order,name_zh,name_en,short_zh,short_en,kind,parent,former_names\n"
        for _ in 0..<5_000 { text += "x\n" }
        let found = try codes("areas.csv", Array(text.utf8))
        #expect(found.contains("too-many-problems"))
        #expect(found.count <= 1_001)
    }

    /// What is expected is never the wrong code itself.
    @Test func aCodeOfChineseCharactersIsNotSuggested() throws {
        #expect(References.wellFormed("问题一") == "new-urban-jobs" && References.wellFormed("Case_One") == "case-one")
        for text in ["问题一", "Ａ＿１", "-x", ""] {
            #expect(References.isWellFormed(References.wellFormed(text)), "\(text)")
        }
    }

    /// Twenty thousand names without pinyin are no reason to refuse a set, and hide no error.
    @Test func warningsHideNoError() {
        var list = ProblemList()
        for line in 1...3_000 { list.add(DataProblem(.byteOrderMark, file: "indicators.csv", line: line)) }
        #expect(list.problems.count == 1_001 && !list.hasError)
        #expect(list.problems.last?.code == "too-many-warnings" && list.problems.last?.severity == .warning)
        list.add(DataProblem(.emptyFile, file: "areas.csv"))
        list.sort(files: ["areas.csv", "indicators.csv"])
        #expect(list.problems.first?.code == "empty-file" && list.problems.count == 1_002 && list.hasError)
    }

    @Test func bytesThatAreNotText() throws {
        #expect(try codes("areas.csv", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]).contains("nul-byte"))
        #expect(try codes("areas.csv", []).contains("empty-file"))
        #expect(try codes("areas.csv", Array("城".utf8.dropLast())).contains("not-utf8"))
    }

    /// They never reach a screen, and the clerk is told where they are.
    @Test(arguments: ["\u{1B}[31m", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}"])
    func charactersThatATerminalWouldObey(_ text: String) throws {
        let folder = try panjin().replacing("兴隆台区,Xing", "兴\(text)台区,Xing", in: "areas.csv")
        let problem = try #require(CatalogueReader.read(folder).problems.first { $0.code == "unsafe-character" })
        #expect(problem.location == "areas.csv:3:11" && problem.severity == .warning)
    }

    @Test func aTableThatCannotBeReadIsOneProblemNotMany() throws {
        #expect(try codes("topics.csv", [0x63, 0xFF]) == ["not-utf8"])
        #expect(try codes("observations.csv", Array("REF_AREA\n".utf8)).allSatisfy { $0 == "missing-column" })
    }

    @Test func aMarkAtTheBeginningIsOnlyAnAdvice() throws {
        var folder = try panjin()
        folder.files["areas.csv"] = [0xEF, 0xBB, 0xBF] + (folder.files["areas.csv"] ?? [])
        let reading = CatalogueReader.read(folder)
        #expect(reading.catalogue != nil)
        #expect(reading.problems.map(\.code) == ["byte-order-mark"])
    }

    @Test(arguments: ["pipe", "link", "folder"])
    func whatIsNoOrdinaryFile(_ kind: String) throws {
        let path = FileManager.default.temporaryDirectory.path + "/minsheng-\(kind)-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = path + "/datapackage.json"
        switch kind {
        case "pipe": try #require(mkfifo(file, 0o600) == 0)
        case "link": try #require(symlink("/dev/zero", file) == 0)
        default: try #require(mkdir(file, 0o700) == 0)
        }
        let reading = CatalogueReader.read(try DirectoryFolder(path: path))
        #expect(reading.catalogue == nil)
        #expect(reading.problems.map(\.code) == ["unreadable-file"])
    }

    @Test func theFolderItself() {
        #expect(throws: FolderFault.missing) { try DirectoryFolder(path: "/nowhere/at/all") }
        #expect(throws: FolderFault.notAFile) { try DirectoryFolder(path: "/dev/null") }
    }
}
