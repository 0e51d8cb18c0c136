import Indicators

/// The results of a query, the best first.
package final class SearchResults: Sendable {
    private let catalogue: Catalogue?
    private let items: [SearchItem]
    private let itemIndices: [Int32]
    private let query: SearchQuery?
    /// The indices of the names that match the query.
    private let names: [Int32]

    /// No results.
    package static let none = SearchResults(nil, [], [], nil, [])

    init(
        _ catalogue: Catalogue?, _ items: [SearchItem], _ itemIndices: [Int32], _ query: SearchQuery?, _ names: [Int32]
    ) {
        self.catalogue = catalogue
        self.items = items
        self.itemIndices = itemIndices
        self.query = query
        self.names = names
    }

    /// The names to search for a query on the same data; nil for all. A search of all 20,000 names for every letter
    /// takes 0.3 ms more than the 0.8 of the floor.
    func names(_ catalogue: Catalogue, _ query: SearchQuery) -> [Int32]? {
        guard let own = self.query, self.catalogue === catalogue, query.goesOn(from: own) else { return nil }
        return names
    }

    package var count: Int { itemIndices.count }
    package var indices: Range<Int> { itemIndices.indices }

    package subscript(_ index: Int) -> SearchItem { items[Int(itemIndices[index])] }
}
