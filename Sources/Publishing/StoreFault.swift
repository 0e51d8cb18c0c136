import Indicators

/// Why nothing was published or rolled back. The old version stays in every case.
public enum StoreFault: Error, Sendable {
    /// The folder that should contain the target does not exist.
    case noParent(String)
    /// The target is a folder or a file, not a link, or its name cannot be used.
    case notALink(String)
    /// The target is a link that does not lead to one of its generations.
    case foreignLink(target: String, destination: String)
    /// Another process holds the lock.
    case busy
    /// The link leads to another generation than the one that the publication was prepared for.
    case overtaken
    /// There is no generation of that name.
    case noGeneration(String)
    /// Nothing was ever published to that target.
    case noTarget(String)
    /// There is no generation before the one that is shown.
    case noneBefore
    /// A generation has problems and was not shown.
    case damaged(String, [DataProblem])
    /// A system call failed: errno, and the file concerned.
    case system(Int32, file: String)
}
