import Cells
import Indicators
import Search
import Wording

/// The answer to a typed line.
public struct LinearAnswer: Hashable, Sendable {
    /// Whole lines of harmless text.
    public let text: String
    /// Whether the dialogue is over.
    public var ends = false
    /// Whether the caller must read the data again and pass the outcome to `take`.
    public var reloads = false
}

/// Linear mode: the dashboard as question and answer, for screen readers and braille displays.
///
/// A page is lines of text, one fact on each line, with numbered choices. Nothing is drawn, moved or coloured, and no
/// line is broken. A typed line leads to the next page. Every observation, measure and source can be reached.
public struct LinearDialogue: Sendable {
    /// The number of choices that a page offers at once; `m` shows the next ones. Numbering continues from part to
    /// part, and every number is accepted.
    static let mostChoices = 20
    /// The number of steps back that are remembered. Walking in circles must not use more and more memory.
    static let deepestHistory = 64

    /// A page together with which part of its choices was read out last.
    private struct Visit: Hashable, Sendable {
        var page: LinearPage
        var part = 0
    }

    /// The data that pages show; `take` replaces them after a successful reading.
    public private(set) var catalogue: Catalogue
    private var options: WordingOptions
    /// The area that every page is about; nil for the whole.
    private var area: String?
    private var findings = ReadingFindings()
    /// The pages from the overview to the current one, which is last. Never empty.
    private var visits = [Visit(page: .overview)]

    /// Begins at the overview page of the whole, with nothing typed yet.
    public init(catalogue: Catalogue, _ options: WordingOptions) {
        self.catalogue = catalogue
        self.options = options
    }

    /// Opens a page at start, with the overview behind it.
    ///
    /// - Parameter area: the area that every page is about; nil for the whole.
    public mutating func open(_ page: LinearPage, area: String? = nil) {
        self.area = area
        visits = [Visit(page: .overview)]
        go(to: page)
    }

    /// The current page as it is read out.
    public var page: String {
        let content = content, visit = visits[visits.count - 1]
        let choices = content.choices(of: visit.page)
        var lines = [content.title(of: visit.page)]
        if catalogue.package.isFictional { lines.append(content.wording.words.fictional) }
        if visit.part == 0 { lines += content.facts(of: visit.page) }
        let first = visit.part * Self.mostChoices
        for (index, choice) in choices.enumerated().dropFirst(first).prefix(Self.mostChoices) {
            lines.append("\(index + 1). " + content.line(for: choice, on: visit.page))
        }
        let parts = Self.parts(choices.count)
        if parts > 1 { lines.append(content.words.part(visit.part + 1, parts)) }
        if visit.page == .overview { lines.append(content.words.welcome) }
        return Self.text(lines)
    }

    /// Carries out what a line asks for.
    public mutating func answer(_ line: String) -> LinearAnswer {
        let content = content, here = visits[visits.count - 1]
        switch LinearCommand(line) {
        case .quit:
            return LinearAnswer(text: "", ends: true)
        case .back:
            back()
        case .help:
            go(to: .help)
        case .reload:
            return LinearAnswer(text: "", reloads: true)
        case .problems:
            go(to: .problems)
        case .language:
            options.language = options.language == .zh ? .en : .zh
        case .choose(let number):
            let choices = content.choices(of: here.page)
            guard choices.indices.contains(number - 1) else { return say(content.words.possible(choices.count)) }
            // On the way back the page begins with the part that the choice was made from.
            visits[visits.count - 1].part = (number - 1) / Self.mostChoices
            go(to: choices[number - 1])
        case .more:
            let parts = Self.parts(content.choices(of: here.page).count)
            guard parts > 1 else { return say(content.words.noMore) }
            visits[visits.count - 1].part = (here.part + 1) % parts
        case .search(let query):
            let query = String(query.prefix(SearchQuery.longest))
            guard !query.isEmpty else { return say(content.wording.words.searchHint) }
            let results = content.results(of: query)
            guard !results.isEmpty else { return say(content.wording.words.noMatches) }
            if case .search = here.page { visits.removeLast() }
            go(to: .search(query, results))
        case .source(let number):
            let choices = content.choices(of: here.page)
            let subject: LinearPage? =
                number.map { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil } ?? here.page
            guard let subject, let origin = content.origin(of: subject, isOpen: number == nil) else {
                return say(content.words.sourceOfWhat)
            }
            go(to: origin)
        case .unknown:
            return say(content.words.possible(content.choices(of: here.page).count))
        }
        return LinearAnswer(text: page)
    }

    /// Sets the moment that embargoes are compared with. Returns what there is to say about it.
    public mutating func setClock(_ now: Instant?) -> String {
        let doubted = catalogue.doubtsClock
        catalogue = catalogue.asOf(now)
        return say(LiveWords.ofClock(now, wasDoubted: doubted))
    }

    /// Takes over data that were read again and says so in a line. The person stays on the same page.
    public mutating func take(_ reading: CatalogueReading, byHand: Bool) -> String {
        findings = ReadingFindings(reading, byHand: byHand)
        if let new = reading.catalogue { replace(new) }
        return findings.notice.map(say) ?? ""
    }

    /// A notice as a line.
    public func say(_ notice: LocalizedText) -> String { Self.text([notice[options.language]]) }

    /// Shows another version of the data. Each page is kept by its subject.
    private mutating func replace(_ new: Catalogue) {
        let old = catalogue
        catalogue = new
        if let area, new.area(area) == nil { self.area = nil }
        for index in visits.indices { visits[index].page = visits[index].page.moved(from: old, to: new) ?? .overview }
        visits = visits.enumerated().filter { $0 == 0 || $1.page != visits[$0 - 1].page }.map(\.element)
    }

    private var content: LinearContent {
        LinearContent(Wording(catalogue, options, area: area), findings)
    }

    private mutating func go(to page: LinearPage) {
        guard page != visits[visits.count - 1].page else { return }
        visits.append(Visit(page: page))
        if visits.count > Self.deepestHistory { visits.remove(at: 1) }
    }

    /// One step back; at the top from the chosen area to the whole.
    private mutating func back() {
        if visits.count > 1 { visits.removeLast() } else { area = nil }
    }

    private func say(_ line: String) -> LinearAnswer { LinearAnswer(text: Self.text([line])) }

    private static func parts(_ choices: Int) -> Int { max(1, (choices + mostChoices - 1) / mostChoices) }

    /// Lines that are safe to write. A line break in the data does not split a fact into two lines.
    private static func text(_ lines: [String]) -> String {
        lines.map { line in String(line.map { $0.isNewline ? " " : $0 }) + "\n" }.joined().harmless(keeping: "\n")
    }
}
