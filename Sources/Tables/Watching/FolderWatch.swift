import Indicators

import Glibc

/// Watches the folder of a data set and reports once that its files have changed and are no longer being written.
///
/// The path may be a link whose target is replaced; the folder that contains the link is watched too (inotify(7)).
/// Where that is not possible, as over a network, the folder is checked every 30 seconds. Watching takes no processor
/// time while nothing changes.
public final class FolderWatch {
    /// The interval in milliseconds at which a folder without notifications is checked.
    public static let pollingInterval = 30_000

    /// The folder, or the link to it.
    public let path: String
    /// Becomes readable when something happens in the folder; nil where notifications are not available.
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

    /// Begins to watch. Create the watch before the folder is read, so that no change is missed in between.
    ///
    /// - Parameters:
    ///   - path: a folder, or the `datapackage.json` in it.
    ///   - polls: whether to check every 30 seconds even where notifications are available.
    ///   - now: the time of a monotonic clock, in milliseconds.
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

    /// The milliseconds until `hasChanged` should be called; nil where only the descriptor announces events.
    public func milliseconds(now: Int = MonotonicClock.milliseconds) -> Int? {
        let pending = quiet.remaining(at: now)
        guard isPolling else { return pending }
        return min(pending ?? .max, max(0, nextPoll - now))
    }

    /// Takes pending notifications. Returns whether the folder has changed since the last report and is no longer being
    /// written.
    public func hasChanged(now: Int = MonotonicClock.milliseconds) -> Bool {
        if takeSignals() { quiet.note(at: now) }
        if isPolling, nextPoll <= now {
            nextPoll = now + Self.pollingInterval
            if FolderIdentity(path: path) != identity { quiet.note(at: now) }
        }
        return quiet.isOver(at: now) && differs()
    }

    /// Whether the folder has changed since the last report, even if it is still being written.
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

    /// Watches the folder of the link and the folder that the path leads to now. Returns false where that is not
    /// possible.
    private func watch() -> Bool {
        if parentWatch < 0, !name.isEmpty, name != ".", name != ".." {
            parentWatch = inotify_add_watch(inotify, parent, Self.parentMask)
            guard parentWatch >= 0, !NetworkMount.holds(parent) else { return false }
        }
        // A removed folder is reported by its parent when it returns.
        guard let identity = FolderIdentity(path: path) else { return parentWatch >= 0 }
        guard !NetworkMount.holds(path) else { return false }
        var watches: Set<Int32> = []
        for folder in identity.folders {
            let watch = inotify_add_watch(inotify, folder.isEmpty ? path : path + "/" + folder, Self.folderMask)
            // inotify has one watch for each folder, so a folder that contains both the data and the link to them needs
            // both masks.
            if watch == parentWatch { _ = inotify_add_watch(inotify, parent, Self.folderMask | Self.parentMask) }
            if watch >= 0 { watches.insert(watch) } else if folder.isEmpty { return false }
        }
        for watch in folderWatches.subtracting(watches) where watch != parentWatch { inotify_rm_watch(inotify, watch) }
        folderWatches = watches
        return true
    }

    /// Takes notifications. Returns whether any of them concerns the data set.
    private func takeSignals() -> Bool {
        guard inotify >= 0 else { return false }
        var isConcerned = false
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(inotify, &bytes, bytes.count)
            guard count > 0 else { return isConcerned }
            var index = 0
            let head = MemoryLayout<inotify_event>.size
            while index + head <= count {
                let event = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: inotify_event.self) }
                let file = String(
                    decoding: bytes[(index + head)..<(index + head + Int(event.len))].prefix { $0 != 0 }, as: UTF8.self)
                index += head + Int(event.len)
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

/// A clock that is never set.
public enum MonotonicClock {
    /// Milliseconds since an unspecified moment, usually the start of the machine (`CLOCK_MONOTONIC`). For durations
    /// only.
    public static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
