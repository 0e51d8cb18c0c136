import Cells
import Glibc
import Tables

/// Where a command writes: standard output, or a file that appears whole or not at all.
enum OutputFile {
    /// Writes what the body puts. A file of that name is replaced in one step once all of it is on the disk; a pipe or
    /// a device is simply written to.
    static func writing(to path: String?, _ body: ((String) throws -> Void) throws -> Void) throws {
        guard let path else {
            return try body { try StandardStreams.put($0) }
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        do {
            if isThere, status.st_mode & S_IFMT == S_IFDIR { throw SystemFault(EISDIR) }
            if isThere, status.st_mode & S_IFMT != S_IFREG {
                let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
                guard descriptor >= 0 else { throw SystemFault(errno) }
                defer { close(descriptor) }
                try body { try Files.write($0, to: descriptor) }
            } else {
                // The file is for whoever may read files of this user.
                let mask = umask(0)
                umask(mask)
                try Files.replace(path, mode: isThere ? status.st_mode & 0o777 : 0o666 & ~mask) { descriptor in
                    try body { try Files.write($0, to: descriptor) }
                }
            }
        } catch let fault as SystemFault {
            throw refusal(fault, path)
        }
    }

    private static func refusal(_ fault: SystemFault, _ path: String) -> ExitStatusError {
        let path = path.harmless(), reason = fault.reason
        let status: ExitStatus = fault.number == ENOENT ? .noSuchFile : .cannotGoOn
        return ExitStatusError(
            status: Refusal(
                status, "写不出 \(path)：\(reason)。请检查路径、磁盘空间与权限。",
                "cannot write \(path): \(reason). Check the path, the disk and its permissions."
            )
            .report())
    }
}
