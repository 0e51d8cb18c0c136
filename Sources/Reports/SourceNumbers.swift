import Indicators

/// The numbers by which a text refers to the list of sources at its end. Their codes are for tables, not for people.
struct SourceNumbers {
    private let numbers: [String: Int]

    init(_ sources: [Source]) {
        numbers = Dictionary(sources.enumerated().map { ($1.code, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a source by its code.
    subscript(code: String) -> String { numbers[code].map(String.init) ?? code }
}
