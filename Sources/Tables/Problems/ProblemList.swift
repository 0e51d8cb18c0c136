import Indicators

/// The problems of one reading. Of errors and of warnings only the first are listed; then one more of each says that
/// there were too many. Warnings never keep an error from being listed.
struct ProblemList {
    static let limit = 1_000
    private var listed: [DataProblem] = []
    /// What says that there were more.
    private var cut: [DataProblem] = []
    private(set) var hasError = false
    /// How many errors were added, those beyond the limit included.
    private(set) var errorCount = 0
    private var warningCount = 0

    /// What is listed, and last what says that there were more.
    var problems: [DataProblem] { listed + cut }

    /// Puts the problems into the order of these files, then of lines.
    mutating func sort(files: [String]) {
        let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = listed.enumerated().map { index, problem in
            (order[problem.file] ?? files.count, problem.line ?? 0, problem.column ?? 0, index)
        }
        listed = keys.sorted(by: <).map { listed[$0.3] }
    }

    /// Inserts a problem of the whole file before those of its lines.
    mutating func insert(_ problem: DataProblem) {
        if problem.severity == .error { hasError = true }
        listed.insert(problem, at: 0)
    }

    mutating func add(_ problem: DataProblem) {
        let isError = problem.severity == .error
        if isError {
            hasError = true
            errorCount += 1
        } else {
            warningCount += 1
        }
        let count = isError ? errorCount : warningCount
        if count <= Self.limit {
            listed.append(problem)
        } else if count == Self.limit + 1 {
            cut.append(DataProblem(isError ? .tooManyProblems : .tooManyWarnings, file: problem.file))
        }
    }
}
