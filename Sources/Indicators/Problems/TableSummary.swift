extension CatalogueReading.FileSummary {
    package mutating func describe(_ encoding: TextEncoding, _ separator: UInt8) {
        self.encoding = encoding
        delimiter = String(UnicodeScalar(separator))
    }

    /// Records the first and the last period.
    package mutating func take(_ periods: [Period]) {
        let known = periods.filter { $0.kind != .none }
        periodMin = known.min { ($0.start, $0.end) < ($1.start, $1.end) }?.text
        periodMax = known.max()?.text
    }
}
