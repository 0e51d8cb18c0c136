import Glibc
import Tables

/// A file of a clerk's that a command replaces; its old contents stay beside it.
enum KeptFile {
    /// Replaces a file in one step.
    ///
    /// - Returns: where the old contents are.
    static func replace(_ path: String, _ old: [UInt8], by new: [UInt8]) throws -> String {
        let kept = try backUp(old, path)
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemFault(errno) }
        try Files.replace(path, mode: status.st_mode & 0o777) { try Files.write(new, to: $0) }
        return kept
    }

    /// Keeps the old contents beside the file, under a name that nothing has yet.
    private static func backUp(_ bytes: [UInt8], _ path: String) throws -> String {
        for number in 1...999 {
            let name = path + ".bak" + (number == 1 ? "" : String(number))
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
            if descriptor < 0, errno == EEXIST { continue }
            guard descriptor >= 0 else { throw SystemFault(errno) }
            defer { close(descriptor) }
            try Files.write(bytes, to: descriptor)
            guard fsync(descriptor) == 0 else { throw SystemFault(errno) }
            return name
        }
        throw SystemFault(EEXIST)
    }
}
