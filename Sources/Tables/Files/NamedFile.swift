import Glibc

/// A file that a person names by its path, or standard input. The path may be a link; devices are refused.
public enum NamedFile {
    /// What comes through a pipe is kept in memory.
    static let largestStream = 512 << 20

    /// Opens a file of any size and returns its bytes with its path and date. A pipe is read to its end, which waits
    /// for whoever writes to it.
    ///
    /// - Throws: `FolderFault`.
    public static func open(_ path: String) throws -> (FileBytes, ForeignFile) {
        let isPipe = isPipe(path)
        let file = Glibc.open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC | (isPipe ? 0 : O_NONBLOCK))
        guard file >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw FolderFault.missing
            case ENXIO, ELOOP: throw FolderFault.notAFile
            default: throw FolderFault.unreadable
            }
        }
        var named = ForeignFile(path: path)
        if !isPipe, let roles = try? roles(path + RoleOverrides.ending) { named.roles = roles }
        return try contents(file, named)
    }

    /// Reads the roles that a person gives to the columns of a table.
    ///
    /// - Throws: `FolderFault`.
    public static func roles(_ path: String) throws -> RoleOverrides {
        let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw FolderFault.missing }
        let bytes = try FileBytes(descriptor: file, maximumBytes: 1 << 16)
        return RoleOverrides(bytes.withBytes { String(decoding: $0, as: UTF8.self) }, path: path)
    }

    /// Reads standard input to its end.
    ///
    /// - Throws: `FolderFault`: `.notAFile` where it is a terminal or another device.
    public static func standardInput() throws -> (FileBytes, ForeignFile) {
        let file = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
        guard file >= 0 else { throw FolderFault.unreadable }
        return try contents(file, ForeignFile(path: "stdin"))
    }

    /// Whether a path names a pipe, which can be read only once.
    public static func isPipe(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    private static func contents(_ descriptor: Int32, _ file: ForeignFile) throws -> (FileBytes, ForeignFile) {
        var status = stat(), file = file
        let isKnown = fstat(descriptor, &status) == 0, kind = status.st_mode & S_IFMT
        if isKnown, kind == S_IFIFO || kind == S_IFSOCK {
            return (try FileBytes(stream: descriptor, maximumBytes: largestStream), file)
        }
        if isKnown { file.date = FileDate.text(status.st_mtim) }
        return (try FileBytes(descriptor: descriptor, maximumBytes: .max), file)
    }
}
