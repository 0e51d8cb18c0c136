import Indicators

import Glibc

/// A folder on disk, opened once. Files are opened relative to it, so that a reader keeps seeing the same folder when
/// another one takes over its path.
///
/// Links are not followed, and pipes and devices are refused.
public final class DirectoryFolder: TableFolder {
    /// The path as it was given to the initializer.
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

    /// Lends the bytes of a file for as long as the body runs.
    ///
    /// - Throws: `FolderFault`, or what the body throws.
    public func withFile<Result>(
        _ name: String, maximumBytes: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try contents(of: name, maximumBytes: maximumBytes).withBytes(body)
    }

    /// Opens a file below the folder. Large files are mapped into memory, smaller ones are read.
    ///
    /// - Throws: `FolderFault`: `.unsafePath` for a name that would leave the folder, `.notAFile` for links, pipes and
    ///   devices.
    public func contents(of name: String, maximumBytes: Int) throws -> FileBytes {
        guard Self.isSafe(name) else { throw FolderFault.unsafePath }
        return try FileBytes(descriptor: openFile(name), maximumBytes: maximumBytes)
    }

    /// The day of the last change in local time, as YYYY-MM-DD; empty where there is no such file. A link is not
    /// followed.
    public func date(of name: String) -> String {
        var status = stat()
        guard Self.isSafe(name), fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return "" }
        return FileDate.text(status.st_mtim)
    }

    /// The names of all entries that do not begin with a dot, in alphabetical order. At most 4,096 entries are read;
    /// empty where the folder cannot be read.
    public var fileNames: [String] {
        // The directory stream closes its descriptor, so it gets a copy.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < 4_096, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
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
}

/// Dates of files in local time.
enum FileDate {
    static func text(_ time: timespec) -> String {
        var seconds = time.tv_sec, parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return "" }
        func padded(_ number: Int32, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        return "\(padded(parts.tm_year + 1_900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
    }
}
