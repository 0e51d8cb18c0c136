import Cells
import Indicators
import Publishing
import Tables

/// Says what a person has to decide before anything is published.
enum StopText {
    /// How many conflicts are shown.
    private static let most = 20

    static func report(_ stop: PublicationStop, _ language: Language) -> ExitStatus {
        switch stop {
        case .conflicts(let conflicts, let attribution, let request):
            return report(conflicts, attribution, request, language)
        case .withdrawn(let generation, let rollback):
            let who = rollback.map { "\($0.time)  \($0.who)  \($0.reason)".harmless() } ?? ""
            return Refusal(
                .refused,
                "从这个文件夹发布的第 \(generation) 版已被退回（\(who)）；没有发布。若仍要发布文件夹里的全部，请加 --base current。",
                "version \(generation), published from this folder, was rolled back (\(who)); nothing was published. "
                    + "To publish all that is in the folder all the same add --base current."
            ).report()
        case .unfit(let problems, let since):
            PublishingFailure.say(problems, language)
            let lines = since.map { "  \($0.generation)  \($0.time)  \($0.who)  \($0.reason)\n".harmless() }
            StandardStreams.complain(lines.joined())
            return Refusal(
                .refused, "文件夹本身没有问题，但与别人此后发布的合在一起有 \(problems.count) 个问题；没有发布。",
                "the folder is sound, but with what others have published since it has "
                    + "\(EnglishCount.text(problems.count, "problem")); "
                    + "nothing was published."
            ).report()
        case .unknownBase, .noDraft, .ownDraft, .outdatedDraft, .touchedDraft, .draftWaits, .needsApproval,
            .rollbackNeedsApproval:
            return refusal(stop).report()
        }
    }

    /// What has nothing to show besides.
    private static func refusal(_ stop: PublicationStop) -> Refusal {
        switch stop {
        case .unknownBase(let name, let target):
            let name = name.harmless(), command = TypedCommand.minsheng("rollback", target, "--list")
            return Refusal(
                .noSuchFile, "--base：没有这一版：\(name)。用 \(command) 看有哪些，或写 current。",
                "--base: there is no version \(name). See them with \(command), or say current."
            )
        case .noDraft(let name, let target):
            let name = name.harmless(), command = TypedCommand.minsheng("approve", "--to", target)
            return Refusal(
                .noSuchFile, "没有这份草稿：\(name)。等待批准的：\(command)",
                "there is no draft \(name). Those that wait: \(command)"
            )
        case .ownDraft:
            return Refusal(
                .refused, "这份草稿是你自己提交的，要由另一个人批准。没有发布。",
                "you have submitted this draft yourself; another person has to approve it. Nothing was published."
            )
        case .outdatedDraft(let name):
            return Refusal(
                .refused, "\(name) 提交以后屏上的一版已经换了；没有发布。请提交人再提交一次。",
                "the version that is shown has changed since \(name) was submitted; nothing was published. Have it "
                    + "submitted again."
            )
        case .touchedDraft(let name):
            return Refusal(
                .refused, "\(name) 里的文件与提交时的 SHA-256 不符；没有发布。请提交人再提交一次。",
                "the files in \(name) do not match the SHA-256 of what was submitted; nothing was published. Have it "
                    + "submitted again."
            )
        case .draftWaits(let draft):
            let number = Submission.number(draft.name), said = "\(draft.entry.time)  \(draft.entry.reason)".harmless()
            return Refusal(
                .refused, "你的草稿 \(number)（\(said)）还在等待批准，退回会取代它、把它删去；没有退回。确实要这样，请加 --accept draft。",
                "your draft \(number) (\(said)) still waits for approval, and going back would take its place and "
                    + "remove it; nothing was done. To do so all the same add --accept draft."
            )
        case .needsApproval(let request):
            let command = TypedCommand.minsheng(
                "submit", request.folder, "--to", request.to, "--reason", request.reason)
            return Refusal(
                .refused, "这套数据要两个人发布，没有发布。请提交，再由另一人批准：\(command)",
                "these data need a second person; nothing was published. Submit them, and another person approves: "
                    + command
            )
        case .rollbackNeedsApproval(let name, let generation, let target):
            let number = Submission.number(name),
                command = TypedCommand.minsheng("approve", String(number), "--to", target)
            return Refusal(
                .refused,
                "这套数据要两个人发布，退回也是：已提交第 \(number) 份草稿（退回第 \(generation) 版），屏上不变；请另一人 \(command)。",
                "these data need a second person, to go back too: draft \(number) (back to version \(generation)) "
                    + "waits, screens stay as they are; have another person run \(command)."
            )
        case .conflicts, .withdrawn, .unfit: return Refusal(.refused, "没有发布。", "Nothing was published.")
        }
    }

    /// The conflicts, and how each is decided.
    private static func report(
        _ conflicts: [MergeConflict], _ attribution: Attribution, _ request: PublicationRequest, _ language: Language
    ) -> ExitStatus {
        let shown = conflicts.prefix(most).map { text($0, attribution, request.reason, language) }
        let more = conflicts.count - shown.count
        StandardStreams.complain(
            shown.joined() + (more > 0 ? PublishingWords.in(language).more(more) + "\n" : ""))
        return Refusal(
            .refused,
            "有 \(conflicts.count) 处别人也改了，而且改得不一样；没有发布。与对方商定：用对方的，把文件夹里的改成与现有的一样，"
                + "再发布；用你的，再发布时加上那一处列出的 --mine。",
            "others have changed \(EnglishCount.text(conflicts.count, "row")) too, in another way; nothing was "
                + "published. Settle it: to take theirs make the folder as it is shown and publish again; to take "
                + "yours publish again with the --mine that stands there."
        ).report()
    }

    /// A conflict: the row, then what both found, what the folder has and what is shown.
    private static func text(
        _ conflict: MergeConflict, _ attribution: Attribution, _ reason: String, _ language: Language
    ) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let columns = conflict.columns.filter { $0 != "REVISION" }
        func side(_ row: [String: String]?) -> String {
            guard let row else {
                return conflict.key.isEmpty ? say("另一份", "another file") : say("没有这一行", "no such row")
            }
            let names = columns.isEmpty ? row.keys.filter { !conflict.cells.contains(row[$0] ?? "") }.sorted() : columns
            return names.map { "\($0) \(row[$0] ?? "—")" }.joined(separator: say("，", ", "))
        }
        func by(_ text: String) -> String { text.isEmpty ? "" : "  " + say("（\(text)）", "(\(text))") }
        let theirs = attribution.text(MergedRow(table: conflict.table, key: conflict.key))
        return [
            ([conflict.table] + conflict.cells.filter { !$0.isEmpty }).joined(separator: "  "),
            "  \(say("原来", "was  "))  \(side(conflict.base))",
            "  \(say("你的", "yours"))  \(side(conflict.mine))\(by(reason))",
            "  \(say("现有", "shown"))  \(side(conflict.theirs))\(by(theirs))",
            "  \(say("用你的", "to take yours"))  --mine \(TypedCommand.quoted(conflict.name))", "",
        ].map { $0.harmless() }.joined(separator: "\n")
    }
}
