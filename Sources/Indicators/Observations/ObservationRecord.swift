/// The parts of an observation's row besides its key and its value.
struct ObservationRecord: Hashable, Sendable {
    /// The line of the file that it begins on, from 1; 0 where the file has changed since it was read.
    var line = 0
    /// VALUE_HIGH of a range.
    var high: DecimalNumber?
    /// PLACE: where the figure stands in its source.
    var place = "第0行"
    /// PRINTED: the figure as printed.
    var printed = ""
    var note = LocalizedText(zh: "", en: "")
}

/// A table that reads the records of its rows when they are asked for.
protocol ObservationRecords: AnyObject, Sendable {
    /// - Parameter row: the row in the table, from 0.
    func record(ofRow row: Int) -> ObservationRecord
}
