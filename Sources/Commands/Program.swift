import Glibc

/// The whole program, from its arguments to its exit status.
public enum Program {
    /// Runs the command that the arguments name; without arguments the console. Does not return.
    @MainActor
    public static func run() -> Never {
        // Without arguments there is nothing to parse.
        if CommandLine.argc == 1 { exit(ConsoleRun.run(ConsoleChoices()).rawValue) }
        Minsheng.run(Array(CommandLine.arguments.dropFirst()))
    }
}
