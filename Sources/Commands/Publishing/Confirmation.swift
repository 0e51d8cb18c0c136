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
    let language: Language

    /// Returns where the publication may go on.
    ///
    /// - Parameter own: the folder as the clerk has it, where cells are named.
    /// - Throws: `ExitStatusError` with the status `refused`, after the reason has been said.
    func confirm(_ publication: Publication, _ doubts: [Doubt], own: MemoryFolder) throws {
        let open = try asked(publication, doubts, own)
        guard !open.isEmpty else { return }
        let words = PublishingWords.in(language)
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            throw refuse(words.nobodyToAsk(open.map { $0.name.harmless() }))
        }
        StandardStreams.complain(words.ask)
        let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
        if !["y", "yes", "是", "发布", "好"].contains(answer) { throw refuse(words.notPublished) }
    }

    /// Shows what would be asked, and asks nothing. Returns where a publication would go on without a question.
    ///
    /// - Throws: `ExitStatusError` with the status `refused`.
    func rehearse(_ publication: Publication, _ doubts: [Doubt], own: MemoryFolder) throws {
        let open = try asked(publication, doubts, own)
        if !open.isEmpty { throw refuse(PublishingWords.in(language).notPublished) }
    }

    /// Shows what is suspicious; what of it nobody has accepted.
    private func asked(_ publication: Publication, _ doubts: [Doubt], _ own: MemoryFolder) throws -> [Doubt] {
        let words = PublishingWords.in(language)
        if let loss = publication.loss, !acceptance.loss {
            let topics = loss.topics.map { publication.former?.topic($0)?.title[language] ?? $0 }
            throw refuse(words.loss(loss, topics))
        }
        for name in acceptance.unused(doubts) { StandardStreams.complain(words.unusedAcceptance(name) + "\n") }
        guard !doubts.isEmpty else { return [] }
        let lines = DoubtText.lines(doubts, publication, own: own, language)
        StandardStreams.complain(words.suspicious(doubts.count) + "\n" + lines.joined(separator: "\n") + "\n")
        return acceptance.open(doubts)
    }

    private func refuse(_ text: String) -> ExitStatusError {
        StandardStreams.complain(text + "\n")
        return ExitStatusError(status: .refused)
    }
}
