import Indicators

/// What a query finds, the best first. A figure's observation is looked up where the row is asked for: a letter may find thousands.
final class SearchResults: Sendable {
    private let catalogue: Catalogue?
    private let items: [Item]
    private let places: [Int32]
    private let query: SearchQuery?
    /// The names that have the query, and from where on: whoever types on finds no others.
    private let hits: [NameScan.Hit]

    /// Nothing.
    static let none = SearchResults(nil, [], [], nil, [])

    init(_ catalogue: Catalogue?, _ items: [Item], _ places: [Int32], _ query: SearchQuery?, _ hits: [NameScan.Hit]) {
        self.catalogue = catalogue
        self.items = items
        self.places = places
        self.query = query
        self.hits = hits
    }

    /// The same in no more memory than it needs, to be kept.
    var compact: SearchResults { SearchResults(catalogue, items, places.map { $0 }, query, hits.map { $0 }) }

    /// The names among which a query of the same data is to be looked for; nil for all.
    func hits(_ catalogue: Catalogue, _ query: SearchQuery) -> [NameScan.Hit]? {
        guard let own = self.query, self.catalogue === catalogue, query.goesOn(from: own) else { return nil }
        return hits
    }

    var count: Int { places.count }
    var indices: Range<Int> { places.indices }

    /// The number of a row's item among all that can be found.
    func number(_ place: Int) -> Int { Int(places[place]) }

    subscript(_ place: Int) -> Item {
        let item = items[number(place)]
        guard case .figure(let indicator, nil) = item, let catalogue else { return item }
        return .figure(indicator, catalogue.headlineObservation(of: indicator.code))
    }
}
