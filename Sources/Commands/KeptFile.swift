import Glibc
import Tables

/// A file of a clerk's that a command replaces; its old contents stay beside it.
struct KeptFile {
    let path: String
    let old: [UInt8]
    let new: [UInt8]

    /// Replaces files, one after the other.
    ///
    /// - Parameter isReplaced: is told of each file, and where its old contents are, once it is replaced.
    /// - Throws: the exit status at the first file that cannot be written; what went wrong has been said.
    static func replaceAll(_ files: [KeptFile], isReplaced: (KeptFile, _ kept: String) throws -> Void) throws {
        for file in files {
            let kept: String
            do {
                kept = try file.replace()
            } catch let fault as SystemFault {
                let path = file.path.harmless()
                let refusal = Refusal(
                    .cannotGoOn, "写不出 \(path)：\(fault.reason)。没有写完的文件仍是旧的。",
                    "cannot write \(path): \(fault.reason). What was not written is still the old file.")
                throw ExitStatusError(status: refusal.report())
            }
            try isReplaced(file, kept)
        }
    }

    /// Replaces the file in one step. The new file and the kept one have the permissions of the old one.
    ///
    /// - Returns: where the old contents are.
    func replace() throws -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemFault(errno) }
        let mode = status.st_mode & 0o777
        let kept = try backUp(mode)
        try Files.replace(path, mode: mode) { try Files.write(new, to: $0) }
        return kept
    }

    /// Keeps the old contents beside the file, under a name that nothing has yet.
    private func backUp(_ mode: mode_t) throws -> String {
        for number in 1...999 {
            let name = path + ".bak" + (number == 1 ? "" : String(number))
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            if descriptor < 0, errno == EEXIST { continue }
            guard descriptor >= 0 else { throw SystemFault(errno) }
            defer { close(descriptor) }
            // open(2) takes away what the umask forbids.
            guard fchmod(descriptor, mode) == 0 else { throw SystemFault(errno) }
            try Files.write(old, to: descriptor)
            guard fsync(descriptor) == 0 else { throw SystemFault(errno) }
            return name
        }
        throw SystemFault(EEXIST)
    }
}
