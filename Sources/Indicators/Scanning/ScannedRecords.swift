import Synchronization

/// What a row of a scanned table says beyond its columns.
struct ScannedRecord {
    /// From 1; 0 where the file has changed.
    var line = 0
    /// The line in words.
    var place = "第0行"
    var printed = ""
    var high: DecimalNumber?
    var note = LocalizedText(zh: "", en: "")
}

/// The records that were read last: one frame asks for the same rows again and again, and the next for most of them.
final class ScannedRecords: Sendable {
    /// Some frames' worth.
    static let most = 1_024

    private let kept = Mutex<[Int: ScannedRecord]>([:])

    func record(ofRow row: Int, _ read: () -> ScannedRecord) -> ScannedRecord {
        kept.withLock { kept in
            if let record = kept[row] { return record }
            let record = read()
            if kept.count == Self.most { kept.removeAll(keepingCapacity: true) }
            kept[row] = record
            return record
        }
    }
}
