import Glibc

/// What the system itself is told not to let a guest's program do, should the program ever try.
enum GuestLimits {
    /// Before anything is read: no file can grow, no core is left behind, and the keys that stop a program or make it
    /// leave a core do nothing even before the terminal is the program's own.
    static func set() {
        var status = stat(), none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Where the output itself is a file it must be able to grow.
        if fstat(STDOUT_FILENO, &status) != 0 || status.st_mode & S_IFMT != S_IFREG {
            _ = setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &none)
        }
        for number in [SIGTSTP, SIGQUIT] { signal(number, SIG_IGN) }
    }
}
