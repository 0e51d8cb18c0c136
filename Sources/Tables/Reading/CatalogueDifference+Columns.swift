import Indicators

extension CatalogueDifference {
    /// Compares two versions in every column of the observations that is compared. Figures under embargo are compared
    /// by their real values and shown without them.
    public init(from old: Catalogue, to new: Catalogue) { self.init(from: old, to: new, ObservationPairs(old, new)) }

    /// Compares two versions of which it is known which rows are the same figure.
    ///
    /// - Parameter recorded: how many former values at the end of the new version publishing itself has recorded.
    init(from old: Catalogue, to new: Catalogue, _ pairs: ObservationPairs, recorded: Int = 0) {
        self.init(
            from: old, to: new,
            comparing: ObservationColumn.all.compactMap { column in
                column.differs.map { Column(name: column.name.rawValue, differs: $0, text: column.text) }
            }, pairs, recorded: recorded)
    }
}
