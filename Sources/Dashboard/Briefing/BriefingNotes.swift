import Indicators

/// The numbered notes of a briefing: a source and a place in it, each once, in the order in which they are first
/// needed.
struct BriefingNotes {
    private struct Place: Hashable {
        let source: String
        let place: String
    }

    private let ink: Ink
    private var numbers: [Place: Int] = [:]
    /// The note that names a source in full.
    private var firsts: [String: Int] = [:]
    private(set) var lines: [String] = []

    init(_ ink: Ink) { self.ink = ink }

    mutating func number(_ source: String, _ place: String) -> Int {
        let key = Place(source: source, place: place)
        if let number = numbers[key] { return number }
        let number = lines.count + 1, place = PlaceText.text(place, ink.language)
        let words = BriefingWords.in(ink.language)
        if let first = firsts[source] {
            lines.append([words.same(first), place].filter { !$0.isEmpty }.joined(separator: words.pause))
        } else {
            firsts[source] = number
            let line = ink.catalogue.source(source).map { SourceText.line($0, ink.wording) } ?? source
            let address = ink.catalogue.source(source)?.address ?? ""
            lines.append([line, address, place].filter { !$0.isEmpty }.joined(separator: "; "))
        }
        numbers[key] = number
        return number
    }
}
