import ArgumentParser
import Glibc
import Indicators
import Publishing
import Tables

/// What a person accepts beforehand, as options of the commands that publish.
struct AcceptanceOptions: ParsableArguments {
    @Flag(
        name: [.customShort("y"), .customLong("yes"), .customLong("accept-suspicious")],
        help: "有可疑之处也不问，全部接受。Do not ask: all that is suspicious is accepted.")
    var all = false
    @Option(
        name: .customLong("accept"),
        help: ArgumentHelp(
            """
            只接受这一处可疑，照问话里的写法：指标/地区/时期，其他各表写 表/代码，另有 clock、base、draft；可写几次。\
            Accept this one, named as in the question: INDICATOR/AREA/PERIOD, TABLE/CODE, clock, base or draft; may be \
            repeated.
            """, valueName: "名称"))
    var names: [String] = []
    @Flag(
        name: .customLong("accept-loss"),
        help:
            """
            少了一成以上的数、少了整个专题，或有一张表空了，也发布。\
            Publish though more than a tenth of the figures, or a whole topic, is lost, or a table that became empty.
            """)
    var loss = false

    var acceptance: Acceptance { Acceptance(all: all, names: Set(names), loss: loss) }
}

/// Asks a person about what is suspicious. Where nobody can be asked, nothing is published that nobody has accepted.
struct Confirmation {
    let acceptance: Acceptance
    let words: PublishingWords
    /// The command that shows all that is suspicious.
    let all: String
    /// What is asked where it is asked in any case, by whether anything is suspicious; nil where only what is
    /// suspicious is a question.
    var question: ((_ hasDoubts: Bool) -> String)?
    /// What is said after the answer no.
    var refusal: String?

    /// Asks before a folder is published.
    init(_ request: PublicationRequest, isFirst: Bool, _ words: PublishingWords) {
        acceptance = request.accepted.acceptance
        self.words = words
        // Before the first version there is nothing to compare with.
        all =
            isFirst
            ? TypedCommand.minsheng("check", request.folder, "--format", "json")
            : TypedCommand.minsheng("diff", request.shownTarget, request.folder)
    }

    /// Asks with a question of its own, also where nothing is suspicious.
    init(
        _ acceptance: Acceptance, all: String, _ words: PublishingWords, refusal: String,
        question: @escaping (_ hasDoubts: Bool) -> String
    ) {
        self.acceptance = acceptance
        self.words = words
        self.all = all
        self.refusal = refusal
        self.question = question
    }

    /// Returns where the publication may go on.
    ///
    /// - Parameter own: the folder as the clerk has it, where cells are named.
    /// - Throws: `ExitStatusError` with the status `refused`, after the reason has been said.
    func confirm(_ publication: Publication, _ doubts: [Doubt], own: MemoryFolder) throws {
        let open = try asked(publication, doubts, own)
        let canAsk = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        guard canAsk else {
            if open.isEmpty { return }
            throw refuse(words.nobodyToAsk(open.map { $0.name.harmless() }))
        }
        guard !open.isEmpty || (question != nil && !acceptance.all) else { return }
        StandardStreams.complain(question?(!open.isEmpty) ?? words.ask)
        let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
        if !["y", "yes", "是", "发布", "批准", "好"].contains(answer) { throw refuse(refusal ?? words.notPublished) }
    }

    /// Shows what would be asked, and asks nothing. Returns where a publication would go on without a question.
    ///
    /// - Throws: `ExitStatusError` with the status `refused`.
    func rehearse(_ publication: Publication, _ doubts: [Doubt], own: MemoryFolder) throws {
        let open = try asked(publication, doubts, own)
        if !open.isEmpty { throw refuse(words.notPublished) }
    }

    /// Shows what is suspicious; what of it nobody has accepted.
    private func asked(_ publication: Publication, _ doubts: [Doubt], _ own: MemoryFolder) throws -> [Doubt] {
        if let loss = publication.loss, !acceptance.loss {
            let topics = loss.topics.map { publication.former?.topic($0)?.title[words.language] ?? $0 }
            throw refuse(words.loss(loss, topics))
        }
        for name in acceptance.unused(doubts) { StandardStreams.complain(words.unusedAcceptance(name) + "\n") }
        guard !doubts.isEmpty else { return [] }
        show(publication, doubts, own: own)
        return acceptance.open(doubts)
    }

    /// Shows what is suspicious, each with its cell.
    func show(_ publication: Publication, _ doubts: [Doubt], own: MemoryFolder) {
        guard !doubts.isEmpty else { return }
        let lines = DoubtText.lines(doubts, publication, own: own, all: all, words.language)
        StandardStreams.complain(
            words.suspicious(doubts.count) + "\n" + lines.joined(separator: "\n") + "\n")
    }

    private func refuse(_ text: String) -> ExitStatusError {
        StandardStreams.complain(text + "\n")
        return ExitStatusError(status: .refused)
    }
}
