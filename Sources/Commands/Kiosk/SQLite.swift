import Glibc
import Indicators

/// A data base of SQLite (Debian's `libsqlite3-0`), which survives a power cut at any moment. The library is loaded
/// only where a survey is: the program stays one file that runs without it, and then asks nothing.
final class SQLite {
    private typealias Open =
        @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>, Int32, UnsafePointer<CChar>?) ->
        Int32
    private typealias Prepare =
        @convention(c) (
            OpaquePointer, UnsafePointer<CChar>, Int32, UnsafeMutablePointer<OpaquePointer?>, UnsafeRawPointer?
        ) -> Int32
    private typealias Bind =
        @convention(c) (OpaquePointer, Int32, UnsafePointer<CChar>, Int32, UnsafeRawPointer?) -> Int32
    private typealias Simple = @convention(c) (OpaquePointer) -> Int32
    private typealias Column = @convention(c) (OpaquePointer, Int32) -> UnsafePointer<UInt8>?
    private typealias Message = @convention(c) (OpaquePointer) -> UnsafePointer<CChar>?
    private typealias Wait = @convention(c) (OpaquePointer, Int32) -> Int32

    private let prepare: Prepare, bind: Bind, step: Simple, finalize: Simple, columns: Simple, column: Column
    private let message: Message, shut: Simple
    private let handle: OpaquePointer

    // sqlite3.h
    private static let ok: Int32 = 0, row: Int32 = 100, done: Int32 = 101
    private static let readWrite: Int32 = 2, create: Int32 = 4
    /// SQLITE_TRANSIENT: the text is copied.
    private static var transient: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: -1) }
    /// While a summary is being read; a visitor does not notice.
    private static let patience: Int32 = 500

    /// Opens a file to write it where that is allowed: after a power cut whoever reads it first has to undo what was
    /// half written.
    ///
    /// - Parameter createsMissingFile: otherwise a missing file is a fault.
    init(_ path: String, createsMissingFile: Bool) throws(SurveyFault) {
        guard let library = dlopen("libsqlite3.so.0", RTLD_NOW) else {
            throw SurveyFault(zh: "没有 libsqlite3，请安装 libsqlite3-0", en: "there is no libsqlite3; install libsqlite3-0")
        }
        func symbol<Function>(_ name: String, _ type: Function.Type) throws(SurveyFault) -> Function {
            guard let found = dlsym(library, "sqlite3_" + name) else {
                throw SurveyFault(zh: "libsqlite3 里没有 \(name)", en: "libsqlite3 has no \(name)")
            }
            return unsafeBitCast(found, to: type)
        }
        prepare = try symbol("prepare_v2", Prepare.self)
        bind = try symbol("bind_text", Bind.self)
        step = try symbol("step", Simple.self)
        finalize = try symbol("finalize", Simple.self)
        columns = try symbol("column_count", Simple.self)
        column = try symbol("column_text", Column.self)
        message = try symbol("errmsg", Message.self)
        shut = try symbol("close_v2", Simple.self)
        var opened: OpaquePointer?
        let flags = createsMissingFile ? Self.readWrite | Self.create : Self.readWrite
        let status = try symbol("open_v2", Open.self)(path, &opened, flags, nil)
        guard status == Self.ok, let opened else {
            if let opened { _ = shut(opened) }
            throw SurveyFault(zh: "打不开 \(path)（SQLite \(status)）", en: "cannot open \(path) (SQLite \(status))")
        }
        handle = opened
        _ = try symbol("busy_timeout", Wait.self)(handle, Self.patience)
    }

    deinit { _ = shut(handle) }

    /// Carries out one statement, with texts in place of its question marks.
    ///
    /// - Returns: the rows that it gives.
    @discardableResult
    func run(_ statement: String, _ values: String...) throws(SurveyFault) -> [[String]] {
        var prepared: OpaquePointer?
        guard prepare(handle, statement, -1, &prepared, nil) == Self.ok, let prepared else { throw fault() }
        defer { _ = finalize(prepared) }
        for (index, value) in values.enumerated() {
            guard bind(prepared, Int32(index + 1), value, -1, Self.transient) == Self.ok else { throw fault() }
        }
        var rows: [[String]] = []
        while true {
            switch step(prepared) {
            case Self.done: return rows
            case Self.row:
                rows.append((0..<columns(prepared)).map { column(prepared, $0).map { String(cString: $0) } ?? "" })
            default: throw fault()
            }
        }
    }

    private func fault() -> SurveyFault {
        let reason = message(handle).map { String(cString: $0) } ?? ""
        return SurveyFault(zh: "SQLite：\(reason)", en: "SQLite: \(reason)")
    }
}
