import Indicators

/// Finds indicators, areas, topics, computed figures and measures by their Chinese and English names, by pinyin and its
/// initials, and by the keys of a telephone.
///
/// It is made once for a catalogue, for both languages, and does not follow changes of its names.
package struct SearchIndex: Sendable {
    /// In the order in which items of equal rank are shown: topics, areas, the headline indicators, other indicators,
    /// computed figures, measures.
    private var items: [SearchItem] = []
    private var catalogue: Catalogue
    private var names = SearchNames()
    /// For each name the index of its item.
    private var owners: [Int] = []
    /// Texts related to items, each once: units, departments, what an indicator means, areas and their codes, the words
    /// about a measure.
    private var relations = SearchNames()
    /// For each related text the indices of its items.
    private var related: [[Int]] = []

    package init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        var known: [String: Int] = [:]
        let root = catalogue.rootArea.code, hasAreas = catalogue.areas.count > 1
        func names(ofArea code: String?) -> [String] {
            guard let code, code != root, let area = catalogue.area(code) else { return [] }
            return area.name.both
        }
        for topic in catalogue.topics { add(.topic(topic), topic.title.both + topic.shortTitle.both) }
        for area in catalogue.areas where area.code != root {
            add(.area(area), area.name.both + area.shortName.both + area.formerNames.flatMap(Self.parts))
            relate([area.code], &known)
        }
        let headlines = Set(catalogue.topics.map(\.headline))
        for isHeadline in [true, false] {
            for indicator in catalogue.indicators where headlines.contains(indicator.code) == isHeadline {
                add(.indicator(indicator), indicator.name.both + indicator.shortName.both, NameReadings(indicator))
                // The first area that reports the indicator is the area of its headline figure.
                let area = hasAreas ? catalogue.areas(reporting: indicator.code).first : nil
                // Chinese sentences would be found by the pinyin of any of their words.
                let meaning = [indicator.sentence.en]
                relate(indicator.unit.all + indicator.department.both + meaning + names(ofArea: area), &known)
            }
        }
        for derived in catalogue.derived {
            add(.derived(derived), derived.name.both)
            relate(derived.unit.all + names(ofArea: derived.area), &known)
        }
        for brief in catalogue.briefs {
            add(.brief(brief), brief.title.both)
            relate(brief.detail.both + names(ofArea: brief.area), &known)
        }
    }

    /// The same index for a data set with the same names, such as one with more figures.
    package func index(of catalogue: Catalogue) -> SearchIndex {
        var index = self
        index.catalogue = catalogue
        return index
    }

    /// All results of a query, the best first.
    package func matches(_ text: String) -> [SearchItem] {
        let results = results(of: text)
        return results.indices.map { results[$0] }
    }

    /// The results of a query, the best first.
    ///
    /// - Parameter before: the results so far. Where the query continues theirs, only those are searched.
    package func results(of text: String, after before: SearchResults = .none) -> SearchResults {
        let results = exactResults(of: text, after: before)
        if results.count > 0 { return results }
        // An English word in another form: wages for wage, unemployment for unemployed.
        for ending in ["ment", "ing", "ed", "es", "s"] where text.lowercased().hasSuffix(ending) {
            let stem = text.dropLast(ending.count)
            guard stem.utf8.count >= Self.shortestStem, text.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            let others = exactResults(of: String(stem), after: .none)
            if others.count > 0 { return others }
        }
        return results
    }

    private static let shortestStem = 4

    private func exactResults(of text: String, after before: SearchResults) -> SearchResults {
        let query = SearchQuery(text)
        guard !query.isEmpty else { return .none }
        var ranks = [SearchRank?](repeating: nil, count: items.count)
        var found: [Int32] = []
        let scan = NameScan(names, query)
        for index in before.names(catalogue, query) ?? Array(0..<Int32(owners.count)) {
            guard let rank = scan.rank(of: Int(index)) else { continue }
            found.append(index)
            if rank == .insideWord, !query.isPartOfWord { continue }
            let owner = owners[Int(index)]
            ranks[owner] = min(ranks[owner] ?? rank, rank)
        }
        addScattered(text, &ranks)
        if query.isTelling {
            let scan = NameScan(relations, query)
            for (index, items) in related.enumerated() where scan.rank(of: index).map({ $0 <= .inside }) ?? false {
                for item in items where ranks[item] == nil { ranks[item] = .related }
            }
        }
        // Items of equal rank keep their order.
        var byRank = [[Int32]](repeating: [], count: SearchRank.allCases.count)
        for (item, rank) in ranks.enumerated() { if let rank { byRank[Int(rank.rawValue)].append(Int32(item)) } }
        return SearchResults(catalogue, items, Array(byRank.joined()), query, found)
    }

    /// Three Chinese characters or more are also looked for with others between them.
    private func addScattered(_ text: String, _ ranks: inout [SearchRank?]) {
        let wanted = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard wanted.count >= 3, wanted.allSatisfy(\.isChineseCharacter) else { return }
        for (index, item) in items.enumerated() where ranks[index] == nil {
            var rest = wanted[...]
            for scalar in item.chineseName.unicodeScalars where scalar == rest.first { rest.removeFirst() }
            if rest.isEmpty { ranks[index] = .scattered }
        }
    }

    /// The same for a single query. For several queries keep an index.
    package static func matches(_ query: String, in catalogue: Catalogue) -> [SearchItem] {
        SearchQuery(query).isEmpty ? [] : SearchIndex(catalogue).matches(query)
    }

    // MARK: Making it

    private mutating func add(_ item: SearchItem, _ texts: [String], _ readings: NameReadings = NameReadings()) {
        for (index, text) in texts.enumerated() where !text.isEmpty && !texts[..<index].contains(text) {
            names.append(FoldedText(text), readings)
            owners.append(items.count)
        }
        items.append(item)
    }

    /// Adds texts that are related to the item added last.
    private mutating func relate(_ texts: [String], _ known: inout [String: Int]) {
        for text in texts where !text.isEmpty {
            let index = known[text] ?? related.count
            if index == related.count {
                relations.append(FoldedText(text))
                related.append([])
                known[text] = index
            }
            related[index].append(items.count - 1)
        }
    }

    /// A former name with its code and without it: 大洼县 211121.
    private static func parts(_ formerName: String) -> [String] {
        guard let blank = formerName.lastIndex(of: " ") else { return [formerName] }
        return [formerName, String(formerName[..<blank])]
    }
}

extension LocalizedText {
    fileprivate var both: [String] { [zh, en] }
}

extension Unit {
    fileprivate var all: [String] { name.both + [englishSingular] }
}
