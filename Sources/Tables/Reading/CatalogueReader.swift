import Indicators

/// Reads a data set and checks it by all rules, collecting every problem.
public enum CatalogueReader {
    /// Reads a data set.
    ///
    /// - Parameter now: figures under embargo after this moment are withheld; without it all figures under embargo are.
    public static func read(_ folder: any TableFolder, now: Instant = .distantPast) -> CatalogueReading {
        var problems = ProblemList()
        let package = PackageReader(folder, &problems)
        return read(folder, package, problems, now: now)
    }

    /// Reads the rest of a data set whose description has been read.
    static func read(_ folder: any TableFolder, _ package: PackageReader, _ problems: ProblemList, now: Instant)
        -> CatalogueReading
    {
        var assembly = CatalogueAssembly(folder, package, problems, now: now)
        return assembly.reading().doubting(now)
    }
}
