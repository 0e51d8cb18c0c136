import Indicators

/// What a query finds, the best first. A figure's observation is looked up where the row is asked for: a letter may find thousands.
final class SearchResults: Sendable {
    private let catalogue: Catalogue?
    private let items: [Item]
    private let places: [Int]

    /// Nothing.
    static let none = SearchResults(nil, [], [])

    init(_ catalogue: Catalogue?, _ items: [Item], _ places: [Int]) {
        self.catalogue = catalogue
        self.items = items
        self.places = places
    }

    var count: Int { places.count }
    var indices: Range<Int> { places.indices }

    subscript(_ place: Int) -> Item {
        let item = items[places[place]]
        guard case .figure(let indicator, nil) = item, let catalogue else { return item }
        return .figure(indicator, catalogue.headlineObservation(of: indicator.code))
    }
}
