import Indicators

/// What a query finds, the best first. A figure's observation is looked up where the row is asked for: a letter may
/// find thousands.
final class SearchResults: Sendable {
    private let catalogue: Catalogue?
    private let items: [Item]
    private let places: [Int32]
    private let query: SearchQuery?
    /// The names that have the query.
    private let names: [Int32]

    /// Nothing.
    static let none = SearchResults(nil, [], [], nil, [])

    init(_ catalogue: Catalogue?, _ items: [Item], _ places: [Int32], _ query: SearchQuery?, _ names: [Int32]) {
        self.catalogue = catalogue
        self.items = items
        self.places = places
        self.query = query
        self.names = names
    }

    /// The names among which a query of the same data is to be looked for; nil for all. Where all of 20,000 are gone
    /// through for every letter, one takes 0.3 ms more of the 0.8 of the floor.
    func names(_ catalogue: Catalogue, _ query: SearchQuery) -> [Int32]? {
        guard let own = self.query, self.catalogue === catalogue, query.goesOn(from: own) else { return nil }
        return names
    }

    var count: Int { places.count }
    var indices: Range<Int> { places.indices }

    subscript(_ place: Int) -> Item {
        let item = items[Int(places[place])]
        guard case .figure(let indicator, nil) = item, let catalogue else { return item }
        return .figure(indicator, catalogue.headlineObservation(of: indicator.code))
    }
}
