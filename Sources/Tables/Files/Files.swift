import Indicators

import Glibc

/// An error number of the system.
public struct SystemFault: Error, Hashable, Sendable {
    /// The value of `errno`.
    public let number: Int32

    /// Wraps a value of `errno`.
    public init(_ number: Int32) { self.number = number }

    /// The system's description of the error.
    public var reason: String { String(cString: strerror(number)) }
}

/// Complete reads and writes; a call that a signal interrupts is repeated.
public enum Files {
    /// Reads until a buffer is full or the file ends.
    ///
    /// - Returns: the number of bytes.
    static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) throws(SystemFault) -> Int {
        var rest = buffer
        while !rest.isEmpty {
            let count = Glibc.read(descriptor, rest.baseAddress, rest.count)
            if count == 0 { break }
            if count > 0 {
                rest = UnsafeMutableRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                throw SystemFault(errno)
            }
        }
        return buffer.count - rest.count
    }

    /// The bytes of an open file up to its end, at most `limit`.
    public static func read(_ descriptor: Int32, atMost limit: Int = .max) throws(SystemFault) -> [UInt8] {
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: min(limit, 1 << 16))
        while bytes.count < limit {
            let wanted = min(buffer.count, limit - bytes.count)
            let count = try buffer.withUnsafeMutableBufferPointer { (buffer) throws(SystemFault) in
                try fill(
                    UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<wanted])),
                    from: descriptor)
            }
            bytes += buffer[..<count]
            if count < wanted { break }
        }
        return bytes
    }

    /// The bytes of an ordinary file; nil where there is none, where it has more bytes than the limit, or where it
    /// cannot be read.
    public static func contents(of path: String, atMost limit: Int, followsLink: Bool = true) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
        guard descriptor >= 0, let bytes = try? FileBytes(descriptor: descriptor, maximumBytes: limit) else {
            return nil
        }
        return bytes.withBytes { Array($0) }
    }

    /// Writes all bytes.
    public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                throw SystemFault(count == 0 ? EIO : errno)
            }
        }
    }

    /// Writes all of a text in UTF-8.
    public static func write(_ text: String, to descriptor: Int32) throws(SystemFault) {
        try write(Array(text.utf8), to: descriptor)
    }

    /// Replaces a file atomically after everything that the body writes is on the disk. After any error the old file
    /// remains.
    ///
    /// - Throws: `SystemFault`, or what the body throws.
    public static func replace(_ path: String, mode: mode_t, _ body: (_ descriptor: Int32) throws -> Void) throws {
        var draft = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&draft)
        guard descriptor >= 0 else { throw SystemFault(errno) }
        defer { close(descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        do {
            try body(descriptor)
            guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, rename(draft, path) == 0 else {
                throw SystemFault(errno)
            }
        } catch {
            unlink(draft)
            throw error
        }
    }
}
