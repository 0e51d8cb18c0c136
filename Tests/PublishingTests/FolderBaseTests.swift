import FoundationEssentials
import TestSupport
import Testing

@testable import Publishing

@Suite struct FolderBaseTests {
    private let record = FolderBase(
        generation: "000012", time: "2026-11-28T09:00:00+08:00", isOwn: true,
        files: ["observations.csv": Array("甲,\n乙".utf8), "更多/a.csv": [], "b c.csv": [0x0A, 0x0A]])

    @Test func isReadAsItWasWritten() {
        let other = FolderBase(generation: "1000000", time: "")
        #expect(FolderBase.records(record.bytes) == [record])
        #expect(FolderBase.records(record.bytes + other.bytes) == [record, other])
        #expect(FolderBase.records([]) == [] && FolderBase.records(Array("something else\n".utf8)) == [])
    }

    @Test func damageIsNeverRead() {
        let bytes = record.bytes
        for length in bytes.indices { #expect(FolderBase.records(Array(bytes[..<length])) == [], "\(length)") }
        #expect(FolderBase.records(Array("minsheng-base 1 000001 own 1 x\n99999999999999999999 a\n".utf8)) == [])
        #expect(FolderBase.records(Array("minsheng-base 1 000001 own 1 x\n-1 a\nxx".utf8)) == [])
    }

    private func log(_ generation: String, _ time: String) -> PublicationLog {
        PublicationLog([
            PublicationLog.Entry(time: time, action: .publish, generation: generation, who: "a", reason: "b")
        ])
    }

    @Test func aFolderRemembersSeveralTargets() throws {
        let place = ScratchFolder()
        try FolderBase.write(record, folder: place.path, log: log("000012", record.time))
        let other = FolderBase(generation: "000003", time: "2026-01-01T00:00:00Z", files: ["a": [1]])
        try FolderBase.write(other, folder: place.path, log: log("000003", other.time))
        #expect(FolderBase.read(folder: place.path) == [other, record])
        // The record of the same target is replaced.
        var log = log("000012", record.time)
        log = log.adding(
            PublicationLog.Entry(time: "later", action: .publish, generation: "000013", who: "a", reason: "b"),
            current: "000012")
        let newer = FolderBase(generation: "000013", time: "later", isOwn: true)
        try FolderBase.write(newer, folder: place.path, log: log)
        #expect(FolderBase.read(folder: place.path) == [newer, other])
        #expect(place.names() == [".minsheng-base"])
    }

    @Test func aVersionKnowsItself() throws {
        let place = ScratchFolder(), target = place.path + "/市屏"
        let generations = try Generations(target: target, creates: true)
        let entry = PublicationLog.Entry(
            time: "2026-11-28T09:00:00+08:00", action: .publish, generation: "000001", who: "a", reason: "b")
        try generations.show(try generations.write(["a.csv": [1]], time: entry.time), entry)
        let version = FolderBase(generation: "000001", time: entry.time)
        #expect(FolderBase.version(at: target + ".generations/000001") == version)
        try FileManager.default.copyItem(atPath: target + ".generations/000001", toPath: place.path + "/copy")
        #expect(FolderBase.version(at: place.path + "/copy") == version)
        #expect(version.belongs(to: try generations.log()))
        #expect(FolderBase.isVersion(target + ".generations/000001") && !FolderBase.isVersion(place.path + "/copy"))
        #expect(FolderBase.version(at: place.path) == nil)
    }
}
