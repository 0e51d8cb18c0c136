import Indicators

/// The files that belong to a data set.
public enum PackageFiles {
    /// The names of the files that are no tables: the description and the map.
    public static let besideTables = [PackageReader.file, MapReader.file]

    /// Reads all files once, so that the checked bytes are the published ones even while the folder is being written.
    ///
    /// The files are `datapackage.json`, those named by its resources, and the map. A file that cannot be read is left
    /// out, and the check reports it. Tables in another encoding, as spreadsheets in China save them, are converted to
    /// UTF-8, because rows are added to them and other tools that read a package expect it.
    public static func read(_ folder: any TableFolder) -> MemoryFolder {
        var copy = MemoryFolder([:], displayName: folder.displayName)
        func take(_ name: String, _ limit: Int) {
            copy.files[name] = try? folder.withFile(name, maximumBytes: limit) {
                TableReader.otherEncoding($0)?.text ?? Array($0)
            }
        }
        take(PackageReader.file, PackageReader.largestFile)
        for path in paths(copy.files[PackageReader.file] ?? []) { take(path, TableReader.largestFile) }
        take(MapReader.file, MapReader.largestFile)
        return copy
    }

    /// The files that the resources name: a path, or a list of paths (Data Package 2.0, `path`).
    private static func paths(_ package: [UInt8]) -> [String] {
        let root = package.withUnsafeBytes { bytes in try? JSONReader.read(bytes, from: TextCheck.startAfterMark(bytes))
        }
        return (root?["resources"]?.array ?? []).flatMap { resource -> [String] in
            guard let path = resource["path"] else { return [] }
            return path.string.map { [$0] } ?? (path.array ?? []).compactMap(\.string)
        }
    }
}

extension MemoryFolder {
    /// The path of the file of a table; nil where the description names none.
    public func path(ofTable resource: String) -> String? {
        var problems = ProblemList()
        return PackageReader(self, &problems).paths[resource]
    }
}
