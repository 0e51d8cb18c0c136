import Glibc
import TestSupport
import Testing
import Threads

@testable import Tables

@Suite struct FilesTests {
    private let folder = ScratchFolder()
    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    private func reading<Result>(_ name: String, _ body: (Int32) throws -> Result) throws -> Result {
        let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        return try body(descriptor)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000]) func aFileIsReadToItsEnd(_ count: Int) throws {
        let text = String((0..<count).map { Character(Unicode.Scalar(UInt8(0x61 + $0 % 26))) })
        try folder.write(text, to: "a")
        #expect(try reading("a") { try Files.read($0) } == Array(text.utf8))
        #expect(try reading("a") { try Files.read($0, atMost: 70_000) } == Array(text.utf8.prefix(70_000)))
    }

    @Test func whatComesInPiecesIsReadToItsEnd() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let writing = ends[1]
        let isStarted = Background.run {
            for piece in ["ab", "cd", "e"] {
                try? Files.write(piece, to: writing)
                usleep(2_000)
            }
            close(writing)
        }
        try #require(isStarted)
        #expect(try Files.read(ends[0]) == Array("abcde".utf8))
    }

    @Test func theFaultOfTheSystemIsTold() throws {
        #expect(throws: SystemFault(EBADF)) { try Files.read(-1) }
        #expect(throws: SystemFault(EBADF)) { try Files.write("a", to: -1) }
        #expect(throws: SystemFault(EISDIR)) { try reading("") { try Files.read($0) } }
        let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
        defer { close(full) }
        #expect(throws: SystemFault(ENOSPC)) { try Files.write("a", to: full) }
    }

    @Test func onlyOrdinaryFilesHaveContents() throws {
        try folder.write("abc", to: "a")
        try folder.link("b", to: "a")
        try #require(mkfifo(path("pipe"), 0o600) == 0)
        #expect(Files.contents(of: path("a"), atMost: 3) == Array("abc".utf8))
        #expect(Files.contents(of: path("a"), atMost: 2) == nil)
        #expect(Files.contents(of: path("b"), atMost: 3) == Array("abc".utf8))
        #expect(Files.contents(of: path("b"), atMost: 3, followsLink: false) == nil)
        for other in [path("pipe"), path("gone"), folder.path, "/dev/zero"] {
            #expect(Files.contents(of: other, atMost: 3) == nil, "\(other)")
        }
        #expect(Files.contents(of: "/proc/self/status", atMost: 1 << 14)?.isEmpty == false)
    }

    @Test func aFileIsReplacedWholeOrNotAtAll() throws {
        struct Stopped: Error {}
        try folder.write("old", to: "a")
        #expect(throws: Stopped.self) {
            try Files.replace(path("a"), mode: 0o600) {
                try Files.write("new", to: $0)
                throw Stopped()
            }
        }
        #expect(folder.text("a") == "old" && folder.names() == ["a"])
        try Files.replace(path("a"), mode: 0o640) { try Files.write("new", to: $0) }
        #expect(folder.text("a") == "new" && folder.names() == ["a"])
        var status = stat()
        #expect(stat(path("a"), &status) == 0 && status.st_mode & 0o777 == 0o640)
        #expect(throws: SystemFault(ENOENT)) { try Files.replace(path("gone/a"), mode: 0o600) { _ in } }
    }
}
