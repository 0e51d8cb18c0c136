import Wording

/// The numbered notes of a briefing. A note is a source and a position in it; each has one note, in the order of first
/// use.
struct BriefingNotes {
    private struct Place: Hashable {
        let source: String
        let place: String
    }

    private let wording: Wording
    private var numbers: [Place: Int] = [:]
    /// The note that names a source in full.
    private var firsts: [String: Int] = [:]
    private(set) var lines: [String] = []

    init(_ wording: Wording) { self.wording = wording }

    mutating func number(_ source: String, _ place: String) -> Int {
        let key = Place(source: source, place: place)
        if let number = numbers[key] { return number }
        let number = lines.count + 1, place = PlaceText.text(place, wording.language)
        let words = BriefingWords.in(wording.language)
        if let first = firsts[source] {
            lines.append([words.same(first), place].filter { !$0.isEmpty }.joined(separator: words.pause))
        } else {
            firsts[source] = number
            let line = wording.catalogue.source(source).map { SourceText.line($0, wording) } ?? source
            let address = wording.catalogue.source(source)?.address ?? ""
            lines.append([line, address, place].filter { !$0.isEmpty }.joined(separator: "; "))
        }
        numbers[key] = number
        return number
    }
}
