/// Which lines of a log are written: at most so many a minute, and yet always the last, so that the log ends with the
/// present state of things. A value, which is told the time.
struct LogBound {
    private static let mostInAMinute = 10
    private static let minute = 60_000

    private var began: Int?
    private var count = 0
    /// The last line of this minute that was not written.
    private var heldBack: String?

    /// Takes a line.
    ///
    /// - Parameter now: milliseconds of a clock that only goes forward.
    /// - Returns: the lines that are to be written now.
    mutating func take(_ line: String, at now: Int) -> [String] {
        var lines = flush(at: now)
        if began == nil {
            began = now
            count = 0
        }
        count += 1
        if count <= Self.mostInAMinute { lines.append(line) } else { heldBack = line }
        return lines
    }

    /// What was held back, once the minute is over.
    mutating func flush(at now: Int) -> [String] {
        guard let began, now - began >= Self.minute else { return [] }
        self.began = nil
        guard let last = heldBack else { return [] }
        heldBack = nil
        let left = count - Self.mostInAMinute - 1
        let note = "上一分钟另有 \(left) 条未记录 / \(left) more in the last minute were left out"
        return left > 0 ? [note, last] : [last]
    }

    /// When `flush` has something to write; nil where it has not.
    var dueAt: Int? { heldBack == nil ? nil : began.map { $0 + Self.minute } }
}
