import Indicators

/// Finds indicators, areas, topics, computed figures and measures by what they are called in Chinese and English, by
/// pinyin and its initials, and by the keys of a keypad.
///
/// Made once of a catalogue, whatever the language shown; it does not follow changes of it.
struct SearchIndex: Sendable {
    /// In the order in which equals are shown: topics, areas, the indicators that stand for topics, the others, computed
    /// figures, measures.
    private var items: [Item] = []
    private let catalogue: Catalogue
    private var names = SearchNames()
    /// The item that each name is of.
    private var owners: [Int] = []
    /// What belongs to items, each text once: units, departments, areas and their codes, the words about a measure.
    private var relations = SearchNames()
    /// An item and the place of a text that belongs to it.
    private var related: [(item: Int, relation: Int)] = []
    private var openings = SearchOpenings()

    init(_ catalogue: Catalogue) {
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
                add(.figure(indicator, nil), indicator.name.both + indicator.shortName.both, NameReadings(indicator))
                // The first area that reports it is that of the figure that stands for it.
                let area = hasAreas ? catalogue.areas(reporting: indicator.code).first : nil
                relate(indicator.unit.all + indicator.department.both + names(ofArea: area), &known)
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

    /// The same index with what most searches begin with found beforehand.
    var opened: SearchIndex {
        var index = self
        index.openings = SearchOpenings(self)
        return index
    }

    /// What answers a query, the best first, all of it.
    func matches(_ text: String) -> [Item] {
        let results = results(of: text)
        return results.indices.map { results[$0] }
    }

    /// What answers a query, the best first.
    ///
    /// - Parameter before: what was found until now; where the query goes on from that, nothing else is gone through.
    func results(of text: String, after before: SearchResults = .none) -> SearchResults {
        let query = SearchQuery(text)
        guard !query.isEmpty else { return .none }
        if let known = openings[query] { return known }
        var ranks = [UInt8](repeating: Self.none, count: items.count)
        // The items that have a rank, in their order.
        var ranked: [Int32] = []
        let hits = look(query, among: before.hits(catalogue, query), &ranks, &ranked)
        if query.isTelling {
            var scan = NameScan(relations, query)
            let isFound = (0..<relations.count).map { relation in scan.rank(of: relation).map { $0 <= .inside } ?? false }
            if isFound.contains(true) {
                for (item, relation) in related where isFound[relation] && ranks[item] == Self.none { ranks[item] = SearchRank.related.rawValue }
                ranked = ranks.indices.lazy.filter { ranks[$0] != Self.none }.map(Int32.init)
            }
        }
        return SearchResults(catalogue, items, inOrder(ranked, ranks), query, hits)
    }

    /// Goes through the names.
    ///
    /// - Parameters:
    ///   - known: the names among which it is looked for; nil for all.
    ///   - ranks: for each item its rank, none at first.
    private func look(_ query: SearchQuery, among known: [NameScan.Hit]?, _ ranks: inout [UInt8], _ ranked: inout [Int32]) -> [NameScan.Hit] {
        let count = known?.count ?? names.count, isPartOfWord = query.isPartOfWord
        return [NameScan.Hit](unsafeUninitializedCapacity: count) { hits, found in
            ranked = [Int32](unsafeUninitializedCapacity: min(count, items.count)) { ranked, items in
                ranks.withUnsafeMutableBufferPointer { ranks in
                    func take(_ hit: NameScan.Hit, _ rank: SearchRank) {
                        hits.initializeElement(at: found, to: hit)
                        found += 1
                        if rank == .insideWord, !isPartOfWord { return }
                        let owner = owners[Int(hit.name)]
                        if ranks[owner] == Self.none {
                            ranked.initializeElement(at: items, to: Int32(owner))
                            items += 1
                        }
                        ranks[owner] = min(ranks[owner], rank.rawValue)
                    }
                    var scan = NameScan(names, query)
                    for place in 0..<count {
                        var hit = known.map { $0[place] } ?? NameScan.Hit(name: Int32(place), word: names.texts[place].word)
                        if let rank = scan.rank(of: &hit) { take(hit, rank) }
                    }
                }
            }
        }
    }

    /// Stands for no rank: worse than any.
    private static let none = UInt8.max

    /// The same for one query; where more follow, keep an index.
    static func matches(_ query: String, in catalogue: Catalogue) -> [Item] {
        SearchQuery(query).isEmpty ? [] : SearchIndex(catalogue).matches(query)
    }

    /// Items with a rank, in their order: the best first, equals as they stood.
    private func inOrder(_ ranked: [Int32], _ ranks: [UInt8]) -> [Int32] {
        var next = [Int](repeating: 0, count: SearchRank.allCases.count + 1)
        for item in ranked { next[Int(ranks[Int(item)]) + 1] += 1 }
        for rank in next.indices.dropFirst() { next[rank] += next[rank - 1] }
        return [Int32](unsafeUninitializedCapacity: ranked.count) { places, count in
            next.withUnsafeMutableBufferPointer { next in
                for item in ranked {
                    let rank = Int(ranks[Int(item)])
                    places.initializeElement(at: next[rank], to: item)
                    next[rank] += 1
                }
            }
            count = ranked.count
        }
    }

    // MARK: Making it

    private mutating func add(_ item: Item, _ texts: [String], _ readings: NameReadings = NameReadings()) {
        for (place, text) in texts.enumerated() where !text.isEmpty && !texts[..<place].contains(text) {
            names.append(FoldedText(text), readings)
            owners.append(items.count)
        }
        items.append(item)
    }

    /// Adds what belongs to the item added last.
    private mutating func relate(_ texts: [String], _ known: inout [String: Int]) {
        for text in texts where !text.isEmpty {
            let place = known[text] ?? relations.count
            if place == relations.count {
                relations.append(FoldedText(text))
                known[text] = place
            }
            related.append((items.count - 1, place))
        }
    }

    /// A former name with its code, and without: 大洼县 211121.
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
