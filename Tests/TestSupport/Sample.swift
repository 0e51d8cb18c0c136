import Indicators
import Tables

/// The bundled data sets.
public enum Sample {
    public static let catalogue = read("panjin-2022")
    /// The fictional city: five years, targets, every absence.
    public static let example = read("example-city")

    private static func read(_ name: String) -> Catalogue {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        guard let folder = try? DirectoryFolder(path: "\(root)/Data/\(name)"),
            let catalogue = CatalogueReader.read(folder).catalogue
        else { preconditionFailure("Data/\(name) cannot be read") }
        return catalogue
    }
}
