import Indicators
import Testing

@testable import Tables

extension Catalogue {
    /// All observations in the order of the file: `area indicator period value`, with `e4` for a power of ten, the
    /// status and the qualifier where they say something, `–` for no value.
    var lines: [String] {
        (0..<observations.count).map { observations[$0] }.filter { $0.period.kind != .none }.map { one in
            var line = "\(one.area) \(one.indicator) \(one.period.text) \(one.value.map(\.description) ?? "–")"
            if let high = one.valueHigh { line += "…\(high)" }
            if one.unitMultiplier != 0 { line += "e\(one.unitMultiplier)" }
            if one.status != .normal { line += " \(one.status.code)" }
            if one.qualifier != .exact { line += " \(one.qualifier.code)" }
            return line
        }
    }

    /// `code=name [unit]`.
    var indicatorNames: [String] {
        indicators.map { "\($0.code)=\($0.name.zh)" + ($0.unit.name.zh.isEmpty ? "" : " [\($0.unit.name.zh)]") }
    }
    /// `code=name`, the whole first.
    var areaNames: [String] { areas.map { "\($0.code)=\($0.name.zh)" } }
    var topicNames: [String] { topics.map { "\($0.code)=\($0.title.zh)" } }
    /// `name: code=name, …`.
    var dimensionNames: [String] {
        dimensions.map { "\($0.name): " + $0.codes.map { "\($0.code)=\($0.name)" }.joined(separator: ", ") }
    }
}

extension CatalogueReading.FileSummary {
    /// `kind encoding delimiter rows/series/missing/numeric first…last`.
    var short: String {
        "\(kind.rawValue) \(encoding?.rawValue ?? "?") \(delimiter ?? "?") "
            + "\(rows)/\(series ?? -1)/\(missing ?? -1)/\(numeric ?? -1) \(periodMin ?? "")…\(periodMax ?? "")"
    }
}

/// A catalogue that was read without a word, or with those given.
func catalogue(_ reading: CatalogueReading, problems: [String] = [], sourceLocation: SourceLocation = #_sourceLocation)
    throws -> Catalogue
{
    #expect(reading.problems.map(\.short) == problems, sourceLocation: sourceLocation)
    return try #require(reading.catalogue, sourceLocation: sourceLocation)
}
