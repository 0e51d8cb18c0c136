import Indicators
import Tables

/// A version that was not read whole, with the figures that were added to it.
struct PartialSet: Sendable {
    /// When more added figures than this are kept, they are forgotten before the next page is read.
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
