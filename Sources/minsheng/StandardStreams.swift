import Glibc

/// Standard output and standard error.
enum StandardStreams {
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes a text to standard output. A reader that left early is no fault; anything else is said.
    static func write(_ text: String) -> ExitStatus {
        switch write(text, to: STDOUT_FILENO) {
        case 0, EPIPE: return .well
        case let fault:
            let reason = String(cString: strerror(fault))
            return Refusal(.cannotGoOn, "写不出来：\(reason)。请检查磁盘空间与权限。", "cannot write: \(reason). Check the disk and its permissions.").report()
        }
    }

    /// The same for a command, which ends with the status of a fault.
    static func put(_ text: String) throws {
        let status = write(text)
        if status != .well { throw ExitStatusError(status: status) }
    }

    static func complain(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    /// The error number of the system; 0 where all was written.
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return 0
        }
    }
}
