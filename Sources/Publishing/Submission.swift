import Glibc
import Indicators
import Tables

/// A data set that waits in `TARGET.generations` for a second person.
public struct Submission: Sendable {
    /// What precedes the number in the name of its folder.
    static let prefix = "submitted-"
    /// The name of its file in that folder: the first line with the hash and the version that it replaces, then the
    /// line of the log as it will be, then the difference as the first person saw it.
    static let file = ".minsheng-submission"

    /// The name of its folder, such as `submitted-000001`.
    public let name: String
    /// The version that is shown when it is approved; empty for none.
    public let base: String
    /// The SHA-256 of all of its files.
    public let hash: String
    /// Who submitted it when and why, as a line of the log.
    public let entry: PublicationLog.Entry
    /// The difference as the first person saw it.
    public let difference: String
    /// The user whose file it is. The system knows that, whatever is written in it.
    public let user: uid_t

    /// The number in the name of a submission.
    public static func number(_ name: String) -> Int { name.split(separator: "-").last.flatMap { Int($0) } ?? 0 }

    /// What a folder and the log know it by.
    public var mark: String { "\(name) \(entry.time)" }

    /// The SHA-256 of files with their names.
    public static func hash(of files: [String: [UInt8]]) -> String {
        var hash = SHA256()
        for name in files.keys.sorted() {
            let content = files[name] ?? []
            hash.add(Array("\(content.count) \(name)\n".utf8))
            hash.add(content)
        }
        return hash.digest()
    }

    static func bytes(hash: String, base: String, _ entry: PublicationLog.Entry, _ difference: String) -> [UInt8] {
        let log = PublicationLog([entry]).text
        return Array("minsheng-submission 1 \(hash) \(log.utf8.count) \(base)\n\(log)\(difference)".utf8)
    }

    /// Reads what `bytes` has written; nil for anything else.
    init?(name: String, user: uid_t, _ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let head = String(decoding: bytes[..<end], as: UTF8.self)
            .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard head.count == 5, head[0] == "minsheng-submission", head[1] == "1", let count = Int(head[3]), count > 0,
            count < bytes.count - end,
            let entry = PublicationLog(Array(bytes[(end + 1)...].prefix(count))).entries.first
        else { return nil }
        self.name = name
        self.user = user
        hash = head[2]
        base = head[4]
        self.entry = entry
        difference = String(decoding: bytes[(end + 1 + count)...], as: UTF8.self)
    }
}

extension PublishedVersions {
    /// The submissions that wait, the oldest first.
    public func submissions() throws(StoreFault) -> [Submission] {
        let approved = Set(try log().entries.map(\.draft))
        return try drafts().filter { !approved.contains($0.mark) }
    }

    /// All submissions, those too that were approved before the program was killed.
    func drafts() throws(StoreFault) -> [Submission] {
        guard let folder else { return [] }
        var found: [Submission] = []
        for name in try folder.names() where name.bytes(after: Submission.prefix) != nil {
            guard let draft = try? folder.folder(name), let status = try? draft.status(ofLink: Submission.file),
                let bytes = try? draft.contents(of: Submission.file),
                let submission = Submission(name: name, user: status.st_uid, bytes)
            else { continue }
            found.append(submission)
        }
        return found
    }

    /// The files of a submission; of a rollback those of the version that it goes back to.
    public func files(of submission: Submission) throws(StoreFault) -> [String: [UInt8]] {
        let entry = submission.entry
        return PackageFiles.read(try open(entry.action == .rollback ? entry.generation : submission.name)).files
    }
}

extension Generations {
    /// Writes and syncs a submission. Earlier ones of the same user make way.
    ///
    /// - Returns: its name.
    public func submit(
        _ files: [String: [UInt8]], _ entry: PublicationLog.Entry, base: String, difference: String
    ) throws(StoreFault) -> String {
        // What a reader of the folder finds is what is signed. A rollback needs no copy of what it goes back to.
        let files = PackageFiles.read(MemoryFolder(files)).files
        let isRollback = entry.action == .rollback
        let others = try versions.submissions()
        // A number is never given twice: folders and log know drafts by it.
        let known = others.map(\.name) + (try log().entries.map { String($0.draft.prefix { $0 != " " }) })
        let last = known.compactMap { $0.bytes(after: Submission.prefix).flatMap { Int($0) } }.max() ?? 0
        let digits = String(last + 1)
        let name = Submission.prefix + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
        var content = isRollback ? [:] : files
        content[Submission.file] = Submission.bytes(hash: Submission.hash(of: files), base: base, entry, difference)
        try write(content, as: name)
        for other in try versions.drafts() where other.name != name && other.user == getuid() { withdraw(other) }
        return name
    }

    /// Removes a submission. Errors are ignored: one that stays is out of date.
    public func withdraw(_ submission: Submission) { discard(submission.name) }
}
