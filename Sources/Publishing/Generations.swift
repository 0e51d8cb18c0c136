import Glibc
import Tables

/// The published versions (generations) of a data set, and the link that screens open.
///
/// `TARGET` is a link to a folder in `TARGET.generations`. A new generation is written and synced completely, then
/// rename(2) replaces the link. A reader who opens the link once sees one generation; after a crash at any moment the
/// link leads to the old or to the new one. While an instance exists, no other process can publish here.
public final class Generations {
    /// The path of the link as the user wrote it, without slashes at its end.
    public let target: String
    private let parent: Descriptor
    private let folder: Descriptor
    /// Holds the lock (flock) until it is closed, also when the program ends by force.
    private let lock: Descriptor
    private let name: String
    private let folderName: String

    /// Opens the generations of a target, locks them, and removes what an interrupted publication has left.
    ///
    /// - Parameters:
    ///   - target: the path of the link.
    ///   - creates: whether to create `TARGET.generations` if there is none. Otherwise that is an error.
    /// - Throws: `StoreFault`: `noParent`, `notALink`, `foreignLink`, `noGeneration`, `busy`, `system`.
    public init(target: String, creates: Bool) throws(StoreFault) {
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
        let destination = try parent.destination(of: name)
        if let destination, destination.bytes(after: folderName + "/") == nil {
            throw .foreignLink(target: path.whole, destination: destination)
        }
        if creates {
            if mkdirat(parent.number, folderName, 0o755) == 0 {
                try parent.folder(folderName).permit(0o755)
                try parent.sync()
            } else if errno != EEXIST {
                throw .system(errno, file: "\(above)/\(folderName)")
            }
        } else if destination == nil {
            throw .noGeneration(path.whole)
        }
        folder = try parent.folder(folderName)
        lock = try Descriptor(
            openat(folder.number, ".lock", O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644), "\(folderName)/.lock")
        guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .busy : .system(errno, file: "\(folderName)/.lock")
        }
        // Left by a publication that was interrupted. The lock is held, so nobody is working on it.
        for name in try folder.names() where name.hasPrefix(".draft-") || name.hasPrefix(".old-") {
            try folder.remove(name)
        }
        try parent.remove(draftLink)
    }

    private var draftLink: String { ".\(name).next" }

    /// The name of the generation that the link leads to; nil if there is no link yet.
    public var current: String? {
        get throws(StoreFault) {
            try parent.destination(of: name)?.bytes(after: folderName + "/")
        }
    }

    /// The names of all generations kept, the oldest first.
    public var all: [String] {
        get throws(StoreFault) { try folder.names().filter(Self.isGeneration) }
    }

    private static func isGeneration(_ name: String) -> Bool {
        name.utf8.count >= 6 && name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Opens a generation for reading.
    ///
    /// - Throws: `StoreFault.noGeneration` if it cannot be opened.
    public func open(_ generation: String) throws(StoreFault) -> DirectoryFolder {
        do {
            return try DirectoryFolder(path: "\(parent.name)/\(folderName)/\(generation)")
        } catch {
            throw .noGeneration(generation)
        }
    }

    /// The log `published.csv`, empty if there is none yet.
    public func log() throws(StoreFault) -> PublicationLog {
        PublicationLog(try folder.contents(of: PublicationLog.file) ?? [])
    }

    // MARK: Publishing

    /// Writes and syncs a new generation. The link does not lead to it yet.
    ///
    /// - Parameters:
    ///   - files: contents by path, with `/` between folder and file.
    ///   - progress: is called with the number of files written.
    /// - Returns: its name: a number of at least six digits that was never used before.
    public func write(_ files: [String: [UInt8]], progress: (Int) -> Void = { _ in }) throws(StoreFault) -> String {
        let logged = try log().entries.compactMap { Int($0.generation) }
        let number = max(try all.compactMap { Int($0) }.max() ?? 0, logged.max() ?? 0) + 1
        let digits = String(number)
        let generation = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits,
            draft = ".draft-" + generation
        do {
            try folder.makeFolder(draft)
            try FolderFilling.fill(try folder.folder(draft), files, fileMode: 0o444, progress: progress)
            try folder.rename(draft, to: generation)
            try folder.sync()
        } catch {
            try? folder.remove(draft)
            throw error
        }
        return generation
    }

    /// Removes a generation unless it is shown. Errors are ignored: the next publication does not need it gone.
    public func discard(_ generation: String) {
        guard (try? current) != generation else { return }
        try? folder.rename(generation, to: ".old-" + generation)
        try? folder.remove(".old-" + generation)
    }

    /// Adds a line to the log, then makes the link lead to a generation in one step.
    ///
    /// - Throws: `StoreFault`; the link is then unchanged, unless only the sync after the rename failed.
    public func show(_ generation: String, _ entry: PublicationLog.Entry) throws(StoreFault) {
        // The log first: a line for a version that was not shown is corrected later (`interrupted`), but a version that
        // is shown without a line could not be traced.
        try write(try log().adding(entry, current: try current))
        do {
            try parent.link(draftLink, to: "\(folderName)/\(generation)")
            try parent.rename(draftLink, to: name)
        } catch {
            try? parent.remove(draftLink)
            throw error
        }
        try parent.sync()
    }

    private func write(_ log: PublicationLog) throws(StoreFault) {
        let draft = ".draft-log"
        do {
            try folder.remove(draft)
            let file = try folder.newFile(draft)
            try file.write(Array(log.text.utf8))
            try file.permit(0o644)
            try file.sync()
            try folder.rename(draft, to: PublicationLog.file)
            try folder.sync()
        } catch {
            try? folder.remove(draft)
            throw error
        }
    }

    /// Removes the oldest generations until `count` are left, at least two. The one shown and the one before it are
    /// kept.
    public func prune(keeping count: Int) throws(StoreFault) {
        let all = try all, current = try current
        let before = current.flatMap { current in all.last { $0 < current } }
        for generation in all.dropLast(max(2, count)) where generation != current && generation != before {
            // Renamed first, so that a generation that is half removed is not taken for one.
            try folder.rename(generation, to: ".old-" + generation)
            try folder.remove(".old-" + generation)
        }
    }
}
