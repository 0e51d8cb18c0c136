import Cells
import Indicators
import Publishing
import Reports
import Tables

/// What publishing says when it goes well, in one language.
struct PublishingWords {
    private let language: Language

    static func `in`(_ language: Language) -> PublishingWords { PublishingWords(language: language) }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var checking: String { say("检查数据……", "checking the data …") }
    func writing(_ count: Int, _ all: Int) -> String {
        say("写入第 \(count) 个文件，共 \(all) 个……", "writing file \(count) of \(all) …")
    }
    func nothingNew(_ target: String) -> String {
        let target = target.harmless()
        return say("与 \(target) 现有的一版没有不同，不必发布。", "no different from what \(target) shows; nothing to publish.")
    }
    var notPublished: String { say("没有发布。", "Not published.") }
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
                "First version, \(publication.catalogue.observations.count) figures.")
        }
        let former = publication.newFormerValues
        return DifferenceText.summary(difference, language)
            + say("；记下原值 \(former) 个。", "; former values kept: \(former).")
    }

    func published(_ target: String, _ generation: String, _ report: String) -> String {
        let target = target.harmless()
        return say(
            "已发布：\(target)，第 \(generation) 版。\(report)\n要退回前一版：minsheng rollback \(target)",
            "Published: \(target), version \(generation). \(report)\nTo go back: minsheng rollback \(target)")
    }

    func suspicious(_ count: Int) -> String { say("可疑之处 \(count) 个：", "Suspicious: \(count)") }
    var ask: String { say("都看过了，仍要发布吗？输入“是”或 y：", "Publish all the same? Type y: ") }

    func isShownAlready(_ generation: String) -> String {
        say("现在就是第 \(generation) 版。", "Version \(generation) is shown already.")
    }
    func rolledBack(_ target: String, _ generation: String, from former: String) -> String {
        let target = target.harmless()
        return say(
            "已退回：\(target)，第 \(generation) 版（原为第 \(former) 版）。要改回：minsheng rollback \(target) --to \(former)",
            "Back: \(target), version \(generation) (was \(former)). To undo: minsheng rollback \(target) --to "
                + "\(former)"
        )
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

    private func kind(_ code: String) -> String {
        switch PublicationKind(rawValue: code) {
        case .new: say("新增", "new")
        case .revised: say("修订", "revised")
        case .corrected: say("更正", "corrected")
        case nil: ""
        }
    }
}
