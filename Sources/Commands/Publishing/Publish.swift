import ArgumentParser
import Glibc
import Indicators
import Publishing
import Reports
import Tables
import Wording

extension PublicationKind: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
}

/// Puts a new version of a data set before everybody at once.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "发布一套数据：检查，写成新的一版，各处屏幕一同换上。Publish a data set: checked, written whole, shown everywhere at once.",
        discussion: """
            TARGET 是一个链接，指向 TARGET.generations 里的一版；各处屏幕打开的就是它。任何时候中断，屏上或是旧的一版，或是新的一版。
            改动的数在 revisions.csv 里留下原值，谁在何时为何发布记在 TARGET.generations/published.csv。
            TARGET is a link to a version in TARGET.generations, and what screens open. Interrupted at any moment \
            it is the old one or the new one.
            Former values stay in revisions.csv; who published when and why is in published.csv beside the versions.
            退出码：0 已发布，1 数据有问题，2 没有发布，64 用法不对，66 没有这个文件。
            """)

    @OptionGroup var common: PublishingOptions
    @Argument(help: ArgumentHelp("要发布的数据文件夹。The folder to publish.", valueName: "folder"))
    var folder: String
    @Option(name: .long, help: ArgumentHelp("发布到这个链接。The link that screens open.", valueName: "target"))
    var to: String
    @Option(name: .long, help: ArgumentHelp("为什么，一句话；记入修订与日志。Why, in a sentence.", valueName: "text"))
    var reason: String
    @Option(name: .customLong("reason-en"), help: ArgumentHelp("英文的原因。The same in English.", valueName: "text"))
    var reasonEnglish: String = ""
    @Option(
        name: .long,
        help: ArgumentHelp(
            "改动的数属于：修订(默认)、更正；new 表示只有新增。What changed figures are: revised, corrected; new allows none.",
            valueName: "修订|更正|new"))
    var kind: PublicationKind?
    @Option(name: .long, help: ArgumentHelp("保留多少版。How many versions are kept.", valueName: "n"))
    var keep: Int = 12
    @Flag(name: .customLong("dry-run"), help: "只检查、比较，不发布。Check and compare only.")
    var dryRun = false
    @Flag(name: [.customShort("y"), .long], help: "有可疑之处也不问。Do not ask about what is suspicious.")
    var yes = false

    func validate() throws {
        guard (2...9_999).contains(keep) else { throw ValidationError("--keep: 2–9999") }
        for text in [reason, reasonEnglish]
        where text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
            throw ValidationError("--reason：一行文字。--reason: one line of text.")
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason：请写明原因。--reason: say why.")
        }
    }

    mutating func run() throws {
        let source = try DataChoice(option: folder).folder().refusing()
        guard let time = LocalTime(WallClock.now) else {
            throw ExitStatusError(status: Refusal(.cannotGoOn, "不知道现在的时间。", "the time is not known.").report())
        }
        let command = self
        try PublishingFailure.reporting { try command.publish(source, time) }
    }

    private func publish(_ source: any TableFolder, _ time: LocalTime) throws {
        let language = ConsoleChoices.resolve(common.lang), words = PublishingWords.in(language)
        let progress = Progress()
        // A trial leaves nothing behind.
        let generations = dryRun && !Self.isThere(to) ? nil : try Generations(target: to, creates: !dryRun)
        let current = try generations?.current
        progress.step(words.checking)
        var former: Catalogue?
        if let generations, let current { former = try self.former(generations, current, language) }
        let publication = try Publication.prepare(
            PackageFiles.read(source), after: former, kind: kind, reason: LocalizedText(zh: reason, en: reasonEnglish),
            date: time.day, now: WallClock.now
        ).get()
        progress.clear()
        if let generations, let current, PackageFiles.read(try generations.open(current)).files == publication.files {
            return try StandardStreams.put(words.nothingNew(to) + "\n")
        }
        let report = words.differences(publication)
        guard let generations, !dryRun else {
            var text = ""
            if let difference = publication.difference, let former {
                text = DifferenceText.write(
                    difference, from: former, to: publication.catalogue, WordingOptions(language: language))
            }
            return try StandardStreams.put(text + report + "\n" + words.notPublished + "\n")
        }
        guard Self.isConfirmed(publication, language, yes: yes) else {
            return try StandardStreams.put(words.notPublished + "\n")
        }
        let count = publication.files.count
        let generation = try generations.write(publication.files) { progress.step(words.writing($0, count)) }
        do {
            try generations.show(generation, entry(publication, time, generation, former: current ?? ""))
        } catch {
            generations.discard(generation)
            throw error
        }
        progress.clear()
        // The new version is shown; that an old one could not be removed is no reason to say otherwise.
        try? generations.prune(keeping: keep)
        try StandardStreams.put(words.published(to, generation, report) + "\n")
    }

    private func entry(_ publication: Publication, _ time: LocalTime, _ generation: String, former: String)
        -> PublicationLog.Entry
    {
        let difference = publication.difference
        return PublicationLog.Entry(
            time: time.zoned, action: .publish, generation: generation, former: former, who: Clerk.name,
            kind: (kind ?? (publication.newFormerValues > 0 ? .revised : .new)).rawValue,
            added: difference?.count(.added) ?? publication.catalogue.observations.count,
            removed: difference?.count(.removed) ?? 0,
            changed: difference?.count(.changed) ?? 0, reason: reason)
    }

    /// Whether anything has that name, so that a trial leaves nothing behind.
    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The version that is shown; nil where it cannot be read, which is said.
    private func former(_ generations: Generations, _ name: String, _ language: Language) throws -> Catalogue? {
        let reading = CatalogueReader.read(try generations.open(name), now: WallClock.now)
        if reading.catalogue == nil {
            StandardStreams.complain(PublishingWords.in(language).formerUnreadable(name) + "\n")
        }
        return reading.catalogue
    }

    /// Shows what is suspicious; a person in front of a terminal is asked.
    private static func isConfirmed(_ publication: Publication, _ language: Language, yes: Bool) -> Bool {
        guard let difference = publication.difference, let former = publication.former, !difference.suspicious.isEmpty
        else { return true }
        let words = PublishingWords.in(language)
        let lines = DifferenceText.suspicious(difference, from: former, to: publication.catalogue, language)
        let shown = lines.prefix(20).joined(separator: "\n") + (lines.count > 20 ? "\n…" : "")
        StandardStreams.complain(words.suspicious(lines.count) + "\n" + shown + "\n")
        guard !yes, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return true }
        StandardStreams.complain(words.ask)
        let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
        return ["y", "yes", "是", "发布", "好"].contains(answer)
    }
}

/// Options of the commands that publish.
struct PublishingOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("语言：zh、en。Language.", valueName: "zh|en"))
    var lang: Language?
}

extension Result where Failure == Refusal {
    /// The value, or the end of the command with what was wrong said.
    func refusing() throws -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let refusal): throw ExitStatusError(status: refusal.report())
        }
    }
}

/// Who is at work, by the name that the system knows.
enum Clerk {
    static var name: String {
        if let name = getenv("SUDO_USER"), name.pointee != 0 { return String(cString: name) }
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid \(getuid())" }
        return String(cString: name)
    }
}
