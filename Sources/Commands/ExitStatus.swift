/// What the program tells a script when it ends.
enum ExitStatus: Int32 {
    case well = 0
    /// The data have problems.
    case problems = 1
    /// Nothing more can be done.
    case cannotGoOn = 2
    /// Nothing was done, because a person has to decide first or has answered no.
    case refused = 3
    /// The command was used wrongly (EX_USAGE).
    case wrongUse = 64
    /// There is no such file (EX_NOINPUT).
    case noSuchFile = 66
}
