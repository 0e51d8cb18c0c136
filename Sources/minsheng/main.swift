import Glibc

// Without arguments there is nothing to parse: the straight way to the first frame.
if CommandLine.argc == 1 {
    exit(ConsoleRun.run(ConsoleChoices()).rawValue)
} else {
    Minsheng.run(Array(CommandLine.arguments.dropFirst()))
}
