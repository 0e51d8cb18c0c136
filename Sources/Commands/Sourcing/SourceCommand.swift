import Glibc
import Tables

/// Why a source gave nothing.
enum SourceFault: Error, Hashable {
    /// The program does not start.
    case notStarted(program: String, reason: String)
    /// It ended with a status that is not 0, and said this last.
    case failed(program: String, status: Int32, said: String)
    /// It was ended because it took too long.
    case slow(program: String, seconds: Int)
    /// It gave more than it may.
    case tooLarge(program: String, mebibytes: Int)
    /// It ended well and gave nothing.
    case empty(program: String)
    /// The folder with the other tables cannot be read.
    case noFolder(String)
}

/// Runs a program for what it writes, bounded in time and size. Neither a shell nor a terminal is given to it.
enum SourceCommand {
    /// The bytes that a program writes to its standard output.
    static func output(of words: [String], seconds: Int, largest: Int) -> Result<[UInt8], SourceFault> {
        let program = words[0]
        guard let output = Pipe(), let errors = Pipe() else {
            return .failure(.notStarted(program: program, reason: ""))
        }
        let started = start(words, output.writing, errors.writing)
        output.closeWriting()
        errors.closeWriting()
        let process: pid_t
        switch started {
        case .failure(let number):
            return .failure(.notStarted(program: program, reason: String(cString: strerror(number.code))))
        case .success(let id): process = id
        }
        let deadline = Deadline(milliseconds: seconds * 1_000)
        let taken = take(output, errors, largest, until: deadline)
        // It has a group of its own, so what it has started ends with it.
        if taken.fault != nil { kill(-process, SIGKILL) }
        let status = status(of: process, until: deadline)
        switch taken.fault {
        case .size: return .failure(.tooLarge(program: program, mebibytes: largest >> 20))
        case .time: return .failure(.slow(program: program, seconds: seconds))
        case nil: break
        }
        guard let status else { return .failure(.slow(program: program, seconds: seconds)) }
        guard status == 0 else { return .failure(.failed(program: program, status: status, said: taken.said)) }
        return taken.bytes.isEmpty ? .failure(.empty(program: program)) : .success(taken.bytes)
    }

    private struct Number: Error { let code: Int32 }

    private static func start(_ words: [String], _ output: Int32, _ errors: Int32) -> Result<pid_t, Number> {
        var actions = posix_spawn_file_actions_t(), attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // The screen ignores and catches signals; what it starts must not.
        var all = sigset_t(), none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        let arguments = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        let code = posix_spawnp(&process, words[0], &actions, &attributes, arguments + [nil], environ)
        return code == 0 ? .success(process) : .failure(Number(code: code))
    }

    private enum Bound { case size, time }

    /// Reads both pipes to their ends: all of the output, the last line of what was said of errors.
    private static func take(_ output: Pipe, _ errors: Pipe, _ largest: Int, until deadline: Deadline) -> (
        bytes: [UInt8], said: String, fault: Bound?
    ) {
        var bytes: [UInt8] = [], said: [UInt8] = [], open = [output.reading, errors.reading]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !open.isEmpty {
            var entries = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            if deadline.left == 0 { return (bytes, lastLine(said), .time) }
            guard poll(&entries, nfds_t(entries.count), deadline.left) > 0 else { continue }
            for entry in entries where entry.revents != 0 {
                let count = read(entry.fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    open.removeAll { $0 == entry.fd }
                    continue
                }
                if entry.fd == output.reading {
                    bytes += buffer[..<count]
                    if bytes.count > largest { return ([], lastLine(said), .size) }
                } else {
                    said = Array((said + buffer[..<count]).suffix(1_024))
                }
            }
        }
        return (bytes, lastLine(said), nil)
    }

    private static func lastLine(_ bytes: [UInt8]) -> String {
        let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return String(String(decoding: lines.last ?? [], as: UTF8.self).prefix(200))
    }

    /// How a process ended, a signal as 128 and its number; nil where it did not in time, and was ended. It is never
    /// left behind.
    private static func status(of process: pid_t, until deadline: Deadline) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
            if ended < 0, errno != EINTR { return nil }
            if deadline.left == 0 { break }
            poll(nil, 0, min(10, deadline.left))
        }
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return nil
    }

    /// A pipe whose ends no other program inherits.
    private final class Pipe {
        let reading: Int32
        private(set) var writing: Int32

        init?() {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (reading, writing) = (ends[0], ends[1])
        }

        func closeWriting() {
            close(writing)
            writing = -1
        }

        deinit {
            close(reading)
            if writing >= 0 { close(writing) }
        }
    }
}
