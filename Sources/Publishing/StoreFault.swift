import Indicators

/// Why nothing was published or rolled back; the old version stands in every case.
public enum StoreFault: Error, Sendable {
    /// The folder that the target is to lie in is not there.
    case noParent(String)
    /// The target is a folder or a file, not a link.
    case notALink(String)
    /// The target is a link to something that is none of its generations.
    case foreignLink(target: String, destination: String)
    /// Somebody else is publishing.
    case busy
    /// There is no such generation.
    case noGeneration(String)
    /// There is nothing before the one that is shown.
    case noneBefore
    /// A generation cannot be read without problems.
    case damaged(String, [DataProblem])
    /// The system refused: its error number, and what was being done to which file.
    case system(Int32, file: String)
}
