import Indicators

/// The problems of one reading. After the limit one more problem says that there were too many.
struct ProblemList {
    static let limit = 1_000
    private(set) var problems: [DataProblem] = []
    private(set) var hasError = false
    /// How many errors were added, those beyond the limit included.
    private(set) var errorCount = 0

    /// Puts the problems into the order of these files, then of lines. What is last because of the limit stays last.
    mutating func sort(files: [String]) {
        let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let isCut = problems.count > Self.limit, last = isCut ? problems.removeLast() : nil
        let keys = problems.enumerated().map { index, problem in
            (order[problem.file] ?? files.count, problem.line ?? 0, problem.column ?? 0, index)
        }
        problems = keys.sorted(by: <).map { problems[$0.3] }
        if let last { problems.append(last) }
    }

    /// Inserts a problem of the whole file before those of its lines.
    mutating func insert(_ problem: DataProblem) {
        if problem.severity == .error { hasError = true }
        problems.insert(problem, at: 0)
    }

    mutating func add(_ problem: DataProblem) {
        if problem.severity == .error {
            hasError = true
            errorCount += 1
        }
        if problems.count < Self.limit {
            problems.append(problem)
        } else if problems.count == Self.limit {
            problems.append(DataProblem(.tooManyProblems, file: problem.file))
        }
    }
}
