import FoundationEssentials
import Glibc
import Indicators
import Testing
import Threads

@testable import Tables

/// Files that are none, that change while they are read, or that are made to do harm.
@Suite struct HostileTableTests {
    /// A folder of its own that goes when the body ends.
    private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let path =
            FileManager.default.temporaryDirectory.path + "/minsheng-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private static let package = Array(
        #"{"name": "p", "resources": [{"name": "t", "path": "t.csv"}, {"name": "u", "path": "u.csv"}]}"#.utf8)
    private static let table = Array("Year,Value\n2021,1\n".utf8)

    private func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

    @Test(arguments: ["pipe", "device", "link out", "link inside", "folder", "nothing", "unreadable"])
    func whatIsNoOrdinaryFileInAPackage(_ kind: String) throws {
        try withFolder { path in
            try write(Self.package, path + "/datapackage.json")
            try write(Self.table, path + "/u.csv")
            let file = path + "/t.csv"
            switch kind {
            case "pipe": try #require(mkfifo(file, 0o600) == 0)
            case "device": try #require(symlink("/dev/zero", file) == 0)
            case "link out": try #require(symlink("/etc/hostname", file) == 0)
            case "link inside": try #require(symlink("u.csv", file) == 0)
            case "folder": try #require(mkdir(file, 0o700) == 0)
            case "unreadable":
                try write(Self.table, file)
                try #require(chmod(file, 0) == 0)
            default: break
            }
            // Whoever may read everything is kept out of nothing.
            if kind == "unreadable", geteuid() == 0 { return }
            let reading = DataReader.read(.folder(try DirectoryFolder(path: path)))
            #expect(
                reading.problems.map { "\($0.file) \($0.short)" } == [
                    "t.csv - \(kind == "nothing" ? "missing-file" : "unreadable-file")"
                ])
            #expect(reading.catalogue?.lines == ["_ALL u 2021 1"])
        }
    }

    @Test func aFolderOnTheWayThatIsALink() throws {
        try withFolder { path in
            try withFolder { other in
                try write(Self.table, other + "/t.csv")
                try #require(symlink(other, path + "/data") == 0)
                let folder = try DirectoryFolder(path: path)
                #expect(throws: FolderFault.notAFile) { try folder.contents(of: "data/t.csv", maximumBytes: .max) }
            }
        }
    }

    @Test(arguments: [
        "../t.csv", "/etc/hostname", "a/../../t.csv", "./t.csv", "a//t.csv", ".t.csv", "a\\t.csv", "", "t\n.csv",
    ])
    func namesThatLeaveTheFolder(_ name: String) throws {
        try withFolder { path in
            let folder = try DirectoryFolder(path: path)
            #expect(throws: FolderFault.unsafePath) { try folder.contents(of: name, maximumBytes: .max) }
        }
    }

    @Test func aNamedFile() throws {
        try withFolder { path in
            try write(Self.table, path + "/t.csv")
            try #require(symlink("t.csv", path + "/link.csv") == 0)
            try #require(symlink("loop.csv", path + "/loop.csv") == 0)
            let (bytes, file) = try NamedFile.open(path + "/link.csv")
            #expect(bytes.count == Self.table.count && file.stem == "link" && file.date.count == 10)
            #expect(throws: FolderFault.notAFile) { try NamedFile.open("/dev/zero") }
            #expect(throws: FolderFault.notAFile) { try NamedFile.open(path) }
            #expect(throws: FolderFault.notAFile) { try NamedFile.open(path + "/loop.csv") }
            #expect(throws: FolderFault.missing) { try NamedFile.open(path + "/gone.csv") }
            #expect(throws: FolderFault.missing) { try NamedFile.open(path + "/t.csv/more") }
        }
    }

    /// 17 MiB, so that it is mapped.
    private func largeTable(_ path: String) throws -> Int {
        var text = Array("REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,NOTE\n".utf8)
        let note = String(repeating: "x", count: 200)
        for area in 0..<800 { for year in 1900..<2000 { text += Array("A\(area),x,\(year),\(area),\(note)\n".utf8) } }
        try #require(text.count > FileBytes.smallestMapped)
        try write(text, path)
        return text.count
    }

    @Test func aFileThatShrinksBeforeItIsRead() throws {
        try withFolder { path in
            let size = try largeTable(path + "/t.csv")
            let (bytes, file) = try NamedFile.open(path + "/t.csv")
            try #require(truncate(path + "/t.csv", off_t(size / 2)) == 0)
            let reading = DataReader.read(.file(bytes, file))
            #expect(reading.problems.contains { $0.code == "file-changed" })
            #expect(reading.problems.first { $0.code == "file-changed" }?.text(.zh).contains("等它写完，再打开一次") == true)
            #expect(reading.problems.count < 5, "\(reading.problems.prefix(5).map(\.short))")
        }
    }

    @Test func aFileThatIsEmptiedBeforeItIsRead() throws {
        try withFolder { path in
            _ = try largeTable(path + "/t.csv")
            let (bytes, file) = try NamedFile.open(path + "/t.csv")
            try #require(truncate(path + "/t.csv", 0) == 0)
            let reading = DataReader.read(.file(bytes, file))
            #expect(reading.problems.map(\.code) == ["file-changed"])
        }
    }

    @Test func aFileThatShrinksWhileItIsRead() throws {
        try withFolder { path in
            let size = try largeTable(path + "/t.csv"), name = path + "/t.csv"
            let (bytes, file) = try NamedFile.open(name)
            let progress = LoadProgress()
            Background.run {
                while progress.bytes.done < 1 << 20 { sched_yield() }
                truncate(name, off_t(size / 3))
            }
            let reading = DataReader.read(.file(bytes, file), progress: progress)
            #expect(reading.problems.contains { $0.code == "file-changed" })
        }
    }

    @Test func aFileThatShrinksAfterItWasRead() throws {
        try withFolder { path in
            _ = try largeTable(path + "/t.csv")
            let (bytes, file) = try NamedFile.open(path + "/t.csv")
            let reading = DataReader.read(.file(bytes, file))
            let read = try catalogue(reading)
            #expect(read.observations.count == 80_000)
            #expect(read.newestObservation(of: "x", in: "A799")?.note.zh.count == 200)
            try #require(truncate(path + "/t.csv", 10) == 0)
            // The numbers are in memory; texts are read in the file and left out.
            let newest = try #require(read.newestObservation(of: "x", in: "A798"))
            #expect(newest.value?.description == "798" && newest.period.text == "1999" && newest.note.zh.isEmpty)
            #expect(read.observations(of: "x", in: "A5").count == 100)
            #expect(CatalogueCSV.write(read, FigureSelection()).utf8.count > 1_000)
        }
    }

    @Test func nestingBombs() {
        for bomb in [
            String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000),
            "{\"resources\":" + String(repeating: "[", count: 100_000),
        ] {
            let reading = DataReader.read(
                .folder(MemoryFolder(["datapackage.json": Array(bomb.utf8), "t.csv": Self.table])))
            #expect(reading.catalogue == nil || !reading.problems.isEmpty)
            #expect(
                reading.problems.contains { $0.code == "json-syntax" && $0.message.zh == "嵌套太深" },
                "\(reading.problems.map(\.short))")
        }
    }

    @Test func aMillionColumnsAndALineWithoutAnEnd() {
        let columns = readTable([UInt8](repeating: UInt8(ascii: ","), count: 1_000_000) + Array("x\n1\n".utf8))
        #expect(columns.problems.first?.short.hasPrefix("1:1 too-many-columns") == true)
        let line = readTable([UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20))
        #expect(line.problems.first?.short.hasPrefix("1:1 line-too-long") == true)
        let quote = readTable(
            Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nA,2021,1\n\"".utf8)
                + [UInt8](repeating: UInt8(ascii: "\n"), count: 4 << 20))
        #expect(quote.problems.first?.short == "3:1 unterminated-quote \"")
    }

    /// A quote on every line is not searched to the end of the file each time.
    @Test func manyQuotesThatDoNotEnd() {
        let reading = readTable("REF_AREA,TIME_PERIOD,OBS_VALUE\n" + String(repeating: "\"A,2021,1\n", count: 4_001))
        #expect(reading.problems.count <= 1_001 && !reading.problems.isEmpty)
    }

    @Test func givingUp() {
        let progress = LoadProgress()
        progress.giveUp()
        let reading = DataReader.read(
            .file(
                FileBytes(copying: Array(("Year,Value\n" + String(repeating: "2021,1\n", count: 100_000)).utf8)),
                ForeignFile(path: "t.csv")), progress: progress)
        #expect(reading.isGivenUp && reading.catalogue == nil)
    }
}
