import Indicators
import TestSupport
import Testing

@testable import Tables

/// Figures that are added to those that were read at once.
@Suite struct PartialReadingTests {
    private func csv(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func anUnknownCodeIsReportedOnce() throws {
        let folder = try exampleCity()
        let table = CSVText(try #require(folder.files["observations.csv"]))
        func line(_ record: Int) -> String {
            let cells = table.records[record]
            return String(
                decoding: table.bytes[cells[0].lowerBound..<cells[cells.count - 1].upperBound], as: UTF8.self)
        }
        let header = line(0), row = line(1)
        let place = try #require(header.split(separator: ",").firstIndex { $0 == "REF_AREA" })
        var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        cells[place] = "NOWHERE"
        let unknown = cells.joined(separator: ",")
        var reading = PartialReading(folder, oldest: nil, now: .distantPast)
        let first = reading.add(csv("\(header)\n\(unknown)\n"), for: [], now: .distantPast)
        #expect(first.problems.map(\.code) == ["unknown-reference"])
        #expect(reading.add(csv("\(header)\n\(row)\n"), for: [], now: .distantPast).problems.map(\.code) == [])
        #expect(reading.add(csv("\(header)\n"), for: [], now: .distantPast).problems.map(\.code) == [])
        reading.forget()
        #expect(reading.add(csv("\(header)\n\(row)\n"), for: [], now: .distantPast).problems.map(\.code) == [])
    }
}
