import ArgumentParser
import Databases
import Cells
import Indicators
import Publishing
import Tables

extension Period: ExpressibleByArgument {
    public init?(argument: String) { self.init(sdmx: argument) }
}

/// A folder of tables to work in.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract:
            "建一个数据文件夹：空白的，或照另一套抄，或加上新一月的空行。A folder of tables to work in: blank, a copy, or with rows for a new month.",
        discussion: """
            minsheng new 文件夹                              最小的一套，逐项改成自己的
            minsheng new 文件夹 --from @example              照抄一套
            minsheng new 文件夹 --from /srv/city --month next   再加下一月的行：按月报的都有，数值待填，未填即“未报”
            季度数在季末月一并加上；出处、来源、关联与标题里的月份换成新的；没有接上的列出来。
            Without --from the smallest set that opens; with --month rows for a new month, for all that is reported \
            by months, values to be filled in. Quarters come where they end; places, sources, links and titles name \
            the new month; what was not carried forward is listed.
            """)

    @OptionGroup var common: PublishingOptions
    @Argument(help: ArgumentHelp("新文件夹；不能已有内容。The new folder; nothing may be in it.", valueName: "folder"))
    var folder: String
    @Option(
        name: .long,
        help: ArgumentHelp("照哪一套抄：文件夹、链接或 @内置名。What to copy: a folder, a link or @name.", valueName: "path"))
    var from: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "加这一月的行，例如 2026-12；next 为下一月。Rows for this month; next for the one after the last.", valueName: "month"))
    var month: String?

    func validate() throws {
        if let month, month != "next", Period(sdmx: month)?.months != 1 {
            throw ValidationError("--month：2026-12 或 next。--month: 2026-12 or next.")
        }
        if month != nil, from == nil { throw ValidationError("--month 要有 --from。--month needs --from.") }
    }

    mutating func run() throws {
        let language = ConsoleChoices.resolve(common.lang)
        let command = self
        try PublishingFailure.reporting(language) {
            let (files, note) = try command.files(language)
            try NewFolder.write(files, to: command.folder)
            let name = command.folder.harmless(), check = TypedCommand.minsheng("check", command.folder)
            try StandardStreams.put(
                language == .zh
                    ? "已建好 \(name)。\(note)改好后：\(check)\n" : "Made \(name). \(note)Once edited: \(check)\n")
        }
    }

    /// The files, and what is to be said of them.
    private func files(_ language: Language) throws -> ([String: [UInt8]], String) {
        guard let from else {
            let bundled = PackageFiles.read(try DataChoice(option: "@example").folder().refusing())
            let name = folder.split(separator: "/").last.map(String.init) ?? ""
            guard let files = Starter.files(name: name, like: bundled) else {
                throw ExitStatusError(
                    status: Refusal(.cannotGoOn, "内置数据不完整。", "the bundled data are incomplete.").report())
            }
            return (files, "")
        }
        // Links are followed once, so that files and version are of one and the same folder.
        let path = PublicationRequest.folderPath(from)
        let copy = PackageFiles.read(try DataChoice(option: path ?? from).folder().refusing())
        var base = path.map { remembered($0, copy) } ?? [:]
        if let address = DatabaseAddress(from) {
            let store = DatabasePublishing(address: address, language: language)
            base[FolderBase.file] = try store.remembered(copy)?.bytes
        }
        let reading = CatalogueReader.read(copy, now: WallClock.now)
        guard let catalogue = reading.catalogue else {
            throw PublicationFault.problems(reading.problems.filter { $0.severity == .error })
        }
        guard let month else { return (copy.files.merging(base) { first, _ in first }, "") }
        let template = MonthTemplate(month == "next" ? nil : Period(sdmx: month), of: catalogue, in: copy)
        guard let template, !template.isTooLate else {
            throw ExitStatusError(status: noRows(month, MonthTemplate(nil, of: catalogue)).report())
        }
        return (
            template.files(of: copy).merging(base) { first, _ in first },
            MonthNote.text(template, catalogue, copy, language)
        )
    }

    /// Why a month has no rows to fill in.
    ///
    /// - Parameter next: what the month after the last would add; nil where nothing is reported by months.
    private func noRows(_ month: String, _ next: MonthTemplate?) -> Refusal {
        guard let next else {
            return Refusal(
                .problems, "这套数据没有按月上报的数，不知道新一月要填什么。",
                "nothing in these data is reported by months, so there is nothing to fill in."
            )
        }
        let last = String(next.last.text.prefix(7)), isEarly = month < last
        return Refusal(
            .wrongUse,
            "--month \(month)：这一月在这套数据\(isEarly ? "最早的一月之前" : "报到的 \(last) 一年多以后")，没有可接的行。"
                + "下一月写 --month next 或 \(next.month.text)。",
            "--month \(month) is \(isEarly ? "before all" : "more than a year after \(last), the last") of these data, "
                + "so there are no rows to carry forward. The next one is --month next, or \(next.month.text).")
    }

    /// What the new folder remembers: the version that it is a copy of, or what the folder that it is a copy of
    /// remembers.
    private func remembered(_ path: String, _ copy: MemoryFolder) -> [String: [UInt8]] {
        if var record = FolderBase.version(at: path) {
            record.files = copy.files
            return [FolderBase.file: record.bytes]
        }
        let bytes = FolderBase.read(folder: path).flatMap(\.bytes)
        return bytes.isEmpty ? [:] : [FolderBase.file: bytes]
    }
}
