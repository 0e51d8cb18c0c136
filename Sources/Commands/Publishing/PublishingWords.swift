import Cells
import Indicators
import Publishing
import Reports
import Tables
import Wording

/// What publishing says when it goes well, in one language.
struct PublishingWords {
    let language: Language

    /// Whether a draft is submitted, rather than published at once.
    var isSubmitting = false

    static func `in`(_ language: Language, isSubmitting: Bool = false) -> PublishingWords {
        PublishingWords(language: language, isSubmitting: isSubmitting)
    }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var checking: String { say("检查数据……", "checking the data …") }
    func writing(_ count: Int, _ all: Int) -> String {
        say("写入第 \(count) 个文件，共 \(all) 个……", "writing file \(count) of \(all) …")
    }
    func nothingNew(_ target: String) -> String {
        let target = target.harmless()
        return say("与 \(target) 现有的一版没有不同，不必发布。", "no different from what \(target) shows; nothing to publish.")
    }
    /// What did not happen, without a full stop.
    private var nothing: String {
        isSubmitting ? say("没有提交", "nothing was submitted") : say("没有发布", "nothing was published")
    }
    var notPublished: String {
        isSubmitting ? say("没有提交。", "Not submitted.") : say("没有发布。", "Not published.")
    }
    func formerUnreadable(_ name: String) -> String {
        say(
            "minsheng: 现有的第 \(name) 版打不开；这次发布不能与它比较，也不记原值。",
            "minsheng: version \(name), which is shown, does not open; nothing is compared with it and no former "
                + "value kept."
        )
    }

    func differences(_ publication: Publication) -> String {
        guard let difference = publication.difference else {
            return say(
                "首次发布，\(publication.catalogue.observations.count) 个数据。",
                "First version, \(EnglishCount.text(publication.catalogue.observations.count, "figure")).")
        }
        let former = publication.newFormerValues
        return DifferenceText.summary(difference, language)
            + say("；记下原值 \(former) 个。", "; former values kept: \(former).")
    }

    func published(_ target: String, _ generation: String, _ report: String) -> String {
        let command = TypedCommand.minsheng("rollback", target), target = target.harmless()
        return say(
            "已发布：\(target)，第 \(generation) 版。\(report)\n要退回前一版：\(command)",
            "Published: \(target), version \(generation). \(report)\nTo go back: \(command)")
    }

    func suspicious(_ count: Int) -> String { say("可疑之处 \(count) 个：", "Suspicious: \(count)") }
    var ask: String {
        isSubmitting
            ? say("都看过了，仍要提交吗？输入“是”或 y：", "Submit all the same? Type y: ")
            : say("都看过了，仍要发布吗？输入“是”或 y：", "Publish all the same? Type y: ")
    }

    func more(_ count: Int) -> String { say("……还有 \(count) 处", "… and \(count) more") }
    /// - Parameter command: what shows all of them, as it is typed.
    func moreOfKind(_ count: Int, _ command: String) -> String {
        say("……同样的还有 \(count) 处，\(command) 可看全部", "… and \(count) more of this kind; \(command) shows all")
    }
    /// What a doubt says of itself; nil for a figure, which `DifferenceText` words.
    func doubt(_ doubt: Doubt) -> String? {
        switch doubt {
        case .figure, .row: nil
        case .clock(let today, let passed):
            say(
                "系统时钟是 \(today)，可是 \(passed) 已经过去了：修订的日期会记错。请先校准时钟（timedatectl）。",
                "the clock says \(today), but \(passed) has passed: former values would get a wrong date. Set the "
                    + "clock first (timedatectl).")
        case .aheadOfClock(let today, let newest):
            say(
                "系统时钟是 \(today)，可是数据已报到 \(newest.prefix(7))：是时钟错了，还是时期写错了？照此发布，各处屏幕都会把有发布时间的数藏起来。",
                "the clock says \(today), but figures are reported for \(newest.prefix(7)): is the clock wrong, or are "
                    + "the periods mistyped? Published like this, screens hide whatever has a release time.")
        case .draft(let number, let said):
            say(
                "你的草稿 \(number)（\(said)）还在等待批准，会被这一份取代、删去。",
                "your draft \(number) (\(said)) still waits for approval; this one takes its place and it is removed.")
        case .unknownBase:
            say(
                "这个文件夹没有记下是照哪一版改的；凡与现有的一版不同的，都算是你改的，别人刚改的也会被改回去。",
                "this folder does not say which version it was made from; whatever differs from the version shown "
                    + "counts as yours, and what others have just changed is undone.")
        }
    }
    func nobodyToAsk(_ names: [String]) -> String {
        // A script may copy them, so more are named than are explained.
        let shown = names.prefix(20).map { "  --accept \(TypedCommand.quoted($0))" }.joined(separator: "\n")
        let accepted = shown + (names.count > 20 ? "\n  " + more(names.count - 20) : "")
        return say(
            "没有终端，不能问人，\(nothing)。看过无误，请逐处写明（或用 --accept-suspicious 全部接受）：\n",
            "There is no terminal to ask at, so \(nothing). Having looked, accept by name (or all with "
                + "--accept-suspicious):\n") + accepted
    }
    func unusedAcceptance(_ name: String) -> String {
        let name = name.harmless()
        return say(
            "minsheng: --accept \(name)：没有这一处可疑，看看是否写错。",
            "minsheng: --accept \(name): nothing of that name is suspicious; check the spelling.")
    }
    func loss(_ loss: Loss, _ topics: [String]) -> String {
        let named = topics.map { $0.harmless() }.joined(separator: say("、", ", "))
        let tables = loss.tables.joined(separator: say("、", ", "))
        var parts: [String] = []
        if loss.figures > 0 {
            parts.append(
                say("原有 \(loss.all) 个数，这次少了 \(loss.figures) 个", "of \(loss.all) figures \(loss.figures) are lost"))
        }
        if !topics.isEmpty { parts.append(say("\(named) 一个也没有了", "\(named) has none left")) }
        if !tables.isEmpty { parts.append(say("\(tables) 原来有内容，现在没有了", "\(tables) had content and has none now")) }
        return say(
            parts.joined(separator: "，") + "。\(nothing)。如果确实要删，请加 --accept-loss。",
            nothing.prefix(1).uppercased() + nothing.dropFirst() + ": " + parts.joined(separator: "; ")
                + ". If they are to go, add --accept-loss.")
    }

    func unusedDecision(_ name: String) -> String {
        let name = name.harmless()
        return say(
            "minsheng: --mine \(name)：没有这样一行是两边都改了的，看看是否写错。",
            "minsheng: --mine \(name): no row of that name was changed by others too; check the spelling.")
    }

    var overtaken: String {
        say("minsheng: 别人刚刚发布了一版，重新比较……", "minsheng: somebody has just published; comparing again …")
    }
    var notYetLogged: String {
        say(
            "minsheng: 屏上已换，但日志这一行没有写成（磁盘满？）；腾出空间后下一次命令会补上。",
            "minsheng: the screens have changed, but the line of the log could not be written (is the disk full?); the "
                + "next command adds it once there is room.")
    }
    func notRemembered(_ generation: String) -> String {
        say(
            "minsheng: 文件夹里写不进 .minsheng-base；下次从这里发布请加 --base \(generation)。",
            "minsheng: .minsheng-base cannot be written to the folder; add --base \(generation) when you publish from "
                + "it again."
        )
    }

    func isShownAlready(_ generation: String) -> String {
        say("现在就是第 \(generation) 版。", "Version \(generation) is shown already.")
    }
    func rolledBack(_ target: String, _ generation: String, from former: String) -> String {
        let command = TypedCommand.minsheng("rollback", target, "--to", former), target = target.harmless()
        return say(
            "已退回：\(target)，第 \(generation) 版（原为第 \(former) 版）。要改回：\(command)",
            "Back: \(target), version \(generation) (was \(former)). To undo: \(command)")
    }

    /// Every version that is kept, the newest first, the one that is shown marked, with who published it when and why.
    func list(_ all: [String], current: String, _ log: PublicationLog) -> String {
        all.reversed().map { generation in
            let entry = log.entries.last { $0.generation == generation && $0.action == .publish }
            let facts = entry.map { [$0.time, $0.who, kind($0.kind), $0.reason] } ?? [say("日志里没有", "not in the log")]
            let mark = generation == current ? say("* 现在", "* shown") : say("      ", "       ")
            return ([mark, generation] + facts.filter { !$0.isEmpty }).joined(separator: "  ").harmless() + "\n"
        }.joined()
    }

    /// What a draft would do: the kind of a publication, or the version to go back to.
    func what(_ entry: PublicationLog.Entry) -> String {
        guard entry.action == .rollback else { return kind(entry.kind) }
        return say("退回第 \(entry.generation) 版", "back to version \(entry.generation)")
    }

    private func kind(_ code: String) -> String {
        switch PublicationKind(rawValue: code) {
        case .new: say("新增", "new")
        case .revised: say("修订", "revised")
        case .corrected: say("更正", "corrected")
        case .changed: say("改动", "changed")
        case nil: ""
        }
    }
}
