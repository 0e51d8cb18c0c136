import Glibc
import Indicators
import Tables

/// The published versions (generations) of a data set, for reading. Nobody is locked out meanwhile.
///
/// `TARGET` is a link to a folder in `TARGET.generations`, and what screens open.
public final class PublishedVersions: VersionSource {
    /// The path of the link as the user wrote it, without slashes at its end.
    public let target: String
    let parent: Descriptor
    /// `TARGET.generations`; nil where it is not there yet.
    let folder: Descriptor?
    let name: String
    let folderName: String

    /// Opens the generations of a target.
    ///
    /// - Throws: `StoreFault`: `noParent`, `notALink`, `foreignLink`, `system`.
    public convenience init(target: String) throws(StoreFault) { try self.init(target: target, creates: false) }

    /// - Parameter creates: whether to create `TARGET.generations` if there is none.
    init(target: String, creates: Bool) throws(StoreFault) {
        let path = SplitPath(target), above = path.folder
        name = path.name
        self.target = path.whole
        folderName = name + ".generations"
        guard !name.isEmpty, name != ".", name != ".." else { throw .notALink(target) }
        guard folderName.utf8.count <= Int(NAME_MAX) else { throw .system(ENAMETOOLONG, file: target) }
        let number = Glibc.open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .noParent(above) : .system(errno, file: above)
        }
        parent = try Descriptor(number, above)
        if let destination = try parent.destination(of: name), destination.bytes(after: folderName + "/") == nil {
            throw .foreignLink(target: path.whole, destination: destination)
        }
        let mode = try parent.sharedFolderMode
        do {
            folder = try parent.folder(folderName)
        } catch {
            guard case .system(ENOENT, _) = error else { throw error }
            folder = creates ? try parent.makeFolder(folderName, mode) : nil
            if creates { try parent.sync() }
        }
    }

    /// The name of the generation that the link leads to; nil if there is no link yet.
    public var current: String? {
        get throws(StoreFault) { try parent.destination(of: name)?.bytes(after: folderName + "/") }
    }

    /// The names of all generations kept, the oldest first.
    public var all: [String] {
        get throws(StoreFault) { try folder?.names().filter(Self.isGeneration) ?? [] }
    }

    /// The names of the generations kept that were ever shown, the oldest first. A generation that was written before a
    /// publication was killed is none of them.
    public var shown: [String] {
        get throws(StoreFault) {
            let known = try log().shown, current = try current, all = try all
            return known.isEmpty ? all : all.filter { known.contains($0) || $0 == current }
        }
    }

    static func isGeneration(_ name: String) -> Bool {
        name.utf8.count >= 6 && name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Opens a generation for reading.
    ///
    /// - Throws: `StoreFault.noGeneration` if it cannot be opened.
    public func open(_ generation: String) throws(StoreFault) -> any TableFolder {
        do {
            return try DirectoryFolder(path: "\(parent.name)/\(folderName)/\(generation)")
        } catch {
            throw .noGeneration(generation)
        }
    }

    /// The log `published.csv`, empty if there is none yet. A change of the link whose line was not written, because
    /// the program was killed or the disk full, has its line here all the same.
    public func log() throws(StoreFault) -> PublicationLog {
        guard let folder else { return PublicationLog([] as [PublicationLog.Entry]) }
        let log = PublicationLog(try folder.contents(of: PublicationLog.file) ?? [])
        guard let current = try current, log.entries.last?.generation != current else { return log }
        let pending = PublicationLog(try folder.contents(of: PublicationLog.pendingFile) ?? []).entries.last
        if let pending, pending.generation == current { return log.adding(pending, current: pending.former) }
        // The link itself says who changed it and when. An older version of the program wrote the line first: there the
        // change was not made.
        guard log.isTrue, let last = log.entries.last, let change = try parent.status(ofLink: name) else { return log }
        let entry = PublicationLog.Entry(
            time: Self.text(change.st_mtim.tv_sec), action: .rollback, generation: current,
            former: last.generation, who: UserName.of(change.st_uid), reason: "", remark: "TARGET")
        return log.adding(entry, current: last.generation)
    }

    /// A moment in RFC 3339, in UTC.
    private static func text(_ seconds: time_t) -> String {
        var seconds = seconds, parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "" }
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1_900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}

/// The names of users, by the system's data base.
public enum UserName {
    /// The name of a user, `uid 1234` where the number has none.
    public static func of(_ user: uid_t) -> String {
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "uid \(user)" }
        return String(cString: name)
    }
}
