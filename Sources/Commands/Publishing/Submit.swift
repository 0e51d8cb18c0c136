import ArgumentParser
import Glibc
import Indicators
import Publishing
import Reports
import Tables
import Wording

/// Hands a data set to a second person, who publishes it.
struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "提交一套数据，由另一人批准后发布。Hand a data set to a second person, who approves and publishes it.",
        discussion: """
            检查、合并、比较与 publish 相同；通过后连同差异、提交人、时间与 SHA-256 存为 TARGET.generations 里的一份草稿，屏上不变。
            datapackage.json 的 minsheng.approval 为 true 时，只能这样发布。
            Checked, merged and compared like publish; then kept in TARGET.generations with the difference, who \
            submitted it when, and its SHA-256. Screens stay as they are. Where minsheng.approval in \
            datapackage.json is true there is no other way to publish.
            退出码：0 已提交，1 数据有问题，2 没有提交，3 要人决定，64 用法不对，66 没有这个文件。
            Exit: 0 submitted, 1 problems, 2 not submitted, 3 a person has to decide, 64 wrong use, 66 no such file.
            """)

    @OptionGroup var common: PublishingOptions
    @OptionGroup var request: PublicationRequest

    mutating func run() throws {
        let source = try DataChoice(option: request.folder).folder().refusing()
        let command = self
        try DatabasePublishing.refuse(request.to)
        try PublishingFailure.reporting(common.lang, target: request.to) {
            try command.submit(PackageFiles.read(source))
        }
    }

    private func submit(_ own: MemoryFolder) throws {
        let language = ConsoleChoices.resolve(common.lang), words = PublishingWords.in(language, isSubmitting: true)
        let versions = try PublishedVersions(target: request.to)
        // One draft of each user waits: the one before makes way, and that is asked.
        let waiting = try versions.submissions().filter { $0.user == getuid() }.map { one in
            Doubt.draft(Submission.number(one.name), "\(one.entry.time)  \(one.entry.reason)")
        }
        guard
            let plan = try PublicationPlan.confirmed(
                request, own, versions, language, besides: waiting, isSubmitting: true)
        else {
            return
        }
        if request.isTrial { return try StandardStreams.put(words.notPublished + "\n") }
        let publication = plan.publication, time = try LocalTime.known()
        var difference = words.differences(publication) + "\n"
        if let changes = publication.difference, let former = publication.former {
            difference = DifferenceText.write(
                changes, from: former, to: publication.catalogue, WordingOptions(language: language))
        }
        let generations = try Generations(target: request.to, creates: true, expecting: plan.current)
        let entry = plan.entry(request, time, "")
        let name = try generations.submit(publication.files, entry, base: plan.current ?? "", difference: difference)
        plan.remember(in: request, FolderBase(generation: name, time: time.zoned, isOwn: true), nil, language)
        let number = Submission.number(name)
        try StandardStreams.put(
            words.differences(publication) + "\n"
                + words.submitted(request.to, number, Submission.hash(of: publication.files)) + "\n")
    }
}
