import Indicators
import Testing

@testable import Tables

/// No table of an office is read wrong in silence.
@Suite struct RandomOfficeTests {
    private static let parts = 8
    private static let tables = 1_000

    private enum Outcome: Equatable {
        case right, refused
        case wrong(String)
    }

    @Test(arguments: 0..<parts) func aThousandTablesOfOffices(_ part: Int) {
        var refused = 0, count = 0
        for seed in stride(from: part, to: Self.tables, by: Self.parts) {
            count += 1
            let table = RandomOfficeTable(seed: UInt64(seed))
            switch Self.outcome(table) {
            case .right: continue
            case .refused: refused += 1
            case .wrong(let reason): Issue.record("seed \(seed): \(reason)\n\(table.text)")
            }
        }
        #expect(refused * 20 <= count, "\(refused) of \(count) are refused")
    }

    private static func outcome(_ table: RandomOfficeTable) -> Outcome {
        let reading = readTable(table.text)
        if reading.problems.contains(where: { $0.severity == .error }) { return .refused }
        guard let catalogue = reading.catalogue else { return .refused }
        let areas = Dictionary(uniqueKeysWithValues: catalogue.areas.map { ($0.code, $0.name.zh) })
        let indicators = Dictionary(uniqueKeysWithValues: catalogue.indicators.map { ($0.code, $0) })
        let topics = Dictionary(uniqueKeysWithValues: catalogue.topics.map { ($0.code, $0.title.zh) })
        var open = table.truth
        for row in 0..<catalogue.observations.count {
            let one = catalogue.observations[row]
            guard let value = one.value?.description, let indicator = indicators[one.indicator] else { continue }
            let name = "\(indicator.name.zh) \(topics[indicator.topic] ?? "") \(one.indicator)"
            let found = open.first { truth in
                truth.period == one.period.text && truth.value == value && one.unitMultiplier == 0
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
        return reading.files.first?.missing == table.missing
            ? .right : .wrong("\(reading.files.first?.missing ?? -1) missing, not \(table.missing)")
    }
}
