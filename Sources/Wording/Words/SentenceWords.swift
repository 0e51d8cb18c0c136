import Indicators

/// The words of the sentence about the whole, in one language.
package struct SentenceWords: Sendable {
    package let judged: @Sendable (_ count: Int, _ all: Int) -> String
    package let bad: @Sendable (_ count: Int) -> String
    package let badShort: @Sendable (_ count: Int) -> String
    package let noneBad: String
    /// That nothing is judged, where figures of areas are bad: nothing of the whole. Some may have a target that they
    /// cannot be judged by.
    package let noneJudged: @Sendable (_ isBadElsewhere: Bool, _ unjudged: Int) -> String
    /// Behind the names and values of broken zero-goals.
    package let shouldBeZero: String
    package let behind: @Sendable (_ name: String, _ points: String) -> String
    package let overLimit: @Sendable (_ name: String, _ points: String) -> String
    package let unfulfilled: @Sendable (_ name: String, _ points: String) -> String
    package let missed: @Sendable (_ name: String) -> String
    package let further: @Sendable (_ count: Int) -> String
    package let elsewhere: @Sendable (_ count: Int, _ isOnlyThere: Bool) -> String
    package let good: @Sendable (_ count: Int) -> String
    package let between: @Sendable (_ count: Int) -> String
    package let best: @Sendable (_ name: String, _ points: String) -> String
    package let zeroGoals: @Sendable (CityFacts.ZeroGoals) -> String
    package let unreported: @Sendable (_ count: Int, _ elsewhere: Int) -> String
    package let revised: @Sendable (_ count: Int) -> String
    package let onYear: @Sendable (CityFacts.Directions) -> String
    package let tendencies: @Sendable (CityFacts.Directions) -> String
    /// How many are bad, those of areas too, before how many more these are.
    package let inAll: @Sendable (_ count: Int) -> String
    package let moreBad: @Sendable (_ count: Int) -> String
    package let sinceVersion: @Sendable (_ added: Int, _ changed: Int) -> String
    package let empty: @Sendable (_ period: String) -> String

    package static func `in`(_ language: Language) -> SentenceWords { language == .zh ? chinese : english }

    package static let chinese = SentenceWords(
        judged: { "\($1) 项中 \($0) 项可评" }, bad: { "\($0) 项不好" }, badShort: { "\($0) 项不好" }, noneBad: "没有落后或打破的",
        noneJudged: { isElsewhere, unjudged in
            let whole = isElsewhere ? "全市" : ""
            if unjudged > 0 { return "\(whole)没有可评的：\(unjudged) 项有目标而不能评，其余没有目标" }
            return isElsewhere ? "全市各项没有目标，不评" : "各项都没有目标，不评"
        }, shouldBeZero: "（应为零）", behind: { "\($0)落后 \($1) 点" },
        overLimit: { "\($0)超限额进度 \($1) 点" }, unfulfilled: { "\($0)未完成，差 \($1) 点" }, missed: { "\($0)未达标" },
        further: { "等 \($0) 项" },
        elsewhere: { $1 ? "各地有 \($0) 项不好" : "各地另有 \($0) 项不好" },
        good: { "\($0) 项好" }, between: { "\($0) 项在途" }, best: { "最好的是\($0)，超序时 \($1) 点" },
        zeroGoals: { goals in
            let parts = [(goals.kept, "保持"), (goals.broken, "打破"), (goals.unknown, "未知")].filter { $0.0 > 0 }
            if goals.kept == goals.all { return "零目标 \(goals.all) 项都保持" }
            return "零目标 \(goals.all) 项：" + parts.map { "\($0.0) 项\($0.1)" }.joined(separator: "、")
        },
        unreported: { count, elsewhere in
            let own = count > 0 ? "\(count) 项未报" : ""
            guard elsewhere > 0 else { return own }
            return own.isEmpty ? "各地有 \(elsewhere) 项未报" : own + "，各地另有 \(elsewhere) 项未报"
        }, revised: { "\($0) 项修订" },
        onYear: { directions in
            let parts = [(directions.up, "升"), (directions.down, "降"), (directions.same, "平")].filter { $0.0 > 0 }
            return "同比" + parts.map { "\($0.1) \($0.0) 项" }.joined(separator: "、")
        },
        tendencies: { directions in
            let parts = [(directions.up, "改善"), (directions.same, "持平"), (directions.down, "变差")].filter { $0.0 > 0 }
            return "无目标的" + parts.map { "\($0.1) \($0.0) 项" }.joined(separator: "、")
        },
        inAll: { "合计 \($0) 项" },
        moreBad: { $0 == 0 ? "与上一版一样多" : $0 > 0 ? "比上一版多 \($0) 项" : "比上一版少 \(-$0) 项" },
        sinceVersion: { added, changed in
            [(added, "新报"), (changed, "改动")].filter { $0.0 > 0 }.map { "\($0.1) \($0.0) 个数" }.joined(separator: "、")
        },
        empty: { "\($0)的数还都空着" })

    package static let english = SentenceWords(
        judged: { "of \($1) figures \($0) can be judged" },
        bad: { $0 == 1 ? "1 is bad" : "\($0) are bad" }, badShort: { "\($0) bad" }, noneBad: "none is behind or broken",
        noneJudged: { isElsewhere, unjudged in
            if unjudged > 0 {
                let whole = isElsewhere ? " of the whole city" : ""
                let some = unjudged == 1 ? "1 has a target" : "\(unjudged) have a target"
                return "no figure\(whole) can be judged: \(some) but cannot be judged by it, the others have none"
            }
            return isElsewhere
                ? "no figure of the whole city has a target, so none of these is judged"
                : "no figure has a target, so none is judged"
        }, shouldBeZero: " (should be zero)",
        behind: { "\($0) \($1) points behind" }, overLimit: { "\($0) \($1) points above its limit’s pace" },
        unfulfilled: { "\($0) not fulfilled, \($1) points short" }, missed: { "\($0) missed" },
        further: { " and others, \($0) in all" },
        elsewhere: { ($1 ? "\($0)" : "\($0) more") + ($0 == 1 ? " is bad in an area" : " are bad in areas") },
        good: { $0 == 1 ? "1 is good" : "\($0) are good" }, between: { "\($0) on the way" },
        best: { "best \($0), \($1) points ahead" },
        zeroGoals: { goals in
            let parts = [(goals.kept, "kept"), (goals.broken, "broken"), (goals.unknown, "unknown")]
                .filter { $0.0 > 0 }
            if goals.kept == goals.all {
                return goals.all == 1 ? "1 zero-goal kept" : "all \(goals.all) zero-goals kept"
            }
            return (goals.all == 1 ? "1 zero-goal: " : "\(goals.all) zero-goals: ")
                + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        },
        unreported: { count, elsewhere in
            let own = count > 0 ? "\(count) not reported" : ""
            guard elsewhere > 0 else { return own }
            return own.isEmpty ? "\(elsewhere) not reported by areas" : own + ", \(elsewhere) more by areas"
        }, revised: { "\($0) revised" },
        onYear: { directions in
            let parts = [(directions.up, "up"), (directions.down, "down"), (directions.same, "unchanged")]
                .filter { $0.0 > 0 }
            return "on the year " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        },
        tendencies: { directions in
            let parts = [(directions.up, "better"), (directions.same, "the same"), (directions.down, "worse")]
                .filter { $0.0 > 0 }
            return "without a target " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        },
        inAll: { "\($0) in all" },
        moreBad: {
            $0 == 0
                ? "as many as in the version before"
                : $0 > 0 ? "\($0) more than in the version before" : "\(-$0) fewer than in the version before"
        },
        sinceVersion: { added, changed in
            [(added, "new"), (changed, "changed")].filter { $0.0 > 0 }.map {
                ($0.0 == 1 ? "1 figure " : "\($0.0) figures ") + $0.1
            }
            .joined(separator: ", ")
        },
        empty: { "all figures for \($0) are still empty" })
}

extension Words {
    /// The words of the sentence about the whole.
    package var sentence: SentenceWords { SentenceWords.in(language) }
}
