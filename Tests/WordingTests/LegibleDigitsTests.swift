import Indicators
import Tables
import Testing

@testable import Wording

/// Figures of another publisher's table: digits that people read, and all of them where someone asks.
@Suite struct LegibleDigitsTests {
    @Test(arguments: [
        ("0.126272246295371", "0.1263"), ("2.1601398328286736", "2.1601"), ("14502158192.090395", "14502158192.09"),
        ("43.828017", "43.828"), ("-0.00001234567", "-0.00001235"), ("99999.99999", "100000.00"), ("0.99996", "1.0000"),
        // As written: nobody is in the way of three places.
        ("54.521", "54.521"), ("8396.49", "8396.49"), ("0.005", "0.005"), ("1.10", "1.10"), ("0.0000", "0.0000"),
        ("12", "12"), ("0.1263", "0.1263"), ("-7.1234", "-7.1234"),
    ])
    func keepsWhatIsRead(_ written: String, _ shown: String) throws {
        #expect(try #require(DecimalNumber(written)).legible.description == shown)
    }

    /// What is shown differs from what is written by at most half of the last digit shown.
    @Test func staysWithinHalfOfTheLastDigit() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let number = DecimalNumber(
                significand: Int64.random(in: -999_999_999_999...999_999_999_999, using: &generator),
                scale: Int.random(in: 0...18, using: &generator))
            let shown = number.legible
            #expect(shown.scale <= number.scale)
            let difference = try #require(
                ExactRatio(number).flatMap { exact in ExactRatio(shown).flatMap { exact.subtracting($0) } })
            let half = try #require(ExactRatio(DecimalNumber(significand: 5, scale: shown.scale + 1)))
            let size = difference.isNegative ? difference.negated : difference
            #expect(!(half < size), "\(number) is shown as \(shown)")
        }
    }

    static let table = "Area,Year,Share (%)\nEast,2020,0.126272246295371\nEast,2021,0.25\n"

    private func wording(_ options: WordingOptions) throws -> Wording {
        let reading = DataReader.read(.file(FileBytes(copying: Self.table.utf8), ForeignFile(path: "share.csv")))
        return Wording(try #require(reading.catalogue), options)
    }

    @Test func onlyAScreenRounds() throws {
        let shown = try wording(WordingOptions(isLegible: true)), all = try wording(WordingOptions())
        let raw = try wording(WordingOptions(raw: true, isLegible: true))
        let first = shown.catalogue.observations[0], second = shown.catalogue.observations[1]
        let indicator = try #require(shown.catalogue.indicators.first)
        #expect(shown.figure(first) == "0.1263%" && shown.unrounded(first, of: indicator) == "0.126272246295371%")
        #expect(shown.figure(second) == "0.25%" && shown.unrounded(second, of: indicator) == nil)
        #expect(all.figure(first) == "0.126272246295371%" && raw.figure(first) == "0.126272246295371%")
    }
}
