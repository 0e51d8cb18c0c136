import Indicators
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
        var refused = 0, count = 0, example = ""
        for seed in stride(from: part, to: 1_000, by: parts) {
            count += 1
            let table = reading(UInt64(seed))
            switch table.outcome {
            case .right: continue
            case .refused:
                refused += 1
                example = table.text
            case .wrong(let reason): Issue.record("seed \(seed): \(reason)\n\(table.text)")
            }
        }
        #expect(refused * 20 <= count, "\(refused) of \(count) are refused, such as\n\(example)")
    }

    /// What became of a table, all of whose figures are known.
    /// - Parameter missing: the number of signs for no value; nil where it does not matter.
    static func outcome(_ text: String, _ truth: Set<RandomOfficeTable.Truth>, missing: Int?) -> RandomReading {
        let reading = readTable(text)
        if reading.problems.contains(where: { $0.severity == .error }) { return .refused }
        guard let catalogue = reading.catalogue else { return .refused }
        let areas = Dictionary(uniqueKeysWithValues: catalogue.areas.map { ($0.code, $0.name.zh) })
        let indicators = Dictionary(uniqueKeysWithValues: catalogue.indicators.map { ($0.code, $0) })
        let topics = Dictionary(uniqueKeysWithValues: catalogue.topics.map { ($0.code, $0.title.zh) })
        var open = truth
        for row in 0..<catalogue.observations.count {
            let one = catalogue.observations[row]
            guard let value = one.value?.description, let indicator = indicators[one.indicator] else { continue }
            let name = "\(indicator.name.zh) \(topics[indicator.topic] ?? "") \(one.indicator)"
            let found = open.first { truth in
                truth.period == one.period.text && truth.value == value && one.unitMultiplier == truth.scale
                    && truth.unit == indicator.unit.name.zh && name.contains(truth.measure)
                    && (truth.area.isEmpty || areas[one.area] == truth.area)
                    && (truth.group.isEmpty || name.contains(truth.group))
            }
            guard let found else {
                return .wrong(
                    "\(areas[one.area] ?? "") \(name) [\(indicator.unit.name.zh)] \(one.period.text) = \(value)"
                        + " stands nowhere"
                )
            }
            open.remove(found)
        }
        guard open.isEmpty else {
            return .wrong("\(open.count) figures are missing, \(open.first.map { "\($0)" } ?? "")")
        }
        return missing == nil || reading.files.first?.missing == missing
            ? .right : .wrong("\(reading.files.first?.missing ?? -1) missing, not \(missing ?? 0)")
    }
}
