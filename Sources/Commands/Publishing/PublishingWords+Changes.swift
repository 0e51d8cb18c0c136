import Cells
import Indicators
import Publishing
import Reports
import Tables
import Wording

extension PublishingWords {
    /// How many rows of others are named.
    private static let mostKept = 20

    /// What will change, figure by figure, and what of others is kept. Empty for the first version.
    func whatChanges(_ plan: PublicationPlan, _ request: PublicationRequest) -> String {
        let command = TypedCommand.minsheng("diff", request.shownTarget, request.folder)
        var text = whatChanges(plan.publication, all: command)
        if plan.publication.difference?.isEmpty == true { text = onlyForm(plan.otherFiles) }
        guard !plan.kept.isEmpty else { return text }
        text += say(
            "别人此后改的 \(plan.kept.count) 行留着：\n",
            "Kept as others have changed them since, rows: \(plan.kept.count)\n")
        for row in plan.kept.prefix(Self.mostKept) {
            let cells = row.cells.filter { !$0.isEmpty }.joined(separator: " ")
            let parts = [row.table, cells, plan.attribution.text(row)].filter { !$0.isEmpty }
            text += "  " + parts.joined(separator: "  ").harmless() + "\n"
        }
        let more = plan.kept.count - Self.mostKept
        return text + (more > 0 ? "  " + self.more(more) + "\n" : "")
    }

    /// What differs from the version that is shown, five of a kind.
    ///
    /// - Parameter all: the command that shows all of it.
    func whatChanges(_ publication: Publication, all command: String, atMost limit: Int = DoubtText.most) -> String {
        guard let difference = publication.difference, let former = publication.former else { return "" }
        return DifferenceText.write(
            difference, from: former, to: publication.catalogue, WordingOptions(language: language), atMost: limit,
            all: command)
    }

    /// Files that differ though all that they say is the same.
    private func onlyForm(_ files: [String]) -> String {
        if files.isEmpty {
            return say(
                "数据没有不同，只是表格的写法变了（引号、列的次序、换行）。\n",
                "The data do not differ, only how the tables are written: quotes, order of columns, line ends.\n")
        }
        let names = files.map { $0.harmless() }.joined(separator: say("、", ", "))
        return say(
            "数据没有不同；\(names) 有改动，屏上看不出（备注、写法）。\n",
            "The data do not differ; \(names) does, in what no screen shows: remarks, or how it is written.\n")
    }

    // MARK: Drafts

    func submitted(_ target: String, _ number: Int, _ hash: String) -> String {
        let command = TypedCommand.minsheng("approve", String(number), "--to", target)
        return say(
            "已提交第 \(number) 份草稿，屏上不变。SHA-256 \(hash)\n请另一人看过后批准：\(command)",
            "Submitted as draft \(number); screens stay as they are. SHA-256 \(hash)\nAnother person approves it: "
                + command)
    }
    /// The drafts that wait, one a line.
    func waiting(_ all: [Submission]) -> String {
        if all.isEmpty { return say("没有等待批准的草稿。\n", "No draft waits for approval.\n") }
        return all.map { one in
            [one.name, one.entry.time, UserName.of(one.user), what(one.entry), one.entry.reason].filter {
                !$0.isEmpty
            }
            .joined(separator: "  ").harmless() + "\n"
        }.joined()
    }
    /// A draft in one line, with the hash of its files.
    func head(_ one: Submission) -> String { waiting([one]) + "SHA-256 \(one.hash.harmless())\n" }

    /// The difference as the first person saw it, where it cannot be worked out against the version that is shown.
    func asSubmitted(_ one: Submission) -> String {
        let lines = one.difference.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0).harmless()
        }
        return say(
            "提交人当时看到的，与提交时屏上的一版相比：\n",
            "As the person who submitted it saw it, against the version that was shown then:\n")
            + lines.joined(separator: "\n") + "\n"
    }
    /// - Parameter hasDoubts: whether anything suspicious stands above.
    func askApproval(_ hasDoubts: Bool, isRollback: Bool) -> String {
        let (zh, en) = isRollback ? ("批准退回", "Go back") : ("批准并发布", "Approve and publish")
        return hasDoubts
            ? say("都看过了，仍要\(zh)吗？输入“是”或 y：", "\(en) all the same? Type y: ")
            : say("要\(zh)吗？输入“是”或 y：", "\(en)? Type y: ")
    }
    var notApproved: String { say("没有发布，草稿仍在等待。", "Not published; the draft still waits.") }
}
