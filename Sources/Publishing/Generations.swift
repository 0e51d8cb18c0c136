import Glibc
import Tables

/// Changes the published versions (generations) of a data set, and the link that screens open.
///
/// A new generation is written and synced completely, then rename(2) replaces the link. A reader who opens the link
/// once sees one generation; after a crash at any moment the link leads to the old or to the new one. While an instance
/// exists, no other process can publish here: it is to live for the change only, never while a person is asked.
public final class Generations {
    /// The same generations for reading.
    public let versions: PublishedVersions
    private let folder: Descriptor
    /// Holds the lock (flock) until it is closed, also when the program ends by force.
    private let lock: Descriptor
    private let folderMode: mode_t

    /// Opens the generations of a target, locks them, and completes or removes what an interrupted change has left.
    ///
    /// - Parameters:
    ///   - target: the path of the link.
    ///   - creates: whether to create `TARGET.generations` if there is none. Otherwise that is an error.
    ///   - expected: the generation that has to be shown, `.some(nil)` for none at all; nil for any.
    /// - Throws: `StoreFault`: `noParent`, `notALink`, `foreignLink`, `noTarget`, `busy`, `overtaken`, `system`.
    public init(target: String, creates: Bool, expecting expected: String?? = nil) throws(StoreFault) {
        versions = try PublishedVersions(target: target, creates: creates)
        let isShown = try versions.current != nil
        guard let folder = versions.folder, creates || isShown else { throw .noTarget(versions.target) }
        self.folder = folder
        folderMode = try versions.parent.sharedFolderMode
        lock = try Self.openLock(folder, folderMode)
        guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .busy : .system(errno, file: lock.name)
        }
        if let expected, try versions.current != expected { throw .overtaken }
        try completeLog()
        // Left by a publication that was interrupted. The lock is held, so nobody is working on it. What another user
        // has left and nobody else may remove is in nobody's way.
        for name in try folder.names() where name.hasPrefix(".draft-") || name.hasPrefix(".old-") {
            try? folder.remove(name)
        }
        try versions.parent.remove(draftLink)
    }

    /// Opens the lock, which the first user creates for all.
    private static func openLock(_ folder: Descriptor, _ folderMode: mode_t) throws(StoreFault) -> Descriptor {
        let name = ".lock", path = "\(folder.name)/\(name)"
        let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC
        let known = openat(folder.number, name, flags)
        if known >= 0 || errno != ENOENT { return try Descriptor(known, path) }
        // Without O_EXCL: two users may create it at once.
        let new = try Descriptor(openat(folder.number, name, flags | O_CREAT, 0o644), path)
        try? new.permit(0o644 | folderMode & S_IWGRP)
        return new
    }

    private var draftLink: String { ".\(versions.name).next" }

    /// The path of the link as the user wrote it, without slashes at its end.
    public var target: String { versions.target }

    /// The name of the generation that the link leads to; nil if there is no link yet.
    public var current: String? { get throws(StoreFault) { try versions.current } }

    /// The names of all generations kept, the oldest first.
    public var all: [String] { get throws(StoreFault) { try versions.all } }

    /// Opens a generation for reading.
    ///
    /// - Throws: `StoreFault.noGeneration` if it cannot be opened.
    public func open(_ generation: String) throws(StoreFault) -> any TableFolder { try versions.open(generation) }

    /// The log `published.csv`, empty if there is none yet.
    public func log() throws(StoreFault) -> PublicationLog { try versions.log() }

    // MARK: Publishing

    /// Writes and syncs a new generation. The link does not lead to it yet.
    ///
    /// - Parameters:
    ///   - files: contents by path, with `/` between folder and file.
    ///   - time: when it is published, in RFC 3339; the generation and what is copied from it know themselves by it.
    ///   - progress: is called with the number of files written.
    /// - Returns: its name: a number of at least six digits that was never shown before.
    public func write(_ files: [String: [UInt8]], time: String = "", progress: (Int) -> Void = { _ in })
        throws(StoreFault) -> String
    {
        let logged = try log().entries.compactMap { Int($0.generation) }
        let number = max(try all.compactMap { Int($0) }.max() ?? 0, logged.max() ?? 0) + 1
        let digits = String(number)
        let generation = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
        var files = files
        files[FolderBase.file] = FolderBase(generation: generation, time: time).bytes
        try write(files, as: generation, progress: progress)
        return generation
    }

    /// Writes and syncs a folder and gives it its name when it is whole.
    func write(_ files: [String: [UInt8]], as name: String, progress: (Int) -> Void = { _ in }) throws(StoreFault) {
        let draft = ".draft-" + name
        do {
            let made = try folder.makeFolder(draft, folderMode)
            try FolderFilling.fill(made, files, fileMode: 0o444, folderMode: folderMode, progress: progress)
            try folder.rename(draft, to: name)
            try folder.sync()
        } catch {
            try? folder.remove(draft)
            throw error
        }
    }

    /// Removes a generation unless it is shown. Errors are ignored: the next publication does not need it gone.
    public func discard(_ generation: String) {
        guard (try? current) != generation else { return }
        try? folder.rename(generation, to: ".old-" + generation)
        try? folder.remove(".old-" + generation)
    }

    /// Makes the link lead to a generation in one step, then adds a line to the log.
    ///
    /// Each line of the log is true at every moment: it is added after the change. Before it, the line is kept aside,
    /// so that it is added later if the program is killed in between. A rollback does without where the disk is full:
    /// the link itself says who changed it and when.
    ///
    /// - Returns: whether the line is in the log. Otherwise the next command adds it.
    /// - Throws: `StoreFault`; the link is then unchanged, unless only the sync after the rename failed.
    @discardableResult
    public func show(_ generation: String, _ entry: PublicationLog.Entry) throws(StoreFault) -> Bool {
        let log = try log(), former = try current, parent = versions.parent
        do {
            try put(PublicationLog.pendingFile, PublicationLog([entry]))
        } catch {
            guard entry.action == .rollback, error.isFullDisk else { throw error }
            try? folder.remove(PublicationLog.pendingFile)
        }
        do {
            try parent.link(draftLink, to: "\(versions.folderName)/\(generation)")
            try parent.rename(draftLink, to: versions.name)
        } catch {
            try? parent.remove(draftLink)
            try? folder.remove(PublicationLog.pendingFile)
            throw error
        }
        try parent.sync()
        do {
            try put(PublicationLog.file, log.adding(entry, current: former))
            try folder.remove(PublicationLog.pendingFile)
        } catch {
            return false
        }
        return true
    }

    /// Adds the line of a change whose program was killed after it, or removes the line of one that was not made.
    private func completeLog() throws(StoreFault) {
        let written = PublicationLog(try folder.contents(of: PublicationLog.file) ?? [])
        let log = try versions.log()
        do {
            if log.entries != written.entries { try put(PublicationLog.file, log) }
            try folder.remove(PublicationLog.pendingFile)
        } catch {
            // What frees a full disk must not fail for want of a line that the next command adds.
            guard error.isFullDisk else { throw error }
        }
    }

    private func put(_ name: String, _ log: PublicationLog) throws(StoreFault) {
        let draft = ".draft-log"
        do {
            try folder.remove(draft)
            let file = try folder.newFile(draft)
            try file.write(Array(log.text.utf8))
            try file.permit(0o644 | folderMode & S_IWGRP)
            try file.sync()
            try folder.rename(draft, to: name)
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

extension StoreFault {
    /// Whether there is no room to write.
    var isFullDisk: Bool {
        guard case .system(let number, _) = self else { return false }
        return [ENOSPC, EDQUOT, EFBIG].contains(number)
    }
}
