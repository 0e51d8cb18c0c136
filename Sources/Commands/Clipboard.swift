import Console
import CursesScreen
import Glibc
import Indicators

/// Puts a text into the clipboard of the person in front of the terminal, and says no more of it than it knows: no
/// terminal tells whether it has taken it.
enum Clipboard {
    /// How a text gets there.
    enum Way: Hashable {
        /// Through tmux, which keeps it as a buffer too and hands it on to every terminal that it is shown on.
        case tmux
        /// By a sequence that terminals know (OSC 52).
        case terminal
        /// The Linux console has no clipboard and shows such a sequence as letters.
        case none
    }

    /// The way that the environment leaves.
    static var way: Way {
        if let tmux = getenv("TMUX"), tmux.pointee != 0 { return .tmux }
        return getenv("TERM").map { strcmp($0, "linux") == 0 } ?? false ? .none : .terminal
    }

    /// Sends a text, and gives what to say of it.
    ///
    /// - Parameters:
    ///   - isGuest: whether no other program may be started for it.
    ///   - write: sends bytes to the terminal.
    static func send(_ text: String, isGuest: Bool = false, write: ([UInt8]) -> Void) -> LocalizedText {
        let rows = text.split(separator: "\n").count
        let sent = LocalizedText(
            zh: "已发送到剪贴板：" + (rows > 1 ? "\(rows) 行" : text),
            en: "sent to the clipboard: " + (rows > 1 ? "\(rows) lines" : text))
        switch way {
        case .tmux where !isGuest && TmuxBuffer.load(Array(text.utf8)): return sent
        case .none: return LocalizedText(zh: "没有复制：这种终端没有剪贴板", en: "Not copied: this kind of terminal has no clipboard")
        case .tmux, .terminal:
            guard let payload = ClipboardPayload.of(text) else {
                return LocalizedText(zh: "没有复制：太长，终端收不下", en: "Not copied: too long for a terminal to take")
            }
            write(ControlSequences.clipboard(payload))
            return sent
        }
    }
}

/// The newest buffer of the tmux that the program runs in.
enum TmuxBuffer {
    /// tmux answers at once or not at all; nobody waits longer for it than this.
    private static let milliseconds = 2_000

    /// Of the environment tmux is told no more than it needs to find its server and its client.
    private static let variables = [
        "TMUX", "TMUX_PANE", "TMUX_TMPDIR", "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TERM",
    ]

    /// Runs `tmux load-buffer -w -`, which puts a text into a buffer and into the clipboard (tmux 3.2 and later). No
    /// shell is asked.
    ///
    /// - Returns: whether tmux says that it has done it.
    static func load(_ bytes: [UInt8]) -> Bool {
        // A pair of sockets instead of a pipe: writing to one whose reader has gone is an error and no signal.
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            return false
        }
        let process = start(input: pair[1])
        close(pair[1])
        guard let process else {
            close(pair[0])
            return false
        }
        let deadline = Deadline(milliseconds: milliseconds)
        let isWritten = write(bytes, to: pair[0], until: deadline)
        shutdown(pair[0], Int32(SHUT_WR))
        if isWritten { waitForEnd(of: pair[0], until: deadline) }
        close(pair[0])
        return status(of: process, until: deadline) == 0 && isWritten
    }

    private static func start(input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t(), attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        // The screen ignores and catches signals; what it starts must not.
        var all = sigset_t(), none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let environment = variables.compactMap { name in getenv(name).map { "\(name)=" + String(cString: $0) } }
        return withCStrings(["tmux", "load-buffer", "-w", "-"]) { arguments in
            withCStrings(environment) { environment in
                var process = pid_t()
                return posix_spawnp(&process, "tmux", &actions, &attributes, arguments, environment) == 0
                    ? process : nil
            }
        }
    }

    private static func withCStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result)
        -> Result
    {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    /// Whether all of it was taken.
    private static func write(_ bytes: [UInt8], to socket: Int32, until deadline: Deadline) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            var entry = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
            guard poll(&entry, 1, deadline.left) != 0 else { return false }
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if ![EAGAIN, EINTR].contains(errno) || deadline.left == 0 {
                return false
            }
        }
        return true
    }

    /// Sleeps until the other side is closed, which a process that ends does by itself.
    private static func waitForEnd(of socket: Int32, until deadline: Deadline) {
        while deadline.left > 0 {
            var entry = pollfd(fd: socket, events: 0, revents: 0)
            if poll(&entry, 1, deadline.left) > 0 { return }
        }
    }

    /// How a process ended; nil where it did not in time, and was ended, or where that is not known. It is never left
    /// behind.
    private static func status(of process: pid_t, until deadline: Deadline) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status }
            if ended < 0 && errno != EINTR { return nil }
            if deadline.left == 0 { break }
            poll(nil, 0, 1)
        }
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return nil
    }
}

/// A moment after which nobody waits any longer.
struct Deadline {
    private let end: Int

    init(milliseconds: Int) { end = Self.now + milliseconds }

    /// So many milliseconds are left, as poll(2) wants them; 0 once it is over.
    var left: Int32 { Int32(max(0, end - Self.now)) }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
