import Glibc
import Tables

/// Standard output and standard error.
enum StandardStreams {
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes a text to standard output. A reader that left early is no fault; anything else is said.
    static func write(_ text: String) -> ExitStatus {
        do {
            try Files.write(text, to: STDOUT_FILENO)
            return .well
        } catch {
            if error.number == EPIPE { return .well }
            return Refusal(
                .cannotGoOn, "写不出来：\(error.reason)。请检查磁盘空间与权限。",
                "cannot write: \(error.reason). Check the disk and its permissions."
            ).report()
        }
    }

    /// The same for a command, which ends with the status of a fault.
    static func put(_ text: String) throws {
        let status = write(text)
        if status != .well { throw ExitStatusError(status: status) }
    }

    static func complain(_ text: String) { try? Files.write(text, to: STDERR_FILENO) }
}
