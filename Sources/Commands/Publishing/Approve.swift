import ArgumentParser
import Glibc
import Indicators
import Publishing
import Tables

/// Publishes what another person has submitted.
struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "批准另一人提交的一套数据并发布。Approve and publish what another person has submitted.",
        discussion: """
            不写草稿即列出等待批准的。发布的正是提交时的那些字节；提交后有别人发布过，或草稿被动过，则不发布。
            Without a draft those that wait are listed. What is published is byte for byte what was submitted; \
            nothing is where somebody else has published since or the draft was touched.
            退出码：0 已发布，1 数据有问题，2 没有发布，3 不能由本人批准、已过时或被动过，66 没有这份草稿。
            Exit: 0 published, 1 problems, 2 not published, 3 by the same person, out of date or touched, 66 no such \
            draft.
            """)

    @OptionGroup var common: PublishingOptions
    @Argument(help: ArgumentHelp("哪一份草稿，例如 1。Which draft, as 1.", valueName: "draft"))
    var draft: String?
    @Option(name: .long, help: ArgumentHelp("发布到这个链接。The link that screens open.", valueName: "target"))
    var to: String
    @Option(name: .long, help: ArgumentHelp("保留多少版。How many versions are kept.", valueName: "n"))
    var keep: Int = 12

    func validate() throws {
        guard (2...9_999).contains(keep) else { throw ValidationError("--keep: 2–9999") }
    }

    mutating func run() throws {
        let command = self
        try DatabasePublishing.refuse(to)
        try PublishingFailure.reporting(common.lang) { try command.approve() }
    }

    private func approve() throws {
        let words = PublishingWords.in(ConsoleChoices.resolve(common.lang))
        let versions = try PublishedVersions(target: to), all = try versions.submissions()
        guard let draft else { return try StandardStreams.put(words.waiting(all)) }
        guard let submission = all.first(where: { $0.isNamed(draft) }) else { throw PublicationStop.noDraft(draft) }
        try StandardStreams.put(words.submission(submission))
        let current = try versions.current
        guard submission.user != getuid(), !Clerk.claimsToBe(submission.user) else { throw PublicationStop.ownDraft }
        guard submission.base == current ?? "" else { throw PublicationStop.outdatedDraft(submission.name) }
        let files = try versions.files(of: submission)
        guard Submission.hash(of: files) == submission.hash else { throw PublicationStop.touchedDraft(submission.name) }
        let reading = CatalogueReader.read(MemoryFolder(files), now: WallClock.now)
        guard reading.catalogue != nil else {
            throw PublicationFault.problems(reading.problems.filter { $0.severity == .error })
        }
        let time = try LocalTime.known()
        let isRollback = submission.entry.action == .rollback
        var entry = submission.entry
        entry.time = time.zoned
        entry.who = UserName.of(submission.user)
        entry.approvedBy = Clerk.name
        entry.draft = submission.mark
        if !Clerk.remark.isEmpty { entry.remark = Clerk.remark }
        let generations = try Generations(target: to, creates: true, expecting: .some(current))
        let generation = isRollback ? entry.generation : try generations.write(files, time: time.zoned)
        entry.generation = generation
        let isLogged: Bool
        do {
            isLogged = try generations.show(generation, entry)
        } catch {
            if !isRollback { generations.discard(generation) }
            throw error
        }
        generations.withdraw(submission)
        if !isRollback { try? generations.prune(keeping: keep) }
        if !isLogged { StandardStreams.complain(words.notYetLogged + "\n") }
        try StandardStreams.put(
            (isRollback ? words.rolledBack(to, generation, from: entry.former) : words.published(to, generation, ""))
                + "\n")
    }
}

extension Submission {
    /// Whether a person means this draft by a number or by the name of its folder.
    fileprivate func isNamed(_ text: String) -> Bool {
        if text == name { return true }
        guard let number = Int(text) else { return false }
        return name.split(separator: "-").last.flatMap { Int($0) } == number
    }
}
