import Indicators
import TestSupport
import Testing

@testable import Wording

/// Reads printed figures back, by rules of its own: what is printed is what was meant, in both languages.
@Suite struct FigureRoundTripTests {
    struct Read: Equatable {
        var low: ExactRatio
        var high: ExactRatio?
        var qualifier: Qualifier
    }

    private static let marks: [(String, Qualifier)] = [
        ("至少", .approxAbove), ("近", .approxBelow), ("约", .approx), ("at least ", .approxAbove),
        ("nearly ", .approxBelow), ("about ", .approx), ("over ", .approxAbove),
    ]
    private static let magnitudes: [(String, Int)] = [(" billion", 9), (" million", 6), ("万", 4), ("亿", 8)]

    static func read(_ text: String) throws -> Read {
        var text = text[...], qualifier = Qualifier.exact, power = 0
        if let mark = marks.first(where: { text.hasPrefix($0.0) }) {
            qualifier = mark.1
            text = text.dropFirst(mark.0.count)
        }
        for excess in ["余", "多"] where text.contains(excess) {
            qualifier = .approxAbove
            text = text.filter { String($0) != excess }[...]
        }
        if let magnitude = magnitudes.first(where: { text.hasSuffix($0.0) }) {
            power = magnitude.1
            text = text.dropLast(magnitude.0.count)
        }
        // A grade: 5A.
        if text.hasSuffix("A") { text = text.dropLast() }
        let ends = try text.split(separator: "–").map { part in
            let number = try #require(
                DecimalNumber(part.filter { $0 != "," }.map { $0 == "−" ? "-" : String($0) }.joined()))
            return try #require(ExactRatio(number)?.multiplied(byPowerOfTen: power))
        }
        return Read(low: ends[0], high: ends.count > 1 ? ends[1] : nil, qualifier: ends.count > 1 ? .range : qualifier)
    }

    private func check(_ catalogue: Catalogue, _ observation: Observation) throws {
        let unit = try #require(catalogue.indicator(observation.indicator)).unit
        guard let value = observation.qualifiedValue else { return }
        let meant = Read(low: value.low, high: value.high, qualifier: value.qualifier)
        for language in Language.allCases {
            for raw in [false, true] {
                let parts = try #require(FigureText.parts(observation, unit: unit, language: language, raw: raw))
                #expect(try Self.read(parts.value) == meant, "\(parts.text)")
            }
        }
    }

    @Test func everyFigureOfBothDataSets() throws {
        for catalogue in [Sample.catalogue, Sample.example] {
            for indicator in catalogue.indicators {
                for observation in catalogue.observations(of: indicator.code) { try check(catalogue, observation) }
            }
        }
    }

    @Test func computedValuesToo() throws {
        var random = SeededGenerator(seed: 5)
        let unit = Unit(chinese: "人", english: "person|people")
        for _ in 0..<1_000 {
            let low = DecimalNumber(
                significand: .random(in: -9_999_999...9_999_999, using: &random),
                scale: .random(in: 0...3, using: &random))
            let qualifier = Qualifier.allCases.filter { $0 != .range }.randomElement(using: &random) ?? .exact
            let value = QualifiedValue(low: try #require(ExactRatio(low)), qualifier: qualifier)
            for language in Language.allCases {
                let parts = try #require(ComputedText.parts(value, decimals: 3, unit: unit, language: language))
                #expect(
                    try Self.read(parts.value) == Read(low: value.low, high: nil, qualifier: qualifier), "\(parts.text)"
                )
            }
        }
    }
}
