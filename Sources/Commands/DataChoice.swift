import Cells
import Databases
import Glibc
import Indicators
import Tables
import Wording

/// Which data set is wanted: `--data`, else `MINSHENG_DATA`, else the bundled one; of a workbook perhaps one sheet.
struct DataChoice {
    let path: String?
    /// Whether no message may name a path.
    let isGuest: Bool
    private let sheet: String?

    init(option: String?, sheet: String? = nil, isGuest: Bool = false) {
        self.sheet = sheet
        self.isGuest = isGuest
        if let option {
            path = option
        } else if let value = getenv("MINSHENG_DATA"), value.pointee != 0 {
            path = String(cString: value)
        } else {
            path = nil
        }
    }

    /// The folder of tables or the file, or what to say and how to end.
    func location() -> Result<DataLocation, Refusal> {
        guard isGuest else { return found() }
        return found().mapError { Refusal($0.status, GuestNotices.noData) }.map { location in
            guard case .file(let bytes, let file) = location else { return location }
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            return .file(bytes, ForeignFile(path: name, date: file.date, sheet: file.sheet))
        }
    }

    private func found() -> Result<DataLocation, Refusal> {
        found(at: path).flatMap { location in
            guard let sheet else { return .success(location) }
            if case .file(let bytes, var file) = location {
                file.sheet = sheet
                return .success(.file(bytes, file))
            }
            return .failure(
                Refusal(
                    .wrongUse, "--sheet 只用于工作簿；\(location.displayName.harmless()) 不是一个文件。",
                    "--sheet is for workbooks; \(location.displayName.harmless()) is no single file."))
        }
    }

    private func found(at path: String?) -> Result<DataLocation, Refusal> {
        guard let path else { return bundled(nil) }
        if let database {
            do throws(DatabaseFault) {
                guard let folder = try DatabaseStore(database).folder() else { throw .isEmpty }
                return .success(.folder(folder))
            } catch {
                return .failure(refusal(of: error))
            }
        }
        if path.hasPrefix("@") { return bundled(String(path.dropFirst())) }
        if let name = SourceChoice.name(path) { return source(name).flatMap(Self.ask) }
        do {
            if path == "-" {
                let (bytes, file) = try NamedFile.standardInput()
                return .success(.file(bytes, file))
            }
            if let folder = Self.packageFolder(of: path) { return .success(.folder(try DirectoryFolder(path: folder))) }
            let (bytes, file) = try NamedFile.open(path)
            return .success(.file(bytes, file))
        } catch {
            let shown = path.harmless()
            switch error as? FolderFault {
            case .notAFile where path == "-":
                return .failure(
                    Refusal(
                        .wrongUse, "标准输入没有数据；用管道或 < 文件 送入，如：cat 表.csv | minsheng --data -。",
                        "standard input has no data; give it a pipe or < FILE, as in: cat table.csv | minsheng --data -"
                    ))
            case .tooLarge(let limit):
                return .failure(
                    Refusal(
                        .cannotGoOn, "\(shown) 送来的数据太大，超过 \(limit >> 20) MiB。请先存成文件再打开。",
                        "\(shown) gives more than \(limit >> 20) MiB. Save it to a file first, then open that."))
            case .missing:
                return .failure(
                    Refusal(
                        .noSuchFile, "找不到数据：\(shown)。请检查路径；它应是数据文件夹、其中的 datapackage.json，或一个 CSV 文件、工作簿。",
                        "no data at \(shown). Check the path: a folder of tables, the datapackage.json in it, a CSV "
                            + "file or a workbook."
                    ))
            case .notAFile:
                return .failure(
                    Refusal(
                        .cannotGoOn, "数据无法打开：\(shown) 是设备或其他特殊文件。请给出普通文件、管道或文件夹。",
                        "cannot open \(shown): a device or the like. Name an ordinary file, a pipe or a folder."))
            default:
                return .failure(
                    Refusal(
                        .cannotGoOn, "数据无法打开：\(shown)。请检查读取权限；它应是数据文件夹、其中的 datapackage.json，或一个 CSV 文件、工作簿。",
                        "cannot open \(shown). Check who may read it: a folder of tables, the datapackage.json in "
                            + "it, a CSV file or a workbook."
                    ))
            }
        }
    }

    /// The folder of tables, where one is needed and a single file will not do.
    func folder() -> Result<any TableFolder, Refusal> {
        location().flatMap { location in
            if case .folder(let folder) = location { return .success(folder) }
            let shown = location.displayName.harmless()
            return .failure(
                Refusal(
                    .wrongUse, "\(shown) 是一个文件；这里要数据文件夹或其中的 datapackage.json。",
                    "\(shown) is a file; a folder of tables or its datapackage.json is needed here."))
        }
    }

    /// The path of the folder on disk; nil for what is part of the program and for a single file.
    var directory: String? {
        guard let path, !path.hasPrefix("@"), let folder = Self.packageFolder(of: path) else { return nil }
        let name = "datapackage.json"
        guard folder.split(separator: "/").last.map(String.init) == name else { return folder }
        let parent = folder.dropLast(name.count)
        return parent.isEmpty ? "." : parent == "/" ? "/" : String(parent.dropLast())
    }

    /// The folder that a path means: itself, or that of a description, or that of the observations of a package, which
    /// say nothing without the other tables.
    private static func packageFolder(of path: String) -> String? {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return path }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.last == "datapackage.json" { return path }
        guard parts.last == "observations.csv" else { return nil }
        let description = (parts.dropLast() + ["datapackage.json"]).joined(separator: "/")
        return stat(description, &status) == 0 ? description : nil
    }

    /// The source of the operator with a name. A guest starts no programs.
    private func source(_ name: String) -> Result<NamedSource, Refusal> {
        isGuest ? .failure(Refusal(.cannotGoOn, GuestNotices.noData)) : SourceChoice.find(name)
    }

    /// What a named source gives now; what failed beside data that can be shown is said.
    private static func ask(_ source: NamedSource) -> Result<DataLocation, Refusal> {
        var reading = SourceReading(source)
        let outcome = reading.ask(now: 0)
        guard let location = outcome.location else { return .failure(SourceFeed.refusal(outcome, source)) }
        for failed in outcome.faults {
            let problem = failed.fault.problem(of: source.name, failed.part, age: failed.age)
            StandardStreams.complain(
                "minsheng: \(problem.file): \(problem.message.zh.harmless())\n"
                    + "minsheng: \(problem.file): \(problem.message.en.harmless())\n")
        }
        return .success(location)
    }

    /// Watches the data set from now on; nil for what is part of the program, and for what can be read only once.
    func watch(mayBePartial: Bool) -> (any DataWatch)? {
        guard let path, !path.hasPrefix("@"), path != "-" else { return nil }
        if let name = SourceChoice.name(path) { return (try? source(name).get()).flatMap { SourceFeed($0) } }
        guard let database else { return NamedFile.isPipe(path) ? nil : FolderWatch(path: path) }
        let name = isGuest ? "PostgreSQL" : database.shown
        let most = mayBePartial ? Self.mostWhole : nil
        return DatabaseFeed(database, name: name, isBrief: isGuest, whole: most).map {
            DatabaseWatch($0, name: name, refusal: refusal)
        }
    }

    /// A data base with more figures than this is not read whole.
    private static var mostWhole: Int {
        getenv("MINSHENG_READ_WHOLE").flatMap { Int(String(cString: $0)) } ?? Self.usuallyWhole
    }
    /// The default of `mostWhole`.
    static let usuallyWhole = 500_000

    /// The data base that is meant; nil for files.
    var database: DatabaseAddress? { path.flatMap { DatabaseAddress($0) } }

    /// What to say where a data base cannot be opened.
    func refusal(of fault: DatabaseFault) -> Refusal {
        isGuest ? Refusal(.cannotGoOn, GuestNotices.noData) : Refusal(fault, at: database?.shown ?? "")
    }

    private func bundled(_ name: String?) -> Result<DataLocation, Refusal> {
        if let folder = BundledFolder(name) { return .success(.folder(folder)) }
        let names = BundledFolder.names.map { "@" + $0 }.joined(separator: ", ")
        let shown = (name ?? "").harmless()
        return .failure(
            Refusal(.noSuchFile, "没有内置数据 @\(shown)；有：\(names)。", "no bundled data @\(shown); there are: \(names)."))
    }
}

/// Why the program will not go on, for people and for scripts.
struct Refusal: Error {
    let status: ExitStatus
    let message: LocalizedText

    init(_ status: ExitStatus, _ zh: String, _ en: String) { self.init(status, LocalizedText(zh: zh, en: en)) }

    init(_ status: ExitStatus, _ message: LocalizedText) {
        self.status = status
        self.message = message
    }

    /// Says why, in both languages, and gives the exit status.
    func report() -> ExitStatus {
        StandardStreams.complain("minsheng: \(message.zh)\nminsheng: \(message.en)\n")
        return status
    }
}
