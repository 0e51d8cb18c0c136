import Glibc

/// Watches the folder of a data set and says, once, when its files have changed and nobody is writing them any more.
///
/// The path may be a link that is put on another folder: the link's own folder is watched too (inotify(7)). Where that
/// cannot be, as over a network, the folder is looked at every 30 seconds. It costs no time while nothing changes.
public final class FolderWatch {
    /// How often a folder is looked at that gives no signs of itself, in milliseconds.
    public static let pollingInterval = 30_000

    /// The folder, or the link to it.
    public let path: String
    /// Becomes readable when something happens in the folder; nil where it can only be looked at.
    public var descriptor: Int32? { inotify >= 0 ? inotify : nil }

    private let parent: String
    private let name: String
    private let inotify: Int32
    private var isPolling: Bool
    private var nextPoll: Int
    private var parentWatch: Int32 = -1
    private var folderWatches: Set<Int32> = []
    private var quiet = QuietPeriod()
    private var identity: FolderIdentity?

    /// Begins to watch; what changes from now on is said. Make it before the folder is read, so that nothing is missed
    /// between.
    ///
    /// - Parameter path: a folder, or the `datapackage.json` in it.
    /// - Parameter polls: looks every 30 seconds even where the folder gives signs.
    public init(path: String, polls: Bool = false, now: Int = MonotonicClock.milliseconds) {
        let folder = Self.folder(path)
        self.path = folder
        let slash = folder.lastIndex(of: "/")
        parent = slash.map { $0 == folder.startIndex ? "/" : String(folder[..<$0]) } ?? "."
        name = slash.map { String(folder[folder.index(after: $0)...]) } ?? folder
        identity = FolderIdentity(path: folder)
        inotify = polls ? -1 : inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        isPolling = true
        nextPoll = now + Self.pollingInterval
        if inotify >= 0 { isPolling = !watch() }
    }

    deinit { if inotify >= 0 { close(inotify) } }

    /// So many milliseconds from now it wants to be asked again; nil where only its descriptor can bring news.
    public func milliseconds(now: Int = MonotonicClock.milliseconds) -> Int? {
        let pending = quiet.remaining(at: now)
        guard isPolling else { return pending }
        return min(pending ?? .max, max(0, nextPoll - now))
    }

    /// Takes what has been signalled. Whether the folder has changed since it was last said so, and has come to rest.
    public func hasChanged(now: Int = MonotonicClock.milliseconds) -> Bool {
        if takeSignals() { quiet.note(at: now) }
        if isPolling, nextPoll <= now {
            nextPoll = now + Self.pollingInterval
            if FolderIdentity(path: path) != identity { quiet.note(at: now) }
        }
        return quiet.isOver(at: now) && differs()
    }

    /// Whether the folder has changed since it was last said so, at rest or not.
    public func differs() -> Bool {
        if inotify >= 0 { isPolling = !watch() }
        let identity = FolderIdentity(path: path)
        defer { self.identity = identity }
        return identity != self.identity
    }

    // MARK: inotify

    private static let folderMask = UInt32(
        IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
            | IN_MOVE_SELF)
    private static let parentMask = UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO) | UInt32(IN_ONLYDIR)

    /// Watches the link's folder and whatever the path leads to now; false where that cannot be.
    private func watch() -> Bool {
        if parentWatch < 0, !name.isEmpty, name != ".", name != ".." {
            parentWatch = inotify_add_watch(inotify, parent, Self.parentMask)
            guard parentWatch >= 0, !NetworkMount.holds(parent) else { return false }
        }
        // A folder that is gone comes back as an event of its parent.
        guard let identity = FolderIdentity(path: path) else { return parentWatch >= 0 }
        guard !NetworkMount.holds(path) else { return false }
        var watches: Set<Int32> = []
        for folder in identity.folders {
            let watch = inotify_add_watch(inotify, folder.isEmpty ? path : path + "/" + folder, Self.folderMask)
            // One and the same folder has one and the same watch, so a set that lies beside its own link keeps both
            // masks.
            if watch == parentWatch { _ = inotify_add_watch(inotify, parent, Self.folderMask | Self.parentMask) }
            if watch >= 0 { watches.insert(watch) } else if folder.isEmpty { return false }
        }
        for watch in folderWatches.subtracting(watches) where watch != parentWatch { inotify_rm_watch(inotify, watch) }
        folderWatches = watches
        return true
    }

    /// Whether anything of it has to do with the data set.
    private func takeSignals() -> Bool {
        guard inotify >= 0 else { return false }
        var isConcerned = false
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(inotify, &bytes, bytes.count)
            guard count > 0 else { return isConcerned }
            var place = 0
            let head = MemoryLayout<inotify_event>.size
            while place + head <= count {
                let event = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: inotify_event.self) }
                let file = String(
                    decoding: bytes[(place + head)..<(place + head + Int(event.len))].prefix { $0 != 0 }, as: UTF8.self)
                place += head + Int(event.len)
                let isOverflow = event.mask & UInt32(IN_Q_OVERFLOW) != 0
                let isFile = folderWatches.contains(event.wd) && !file.hasPrefix(".") && !file.hasPrefix("~")
                if isOverflow || isFile || (event.wd == parentWatch && file == name) { isConcerned = true }
            }
        }
    }

    private static func folder(_ path: String) -> String {
        var folder = path
        if path == "datapackage.json" || path.hasSuffix("/datapackage.json") {
            folder = String(path.dropLast("datapackage.json".count))
        }
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder.isEmpty ? "." : folder
    }
}

/// The clock that nobody sets.
public enum MonotonicClock {
    /// Milliseconds since an unspecified moment, usually the start of the machine (`CLOCK_MONOTONIC`). For durations
    /// only.
    public static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
