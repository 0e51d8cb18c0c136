import Glibc
import Indicators

/// An open file or folder, closed with its last owner. Every call that can fail says which file it failed on.
final class Descriptor {
    let number: Int32
    let name: String

    init(_ number: Int32, _ name: String) throws(StoreFault) {
        guard number >= 0 else { throw .system(errno, file: name) }
        self.number = number
        self.name = name
    }

    deinit { Glibc.close(number) }

    /// A folder in this one, not a link to it.
    func folder(_ name: String) throws(StoreFault) -> Descriptor {
        try Descriptor(openat(number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), path(name))
    }

    /// A new file that was not there before.
    func newFile(_ name: String) throws(StoreFault) -> Descriptor {
        try Descriptor(openat(number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600), path(name))
    }

    func makeFolder(_ name: String) throws(StoreFault) {
        guard mkdirat(number, name, 0o755) == 0 else { throw .system(errno, file: path(name)) }
    }

    /// Read and, for the owner of a folder, write permission for everybody, whatever the clerk's own mask says: two
    /// hundred screens are other users.
    func permit(_ mode: mode_t) throws(StoreFault) {
        guard fchmod(number, mode) == 0 else { throw .system(errno, file: name) }
    }

    /// Brings what was written to the disk itself.
    func sync() throws(StoreFault) {
        guard fsync(number) == 0 else { throw .system(errno, file: name) }
    }

    func write(_ bytes: [UInt8]) throws(StoreFault) {
        do { try Files.write(bytes, to: number) } catch { throw .system(error.number, file: name) }
    }

    func rename(_ old: String, to new: String) throws(StoreFault) {
        guard renameat(number, old, number, new) == 0 else { throw .system(errno, file: path(new)) }
    }

    func link(_ name: String, to destination: String) throws(StoreFault) {
        guard symlinkat(destination, number, name) == 0 else { throw .system(errno, file: path(name)) }
    }

    /// Where a link leads; nil where there is none of that name.
    func destination(of name: String) throws(StoreFault) -> String? {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = readlinkat(number, name, &bytes, bytes.count)
        if count >= 0 { return String(decoding: bytes[..<count], as: UTF8.self) }
        switch errno {
        case ENOENT: return nil
        case EINVAL: throw .notALink(path(name))
        default: throw .system(errno, file: path(name))
        }
    }

    /// The names in a folder, hidden ones too.
    func names() throws(StoreFault) -> [String] {
        let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let listing = fdopendir(copy) else { throw .system(errno, file: name) }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The bytes of a small file; nil where there is none.
    func contents(of name: String) throws(StoreFault) -> [UInt8]? {
        let file = openat(number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .system(errno, file: path(name))
        }
        defer { Glibc.close(file) }
        do { return try Files.read(file) } catch { throw .system(error.number, file: path(name)) }
    }

    /// Removes a file, a link, or a folder with all that is in it. What is not there is no fault.
    func remove(_ name: String) throws(StoreFault) {
        if unlinkat(number, name, 0) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else { throw .system(errno, file: path(name)) }
        let folder = try folder(name)
        for inside in try folder.names() { try folder.remove(inside) }
        guard unlinkat(number, name, AT_REMOVEDIR) == 0 || errno == ENOENT else {
            throw .system(errno, file: path(name))
        }
    }

    private func path(_ inside: String) -> String { name + "/" + inside }
}
