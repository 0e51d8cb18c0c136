import Indicators
import TestSupport
import Testing
import Wording

@testable import Linear

/// A person who types: what the program says to each line, as lines.
struct Talk {
    private var dialogue: LinearDialogue
    private(set) var lines: [String]

    init(
        _ catalogue: Catalogue = Sample.catalogue, _ language: Language = .zh, at page: LinearPage = .overview,
        area: String? = nil
    ) {
        dialogue = LinearDialogue(catalogue: catalogue, WordingOptions(language: language))
        dialogue.open(page, area: area)
        lines = Self.lines(dialogue.page)
    }

    mutating func type(_ typed: String...) {
        for line in typed { lines = Self.lines(dialogue.answer(line).text) }
    }

    /// What would be said to a line, the dialogue staying where it is.
    func asking(_ line: String) -> Talk {
        var other = self
        other.type(line)
        return other
    }

    var title: String { lines[0] }
    /// The choices by their numbers.
    var choices: [Int: String] {
        Dictionary(
            lines.compactMap { line -> (Int, String)? in
                guard let dot = line.firstIndex(of: "."), let number = Int(line[..<dot]), line[dot...].hasPrefix(". ")
                else { return nil }
                return (number, String(line[dot...].dropFirst(2)))
            }, uniquingKeysWith: { first, _ in first })
    }
    /// What stands behind a label.
    func said(_ label: String, _ colon: String = "：") -> String? {
        lines.first { $0.hasPrefix(label + colon) }.map { String($0.dropFirst(label.count + colon.count)) }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
