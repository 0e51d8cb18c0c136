import Glibc

/// A folder on disk, opened once; its files are opened relative to it, so that a reader sees one folder even while
/// another is put in its place.
///
/// Follows no links, waits for no pipe, reads no device.
public final class DirectoryFolder: TableFolder {
    public let displayName: String
    private let descriptor: Int32

    /// Opens a folder, or the folder that a `datapackage.json` lies in.
    ///
    /// - Throws: `FolderFault.missing` where there is no such folder or file, `.notAFile` for anything else than these,
    ///   `.unreadable` where it may not be read.
    public init(path: String) throws {
        var folder = path
        let isDescription = path == "datapackage.json" || path.hasSuffix("/datapackage.json")
        if isDescription { folder = String(path.dropLast("datapackage.json".count)) }
        if folder.isEmpty { folder = "." }
        displayName = path
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw FolderFault.missing
            case ENOTDIR: throw FolderFault.notAFile
            default: throw FolderFault.unreadable
            }
        }
        if isDescription, faccessat(descriptor, "datapackage.json", F_OK, 0) != 0 { throw FolderFault.missing }
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    public func withFile<Result>(
        _ name: String, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        guard Self.isSafe(name) else { throw FolderFault.unsafePath }
        let file = try openFile(name)
        defer { Glibc.close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FolderFault.unreadable }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FolderFault.notAFile }
        guard status.st_size <= maximumBytes else { throw FolderFault.tooLarge(limit: maximumBytes) }
        return try Self.contents(of: file, expected: Int(status.st_size), maximumBytes).withUnsafeBytes(body)
    }

    /// Opens a file without following a link in any part of its path.
    private func openFile(_ name: String) throws -> Int32 {
        let parts = name.split(separator: "/").map(String.init)
        var folder = descriptor
        defer { if folder != descriptor { Glibc.close(folder) } }
        for part in parts.dropLast() {
            let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            if folder != descriptor { Glibc.close(folder) }
            folder = descriptor
            guard next >= 0 else { throw errno == ENOENT ? FolderFault.missing : FolderFault.notAFile }
            folder = next
        }
        let file = openat(folder, parts[parts.count - 1], O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else {
            switch errno {
            case ENOENT: throw FolderFault.missing
            case ELOOP, ENXIO: throw FolderFault.notAFile
            default: throw FolderFault.unreadable
            }
        }
        return file
    }

    private static func contents(of file: Int32, expected: Int, _ maximumBytes: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw FolderFault.unreadable
            }
            bytes += buffer[..<count]
            guard bytes.count <= maximumBytes else { throw FolderFault.tooLarge(limit: maximumBytes) }
        }
    }
}
