import Indicators
import Testing

@testable import Tables

/// A small table of a form that offices publish, and what a reader must get from it, written by hand.
struct FieldShape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// `area indicator period value`, as `Catalogue.lines` has them, in any order.
    let lines: [String]
    /// `code=name [unit]`.
    let indicators: [String]
    /// `code=name`; nil where they do not matter.
    let areas: [String]?
    /// All problems: `line:column code found`.
    let problems: [String]

    init(
        _ name: String, _ text: String, _ lines: [String], indicators: [String] = [], areas: [String]? = nil,
        problems: [String] = []
    ) {
        self.init(
            name, bytes: Array(text.utf8), lines, indicators: indicators, areas: areas, problems: problems)
    }

    init(
        _ name: String, bytes: [UInt8], _ lines: [String], indicators: [String] = [], areas: [String]? = nil,
        problems: [String] = []
    ) {
        testDescription = name
        self.bytes = bytes
        self.lines = lines
        self.indicators = indicators
        self.areas = areas
        self.problems = problems
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let reading = readTable(bytes)
        let roles = reading.files.first?.columns.map { "\($0.name):\($0.role.rawValue)" }.joined(separator: " ") ?? ""
        #expect(
            reading.problems.map(\.short) == problems, "\(testDescription) [\(roles)]", sourceLocation: sourceLocation)
        let found = reading.catalogue?.lines ?? []
        #expect(found.sorted() == lines.sorted(), "\(testDescription) [\(roles)]", sourceLocation: sourceLocation)
        if !indicators.isEmpty {
            #expect(
                reading.catalogue?.indicatorNames == indicators, "\(testDescription) [\(roles)]",
                sourceLocation: sourceLocation)
        }
        if let areas {
            #expect(
                reading.catalogue?.areaNames.filter { !$0.hasPrefix("_ALL") } == areas,
                "\(testDescription) [\(roles)]", sourceLocation: sourceLocation)
        }
    }
}
