import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Publishing

@Suite struct SHA256Tests {
    /// FIPS 180-4 and NIST CAVP.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func theKnownDigests(_ text: String, _ digest: String) {
        #expect(SHA256.digest(of: Array(text.utf8)) == digest)
    }

    @Test func piecesMakeNoDifference() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var chance = SeededGenerator(seed: 1)
        for length in 0..<200 {
            var hash = SHA256(), place = 0
            while place < length {
                let end = min(length, place + Int.random(in: 0...70, using: &chance))
                hash.add(Array(bytes[place..<end]))
                place = end
            }
            #expect(hash.digest() == SHA256.digest(of: Array(bytes[..<length])))
        }
    }
}

@Suite struct SubmissionTests {
    private let entry = PublicationLog.Entry(
        time: "2026-11-28T09:00:00+08:00", action: .publish, generation: "", former: "000001", who: "li", kind: "new",
        added: 3, reason: "十一月,月报")

    @Test func isReadAsItWasWritten() throws {
        let bytes = Submission.bytes(hash: "ab", base: "000001", entry, "数据：新增 3\n第二行\n")
        let read = try #require(Submission(name: "submitted-000001", user: 7, bytes))
        #expect(read.hash == "ab" && read.base == "000001" && read.entry == entry && read.user == 7)
        #expect(read.difference == "数据：新增 3\n第二行\n" && read.mark == "submitted-000001 2026-11-28T09:00:00+08:00")
        #expect(Submission(name: "a", user: 7, Submission.bytes(hash: "ab", base: "", entry, ""))?.base == "")
        for length in 0..<60 { #expect(Submission(name: "a", user: 7, Array(bytes[..<length])) == nil) }
    }

    @Test func theHashIsOfNamesAndContents() {
        let one = Submission.hash(of: ["a": [1], "b": [2]])
        #expect(one == Submission.hash(of: ["b": [2], "a": [1]]))
        for other in [["a": [1], "b": [3]], ["a": [1], "c": [2]], ["a": [1]], ["a": [1, 2], "b": []]]
            as [[String: [UInt8]]]
        {
            #expect(Submission.hash(of: other) != one)
        }
    }

    @Test func waitsBesideTheVersionsAndIsNoneOfThem() throws {
        let place = ScratchFolder(), target = place.path + "/city"
        var generations: Generations? = try Generations(target: target, creates: true)
        let files: [String: [UInt8]] = [
            "datapackage.json": Array("{\"resources\": [{\"path\": \"a.csv\"}]}".utf8), "a.csv": [1], "x": [2],
        ]
        #expect(try generations?.submit(files, entry, base: "", difference: "d") == "submitted-000001")
        #expect(try generations?.submit(files, entry, base: "", difference: "e") == "submitted-000002")
        let versions = try PublishedVersions(target: target)
        let waiting = try versions.submissions()
        #expect(waiting.map(\.name) == ["submitted-000002"], "one of each user")
        #expect(waiting[0].difference == "e" && waiting[0].user == getuid())
        #expect(try versions.all == [] && versions.shown == [] && versions.current == nil)
        let found = try versions.files(of: waiting[0])
        #expect(found.keys.sorted() == ["a.csv", "datapackage.json"] && Submission.hash(of: found) == waiting[0].hash)
        generations?.withdraw(waiting[0])
        #expect(try versions.submissions().isEmpty)
        generations = nil
        #expect(place.names("city.generations") == [".lock"])
    }

    @Test func aFolderKnowsWhatItsDraftBecame() {
        var approved = entry
        approved.generation = "000005"
        approved.draft = "submitted-000002 2026-11-28T09:00:00+08:00"
        let record = FolderBase(generation: "submitted-000002", time: "2026-11-28T09:00:00+08:00", isOwn: true)
        #expect(record.generation(in: PublicationLog([approved])) == "000005")
        #expect(record.generation(in: PublicationLog([entry])) == nil, "not yet approved")
    }
}
