import Glibc

/// Writes files into a new folder and syncs them and the folder.
enum FolderFilling {
    /// - Parameters:
    ///   - draft: the folder, empty.
    ///   - files: contents by path, with `/` between folder and file.
    ///   - fileMode: the mode of the files, whatever the user's umask is.
    ///   - folderMode: the mode of the folders in it.
    ///   - progress: is called with the number of files written.
    static func fill(
        _ draft: Descriptor, _ files: [String: [UInt8]], fileMode: mode_t, folderMode: mode_t,
        progress: (Int) -> Void = { _ in }
    ) throws(StoreFault) {
        var folders: [String: Descriptor] = ["": draft]
        for (index, file) in files.keys.sorted().enumerated() {
            let parts = file.split(separator: "/").map(String.init)
            var path = "", folder = draft
            for part in parts.dropLast() {
                path += part + "/"
                if let known = folders[path] {
                    folder = known
                } else {
                    folder = try folder.makeFolder(part, folderMode)
                    folders[path] = folder
                }
            }
            let new = try folder.newFile(parts[parts.count - 1])
            try new.write(files[file] ?? [])
            try new.permit(fileMode)
            try new.sync()
            progress(index + 1)
        }
        for path in folders.keys.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            try folders[path]?.sync()
        }
    }
}
