import CursesScreen
import Glibc
import Tables

/// The terminal while it is asked where its cursor stands. Nothing that it answers is shown or left for the shell, and
/// it is as it was once it is closed.
struct QuestionedTerminal: ~Copyable {
    private let before: termios
    private let signals: sigset_t
    private var reports = CursorReports()
    private var asked = 0

    /// Nil where standard input and output are not one terminal, or another program has it.
    init?() {
        guard Self.isOneTerminal, tcgetpgrp(STDIN_FILENO) == getpgrp() else { return nil }
        var attributes = termios()
        guard tcgetattr(STDIN_FILENO, &attributes) == 0 else { return nil }
        before = attributes
        // What would end or stop the program waits until the terminal is as it was.
        var blocked = sigset_t(), former = sigset_t()
        sigemptyset(&blocked)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTOU] { sigaddset(&blocked, signal) }
        sigprocmask(SIG_BLOCK, &blocked, &former)
        signals = former
        attributes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &attributes)
    }

    private static var isOneTerminal: Bool {
        var input = stat(), output = stat()
        return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && fstat(STDIN_FILENO, &input) == 0
            && fstat(STDOUT_FILENO, &output) == 0
            && input.st_rdev == output.st_rdev
    }

    /// Writes each text at the beginning of a line and asks where the cursor then stands; blanks the line in the end.
    ///
    /// - Returns: how many cells each takes, as far as answers came in time.
    mutating func cells(of texts: [String], milliseconds: Int) -> [Int] {
        asked = texts.count
        let questions =
            texts.map { "\r\($0)\(ControlSequences.cursorQuestion)" }.joined() + "\r" + ControlSequences.eraseLine
        try? Files.write(questions, to: STDOUT_FILENO)
        wait(until: Deadline(milliseconds: milliseconds))
        return reports.columns.prefix(texts.count).map { $0 - 1 }
    }

    /// Gives the terminal back. Answers that are late are waited for, so that the shell does not take them for typing.
    consuming func close() {
        wait(until: Deadline(milliseconds: 1_000))
        var before = before, signals = signals
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        sigprocmask(SIG_SETMASK, &signals, nil)
    }

    /// Until every answer has come, the time is over, the terminal has gone, or Ctrl-C is pressed.
    private mutating func wait(until deadline: Deadline) {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        while reports.columns.count < asked, !reports.isInterrupted {
            var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, deadline.left)
            if ready == 0 || (ready < 0 && errno != EINTR) { return }
            guard ready > 0 else { continue }
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            guard count > 0 else { return }
            reports.take(bytes[..<count])
        }
    }

}
