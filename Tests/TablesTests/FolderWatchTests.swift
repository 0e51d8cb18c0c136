import FoundationEssentials
import TestSupport
import Testing

@testable import Tables

@Suite struct QuietPeriodTests {
    @Test func waitsUntilNothingHasComeForAWhile() {
        var quiet = QuietPeriod()
        var isOver = quiet.isOver(at: 0)
        #expect(quiet.remaining(at: 0) == nil && !isOver, "nothing pending, no timer")
        quiet.note(at: 1_000)
        #expect(quiet.remaining(at: 1_100) == 200)
        quiet.note(at: 1_200)
        isOver = quiet.isOver(at: 1_300)
        #expect(!isOver && quiet.remaining(at: 1_300) == 200)
        isOver = quiet.isOver(at: 1_500)
        #expect(isOver)
        isOver = quiet.isOver(at: 1_501)
        #expect(!isOver && quiet.remaining(at: 1_501) == nil, "once")
    }

    @Test func doesNotWaitForEverForAWriterThatNeverStops() {
        var quiet = QuietPeriod(), now = 0
        while now < 10_000, !quiet.isOver(at: now) {
            quiet.note(at: now)
            now += 100
        }
        #expect(now == QuietPeriod.longest)
    }
}

@Suite struct FolderWatchTests {
    /// Time as the watch is told of it; the signals themselves are real.
    private func settled(_ watch: FolderWatch, _ now: inout Int) -> Bool {
        let isAtOnce = watch.hasChanged(now: now)
        now += QuietPeriod.quiet
        return isAtOnce || watch.hasChanged(now: now)
    }

    @Test(arguments: [false, true])
    func saysOnceThatAFileHasChanged(_ polls: Bool) throws {
        let folder = ScratchFolder()
        try folder.write("1", to: "a.csv")
        var now = 0
        let watch = FolderWatch(path: folder.path, polls: polls, now: now)
        #expect((watch.descriptor == nil) == polls)
        #expect(
            watch.milliseconds(now: 0) == (polls ? FolderWatch.pollingInterval : nil), "asleep while nothing changes")
        #expect(!settled(watch, &now))
        try folder.write("22", to: "a.csv")
        if polls { now = FolderWatch.pollingInterval }
        #expect(settled(watch, &now))
        #expect(!settled(watch, &now), "once")
        #expect(polls || watch.milliseconds(now: now) == nil)
    }

    @Test func aFileThatIsBeingWrittenIsNotReadAtEveryByte() throws {
        let folder = ScratchFolder()
        let watch = FolderWatch(path: folder.path, now: 0)
        for step in 0..<10 {
            try folder.write(String(repeating: "x", count: step + 1), to: "a.csv")
            #expect(!watch.hasChanged(now: step * 100))
            #expect(watch.milliseconds(now: step * 100) == QuietPeriod.quiet)
        }
        #expect(watch.hasChanged(now: 900 + QuietPeriod.quiet))
    }

    @Test func seesALinkPutOnAnotherFolderAndThenThatFolder() throws {
        let folder = ScratchFolder()
        for name in ["one", "two"] {
            try folder.make(name)
            try folder.write(name, to: "\(name)/a.csv")
        }
        try folder.link("now", to: "one")
        var now = 0
        let watch = FolderWatch(path: "\(folder.path)/now/", now: now)
        try folder.write("elsewhere", to: "two/b.csv")
        #expect(!settled(watch, &now), "not the folder that the link leads to")
        try folder.link("now", to: "two")
        #expect(settled(watch, &now))
        try folder.write("changed", to: "two/a.csv")
        #expect(settled(watch, &now))
        try folder.write("changed", to: "one/a.csv")
        #expect(!settled(watch, &now), "the former folder is nobody's any more")
    }

    @Test func aFolderThatGoesAndComesBackIsSeen() throws {
        let folder = ScratchFolder()
        try folder.make("set")
        try folder.write("1", to: "set/a.csv")
        var now = 0
        let watch = FolderWatch(path: "\(folder.path)/set/datapackage.json", now: now)
        try FileManager.default.removeItem(atPath: "\(folder.path)/set")
        #expect(settled(watch, &now))
        try folder.make("set")
        try folder.write("2", to: "set/a.csv")
        #expect(settled(watch, &now))
        try folder.write("33", to: "set/a.csv")
        #expect(settled(watch, &now))
    }

    @Test func locksOfSpreadsheetsAndHiddenFilesAreNobodysData() throws {
        let folder = ScratchFolder()
        try folder.write("1", to: "a.csv")
        var now = 0
        let watch = FolderWatch(path: folder.path, now: now)
        try folder.write("x", to: ".~lock.a.csv#")
        try folder.write("x", to: "~$a.csv")
        #expect(!settled(watch, &now))
    }

    @Test func tellsAFileSystemOfAnotherMachine() {
        let mounts = "36 35 98:0 / / rw,noatime shared:1 - ext4 /dev/root rw\n40 36 0:49 /x /srv rw - nfs4 host:/x rw\n"
        #expect(NetworkMount.kind(device: 49, mounts: mounts) == "nfs4")
        #expect(NetworkMount.kind(device: 98 << 8, mounts: mounts) == "ext4")
        #expect(NetworkMount.kind(device: 7, mounts: mounts) == nil)
    }
}
