import Indicators

import Glibc

/// The files of a folder and their versions, by device, inode, size and time of change. Their content is not read.
///
/// Hidden files and lock files of spreadsheets (`~$…`) do not count.
struct FolderIdentity: Hashable {
    private struct Entry: Hashable {
        let name: String
        let device: UInt
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        init(_ name: String, _ status: stat) {
            self.name = name
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
            size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
            // The time of a folder changes with every lock file and draft in it, so only files count.
            let isFile = status.st_mode & S_IFMT == S_IFREG
            seconds = isFile ? status.st_mtim.tv_sec : 0
            nanoseconds = isFile ? status.st_mtim.tv_nsec : 0
        }
    }

    private var entries: [Entry] = []
    /// The folders in it by their relative paths; the empty path is the folder itself.
    private(set) var folders: [String] = []

    /// A data set has about a dozen files; entries beyond this number are not looked at.
    private static let mostEntries = 2_000
    private static let deepest = 3

    /// Nil where there is no such folder, or it cannot be read.
    init?(path: String) {
        guard look(at: path, "", depth: 0) else { return nil }
        entries.sort { $0.name < $1.name }
    }

    private mutating func look(at path: String, _ name: String, depth: Int) -> Bool {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (depth == 0 ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { return false }
        var own = stat()
        guard fstat(descriptor, &own) == 0, let listing = fdopendir(descriptor) else {
            close(descriptor)
            return false
        }
        defer { closedir(listing) }
        folders.append(name)
        entries.append(Entry(name + "/", own))
        while entries.count < Self.mostEntries, let entry = readdir(listing) {
            let file = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !file.hasPrefix("."), !file.hasPrefix("~") else { continue }
            var status = stat()
            guard fstatat(descriptor, file, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let whole = name.isEmpty ? file : name + "/" + file
            switch status.st_mode & S_IFMT {
            case S_IFREG: entries.append(Entry(whole, status))
            case S_IFDIR where depth < Self.deepest: _ = look(at: path + "/" + file, whole, depth: depth + 1)
            default: continue
            }
        }
        return true
    }
}
