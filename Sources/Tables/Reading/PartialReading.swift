import Indicators

/// A data set that is too large to be read whole: of every series the newest figures are read at once, and others are
/// added when they are wanted. All rows are read by the same rules.
package struct PartialReading: Sendable {
    private var assembly: CatalogueAssembly
    /// What was read at once; nil where it was refused.
    private let newest: WrittenObservations?
    /// What the other tables name, and the codes that no table has, as they were after the first reading.
    private let references: References
    /// How far the series reach by now.
    private var reach: SeriesReach
    /// What reading its first rows gave.
    package let first: CatalogueReading

    /// Reads the tables; `observations.csv` holds the newest figures of every series.
    ///
    /// - Parameters:
    ///   - oldest: the oldest period of the whole set; nil where it has none.
    ///   - now: figures under embargo after this moment are withheld.
    package init(_ folder: any TableFolder, oldest: Period?, now: Instant) {
        var problems = ProblemList()
        let package = PackageReader(folder, &problems)
        assembly = CatalogueAssembly(folder, package, problems, now: now)
        reach = SeriesReach(oldest: oldest)
        assembly.reach = reach
        first = assembly.reading().doubting(now)
        references = assembly.references
        newest = first.catalogue == nil ? nil : assembly.observations
        // The bytes of the tables are not needed again, and what is added is kept beside what is there.
        assembly.folder = MemoryFolder([:])
        assembly.columns = ObservationStore()
    }

    /// The number of figures that were added.
    package var count: Int { assembly.columns.count }

    /// Forgets the figures that were added.
    package mutating func forget() {
        assembly.columns = ObservationStore()
        assembly.references = references
        reach = SeriesReach(oldest: reach.oldest)
    }

    /// Adds figures that were wanted. Rows that are at hand already are passed over.
    ///
    /// - Parameters:
    ///   - rows: `observations.csv` with these figures.
    ///   - wishes: what they were wanted for; it counts as fulfilled.
    ///   - now: figures under embargo after this moment are withheld.
    package mutating func add(_ rows: [UInt8], for wishes: Set<SeriesWish>, now: Instant) -> CatalogueReading {
        guard let shown = first.catalogue, let newest,
            let path = assembly.package.paths[TableForm.observations.resource]
        else { return first }
        // A code that no table has is told once.
        assembly.references = references
        let here = LayeredObservations(newest, assembly.observations)
        assembly.problems = ProblemList()
        // A role may see no figure of a series any more; then there is only a header.
        if rows.count(where: { $0 == UInt8(ascii: "\n") }) > 1 {
            assembly.folder = MemoryFolder([path: rows])
            assembly.takeObservations(now) { assembly, _, observation in
                !here.holds(observation.key) && assembly.columns.entry(ofKey: observation.key) == nil
            }
            assembly.folder = MemoryFolder([:])
        } else {
            assembly.takeNone(now)
        }
        // A code that no table has is in a row that was refused just now.
        for problem in assembly.references.problems() { assembly.problems.add(problem) }
        reach = reach.reaching(wishes)
        let layers = LayeredObservations(newest.asOf(now), assembly.observations)
        var reading = CatalogueReading(
            catalogue: shown.adding(ObservationTable(layers, reach: reach)),
            problems: assembly.problems.problems, files: []
        ).doubting(now)
        reading.isAddition = true
        return reading
    }
}
