import Indicators
import TestSupport
import Testing
import Wording

@testable import Linear

extension Sample {
    /// The figures, computed figures and measures of the first topic.
    static let rowsOfEmployment =
        catalogue.indicators(ofTopic: "employment").count + catalogue.derived(ofTopic: "employment").count
        + catalogue.briefs(ofTopic: "employment").count
}

@Suite struct LinearDialogueTests {
    @Test func theOverviewHasALineForEveryTopicTheAreasAndTheSources() throws {
        let talk = Talk()
        let indicators = try BundledTable.rows("indicators.csv")
        let zeroGoals = indicators.filter { $0["direction"] == "zero" }
        let districts = try BundledTable.rows("areas.csv").filter { $0["parent"] != "" }
        let sources = try BundledTable.rows("sources.csv")
        #expect(talk.title == "盘锦市民生看板，全市，2022年")
        #expect(talk.lines[1] == "\(indicators.count) 项中 \(zeroGoals.count) 项可评，没有落后或打破的。")
        #expect(talk.lines.contains("可评 \(zeroGoals.count) 项，共 \(indicators.count) 项指标"))
        #expect(talk.choices.count == 9)
        #expect(talk.choices[1] == "就业：城镇新增就业，24,002人，2022年1—11月")
        #expect(talk.choices[6]?.hasSuffix("保持为零") == true)
        #expect(talk.choices[8] == "县区：\(districts.count) 项" && talk.choices[9] == "来源：\(sources.count) 项")
        #expect(talk.lines.last == "输入编号打开，/ 加文字搜索，? 帮助，q 退出")
    }

    @Test func numbersLeadDownAndNothingLeadsBack() {
        var talk = Talk()
        let top = talk.lines
        talk.type("1")
        #expect(talk.title == "就业")
        let topic = talk.lines
        talk.type("2")
        #expect(talk.title == "失业人员再就业" && talk.said("数值") == "18,409人")
        talk.type("1")
        #expect(talk.said("原文印作") == "「失业人员再就业18409人」" && talk.said("作者") == "刘立彬")
        talk.type("0", "")
        #expect(talk.lines == topic)
        talk.type("  ")
        #expect(talk.lines == top)
        talk.type("0", "0")
        #expect(talk.lines == top, "at the top the page is said again")
    }

    @Test func quitEndsAndNothingElseDoes() {
        var dialogue = LinearDialogue(catalogue: Sample.catalogue, WordingOptions())
        for line in ["1", "0", "", "?", "zz", "/养老", "s", "m", "L", "1", "-1", "99999999999999999999"] {
            #expect(!dialogue.answer(line).ends)
        }
        for line in ["q", "Q", " q ", "ｑ"] { #expect(dialogue.answer(line) == LinearAnswer(text: "", ends: true)) }
    }

    @Test func aLongListComesInPartsAndNumbersGoOn() {
        var talk = Talk()
        talk.type("1")
        #expect(talk.choices.keys.sorted() == Array(1...20))
        #expect(talk.lines.last == "第 1 页，共 2 页。m 下一页")
        let first = talk.lines
        talk.type("m")
        let rows = Sample.rowsOfEmployment
        #expect(talk.choices.keys.sorted() == Array(21...rows))
        #expect(talk.lines.last == "第 2 页，共 2 页。m 下一页")
        let second = talk.lines
        talk.type("21", "0")
        #expect(talk.lines == second, "back to the part that was left")
        talk.type("3", "0")
        #expect(talk.lines == first, "a number of another part is taken")
        talk.type("m", "m")
        #expect(talk.lines == first, "after the last part the first")
        talk.type("0", "m")
        #expect(talk.lines == ["本页已全部读出，没有下一页"])
    }

    @Test func searchFindsInBothLanguagesAndByFullWidthSigns() {
        for line in ["/口袋", "/ 口袋", "/pocket", "／口袋", "、口袋", "/ＰＯＣＫＥＴ"] {
            let talk = Talk().asking(line)
            #expect(talk.title.hasPrefix("搜索：") && talk.lines[1] == "\(talk.choices.count) 条结果", "\(line)")
            #expect(talk.choices[1] == "建成口袋公园，9个，2022年 截至见报")
            #expect(talk.asking("1").title == "建成口袋公园")
        }
        var talk = Talk()
        talk.type("/养老", "/口袋", "0")
        #expect(talk.title.hasPrefix("盘锦"), "a second search takes the place of the first")
        #expect(talk.asking("/").lines.count == 1 && talk.asking("/qwertz").lines == [Words.in(.zh).noMatches])
        #expect(talk.asking("/兴隆台区").asking("1").title == "兴隆台区")
        #expect(talk.asking("/就业").asking("1").title == "就业")
    }

    @Test func sourcesByLetterOfThisAndOfAChoice() {
        var talk = Talk()
        talk.type("s")
        #expect(talk.lines == ["是哪一项的来源？请输入 s 和编号，例如 s1"])
        #expect(talk.asking("s99").lines == talk.lines && talk.asking("s8").lines == talk.lines)
        #expect(talk.asking("s1").said("原文印作") == "「城镇新增就业24002人」")
        talk.type("1")
        #expect(talk.asking("S 2").said("出处") == "「稳住就业“底盘”做实最大民生」第7段")
        #expect(talk.asking("ｓ１９").title == "创业扶持部门")
        talk.type("2", "s")
        #expect(talk.said("原文印作") == "「失业人员再就业18409人」")
        talk.type("s")
        #expect(talk.title == "来源" && talk.said("题名")?.hasPrefix("持续增强") == true)
        talk.type("s")
        #expect(talk.title == "来源", "nothing leads further")
    }

    @Test func whatMeansNothingIsAnsweredByWhatDoes() {
        let talk = Talk()
        for line in ["zz", "10", "-1", "+1", "1.5", "1 2", "s1x", "99999999999999999999", "\u{1B}[A", "一"] {
            #expect(talk.asking(line).lines == ["可以输入：1 到 9 打开，0 返回，/ 加文字搜索，s 来源，? 帮助，L English，q 退出"], "\(line)")
        }
        #expect(talk.asking("zz").asking("1").title == "就业", "the page is still there")
        #expect(talk.asking("１").title == "就业")
        #expect(talk.asking("1").asking("zz").lines[0].contains("1 到 \(Sample.rowsOfEmployment) 打开，0 返回，m 下一页，"))
        #expect(talk.asking("1").asking("1").asking("9").lines[0].hasPrefix("可以输入：1 打开，0 返回"))
    }

    @Test func helpNamesEveryCommandAndTheRules() {
        for sign in ["?", "？"] {
            let talk = Talk().asking(sign)
            #expect(talk.title == "帮助")
            for command in ["0", "m", "/", "s", "L", "?", "q"] {
                #expect(talk.lines.contains { $0.hasPrefix(command) }, "\(command)")
            }
            #expect(talk.lines.contains { $0.hasPrefix("序时规则") })
            #expect(talk.asking("0").title.hasPrefix("盘锦"))
        }
    }

    @Test func theOtherLanguageAtOnceOnTheSamePage() throws {
        var talk = Talk()
        talk.type("1", "2", "L")
        #expect(talk.title == "Unemployed back in work" && talk.said("Value", ": ") == "18,409 people")
        talk.type("zz")
        #expect(talk.lines[0].hasPrefix("You can type: 1 to open, 0 to go back, / and words"))
        talk.type("l", "0")
        #expect(talk.title == "就业")
        let indicators = try BundledTable.rows("indicators.csv")
        let zeroGoals = indicators.filter { $0["direction"] == "zero" }
        #expect(
            Talk(Sample.catalogue, .en).lines.contains("Judged: \(zeroGoals.count) of \(indicators.count) indicators"))
    }

    @Test func opensWhereTheCommandLineSays() {
        #expect(Talk(at: .topic("elderly")).title == "养老")
        #expect(Talk(at: .topic("elderly")).asking("0").title.hasPrefix("盘锦"))
        #expect(Talk(at: .indicator("pocket-parks", area: nil)).title == "建成口袋公园")
        #expect(Talk(at: .indicator("nothing", area: nil)).title == "nothing", "what is not there does not trap")
        var talk = Talk(Sample.example, at: .topic("employment"), area: "990101")
        #expect(talk.title == "就业，甲区" && talk.choices[1]?.hasPrefix("城镇新增就业，8,120人") == true)
        talk.type("1")
        #expect(talk.title == "城镇新增就业，甲区" && talk.said("地区") == "甲区")
        talk.type("0", "0")
        #expect(talk.title == "示例市民生看板，甲区，2026年")
        talk.type("0")
        #expect(talk.title == "示例市民生看板，全市，2026年", "back from the area to the whole")
    }

    @Test func manyFiguresAreOpenedByArea() {
        var talk = Talk(Sample.example)
        talk.type("1", "1")
        #expect(talk.lines.contains("各期数据：480 项，按地区打开，所列为最新一期"))
        #expect(talk.choices[2] == "甲区，8,120人，2026年1—11月，超序时 43.7 个百分点")
        talk.type("2")
        #expect(talk.title == "城镇新增就业，甲区" && talk.lines.contains("各期数据：35 项"))
        #expect(talk.choices[12] == "6,142人，2025年，同比 下降，−0.1%，−9人")
        talk.type("12")
        #expect(talk.said("时期") == "2025年" && talk.said("同比") == "下降，−0.1%，−9人" && talk.said("上年同期") == "6,151人")
        talk.type("0", "36")
        #expect(talk.title == "城镇新增就业")
    }

    @Test func targetsSayWhatWasPromisedWhereAndHowFarItIs() {
        let talk = Talk(Sample.example).asking("1").asking("1")
        #expect(talk.said("评价") == "超序时 34.7 个百分点")
        #expect(talk.said("目标") == "2026年，19,000人，完成 126.3%，时间进度 91.7%，差值 +34.7百分点")
        #expect(talk.said("目标出处")?.hasSuffix("「2026年政府工作报告」第10段，原文印作「城镇新增就业19000人」") == true)
        #expect(talk.lines.contains("目标：2022年，17,000人"))
    }

    /// 环比 of a quarter, and why what adds up has none; the direction by the criterion of the indicator.
    @Test func theDetailsSayTheChangeOnThePeriodBefore() {
        var talk = Talk(Sample.example).asking("1")
        talk.type("3")
        #expect(talk.said("环比") != nil && talk.said("上一期")?.hasPrefix("2026年第2季度") == true)
        talk.type("0", "1", "2")
        #expect(talk.said("不作环比") == "是年初以来的累计，已含上一期")
        #expect(Talk(Sample.example).asking("6").asking("1").said("改善与否") == "持平（变化达到 1% 才算改善或变差）")
    }

    @Test func computedFiguresAreMarkedAndLeadToTheirInputs() throws {
        var talk = Talk()
        talk.type("1", "m")
        let name = "每名新增创业者带动就业 (推算)，1.80人，2022年1—11月"
        let number = try #require(talk.choices.first { $0.value == name }?.key)
        talk.type("\(number)")
        #expect(talk.title == "每名新增创业者带动就业，推算" && talk.said("算法") == "20,352人 ÷ 11,331人，四舍五入")
        #expect(talk.choices.count == 2 && talk.asking("2").said("数值") == "11,331人")
    }
}

@Suite struct LinearTextTests {
    /// Pages of every kind in the fictional city.
    private static let ways: [[String]] = [
        [], ["1"], ["1", "1"], ["1", "1", "2"], ["1", "1", "2", "m"], ["1", "1", "2", "1"], ["1", "5"], ["1", "7"],
        ["8"], ["8", "1"], ["9"],
        ["9", "1"], ["/就"], ["?"],
    ]

    @Test func fictionalDataSaySoInTheSecondLineOfEveryPage() {
        for (language, words) in [(Language.zh, "虚构示例数据"), (.en, "Fictional example data")] {
            for way in Self.ways {
                var talk = Talk(Sample.example, language)
                for line in way { talk.type(line) }
                #expect(talk.lines.dropFirst().first == words, "\(way)")
            }
            #expect(!Talk(Sample.catalogue, language).lines.contains(words))
        }
    }

    /// No shape, box or bar: a screen reader would read out its name.
    @Test func wordsOnly() {
        let pictures: Set<Character> = ["●", "◐", "○", "◇", "■", "▲", "▼", "✓", "→", "█", "━", "▌", "│", "─", "┌", "╭"]
        for catalogue in [Sample.catalogue, Sample.example] {
            for language in Language.allCases {
                for way in Self.ways + [["zz"], ["s"], ["m"]] {
                    var talk = Talk(catalogue, language)
                    for line in way { talk.type(line) }
                    for line in talk.lines {
                        #expect(!line.isEmpty && !line.hasPrefix(" "), "\(way)")
                        #expect(!line.contains(where: pictures.contains) && !line.contains { $0.isNewline }, "\(line)")
                    }
                }
            }
        }
    }

    @Test func whatATerminalWouldObeyIsReplaced() {
        let talk = Talk().asking("/就\u{1B}[31m\u{202E}")
        #expect(
            talk.lines.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E } })
        for typed in [
            "\u{1B}]0;x\u{7}", "\u{0}", "\u{9B}31m", String(repeating: "9", count: 10_000),
            "/" + String(repeating: "就", count: 10_000),
        ] {
            #expect(Talk().asking(typed).lines.count == 1)
        }
    }
}
