import CPostgres
import Glibc

/// A connection to a PostgreSQL server, or to one that speaks its protocol. It is used by one thread at a time.
///
/// Every wait has an end: a server that sends nothing for `patience` seconds counts as slow.
final class Connection {
    /// How long connecting may take, in seconds.
    static let connectSeconds = 10
    /// How long the server may send nothing, in seconds.
    static let patience = 30
    /// How long the server may work on one statement, in seconds.
    static let statementSeconds = 60

    private let handle: OpaquePointer

    /// Connects.
    ///
    /// - Throws: `DatabaseFault`.
    init(_ address: DatabaseAddress) throws(DatabaseFault) { handle = try Self.connect(address) }

    private static func connect(_ address: DatabaseAddress) throws(DatabaseFault) -> OpaquePointer {
        let library = getenv("MINSHENG_LIBPQ").map { String(cString: $0) } ?? ""
        let name = library.isEmpty ? "libpq.so.5" : library
        if let reason = cp_load(name) { throw .noLibrary(name, reason: String(cString: reason)) }
        guard let handle = cp_start(address.uri) else { throw .unreachable("") }
        let end = now + connectSeconds * 1_000
        var wish = CP_WRITING
        while wish != CP_FAILED, cp_socket(handle) >= 0 {
            if wish == CP_CONNECTED { return handle }
            guard wait(cp_socket(handle), wish == CP_READING ? POLLIN : POLLOUT, until: end) else {
                cp_finish(handle)
                throw .slow(seconds: connectSeconds)
            }
            wish = cp_connect_poll(handle)
        }
        let fault = DatabaseFault(
            connecting: String(cString: cp_error(handle)), needsPassword: cp_needs_password(handle) != 0)
        cp_finish(handle)
        throw fault
    }

    deinit { cp_finish(handle) }

    /// Becomes readable when the server sends something.
    var socket: Int32 { cp_socket(handle) }
    /// The number of the server process, as stated when the connection was made. A pooler states a number of its own.
    var process: Int { Int(cp_process(handle)) }
    /// 150018 for 15.18.
    var serverVersion: Int { Int(cp_server_version(handle)) }

    /// What one statement of several gave.
    struct Answer {
        /// The cells; nil for NULL.
        var rows: [[String?]] = []
        /// What was copied out.
        var bytes: [UInt8] = []
    }

    /// Runs statements one after the other, up to the first that fails. They must not contain text from outside the
    /// program: there are no parameters.
    ///
    /// - Throws: `DatabaseFault`.
    func run(_ statements: String) throws(DatabaseFault) -> [Answer] {
        guard cp_send(handle, statements) == 1 else { throw failure() }
        return try answers()
    }

    /// Runs one statement with parameters `$1`, `$2`, ….
    ///
    /// - Throws: `DatabaseFault`.
    @discardableResult
    func run(_ statement: String, with parameters: [String?]) throws(DatabaseFault) -> [[String?]] {
        let copies = parameters.map { $0.map { strdup($0) } }
        defer { for copy in copies { free(copy ?? nil) } }
        let values = copies.map { copy in UnsafePointer(copy ?? nil) }
        guard cp_send_with(handle, statement, Int32(values.count), values) == 1 else { throw failure() }
        return try answers().last?.rows ?? []
    }

    /// Copies a table in.
    ///
    /// - Throws: `DatabaseFault`.
    func copyIn(_ statement: String, _ bytes: [UInt8]) throws(DatabaseFault) {
        guard cp_send(handle, statement) == 1 else { throw failure() }
        try waitForAnswer()
        guard let result = cp_next(handle) else { throw failure() }
        let status = cp_result_status(result)
        guard status == Int32(CP_COPY_IN.rawValue) else {
            let fault = Self.fault(result) ?? .lost("")
            cp_clear(result)
            _ = try? answers()
            throw fault
        }
        cp_clear(result)
        var isSent = true
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count, isSent, let base = bytes.baseAddress {
                let count = min(1 << 16, bytes.count - offset)
                let piece = (base + offset).assumingMemoryBound(to: CChar.self)
                isSent = cp_put_copy(handle, piece, Int32(count)) == 1
                offset += count
            }
        }
        guard isSent, cp_end_copy(handle, nil) == 1 else { throw failure() }
        _ = try answers()
    }

    /// Takes the notifications that have arrived. Returns whether there were any; nil where the connection is lost.
    func takeNotifications() -> Bool? {
        guard cp_consume(handle) == 1, cp_is_open(handle) != 0 else { return nil }
        var isTold = false
        while cp_take_notification(handle) != 0 { isTold = true }
        return isTold
    }

    // MARK: Waiting

    private func answers() throws(DatabaseFault) -> [Answer] {
        // After the data of a copy comes another result, which says how it ended.
        var answers: [Answer] = [], copied: [UInt8]?, fault: DatabaseFault?
        while true {
            try waitForAnswer()
            guard let result = cp_next(handle) else { break }
            defer { cp_clear(result) }
            switch cp_result_status(result) {
            case Int32(CP_EMPTY.rawValue), Int32(CP_COMMAND.rawValue):
                answers.append(Answer(bytes: copied ?? []))
                copied = nil
            case Int32(CP_TUPLES.rawValue): answers.append(Answer(rows: Self.rows(result)))
            case Int32(CP_COPY_OUT.rawValue): copied = try copyOut()
            default: if fault == nil { fault = Self.fault(result) ?? failure() }
            }
        }
        if let fault { throw fault }
        guard cp_is_open(handle) != 0 else { throw failure() }
        return answers
    }

    private static func rows(_ result: OpaquePointer) -> [[String?]] {
        (0..<cp_rows(result)).map { row in
            (0..<cp_columns(result)).map { column in cp_value(result, row, column).map { String(cString: $0) } }
        }
    }

    private func copyOut() throws(DatabaseFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var piece: UnsafeMutablePointer<CChar>?
            let count = Int(cp_get_copy(handle, &piece))
            if count > 0, let piece {
                bytes.append(contentsOf: UnsafeRawBufferPointer(start: piece, count: count))
                cp_free(piece)
            } else if count == 0 {
                try waitForInput()
            } else if count == -1 {
                return bytes
            } else {
                throw failure()
            }
        }
    }

    private func waitForAnswer() throws(DatabaseFault) {
        while cp_is_busy(handle) != 0 { try waitForInput() }
    }

    private func waitForInput() throws(DatabaseFault) {
        let flushed = cp_flush(handle)
        guard flushed >= 0 else { throw failure() }
        let end = Self.now + Self.patience * 1_000
        guard Self.wait(socket, POLLIN | (flushed == 1 ? POLLOUT : 0), until: end) else {
            throw .slow(seconds: Self.patience)
        }
        guard cp_consume(handle) == 1 else { throw failure() }
    }

    private func failure() -> DatabaseFault {
        let text = DatabaseFault.oneLine(String(cString: cp_error(handle)))
        return cp_is_open(handle) == 0 ? .lost(text) : .server(state: "", text)
    }

    private static func fault(_ result: OpaquePointer) -> DatabaseFault? {
        guard let state = cp_error_field(result, Int32(UInt8(ascii: "C"))) else { return nil }
        let message = cp_error_field(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) } ?? ""
        return DatabaseFault(state: String(cString: state), DatabaseFault.oneLine(message))
    }

    /// Waits until the descriptor is ready; false once the time is over.
    private static func wait(_ descriptor: Int32, _ events: Int32, until end: Int) -> Bool {
        while true {
            var wish = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let found = poll(&wish, 1, Int32(clamping: max(0, end - now)))
            if found > 0 { return true }
            if found == 0 || errno != EINTR { return false }
        }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
