import CMappedFile
import Glibc
import Indicators

/// The bytes of a file, or of a text made from one. Their address and number do not change while this object lives.
///
/// Workers share the memory by its address. It is only read, and this object owns it, so a reader must retain the
/// object.
public final class FileBytes: Sendable {
    private enum Keeping { case allocated, mapped }

    private let address: UInt
    /// The number of bytes.
    public let count: Int
    private let keeping: Keeping
    /// The identity of the file when it was opened; all zero for a text in memory.
    private let identity: FileIdentity
    private let descriptor: Int32

    /// Smaller files are copied, so that a program that rewrites them in place does not change these bytes.
    static let smallestMapped = 16 << 20

    /// A copy of bytes.
    public init(copying bytes: some Swift.Collection<UInt8>) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = memory.initialize(from: bytes)
        address = UInt(bitPattern: memory.baseAddress)
        count = bytes.count
        keeping = .allocated
        identity = FileIdentity()
        descriptor = -1
    }

    /// The whole of an open file. The object closes the descriptor.
    ///
    /// - Throws: `FolderFault`: `.notAFile`, `.tooLarge` or `.unreadable`.
    init(descriptor: Int32, maximumBytes: Int) throws(FolderFault) {
        self.descriptor = descriptor
        guard let identity = FileIdentity(descriptor) else { throw Self.refuse(descriptor, .unreadable) }
        guard identity.isOrdinary else { throw Self.refuse(descriptor, .notAFile) }
        guard identity.size <= maximumBytes else { throw Self.refuse(descriptor, .tooLarge(limit: maximumBytes)) }
        self.identity = identity
        if identity.size >= Self.smallestMapped, let mapped = mapped_file_open(descriptor, identity.size) {
            address = UInt(bitPattern: mapped)
            count = identity.size
            keeping = .mapped
            return
        }
        // Files in /proc state a size of zero and have bytes nevertheless, so files are read to their end.
        (address, count) = try Self.read(descriptor, expected: identity.size, maximumBytes)
        keeping = .allocated
    }

    /// All that comes through a pipe. The object closes the descriptor.
    ///
    /// - Throws: `FolderFault`: `.tooLarge` or `.unreadable`.
    init(stream descriptor: Int32, maximumBytes: Int) throws(FolderFault) {
        (address, count) = try Self.read(descriptor, expected: 1 << 16, maximumBytes)
        close(descriptor)
        self.descriptor = -1
        identity = FileIdentity()
        keeping = .allocated
    }

    /// The bytes up to the end, in memory that the caller owns. After a fault the descriptor is closed.
    private static func read(_ descriptor: Int32, expected: Int, _ maximumBytes: Int) throws(FolderFault)
        -> (address: UInt, count: Int)
    {
        var capacity = max(expected + 1, 1 << 12), filled = 0
        var memory = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        do throws(FolderFault) {
            while true {
                do {
                    filled += try Files.fill(
                        UnsafeMutableRawBufferPointer(start: memory + filled, count: capacity - filled),
                        from: descriptor)
                } catch { throw .unreadable }
                guard filled <= maximumBytes else { throw .tooLarge(limit: maximumBytes) }
                if filled < capacity { break }
                let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
                larger.copyMemory(from: memory, byteCount: filled)
                memory.deallocate()
                (memory, capacity) = (larger, capacity * 2)
            }
        } catch {
            memory.deallocate()
            throw refuse(descriptor, error)
        }
        return (UInt(bitPattern: memory), filled)
    }

    private static func refuse(_ descriptor: Int32, _ fault: FolderFault) -> FolderFault {
        close(descriptor)
        return fault
    }

    deinit {
        switch keeping {
        case .allocated: UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
        case .mapped: if let start { mapped_file_close(start, count) }
        }
        if descriptor >= 0 { close(descriptor) }
    }

    private var start: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: address) }

    /// Lends the bytes for as long as the body runs.
    public func withBytes<Result, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Result)
        throws(Failure) -> Result
    {
        defer { withExtendedLifetime(self) {} }
        return try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Makes a mapped file that shrinks read as zeros instead of raising SIGBUS. Call it after a screen was opened,
    /// which installs signal handlers of its own.
    func protect() { if keeping == .mapped { mapped_file_protect() } }

    /// Whether the file is still in the state in which it was opened. Always true for a copy.
    public var isUnchanged: Bool {
        guard keeping == .mapped, let start else { return true }
        return mapped_file_was_cut(start) == 0 && FileIdentity(descriptor) == identity
    }

    /// Lets the system reclaim the memory of mapped bytes; they are read from the file again when needed.
    func release(_ range: Range<Int>) {
        guard keeping == .mapped, let start else { return }
        mapped_file_release(start + range.lowerBound, range.count)
    }
}

/// Values by which two states of a file are told apart.
struct FileIdentity: Hashable, Sendable {
    var size = 0
    private var device: UInt = 0
    private var node: UInt = 0
    private var seconds = 0
    private var nanoseconds = 0
    private(set) var isOrdinary = true

    init() {}

    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        size = Int(status.st_size)
        device = UInt(status.st_dev)
        node = UInt(status.st_ino)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        isOrdinary = status.st_mode & S_IFMT == S_IFREG
    }
}
