import BundledTables
import Tables

/// A data set that is part of the program; its bytes are read in place.
struct BundledFolder: TableFolder {
    /// The name after `@`.
    let name: String
    var displayName: String { "@" + name }
    private let index: Int

    /// The bundled data set with a name, the first for nil; nil where there is none.
    init?(_ name: String?) {
        var count = 0
        let packages = bundled_packages(&count)
        let names = (0..<count).map { String(cString: packages[$0].name) }
        guard let index = name.map({ names.firstIndex(of: $0) }) ?? 0 else { return nil }
        self.index = index
        self.name = names[index]
    }

    /// The names of all bundled data sets.
    static var names: [String] {
        var count = 0
        let packages = bundled_packages(&count)
        return (0..<count).map { String(cString: packages[$0].name) }
    }

    func withFile<Result>(
        _ file: String, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        var count = 0
        let package = bundled_packages(&count)[index]
        for position in 0..<package.file_count where String(cString: package.files[position].name) == file {
            let entry = package.files[position]
            return try body(UnsafeRawBufferPointer(start: entry.bytes, count: entry.length))
        }
        throw FolderFault.missing
    }
}
