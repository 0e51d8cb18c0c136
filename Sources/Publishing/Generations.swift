import Glibc
import Indicators

/// The versions of a data set that were published at a place, and the link that says which one is shown.
///
/// `TARGET` is a link to a folder in `TARGET.generations`. A new version is written there whole and brought to the disk
/// before a new link takes the place of the old one in one step (rename(2)), so that a reader who opens the link once
/// sees one version and a machine that stops at any moment has the old one or the new one. For as long as this value
/// lives nobody else can publish here.
public final class Generations {
    /// The link, as the clerk wrote it.
    public let target: String
    private let parent: Descriptor
    private let folder: Descriptor
    /// Holds the lock until it is closed, by whatever end of the program.
    private let lock: Descriptor
    private let name: String
    private let folderName: String

    /// Opens the place and makes it where there is none.
    ///
    /// - Parameter creates: whether there may be no generation yet.
    public init(target: String, creates: Bool) throws(StoreFault) {
        var path = target
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let slash = path.lastIndex(of: "/")
        let above = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        self.target = path
        folderName = name + ".generations"
        guard !name.isEmpty, name != ".", name != "..", name.utf8.count < 200 else { throw .notALink(target) }
        let number = Glibc.open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .noParent(above) : .system(errno, file: above)
        }
        parent = try Descriptor(number, above)
        let destination = try parent.destination(of: name)
        if let destination, !destination.hasPrefix(folderName + "/") {
            throw .foreignLink(target: path, destination: destination)
        }
        if creates {
            if mkdirat(parent.number, folderName, 0o755) == 0 {
                try parent.folder(folderName).permit(0o755)
                try parent.sync()
            } else if errno != EEXIST {
                throw .system(errno, file: "\(above)/\(folderName)")
            }
        } else if destination == nil {
            throw .noGeneration(path)
        }
        folder = try parent.folder(folderName)
        lock = try Descriptor(
            openat(folder.number, ".lock", O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644), "\(folderName)/.lock")
        guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .busy : .system(errno, file: "\(folderName)/.lock")
        }
        // What a publication left that was ended by force. Nobody else is at work here.
        for name in try folder.names() where name.hasPrefix(".draft-") || name.hasPrefix(".old-") {
            try folder.remove(name)
        }
        try parent.remove(draftLink)
    }

    private var draftLink: String { ".\(name).next" }

    /// The generation that is shown; nil where there is none yet.
    public var current: String? {
        get throws(StoreFault) {
            try parent.destination(of: name).map { String($0.dropFirst(folderName.utf8.count + 1)) }
        }
    }

    /// All that are kept, the oldest first.
    public var all: [String] {
        get throws(StoreFault) { try folder.names().filter(Self.isGeneration) }
    }

    private static func isGeneration(_ name: String) -> Bool {
        name.utf8.count >= 6 && name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// A generation as a reader opens it.
    public func open(_ generation: String) throws(StoreFault) -> DirectoryFolder {
        do {
            return try DirectoryFolder(path: "\(parent.name)/\(folderName)/\(generation)")
        } catch {
            throw .noGeneration(generation)
        }
    }

    /// The lines of the log, the oldest first.
    public func log() throws(StoreFault) -> PublicationLog {
        PublicationLog(try folder.contents(of: PublicationLog.file) ?? [])
    }

    // MARK: Publishing

    /// Writes a generation and brings it to the disk; nobody sees it yet.
    ///
    /// - Returns: its name.
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

    /// Takes a generation back that nobody has seen.
    public func discard(_ generation: String) {
        guard (try? current) != generation else { return }
        try? folder.rename(generation, to: ".old-" + generation)
        try? folder.remove(".old-" + generation)
    }

    /// Shows a generation instead of the one before, and writes down who did so. Readers see the one or the other.
    public func show(_ generation: String, _ entry: PublicationLog.Entry) throws(StoreFault) {
        // First the log: a line about what was not shown after all can be mended, a version that nobody answers for
        // cannot.
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

    /// Removes the oldest until so many are left; never the one that is shown, nor the one before it.
    public func prune(keeping count: Int) throws(StoreFault) {
        let all = try all, current = try current
        let before = current.flatMap { current in all.last { $0 < current } }
        for generation in all.dropLast(max(2, count)) where generation != current && generation != before {
            // Out of sight first: half a generation must not look like one.
            try folder.rename(generation, to: ".old-" + generation)
            try folder.remove(".old-" + generation)
        }
    }
}
