import ArgumentParser
import Databases
import Glibc
import Indicators
import Publishing
import Tables

extension PublicationKind: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
    public static var allValueStrings: [String] { ["修订", "更正", "new"] }
}

/// Puts a new version of a data set before everybody at once.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "发布一套数据：检查，写成新的一版，各处屏幕一同换上。Publish a data set: checked, written whole, shown everywhere at once.",
        discussion: """
            TARGET 是一个链接，指向 TARGET.generations 里的一版；各处屏幕打开的就是它。任何时候中断，屏上或是旧的一版，或是新的一版。
            文件夹记得是照哪一版改的（.minsheng-base）：别人此后改的留着，你改的换上；两边都改的列出来，不发布。
            改动的数在 revisions.csv 里留下原值，谁在何时为何发布记在 TARGET.generations/published.csv。
            TARGET is a link to a version in TARGET.generations, and what screens open. Interrupted at any moment \
            it is the old one or the new one.
            The folder remembers the version it was made from (.minsheng-base): what others have changed since is \
            kept, what you have changed is taken, what both have changed is listed and nothing published.
            Former values stay in revisions.csv; who published when and why is in published.csv beside the versions.
            有可疑之处先问人；没有终端则不发布，除非写明接受。
            What is suspicious is asked about; without a terminal it is not published unless it is accepted.
            退出码：0 已发布，1 数据有问题，或 --kind new 却有改动的数，2 没有发布，3 要人决定（可疑、冲突、少了许多、答了“否”），
            64 用法不对，66 没有这个文件。
            Exit: 0 published, 1 problems, or --kind new and figures have changed, 2 not published, 3 a person has to \
            decide or said no, 64 wrong use, 66 no such file.
            """)

    @OptionGroup var common: PublishingOptions
    @OptionGroup var request: PublicationRequest
    @Option(name: .long, help: ArgumentHelp("保留多少版。How many versions are kept.", valueName: "n"))
    var keep: Int = 12

    func validate() throws {
        guard (2...9_999).contains(keep) else { throw ValidationError("--keep: 2–9999") }
    }

    mutating func run() throws {
        let source = try DataChoice(option: request.folder).folder().refusing()
        let command = self
        if let address = DatabaseAddress(request.to) {
            let target = DatabasePublishing(address: address, language: ConsoleChoices.resolve(common.lang))
            return try target.publish(command.request, PackageFiles.read(source), keeping: keep)
        }
        try PublishingFailure.reporting(common.lang, target: request.to) {
            try command.publish(PackageFiles.read(source))
        }
    }

    /// How often the work is done anew because somebody else was quicker.
    private static let attempts = 5

    private func publish(_ own: MemoryFolder) throws {
        for _ in 0..<Self.attempts {
            do {
                return try attempt(own)
            } catch StoreFault.overtaken {
                let words = PublishingWords.in(ConsoleChoices.resolve(common.lang))
                StandardStreams.complain(words.overtaken + "\n")
            }
        }
        throw StoreFault.busy
    }

    private func attempt(_ own: MemoryFolder) throws {
        let language = ConsoleChoices.resolve(common.lang), words = PublishingWords.in(language)
        guard
            let plan = try PublicationPlan.confirmed(
                request, own, PublishedVersions(target: request.to), language)
        else {
            // What was published before may have been killed before its last line.
            if !request.isTrial { _ = try? Generations(target: request.to, creates: false) }
            return
        }
        let publication = plan.publication, report = words.differences(publication)
        if request.isTrial { return try StandardStreams.put(report + "\n" + words.notPublished + "\n") }
        guard !plan.needsApproval else { throw PublicationStop.needsApproval(request) }
        let time = try LocalTime.known(), progress = Progress()
        // From here on nobody else can publish.
        let generations = try Generations(target: request.to, creates: true, expecting: plan.current)
        let count = publication.files.count
        let generation = try generations.write(publication.files, time: time.zoned) {
            progress.step(words.writing($0, count))
        }
        let isLogged: Bool
        do {
            isLogged = try generations.show(generation, plan.entry(request, time, generation))
        } catch {
            generations.discard(generation)
            throw error
        }
        progress.clear()
        // The new version is shown; that an old one could not be removed is no reason to say otherwise.
        try? generations.prune(keeping: keep)
        let record = FolderBase(generation: generation, time: time.zoned, isOwn: true)
        plan.remember(in: request, record, try generations.log(), language)
        if !isLogged { StandardStreams.complain(words.notYetLogged + "\n") }
        try StandardStreams.put(words.published(request.to, generation, report) + "\n")
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
