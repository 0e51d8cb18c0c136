import Testing

@testable import Tables

/// What became of a table whose truth is known.
enum RandomReading: Equatable {
    case right, refused
    case wrong(String)

    /// Into how many tests a thousand tables are divided, so that they run side by side.
    static let parts = 8

    /// Reads one part of a thousand tables, each of its own seed: none may be wrong in silence, and at most a twentieth
    /// is refused.
    static func expectNoneWrong(
        _ part: Int, _ reading: (_ seed: UInt64) -> (outcome: RandomReading, text: String)
    ) {
        var refused = 0, count = 0
        for seed in stride(from: part, to: 1_000, by: parts) {
            count += 1
            let table = reading(UInt64(seed))
            switch table.outcome {
            case .right: continue
            case .refused: refused += 1
            case .wrong(let reason): Issue.record("seed \(seed): \(reason)\n\(table.text)")
            }
        }
        #expect(refused * 20 <= count, "\(refused) of \(count) are refused")
    }
}
