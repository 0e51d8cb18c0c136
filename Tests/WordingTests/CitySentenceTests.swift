import Indicators
import Tables
import TestSupport
import Testing

@testable import Wording

/// 一句话: what it says of the example city, against an independent reading of the tables.
@Suite struct CitySentenceTests {
    private func sentence(_ catalogue: Catalogue, _ language: Language, area: String? = nil) -> CitySentence {
        CitySentence(Wording(catalogue, WordingOptions(language: language), area: area))
    }

    @Test func namesWhatIsBehindAndByHowMuch() throws {
        let expected = try ExpectedAttention()
        let texts = Language.allCases.map { ($0, sentence(Sample.example, $0)) }
        for (language, sentence) in texts {
            let opening = language == .zh ? "29 项中 15 项可评，3 项不好：" : "Of 29 figures 15 can be judged, 3 are bad: "
            #expect(sentence.first.text.hasPrefix(opening) && expected.judged == 15 && expected.indicators.count == 29)
            for item in expected.bad {
                let row = try #require(expected.indicators[item.indicator])
                let name = try #require(row["short_\(language.rawValue)"])
                let amount = item.kind == "broken" ? item.value : String(item.gap.dropFirst())
                for text in [sentence.first.text, sentence.short.text] {
                    let place = try #require(text.range(of: name))
                    #expect(text[place.upperBound...].contains(amount), "\(name) in \(text)")
                }
            }
        }
    }

    @Test func isReadAloudInBothLanguages() {
        #expect(
            sentence(Sample.example, .zh).text
                == "29 项中 15 项可评，3 项不好：卫生死角 3 处、欠薪案件 2 件（应为零），新增学位落后 16.7 点；各地另有 3 项不好。"
                + "5 项好，最好的是城镇新增就业，超序时 34.7 点；6 项在途；零目标 4 项：1 项保持、2 项打破、1 项未知；1 项未报，各地另有 1 项未报；"
                + "同比升 20 项、降 5 项、平 2 项；无目标的改善 5 项、持平 2 项。")
        #expect(
            sentence(Sample.example, .en).first.text
                == "Of 29 figures 15 can be judged, 3 are bad: Black spots 3 places, Wage arrears 2 cases "
                + "(should be zero), School places 16.7 points behind; 3 more are bad in areas.")
        #expect(sentence(Sample.example, .zh).short.text == "3 项不好：卫生死角 3 处、欠薪案件 2 件、新增学位 −16.7点；各地另有 3 项不好")
        #expect(
            sentence(Sample.example, .en).short.text
                == "3 bad: Black spots 3 places, Wage arrears 2 cases, School places −16.7 pts; 3 more are bad in areas"
        )
    }

    @Test func panjinHasNothingBehindAndSaysHowLittleIsJudged() {
        let tally = Sample.catalogue.tally, chinese = sentence(Sample.catalogue, .zh)
        #expect(chinese.first.text == "\(tally.all) 项中 \(tally.judged) 项可评，没有落后或打破的。")
        #expect(chinese.second.text.contains("零目标 3 项都保持"))
        #expect(
            sentence(Sample.catalogue, .en).short.text
                == "Of \(tally.all) figures \(tally.judged) can be judged, none is behind or broken")
    }

    /// 便民停车位 has a target of 2016 and a figure of no stated period, so that it is not judged.
    @Test func aTargetThatCannotJudgeIsATargetStill() {
        #expect(sentence(Sample.catalogue, .zh, area: "211102").first.text == "没有可评的：1 项有目标而不能评，其余没有目标。")
        #expect(
            sentence(Sample.catalogue, .en, area: "211102").first.text
                == "No figure can be judged: 1 has a target but cannot be judged by it, the others have none.")
        #expect(sentence(Sample.catalogue, .zh, area: "211103").first.text == "各项都没有目标，不评。")
    }

    /// 戊县 has not reported November: what is best is so by October.
    @Test func anOlderPeriodIsNamed() {
        #expect(sentence(Sample.example, .zh, area: "990105").second.text.contains("最好的是城镇新增就业（1—10月），超序时"))
        #expect(sentence(Sample.example, .zh, area: "990101").second.text.contains("最好的是城镇新增就业，超序时"))
    }

    @Test func anAreaHasItsOwn() {
        let zi = sentence(Sample.example, .zh, area: "990111")
        #expect(zi.first.text.contains("1 项不好：城镇新增就业落后 9.2 点") && !zi.first.text.contains("欠薪"))
    }

    @Test func whatChangedSinceTheVersionBefore() {
        let wording = Wording(Sample.example, WordingOptions(language: .zh))
        let same = CitySentence.VersionChange(
            CatalogueDifference(from: Sample.example, to: Sample.example), from: Sample.example, to: Sample.example,
            in: nil)
        #expect(CitySentence(wording, since: same).first.text.hasSuffix("新增学位落后 16.7 点；各地另有 3 项不好；合计 6 项，与上一版一样多。"))
    }

    /// A city of two districts; only one of them has targets.
    private func city(whole: Int?, jia: Int, yi: Int) throws -> Catalogue {
        var city = SmallCity()
        let values = [("1", 100), ("11", jia), ("12", yi)]
        city.observations = values.map { "\($0.0),jobs,2022,printed,\($0.1),0,,exact,A,," }
        city.targets = [("11", 50), ("12", 50)].map { "\($0.0),jobs,2022,\($0.1),0,exact," }
        if let whole { city.targets.append("1,jobs,2022,\(whole),0,exact,") }
        return try city.catalogue()
    }

    @Test func howManyMoreCountsTheAreasToo() throws {
        let former = try city(whole: 200, jia: 60, yi: 20), now = try city(whole: 200, jia: 10, yi: 20)
        let since = CitySentence.VersionChange(
            CatalogueDifference(from: former, to: now), from: former, to: now, in: nil)
        func text(_ language: Language) -> String {
            CitySentence(Wording(now, WordingOptions(language: language)), since: since).first.text
        }
        #expect(text(.zh).contains("1 项不好：") && text(.zh).contains("；各地另有 2 项不好；合计 3 项，比上一版多 1 项；"))
        #expect(text(.en).contains("; 2 more are bad in areas; 3 in all, 1 more than in the version before; "))
        let jia = CitySentence.VersionChange(
            CatalogueDifference(from: former, to: now), from: former, to: now, in: "11")
        let own = CitySentence(Wording(now, WordingOptions(language: .zh), area: "11"), since: jia).first.text
        #expect(own.contains("；比上一版多 1 项") && !own.contains("合计"))
    }

    @Test func targetsOfAreasOnly() throws {
        let two = try city(whole: nil, jia: 10, yi: 20), one = try city(whole: nil, jia: 10, yi: 60)
        #expect(sentence(two, .zh).first.text == "全市各项没有目标，不评；各地有 2 项不好。")
        #expect(sentence(two, .zh).short.text.hasPrefix("全市各项没有目标，不评；各地有 2 项不好"))
        let english = "No figure of the whole city has a target, so none of these is judged; "
        #expect(sentence(two, .en).first.text == english + "2 are bad in areas.")
        #expect(sentence(one, .en).short.text.hasPrefix(english + "1 is bad in an area"))
        #expect(sentence(Sample.catalogue, .zh).first.text.contains("没有落后或打破的"))
    }
}

/// What needs attention, item by item.
@Suite struct AttentionTextTests {
    private let chinese = Wording(Sample.example, WordingOptions(language: .zh))
    private let english = Wording(Sample.example, WordingOptions(language: .en))

    private func sentence(_ kind: AttentionItem.Kind, _ wording: Wording, _ place: Int = 0) throws -> String {
        let items = Sample.example.attention.items.filter { $0.kind == kind }
        return AttentionText.sentence(try #require(items.dropFirst(place).first), wording)
    }

    @Test func everyKindIsASentence() throws {
        #expect(
            try sentence(.behind, chinese)
                == "新增中小学学位：2026年1—11月 3,150个，目标 4,200个，落后序时 16.7 个百分点，自2026年1月起，"
                + "到年底还需每月 1,050 个（推算），至今平均每月 286.4 个（推算），示例市教育局。")
        #expect(
            try sentence(.behind, english, 1)
                == "New urban jobs (Zi): Jan–Nov 2026 33 people, target 40 people, 9.2 points behind pace, since Oct "
                + "2026, needs 7 people a month to the end of the year (computed), 3 people a month so far (computed), "
                + "Example City Human Resources and Social Security Bureau.")
        #expect(try sentence(.broken, chinese) == "卫生死角：2026年11月 3处，应为零，已打破，自2026年1月起，示例市城管局。")
        #expect(try sentence(.overdue, chinese) == "农民工欠薪案件：2026年11月 2件，限2026年10月31日前答复，已逾期，示例市人社局。")
        #expect(try sentence(.unreported, chinese, 1) == "城镇新增就业（戊县）：2026年1—11月 未报，目标 80人，自2026年11月起，示例市人社局。")
        #expect(try sentence(.contradicted, chinese).contains("示例第二来源（虚构示例数据）记为 10,977人，相差 126人"))
        for kind in [AttentionItem.Kind.broken, .behind, .overdue, .unreported, .contradicted] {
            let text = try sentence(kind, english)
            #expect(text.hasSuffix(".") && !text.contains("，") && !text.contains(", ,"))
        }
    }

    @Test func aFollowUpThatIsClosedWhileItsFigureLagsIsSaid() throws {
        let item = try #require(Sample.example.attention.items.first)
        let followUp = try #require(item.followUp), day = Sample.example.attention.day
        let text = FollowUpText.sentence(followUp, item, on: day, chinese)
        #expect(text.contains("已办结，而数字仍不好") && text.contains("当时 6处（已打破），现在 3处（已打破）"))
        #expect(FollowUpText.sentence(followUp, item, on: day, english).contains("closed, yet the figure is still bad"))
        let arrears = try #require(Sample.example.followUp(of: "wage-arrears-cases", in: "990100"))
        #expect(FollowUpText.sentence(arrears, nil, on: day, chinese).contains("尚未答复，已逾期"))
    }
}
