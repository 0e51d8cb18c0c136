import Glibc

/// Creates a folder of tables for a clerk, completely or not at all.
public enum NewFolder {
    /// Writes the files to a temporary folder and renames it. An empty folder at the path is replaced.
    ///
    /// - Parameter files: contents by path, with `/` between folder and file.
    /// - Throws: `StoreFault.noParent`; `StoreFault.system` with EEXIST if there is anything but an empty folder.
    public static func write(_ files: [String: [UInt8]], to path: String) throws(StoreFault) {
        let split = SplitPath(path), above = split.folder, name = split.name, target = split.whole
        let number = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .noParent(above) : .system(errno, file: above)
        }
        let parent = try Descriptor(number, above)
        // rename(2) replaces an empty folder and refuses to replace one that is not empty.
        var status = stat()
        if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR, try parent.folder(name).names().isEmpty else {
                throw .system(EEXIST, file: target)
            }
        }
        // Not made of the name, which may be as long as a name can be.
        let draft = ".minsheng-new-\(getpid())"
        do throws(StoreFault) {
            let mode = try parent.sharedFolderMode
            let folder = try parent.makeFolder(draft, mode)
            try FolderFilling.fill(folder, files, fileMode: 0o644 | mode & S_IWGRP, folderMode: mode)
            guard renameat(number, draft, number, name) == 0 else {
                throw StoreFault.system(errno == ENOTEMPTY ? EEXIST : errno, file: target)
            }
            try parent.sync()
        } catch {
            try? parent.remove(draft)
            throw error
        }
    }
}
