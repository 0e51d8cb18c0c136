import Indicators
import Tables

/// A version that was not read whole, with the figures that were added to it.
struct PartialSet: Sendable {
    /// So many figures that were added are kept for pages that are gone back to, and what every page needs with them.
    static let mostKept = 50_000

    let generation: Int
    /// The columns that are asked for.
    let columns: [String]
    var reading: PartialReading

    init(_ snapshot: Snapshot, _ part: Snapshot.Part, now: Instant) {
        generation = snapshot.generation
        columns = part.columns
        reading = PartialReading(snapshot.folder, oldest: part.oldest.flatMap { Period(sdmx: $0) }, now: now)
    }
}
