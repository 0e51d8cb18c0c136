import Indicators

/// The problems of one reading. After the limit one more problem says that there were too many.
struct ProblemList {
    static let limit = 1_000
    private(set) var problems: [DataProblem] = []
    private(set) var hasError = false

    /// Inserts a problem of the whole file before those of its lines.
    mutating func insert(_ problem: DataProblem) {
        if problem.severity == .error { hasError = true }
        problems.insert(problem, at: 0)
    }

    mutating func add(_ problem: DataProblem) {
        if problem.severity == .error { hasError = true }
        if problems.count < Self.limit {
            problems.append(problem)
        } else if problems.count == Self.limit {
            problems.append(DataProblem(.tooManyProblems, file: problem.file))
        }
    }
}
