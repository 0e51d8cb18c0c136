import ArgumentParser
import Databases
import Glibc
import Indicators
import Publishing
import Reports
import Tables
import Wording

/// Shows an earlier version again.
struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "退回已发布的某一版，各处屏幕一同换上。Show an earlier published version again, everywhere at once.",
        discussion: """
            不写 --to 即退回前一版。要两个人发布的数据（minsheng.approval），退回也要另一人 approve。
            Without --to the one before. Data that need a second person need one here too: approve.
            退出码：0 已退回，1 那一版有问题，2 没有退回，3 已提交、等另一人批准，或自己的草稿还在等，66 没有这个文件。
            Exit: 0 rolled back, 1 that version has problems, 2 not rolled back, 3 waits for approval, or a draft of \
            your own waits, 66 no such file.
            """)

    @OptionGroup var common: PublishingOptions
    @Argument(help: ArgumentHelp("各处屏幕打开的链接。The link that screens open.", valueName: "target"))
    var target: String
    @Option(name: .long, help: ArgumentHelp("退回到哪一版，例如 000012。Which version.", valueName: "version"))
    var to: String?
    @Flag(name: .long, help: "列出全部版本。List all versions.")
    var list = false
    @Option(name: .long, help: ArgumentHelp("为什么，一句话。Why, in a sentence.", valueName: "text"))
    var reason: String = ""
    @Option(
        name: .customLong("accept"),
        help: ArgumentHelp(
            "自己还在等待批准的草稿由这次退回取代、删去。Your own draft that waits may be removed for this one.", valueName: "draft"))
    var accepted: [String] = []

    func validate() throws {
        if reason.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
            throw ValidationError("--reason：一行文字。--reason: one line of text.")
        }
        guard accepted.allSatisfy({ $0 == "draft" }) else {
            throw ValidationError("--accept：只有 draft。--accept: draft only.")
        }
    }

    mutating func run() throws {
        guard let time = LocalTime(WallClock.now) else {
            throw ExitStatusError(status: Refusal(.cannotGoOn, "不知道现在的时间。", "the time is not known.").report())
        }
        if let address = DatabaseAddress(target) {
            let target = DatabasePublishing(address: address, language: ConsoleChoices.resolve(common.lang))
            return list ? try target.list() : try target.rollBack(to: to, reason: reason, time)
        }
        let command = self
        try PublishingFailure.reporting(common.lang, target: target) { try command.rollBack(time) }
    }

    private func rollBack(_ time: LocalTime) throws {
        let words = PublishingWords.in(ConsoleChoices.resolve(common.lang))
        let versions = try opened()
        guard let current = try versions.current else { throw StoreFault.noTarget(target) }
        if list {
            return try StandardStreams.put(words.list(try versions.shown, current: current, try versions.log()))
        }
        let wanted = try wanted(versions, current)
        if wanted == current { return try StandardStreams.put(words.isShownAlready(wanted) + "\n") }
        let reading = CatalogueReader.read(try versions.open(wanted), now: WallClock.now)
        guard reading.catalogue != nil else {
            throw StoreFault.damaged(wanted, reading.problems.filter { $0.severity == .error })
        }
        let entry = PublicationLog.Entry(
            time: time.zoned, action: .rollback, generation: wanted, former: current, who: Clerk.name, reason: reason,
            remark: Clerk.remark)
        let generations = try Generations(target: target, creates: false, expecting: current)
        let shown = CatalogueReader.read(try versions.open(current), now: WallClock.now).catalogue
        if reading.catalogue?.package.needsApproval ?? false || shown?.package.needsApproval ?? false {
            // One draft of each user waits, so the one before would be removed.
            let own = try versions.submissions().last { $0.user == getuid() }
            if let own, !accepted.contains("draft") { throw PublicationStop.draftWaits(own) }
            let files = PackageFiles.read(try versions.open(wanted)).files
            let difference = difference(from: shown, current, to: reading.catalogue)
            let name = try generations.submit(files, entry, base: current, difference: difference)
            throw PublicationStop.rollbackNeedsApproval(name, wanted, target)
        }
        let isLogged = try generations.show(wanted, entry)
        if !isLogged { StandardStreams.complain(words.notYetLogged + "\n") }
        try StandardStreams.put(words.rolledBack(target, wanted, from: current) + "\n")
    }

    /// The versions of the target. A folder to work in was never what screens open.
    private func opened() throws -> PublishedVersions {
        do {
            return try PublishedVersions(target: target)
        } catch {
            guard case .notALink = error else { throw error }
            throw StoreFault.noTarget(target)
        }
    }

    /// What the second person is shown: everything that going back changes.
    private func difference(from shown: Catalogue?, _ current: String, to wanted: Catalogue?) -> String {
        let language = ConsoleChoices.resolve(common.lang)
        guard let shown, let wanted else { return PublishingWords.in(language).formerUnreadable(current) + "\n" }
        return DifferenceText.write(
            CatalogueDifference(from: shown, to: wanted), from: shown, to: wanted, WordingOptions(language: language))
    }

    /// The version to go back to: the one that is named, or the last before the one that is shown.
    private func wanted(_ versions: PublishedVersions, _ current: String) throws -> String {
        guard let to else {
            guard let before = try versions.shown.last(where: { $0 < current }) else { throw StoreFault.noneBefore }
            return before
        }
        let padded = String(repeating: "0", count: max(0, 6 - to.utf8.count)) + to
        guard try versions.all.contains(padded) else { throw StoreFault.noGeneration(to) }
        return padded
    }
}
