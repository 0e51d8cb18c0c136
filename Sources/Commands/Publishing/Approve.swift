import ArgumentParser
import Glibc
import Indicators
import Publishing
import Tables

/// Publishes what another person has submitted.
struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "看过另一人提交的一套数据，批准并发布。Look at what another person has submitted, approve and publish it.",
        discussion: """
            不写草稿即列出等待批准的；--show 只看不发布。先列出与屏上一版的不同和可疑之处，再问是否发布，答“否”则草稿仍在等待。
            没有终端时，有可疑之处而没有写明接受，不发布。发布的正是提交时的那些字节；提交后有别人发布过，或草稿被动过，则不发布。
            Without a draft those that wait are listed; --show only shows one. What differs from the version shown and \
            what is suspicious is listed, then it is asked; after the answer no the draft still waits. Without a \
            terminal nothing suspicious is published unless it is accepted. What is published is byte for byte what \
            was submitted; nothing is where somebody else has published since or the draft was touched.
            退出码：0 已发布或已看过，1 数据有问题，2 没有发布，3 答了“否”、可疑、不能由本人批准、已过时或被动过，66 没有这份草稿。
            Exit: 0 published or shown, 1 problems, 2 not published, 3 answered no, suspicious, by the same person, \
            out of date or touched, 66 no such draft.
            """)

    @OptionGroup var common: PublishingOptions
    @Argument(help: ArgumentHelp("哪一份草稿，例如 1。Which draft, as 1.", valueName: "draft"))
    var draft: String?
    @Option(name: .long, help: ArgumentHelp("发布到这个链接。The link that screens open.", valueName: "target"))
    var to: String
    @Flag(name: .long, help: "只看这份草稿的全部不同，不发布。Show all that the draft changes; publish nothing.")
    var show = false
    @Option(name: .long, help: ArgumentHelp("保留多少版。How many versions are kept.", valueName: "n"))
    var keep: Int = 12
    @OptionGroup var accepted: AcceptanceOptions

    func validate() throws {
        guard (2...9_999).contains(keep) else { throw ValidationError("--keep: 2–9999") }
        if show, draft == nil { throw ValidationError("--show：写上哪一份草稿。--show: say which draft.") }
    }

    mutating func run() throws {
        let command = self
        try DatabasePublishing.refuse(to)
        try PublishingFailure.reporting(common.lang, target: to) { try command.approve() }
    }

    private func approve() throws {
        let words = PublishingWords.in(ConsoleChoices.resolve(common.lang))
        let versions = try PublishedVersions(target: to), all = try versions.submissions()
        guard let draft else { return try StandardStreams.put(words.waiting(all)) }
        guard let submission = all.first(where: { $0.isNamed(draft) }) else {
            throw PublicationStop.noDraft(draft, target: to)
        }
        try StandardStreams.put(words.head(submission))
        let current = try versions.current, files = try versions.files(of: submission)
        guard Submission.hash(of: files) == submission.hash else { throw PublicationStop.touchedDraft(submission.name) }
        let isCurrent = submission.base == current ?? ""
        let proposal = isCurrent ? try proposal(submission, files, versions) : nil
        try StandardStreams.put(text(submission, proposal, words) + "\n")
        guard !show else {
            if let proposal {
                try confirmation(submission, words).show(proposal, doubts(proposal, versions), own: MemoryFolder(files))
            }
            return
        }
        guard submission.user != getuid(), !Clerk.claimsToBe(submission.user) else { throw PublicationStop.ownDraft }
        guard let proposal else { throw PublicationStop.outdatedDraft(submission.name) }
        try confirmation(submission, words).confirm(
            proposal, doubts(proposal, versions), own: MemoryFolder(files))
        try publish(submission, files, current, words)
    }

    /// The draft as it will be published.
    private func proposal(_ submission: Submission, _ files: [String: [UInt8]], _ versions: PublishedVersions) throws
        -> Publication
    {
        let reading = CatalogueReader.read(MemoryFolder(files), now: WallClock.now)
        guard let catalogue = reading.catalogue else {
            throw PublicationFault.problems(reading.problems.filter { $0.severity == .error })
        }
        let shown = try versions.current.flatMap { try? versions.open($0) }
        let former = shown.flatMap { CatalogueReader.read($0, now: WallClock.now).catalogue }
        return Publication(
            draft: files, catalogue, after: former, reason: submission.entry.reason,
            day: String(submission.entry.time.prefix(10)))
    }

    /// What the draft changes, in the language of the person who looks.
    private func text(_ submission: Submission, _ proposal: Publication?, _ words: PublishingWords) -> String {
        guard let proposal else { return words.asSubmitted(submission) }
        if proposal.difference == nil {
            return submission.base.isEmpty ? words.differences(proposal) + "\n" : words.asSubmitted(submission)
        }
        return words.whatChanges(proposal, all: showing(submission), atMost: show ? .max : DoubtText.most)
    }

    private func showing(_ submission: Submission) -> String {
        TypedCommand.minsheng("approve", String(Submission.number(submission.name)), "--to", to, "--show")
    }

    private func doubts(_ proposal: Publication, _ versions: PublishedVersions) throws -> [Doubt] {
        let last = try versions.log().entries.last.flatMap { Period(sdmx: String($0.time.prefix(10)))?.start }
        return proposal.doubts(today: try LocalTime.known().calendarDay, last: last)
    }

    private func confirmation(_ submission: Submission, _ words: PublishingWords) -> Confirmation {
        let isRollback = submission.entry.action == .rollback
        var acceptance = accepted.acceptance
        // What was shown once has lost nothing by mistake.
        if isRollback { acceptance.loss = true }
        return Confirmation(acceptance, all: showing(submission), words, refusal: words.notApproved) {
            words.askApproval($0, isRollback: isRollback)
        }
    }

    private func publish(
        _ submission: Submission, _ files: [String: [UInt8]], _ current: String?, _ words: PublishingWords
    ) throws {
        let time = try LocalTime.known(), isRollback = submission.entry.action == .rollback
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
