import Glibc
import Tables

/// An open file or folder, closed when the last reference goes. Errors name the file that they concern.
final class Descriptor {
    let number: Int32
    let name: String

    init(_ number: Int32, _ name: String) throws(StoreFault) {
        guard number >= 0 else { throw .system(errno, file: name) }
        self.number = number
        self.name = name
    }

    deinit { Glibc.close(number) }

    /// Opens a folder in this one. A link is refused.
    func folder(_ name: String) throws(StoreFault) -> Descriptor {
        try Descriptor(openat(number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), path(name))
    }

    /// Creates a file for writing. Fails with EEXIST if there is one of that name.
    func newFile(_ name: String) throws(StoreFault) -> Descriptor {
        try Descriptor(openat(number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600), path(name))
    }

    /// Creates a folder and opens it.
    ///
    /// - Parameter mode: its mode, whatever the user's umask is.
    @discardableResult
    func makeFolder(_ name: String, _ mode: mode_t) throws(StoreFault) -> Descriptor {
        // EEXIST is left to the caller: somebody else may have been quicker.
        guard mkdirat(number, name, mode & 0o777) == 0 else { throw .system(errno, file: path(name)) }
        let made = try folder(name)
        try made.permit(mode)
        return made
    }

    /// The mode for a folder in this one: where a group shares this one, it shares what is made in it.
    var sharedFolderMode: mode_t {
        get throws(StoreFault) {
            var status = stat()
            guard fstat(number, &status) == 0 else { throw .system(errno, file: name) }
            return 0o755 | status.st_mode & (S_ISGID | S_IWGRP)
        }
    }

    /// The status of a link itself; nil if there is nothing of that name.
    func status(ofLink name: String) throws(StoreFault) -> stat? {
        var status = stat()
        if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        if errno == ENOENT { return nil }
        throw .system(errno, file: path(name))
    }

    /// Sets the mode whatever the user's umask is: screens run as other users and must be able to read.
    func permit(_ mode: mode_t) throws(StoreFault) {
        guard fchmod(number, mode) == 0 else { throw .system(errno, file: name) }
    }

    /// Waits until what was written is on the disk (fsync).
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

    /// The destination of a link; nil if there is nothing of that name.
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

    /// The bytes of a file; nil if there is none of that name.
    func contents(of name: String) throws(StoreFault) -> [UInt8]? {
        let file = openat(number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .system(errno, file: path(name))
        }
        defer { Glibc.close(file) }
        do { return try Files.read(file) } catch { throw .system(error.number, file: path(name)) }
    }

    /// Removes a file, a link, or a folder with its contents. Does nothing if there is nothing of that name.
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
