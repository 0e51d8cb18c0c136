import Wording

/// A row of the screens on which series are chosen by their dimensions.
struct FilterChoice: Hashable {
    /// The index of the dimension.
    let dimension: Int
    /// The index of the code in its dimension; nil for all codes, or for the dimension itself.
    let code: Int?
    let name: String
    /// The chosen code of a dimension in words; empty for a row that is a code.
    let chosen: String
    /// Whether it leads to the codes of its dimension.
    let isDimension: Bool
    let isChosen: Bool
    /// How many indicators remain with this choice.
    let count: Int
}

extension DashboardState {
    /// The current choices in words; empty where everything is shown.
    var filterText: String {
        if session.filter.isEmpty { return "" }
        return session.filter.sorted { $0.key < $1.key }.compactMap { dimension, code in
            guard catalogue.dimensions.indices.contains(dimension),
                catalogue.dimensions[dimension].codes.indices.contains(code)
            else { return nil }
            return catalogue.dimensions[dimension].codes[code].name
        }.inOne(with: words.listSeparator)
    }

    /// The dimensions, or all of one and its codes.
    func filterChoices(_ dimension: Int?) -> [FilterChoice] {
        guard let dimension else {
            return catalogue.dimensions.enumerated().map { index, one in
                let code = session.filter[index]
                return FilterChoice(
                    dimension: index, code: nil, name: one.name,
                    chosen: code.map { one.codes[$0].name } ?? words.pictures.everything, isDimension: true,
                    isChosen: code != nil,
                    count: one.codes.count)
            }
        }
        guard catalogue.dimensions.indices.contains(dimension) else { return [] }
        var others = session.filter
        others[dimension] = nil
        var counts = [Int](repeating: 0, count: catalogue.dimensions[dimension].codes.count), all = 0
        for indicator in catalogue.indicators {
            let breakdown = catalogue.breakdown(of: indicator.code)
            guard breakdown.indices.contains(dimension), others.allSatisfy({ breakdown[$0.key] == $0.value }) else {
                continue
            }
            counts[breakdown[dimension]] += 1
            all += 1
        }
        func choice(_ code: Int?, _ name: String, _ count: Int) -> FilterChoice {
            FilterChoice(
                dimension: dimension, code: code, name: name, chosen: "", isDimension: false,
                isChosen: session.filter[dimension] == code, count: count)
        }
        return [choice(nil, words.pictures.everything, all)]
            + catalogue.dimensions[dimension].codes.enumerated().map { choice($0, $1.name, counts[$0]) }
    }

    /// Opens the screen of choices. Where there is one dimension it opens its codes.
    mutating func chooseFilter() {
        guard !catalogue.dimensions.isEmpty else { return }
        let only: Int? = catalogue.dimensions.count == 1 ? 0 : nil
        visit(.filter(only), selection: only == nil ? 0 : filterChoices(only).firstIndex(where: \.isChosen) ?? 0)
    }

    /// Takes a row of the screen of choices: opens the codes of a dimension, or applies a code and goes back.
    mutating func take(_ choice: FilterChoice) {
        if choice.isDimension {
            visit(
                .filter(choice.dimension), selection: filterChoices(choice.dimension).firstIndex(where: \.isChosen) ?? 0
            )
            return
        }
        session.filter[choice.dimension] = choice.code
        session.visits.removeLast()
    }
}
