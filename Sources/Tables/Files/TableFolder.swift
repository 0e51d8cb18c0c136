import Indicators

/// Why a file of a data set cannot be read.
public enum FolderFault: Error, Hashable, Sendable {
    /// There is no file of that name.
    case missing
    /// The name belongs to a folder, link, pipe or device.
    case notAFile
    /// The system refuses to open or read the file.
    case unreadable
    /// The name could leave the folder (Data Package 2.0, `path`).
    case unsafePath
    /// The file has more bytes than the limit.
    case tooLarge(limit: Int)
}

/// The source of the tables of a data set: a folder, the program itself, or a test.
public protocol TableFolder: Sendable {
    /// The name of the folder in messages.
    var displayName: String { get }
    /// Lends the bytes of a file for as long as the body runs.
    ///
    /// - Throws: `FolderFault`.
    func withFile<Result>(
        _ name: String, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result
    /// The bytes of a file. They stay valid as long as they are retained.
    ///
    /// - Throws: `FolderFault`.
    func contents(of name: String, maximumBytes: Int) throws -> FileBytes
    /// The names of the files directly in the folder, sorted; empty where they cannot be listed.
    var fileNames: [String] { get }
    /// The day on which a file was changed last, as YYYY-MM-DD; empty where that is not known.
    func date(of name: String) -> String
}

extension TableFolder {
    /// The default: a copy of the bytes that `withFile` lends.
    public func contents(of name: String, maximumBytes: Int) throws -> FileBytes {
        try withFile(name, maximumBytes: maximumBytes) { FileBytes(copying: $0) }
    }

    /// The default for folders that keep no dates: always empty.
    public func date(of name: String) -> String { "" }
    /// The default for folders that cannot be listed: always empty.
    public var fileNames: [String] { [] }

    /// Whether a file name stays inside the folder: relative, without `..`, without hidden parts, with `/` as the only
    /// separator (Data Package 2.0, `path`).
    static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255 && !name.utf8.contains(UInt8(ascii: "\\"))
            && !name.unicodeScalars.contains { $0.value < 0x20 }
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && !$0.hasPrefix(".")
            }
    }
}

/// A data set in memory.
public struct MemoryFolder: TableFolder {
    /// The name in messages; `memory` unless the initializer is given another.
    public let displayName: String
    /// The bytes of each file by its path relative to the folder.
    public var files: [String: [UInt8]]

    /// The paths of all files in alphabetical order.
    public var fileNames: [String] { files.keys.sorted() }

    /// Makes a folder of these files, named by their paths relative to it.
    public init(_ files: [String: [UInt8]], displayName: String = "memory") {
        self.files = files
        self.displayName = displayName
    }

    /// Lends the bytes of a file for as long as the body runs.
    ///
    /// - Throws: `FolderFault.unsafePath`, `.missing` or `.tooLarge`, or what the body throws.
    public func withFile<Result>(
        _ name: String, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        guard Self.isSafe(name) else { throw FolderFault.unsafePath }
        guard let bytes = files[name] else { throw FolderFault.missing }
        guard bytes.count <= maximumBytes else { throw FolderFault.tooLarge(limit: maximumBytes) }
        return try bytes.withUnsafeBytes(body)
    }
}
