import Glibc
import Indicators
import Kiosk

/// Reads a text aloud by a command of the operator's: the text on its standard input, the language and the code of the
/// figure in its environment. It never waits for the command.
@MainActor
final class Speaker {
    private let command: String
    private var child: pid_t?
    private var began = KioskInstant(milliseconds: 0)
    private var isTold = false
    /// A command that speaks longer than this hangs.
    private static let longest = 60_000
    /// How long a command has to end when it is told to.
    private static let patience = 1_000
    private static let interval = 200
    private var killsAt: KioskInstant?
    /// What was wrong with the last command that was not ended by a visitor; nil for nothing.
    private(set) var standing: LocalizedText?

    init(_ command: String) { self.command = command }

    /// When `turn` is to be called; nil where nothing is read.
    func nextCall(at now: KioskInstant) -> KioskInstant? { child == nil ? nil : now + Self.interval }

    /// - Returns: what to say in the log; nil for nothing.
    func speak(_ spoken: SpokenText, at now: KioskInstant) -> LocalizedText? {
        let fault = start(spoken, at: now)
        if let fault { standing = fault }
        return fault
    }

    private func start(_ spoken: SpokenText, at now: KioskInstant) -> LocalizedText? {
        stop(at: now)
        reap(waiting: true)
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return Self.fault("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        // The text is smaller than the buffer of a pipe (pipe(7)), so that writing never waits.
        let bytes = Array(spoken.text.utf8.prefix(32_768))
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        _ = write(ends[1], bytes, bytes.count)
        close(ends[1])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what the command starts is ended with it; signals as in a fresh process.
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        let environment =
            Self.environment + [
                "MINSHENG_LANGUAGE=\(spoken.language.rawValue)", "MINSHENG_INDICATOR=\(spoken.indicator)",
            ]
        var number = pid_t()
        let status = Self.withArguments(["sh", "-c", command]) { arguments in
            Self.withArguments(environment) { posix_spawn(&number, "/bin/sh", &actions, &attributes, arguments, $0) }
        }
        guard status == 0 else { return Self.fault("posix_spawn") }
        (child, began, isTold, killsAt) = (number, now, false, nil)
        return nil
    }

    /// Ends what is being read.
    func stop(at now: KioskInstant) {
        guard let child, !isTold else { return }
        isTold = true
        kill(-child, SIGTERM)
        killsAt = now + Self.patience
    }

    /// Looks after the command.
    ///
    /// - Returns: what to say in the log; nil for nothing.
    func turn(at now: KioskInstant) -> LocalizedText? {
        guard let child else { return nil }
        if let killsAt, now >= killsAt { kill(-child, SIGKILL) }
        if let status = reap(waiting: false) {
            let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
            if isTold { return nil }
            standing =
                code == 0
                ? nil
                : LocalizedText(
                    zh: "朗读命令失败（退出码 \(code)）", en: "the command that reads aloud failed with status \(code)")
            return standing
        }
        guard now - began >= Self.longest, !isTold else { return nil }
        stop(at: now)
        standing = LocalizedText(
            zh: "朗读命令超过 60 秒，已结束", en: "the command that reads aloud took more than 60 s and was ended")
        return standing
    }

    /// The status of the command, once it has ended.
    @discardableResult
    private func reap(waiting: Bool) -> Int32? {
        guard let child else { return nil }
        if waiting { kill(-child, SIGKILL) }
        var status: Int32 = 0
        guard waitpid(child, &status, waiting ? 0 : WNOHANG) == child else { return nil }
        // What the command has left behind.
        kill(-child, SIGKILL)
        self.child = nil
        return status
    }

    /// Ends the command with the program.
    func end() { reap(waiting: true) }

    private static func fault(_ call: String) -> LocalizedText {
        let reason = String(cString: strerror(errno))
        return LocalizedText(
            zh: "朗读命令没有启动：\(call) \(reason)", en: "the command that reads aloud did not start: \(call) \(reason)")
    }

    private static var environment: [String] {
        var texts: [String] = []
        var pointer = environ
        while let entry = pointer.pointee {
            texts.append(String(cString: entry))
            pointer += 1
        }
        return texts
    }

    private static func withArguments<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return copies.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}
