import FoundationEssentials
import TestSupport
import Testing

@testable import Indicators
@testable import Tables

/// The example city, whose three figures behind are known, against an independent reading of its tables.
@Suite struct AttentionJSONTests {
    private struct Document: Decodable {
        struct Item: Decodable {
            let kind, indicator, area, period, unit, department: String
            let value, target, gap, since: String?
            let followUp: FollowUp?
        }
        struct FollowUp: Decodable { let code, state: String }
        let notice: String
        let items: [Item]
    }

    private func document() throws -> Document {
        let text = AttentionJSON.write(Sample.example.attention, Sample.example)
        return try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    }

    @Test func isWhatTheTablesSay() throws {
        let items = try document().items
        let found = items.map {
            [$0.kind, $0.indicator, $0.area, $0.value ?? "", $0.target ?? "", $0.gap ?? ""].joined(separator: " ")
        }
        let expected = try ExpectedAttention()
        #expect(Set(found) == Set(expected.items.map(\.line)) && found.count == expected.items.count)
        for item in items {
            let row = try #require(expected.indicators[item.indicator])
            #expect(item.department == row["department_zh"] && item.unit == row["unit"])
        }
    }

    @Test func theThreeAreFollowedUp() throws {
        let expected = try ExpectedAttention(), items = try document().items
        #expect(expected.bad.count == 3 && Sample.example.tally.bad == 3)
        let root = Sample.example.package.rootArea
        let states = items.filter { ["behind", "broken"].contains($0.kind) && $0.area == root }
            .map { "\($0.indicator) \($0.followUp?.state ?? "")" }
        #expect(states == ["litter-blackspots closed", "wage-arrears-cases open", "school-places open"])
        let closed = Sample.example.attention.items.filter(\.isClosedWhileBad)
        #expect(closed.map(\.indicator) == ["litter-blackspots"])
    }

    @Test func theMagnitudeBelongsToTheUnit() throws {
        var city = SmallCity()
        city.observations = ["1,jobs,2026-01-01/P11M,printed,0.50,8,,exact,A,,"]
        city.targets = ["1,jobs,2026,12000,4,exact,"]
        let catalogue = try city.catalogue()
        let text = AttentionJSON.write(catalogue.attention, catalogue)
        #expect(text.contains("\"value\": \"0.50\"") && text.contains("\"unit\": \"亿人\""))
        #expect(text.contains("\"target\": \"1.2\""))
    }

    @Test func panjinOwesNothing() {
        #expect(Sample.catalogue.attention.isEmpty && Sample.catalogue.followUps.isEmpty)
        #expect(AttentionJSON.write(Sample.catalogue.attention, Sample.catalogue) == "{\n  \"items\": []\n}\n")
    }
}
