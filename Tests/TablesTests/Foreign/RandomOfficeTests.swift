import Indicators
import Testing

@testable import Tables

/// No table of an office is read wrong in silence.
@Suite struct RandomOfficeTests {
    @Test(arguments: 0..<RandomReading.parts) func aThousandTablesOfOffices(_ part: Int) {
        RandomReading.expectNoneWrong(part) { seed in
            let table = RandomOfficeTable(seed: seed)
            return (Self.outcome(table), table.text)
        }
    }

    private static func outcome(_ table: RandomOfficeTable) -> RandomReading {
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
