import Glibc
import Indicators

/// Where a command writes: standard output, or a file that appears whole or not at all.
enum OutputFile {
    /// Writes what the body puts. A file of that name is replaced in one step once all of it is on the disk; a pipe or a device is
    /// simply written to.
    static func writing(to path: String?, _ body: ((String) throws -> Void) throws -> Void) throws {
        guard let path else {
            return try body { try StandardStreams.put($0) }
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR { throw refusal(EISDIR, path) }
        let isDirect = isThere && status.st_mode & S_IFMT != S_IFREG
        var draft = Array((isDirect ? path : "\(path).XXXXXX").utf8CString)
        let descriptor = isDirect ? open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY) : mkstemp(&draft)
        guard descriptor >= 0 else { throw refusal(errno, path) }
        do {
            try body { text in
                let fault = StandardStreams.write(text, to: descriptor)
                if fault != 0 { throw refusal(fault, path) }
            }
            guard !isDirect else {
                close(descriptor)
                return
            }
            // mkstemp keeps it to oneself; the file is for whoever may read files of this user.
            let mask = umask(0)
            umask(mask)
            guard fchmod(descriptor, isThere ? status.st_mode & 0o777 : 0o666 & ~mask) == 0, fsync(descriptor) == 0, rename(draft, path) == 0
            else { throw refusal(errno, path) }
            close(descriptor)
        } catch {
            close(descriptor)
            if !isDirect { unlink(draft) }
            throw error
        }
    }

    private static func refusal(_ fault: Int32, _ path: String) -> ExitStatusError {
        let path = Refusal.harmless(path), reason = String(cString: strerror(fault))
        let status: ExitStatus = fault == ENOENT ? .noSuchFile : .cannotGoOn
        return ExitStatusError(
            status: Refusal(status, "写不出 \(path)：\(reason)。请检查路径、磁盘空间与权限。", "cannot write \(path): \(reason). Check the path, the disk and its permissions.")
                .report())
    }
}
