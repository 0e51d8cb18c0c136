import FoundationEssentials
import Glibc
import Indicators
import TestSupport
import Testing

@testable import Publishing

@Suite struct GenerationsTests {
    private func entry(_ generation: String, _ action: PublicationLog.Action = .publish) -> PublicationLog.Entry {
        PublicationLog.Entry(
            time: "2023-01-01T00:00:00+08:00", action: action, generation: generation, who: "clerk", kind: "new",
            reason: "因为,所以")
    }

    /// Publishes a set of one file.
    @discardableResult
    private func publish(_ text: String, at target: String, keep: Int = 12) throws -> String {
        let generations = try Generations(target: target, creates: true)
        let generation = try generations.write(["a.csv": Array(text.utf8), "more/b.csv": [1, 2]])
        try generations.show(generation, entry(generation))
        try generations.prune(keeping: keep)
        return generation
    }

    @Test func aLinkLeadsToTheNewestVersionAndTheOthersStay() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        #expect(try publish("one", at: target) == "000001")
        #expect(place.text("city/a.csv") == "one")
        #expect(try publish("two", at: target + "/") == "000002")
        #expect(place.text("city/a.csv") == "two" && place.text("city.generations/000001/a.csv") == "one")
        #expect(place.names("city/more") == ["b.csv"])
        #expect(place.names("city.generations") == [".lock", "000001", "000002", "published.csv"].sorted())
        #expect(place.names() == ["city", "city.generations"], "no draft of a link")
    }

    @Test(arguments: ["市屏", "Ünïcode", "city 城", "👨‍👩‍👧‍👦", "e\u{301}", "\u{308}x", String(repeating: "长", count: 81)])
    func publishesAgainUnderAnyName(_ name: String) throws {
        let place = ScratchFolder(), target = place.path + "/" + name
        #expect(try publish("one", at: target) == "000001")
        #expect(try publish("two", at: target) == "000002")
        #expect(try Generations(target: target, creates: false).current == "000002")
        #expect(place.names().count == 2)
    }

    @Test func aNameThatIsTooLongIsNamedAsSuch() {
        let target = ScratchFolder().path + "/" + String(repeating: "长", count: 82)
        #expect {
            try Generations(target: target, creates: true)
        } throws: { error in
            if case StoreFault.system(ENAMETOOLONG, _) = error { true } else { false }
        }
    }

    @Test func keepsSoManyAndNeverRemovesWhatIsShownOrTheOneBefore() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        for number in 1...6 { try publish("\(number)", at: target, keep: 3) }
        var generations: Generations? = try Generations(target: target, creates: false)
        #expect(try generations?.all == ["000004", "000005", "000006"])
        try generations?.show("000004", entry("000004", .rollback))
        generations = nil
        for number in 7...9 {
            let generations = try Generations(target: target, creates: false)
            let generation = try generations.write(["a.csv": Array("\(number)".utf8)])
            #expect(generation == "00000\(number)", "a number is never given twice")
            try generations.prune(keeping: 2)
        }
        #expect(place.text("city/a.csv") == "4", "what is shown stays, however old")
    }

    @Test func onlyOneCanPublishAtATime() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        var first: Generations? = try Generations(target: target, creates: false)
        #expect(throws: StoreFault.self) { try Generations(target: target, creates: false) }
        #expect(first != nil)
        first = nil
        #expect(try Generations(target: target, creates: false).current == "000001")
    }

    @Test func whatIsNoLinkOfOursIsLeftAlone() throws {
        let place = ScratchFolder()
        try place.make("folder")
        try place.write("x", to: "file")
        try place.link("foreign", to: "folder")
        for name in ["folder", "file", "foreign", "absent/city", ".", "city/.."] {
            #expect(throws: StoreFault.self, "\(name)") {
                try Generations(target: place.path + "/" + name, creates: true)
            }
        }
        #expect(place.names() == ["file", "folder", "foreign"])
    }

    @Test func draftsOfAnInterruptedPublicationAreCleanedUp() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        try place.make("city.generations/.draft-000002/more")
        try place.write("half", to: "city.generations/.draft-000002/more/b.csv")
        try place.make("city.generations/.old-000000")
        try place.link(".city.next", to: "city.generations/000009")
        #expect(try publish("two", at: target) == "000002")
        #expect(place.names("city.generations") == [".lock", "000001", "000002", "published.csv"].sorted())
        #expect(place.names() == ["city", "city.generations"])
    }

    @Test func theLogSaysWhatDidNotComeAbout() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        // An older version of the program wrote the line down and was stopped before the link.
        let log = PublicationLog(Array((place.text("city.generations/published.csv") ?? "").utf8))
        let text = log.adding(entry("000002"), current: "000001").text
        try place.write(
            text.replacing(",APPROVED_BY,DRAFT,REMARK\n", with: "\n").replacing(",,,\n", with: "\n"),
            to: "city.generations/published.csv")
        #expect(try PublishedVersions(target: target).shown == ["000001"])
        #expect(try publish("three", at: target) == "000003", "the number has been given")
        let entries = try Generations(target: target, creates: false).log().entries
        #expect(entries.map(\.action) == [.publish, .publish, .interrupted, .publish])
        #expect(entries.map(\.generation) == ["000001", "000002", "000002", "000003"])
        #expect(entries[0].reason == "因为,所以" && entries[0].who == "clerk")
    }

    /// Killed between the link and the log, the line is kept aside: whoever asks next has it.
    @Test func aLineOfTheLogIsTrueAndNeverLost() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        try publish("two", at: target)
        let whole = try PublishedVersions(target: target).log().entries
        let before = PublicationLog(Array(whole.dropLast()))
        try place.write(before.text, to: "city.generations/published.csv")
        try place.write(PublicationLog([whole[1]]).text, to: "city.generations/.pending")
        #expect(try PublishedVersions(target: target).log().entries == whole, "read without a lock, nothing written")
        #expect(place.text("city.generations/published.csv") == before.text)
        #expect(try Generations(target: target, creates: false).log().entries == whole)
        #expect(place.text("city.generations/published.csv") == PublicationLog(whole).text)
        #expect(place.text("city.generations/.pending") == nil)
        // Killed before the link: nothing happened, and nothing is said.
        try place.write(PublicationLog([entry("000003")]).text, to: "city.generations/.pending")
        #expect(try PublishedVersions(target: target).log().entries == whole)
        #expect(try Generations(target: target, creates: false).log().entries == whole)
        #expect(place.text("city.generations/.pending") == nil)
    }

    @Test func withoutALineTheLinkItselfSaysWhoAndWhen() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        try publish("two", at: target)
        // A rollback on a disk that is so full that not a line could be written.
        try place.link("city", to: "city.generations/000001")
        let last = try #require(PublishedVersions(target: target).log().entries.last)
        #expect(last.action == .rollback && last.generation == "000001" && last.former == "000002")
        #expect(last.who == UserName.of(getuid()) && last.time > "2026" && last.time.hasSuffix("Z"))
        #expect(try Generations(target: target, creates: false).log().entries.last == last)
        #expect(try publish("three", at: target) == "000003")
        #expect(
            try PublishedVersions(target: target).log().entries.map(\.action) == [
                .publish, .publish, .rollback, .publish,
            ])
    }

    @Test func whatNoScreenShowedIsNoVersionToGoBackTo() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        _ = try Generations(target: target, creates: false).write(["a.csv": [9]])
        try publish("three", at: target)
        let versions = try PublishedVersions(target: target)
        #expect(try versions.all == ["000001", "000002", "000003"])
        #expect(try versions.shown == ["000001", "000003"])
    }

    @Test func readersAreNeverLockedOut() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        #expect(try PublishedVersions(target: target).current == nil)
        #expect(place.names().isEmpty, "reading creates nothing")
        try publish("one", at: target)
        let locked = try Generations(target: target, creates: false)
        #expect(try PublishedVersions(target: target).shown == ["000001"])
        #expect(try locked.current == "000001")
    }

    @Test func aVersionThatWasOvertakenIsNotShown() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        func isOvertaken(_ expected: String?) -> Bool {
            do throws(StoreFault) {
                _ = try Generations(target: target, creates: true, expecting: .some(expected))
                return false
            } catch {
                if case .overtaken = error { return true }
                return false
            }
        }
        #expect(!isOvertaken(nil))
        try publish("one", at: target)
        #expect(isOvertaken(nil) && isOvertaken("000002") && !isOvertaken("000001"))
    }

    @Test func aGroupSharesWhatItsFolderShares() throws {
        func mode(_ path: String) throws -> Int {
            try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }
        let place = ScratchFolder(), target = place.path + "/city"
        for (folder, shared) in [(0o2775, 0o2775), (0o755, 0o755), (0o700, 0o755), (0o775, 0o775)] {
            try FileManager.default.setAttributes([.posixPermissions: folder], ofItemAtPath: place.path)
            try publish("one", at: target)
            #expect(try mode(target + ".generations") == shared)
            #expect(try mode(target + ".generations/000001") == shared)
            #expect(try mode(target + ".generations/000001/more") == shared)
            #expect(try mode(target + ".generations/published.csv") == 0o644 | shared & 0o020)
            #expect(try mode(target + ".generations/.lock") == 0o644 | shared & 0o020)
            #expect(try mode(target + ".generations/000001/a.csv") == 0o444)
            try NewFolder.write(["a.csv": [1], "b/c.csv": []], to: place.path + "/work")
            #expect(try mode(place.path + "/work") == shared && mode(place.path + "/work/b") == shared)
            #expect(try mode(place.path + "/work/a.csv") == 0o644 | shared & 0o020)
            for name in place.names() { try FileManager.default.removeItem(atPath: place.path + "/" + name) }
        }
    }

    @Test func everyoneMayReadWhateverTheClerksMask() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        try publish("one", at: target)
        let attributes = try FileManager.default.attributesOfItem(atPath: place.path + "/city.generations/000001/a.csv")
        #expect(attributes[.posixPermissions] as? Int == 0o444)
    }
}
