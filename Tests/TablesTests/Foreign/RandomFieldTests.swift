import Indicators
import Testing

@testable import Tables

/// No table is read wrong in silence, whatever its columns are called and in whatever order they stand.
@Suite struct RandomFieldTests {
    @Test(arguments: 0..<RandomReading.parts) func aThousandTablesWhoseTruthIsKnown(_ part: Int) {
        RandomReading.expectNoneWrong(part) { seed in
            let table = RandomFieldTable(seed: seed)
            return (Self.outcome(table), table.text)
        }
    }

    private static func outcome(_ table: RandomFieldTable) -> RandomReading {
        let reading = readTable(table.text)
        if reading.problems.contains(where: { $0.severity == .error }) { return .refused }
        guard let catalogue = reading.catalogue else { return .refused }
        let areas = Dictionary(uniqueKeysWithValues: catalogue.areas.map { ($0.code, $0.name.zh) })
        let indicators = Dictionary(uniqueKeysWithValues: catalogue.indicators.map { ($0.code, $0.name.zh) })
        let topics = Dictionary(
            uniqueKeysWithValues: catalogue.indicators.map { one in
                (one.code, catalogue.topics.first { $0.code == one.topic }?.title.zh ?? "")
            })
        var open = table.truth
        for row in 0..<catalogue.observations.count {
            let one = catalogue.observations[row]
            let name = [
                areas[one.area] ?? "", indicators[one.indicator] ?? "", topics[one.indicator] ?? "", one.indicator,
            ]
            .joined(separator: " ")
            let found = open.first { truth in
                truth.period == one.period.text && truth.value == one.value?.description && one.unitMultiplier == 0
                    && name.contains(truth.area) && name.contains(truth.measure)
            }
            guard let found else {
                return .wrong("\(name) \(one.period.text) = \(one.value?.description ?? "–") stands nowhere")
            }
            open.remove(found)
        }
        return open.isEmpty ? .right : .wrong("\(open.count) figures are missing, \(open.first.map { "\($0)" } ?? "")")
    }
}
