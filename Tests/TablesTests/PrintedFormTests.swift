import TestSupport
import Testing

@testable import Indicators
@testable import Tables

@Suite struct PrintedFormTests {
    private func compare(
        _ printed: String, _ value: String, _ multiplier: Int = 0, _ qualifier: Qualifier = .exact, high: String? = nil,
        isChange: Bool = false, isPercent: Bool? = nil, unit: String = "", name: String = ""
    ) throws -> PrintedRules.Comparison {
        let high = high.flatMap { DecimalNumber($0) }
        var subject = PrintedRules.Subject()
        (subject.isChange, subject.isPercent, subject.unit, subject.name) = (isChange, isPercent, unit, name)
        subject.numbersInName = PrintedRules.Subject.numbers(in: name)
        return PrintedRules.compare(
            printed,
            PrintedRules.Cells(
                value: try #require(DecimalNumber(value)), high: high, multiplier: multiplier, qualifier: qualifier,
                subject: subject))
    }

    private func part(_ comparison: PrintedRules.Comparison) -> PrintedRules.Part? {
        if case .differs(let part, _) = comparison { part } else { nil }
    }

    struct Row: Sendable {
        let printed: String, value: String
        var multiplier = 0, qualifier = Qualifier.exact, high: String?
    }

    @Test(arguments: [
        Row(printed: "城镇新增就业12900人", value: "12900"), Row(printed: "城镇新增就业12,900人", value: "12900"),
        Row(printed: "新增12，900人", value: "12900"), Row(printed: "１２９００人", value: "12900"),
        Row(printed: "3.85亿元", value: "3.85", multiplier: 8), Row(printed: "129.3萬", value: "129.3", multiplier: 4),
        Row(printed: "5千万元", value: "50000000"), Row(printed: "5千万元", value: "5000", multiplier: 4),
        Row(printed: "近500人", value: "500", qualifier: .approxBelow),
        Row(printed: "将近11万名", value: "11", multiplier: 4, qualifier: .approxBelow),
        Row(printed: "不足30%", value: "30", qualifier: .approxBelow),
        Row(printed: "600余个", value: "600", qualifier: .approxAbove),
        Row(printed: "10万余名", value: "10", multiplier: 4, qualifier: .approxAbove),
        Row(printed: "770多万元", value: "770", multiplier: 4, qualifier: .approxAbove),
        Row(printed: "5个以上", value: "5", qualifier: .approxAbove),
        Row(printed: "超过3000平方米", value: "3000", qualifier: .approxAbove),
        Row(printed: "老年助餐约1.0万人次", value: "1.0", multiplier: 4, qualifier: .approx),
        Row(printed: "约为500人", value: "500", qualifier: .approx),
        Row(printed: "500人左右", value: "500", qualifier: .approx),
        Row(printed: "预约1200人次", value: "1200"), Row(printed: "附近3个公园", value: "3"),
        Row(printed: "家庭医生签约12万人", value: "12", multiplier: 4),
        Row(printed: "40万吨至50万吨", value: "40", multiplier: 4, qualifier: .range, high: "50"),
        Row(printed: "40至50万吨", value: "40", multiplier: 4, qualifier: .range, high: "50"),
        Row(printed: "5000至1万人", value: "5000", qualifier: .range, high: "10000"),
        Row(printed: "30—40人", value: "30", qualifier: .range, high: "40"),
        Row(printed: "分别达到49%和85%", value: "85"), Row(printed: "分别达到49%和85%", value: "49"),
        Row(printed: "控制在5.5%以内", value: "5.5"), Row(printed: "不低于90%", value: "90"),
        Row(printed: "不低于90%", value: "90", qualifier: .approxAbove), Row(printed: "百分之八十五", value: "85"),
        Row(printed: "八成", value: "80"), Row(printed: "六大攻坚行动", value: "6"), Row(printed: "县、镇、村三级", value: "3"),
        Row(printed: "口袋公园九个", value: "9"), Row(printed: "三万五千人", value: "35000"),
        Row(printed: "三百零五户", value: "305"), Row(printed: "十二个", value: "12"), Row(printed: "二〇二二", value: "2022"),
        Row(printed: "全省第三名", value: "3"), Row(printed: "国家AAAAA级旅游景区", value: "5"),
        Row(printed: "“零填埋”", value: "0"), Row(printed: "动态清零", value: "0"), Row(printed: "未发生", value: "0"),
        Row(printed: "下降1.2%", value: "-1.2"), Row(printed: "-3.5%", value: "-3.5"),
        Row(printed: "负3.5%", value: "-3.5"),
        Row(printed: "2022年1至11月新增就业24002人", value: "24002"), Row(printed: "建成口袋公园9个", value: "9"),
        Row(printed: "由9710张增加到12180张", value: "12180"), Row(printed: "1392493 人", value: "1392493"),
    ])
    func whatIsPrintedIsTheFigure(_ row: Row) throws {
        #expect(try compare(row.printed, row.value, row.multiplier, row.qualifier, high: row.high) == .agrees)
    }

    /// A number that the text states of something else is not the figure: a year, a rank, a number within a name, one
    /// with another unit.
    @Test func aNumberOfSomethingElseIsNotTheFigure() throws {
        let text = "2026年1至11月城镇新增就业12900人，为年计划的92.1%"
        for value in ["2026", "1", "11"] { #expect(part(try compare(text, value, unit: "人")) == .value, "\(value)") }
        #expect(part(try compare(text, "92.1", isPercent: false, unit: "人")) == .value)
        #expect(try compare(text, "12900", unit: "人") == .agrees)
        #expect(try compare(text, "92.1", isPercent: true, unit: "%") == .agrees)
        #expect(part(try compare(text, "12900", isPercent: true, unit: "%")) == .value)
        #expect(part(try compare("2026年城镇新增就业", "2026", unit: "人")) == .value, "no number but the year")
        #expect(part(try compare("第3段", "3", unit: "个")) == .value)
        #expect(try compare("全省第三名", "3") == .agrees, "a rank has no unit")
        #expect(try compare("受教育10.5年", "10.5", unit: "年") == .agrees)
        #expect(part(try compare("12900户", "12900", unit: "人")) == .unit)
        #expect(part(try compare("1.2万元", "1.2", 4, unit: "人")) == .unit)
        #expect(try compare("老年助餐12900人次", "12900", unit: "人次") == .agrees)
        #expect(part(try compare("零就业家庭3户", "0", unit: "户", name: "零就业家庭")) == .value)
        #expect(part(try compare("零就业家庭", "0", unit: "户", name: "零就业家庭")) == .value)
        #expect(try compare("零就业家庭始终保动态为零", "0", unit: "户", name: "零就业家庭") == .agrees)
        #expect(part(try compare("社会消费品零售额", "0", unit: "元")) == .value)
        #expect(part(try compare("5G基站", "5", unit: "个", name: "5G基站")) == .value)
        #expect(part(try compare("12345热线", "12345", unit: "件", name: "12345热线")) == .value)
        #expect(try compare("12345热线受理320件", "320", unit: "件", name: "12345热线") == .agrees)
    }

    /// A word beside the number says how exactly it is meant, in both languages.
    @Test(arguments: [
        ("几乎500人", Qualifier.approxBelow), ("几乎有500人", .approxBelow), ("大概500人", .approx), ("差不多500人", .approx),
        ("多于500人", .approxAbove), ("500人出头", .approxAbove), ("低于500人", .approxBelow),
        ("nearly 500 people", .approxBelow), ("Almost 500", .approxBelow), ("about 500 people", .approx),
        ("approximately 500", .approx), ("more than 500 people", .approxAbove),
        ("fewer than 500", .approxBelow),
    ])
    func aWordInEitherLanguageIsPartOfTheNumber(_ printed: String, _ qualifier: Qualifier) throws {
        #expect(part(try compare(printed, "500", unit: "人")) == .qualifier)
        #expect(try compare(printed, "500", 0, qualifier, unit: "人") == .agrees)
    }

    /// A limit may be exact: what is promised is the number itself.
    @Test(arguments: [
        ("至少500人", Qualifier.approxAbove), ("至少有500人", .approxAbove), ("不少于500人", .approxAbove),
        ("At least 500", .approxAbove), ("最多500人", .approxBelow), ("at most 500", .approxBelow),
    ])
    func aLimitMayBeExact(_ printed: String, _ qualifier: Qualifier) throws {
        for allowed in [Qualifier.exact, qualifier] {
            #expect(try compare(printed, "500", 0, allowed, unit: "人") == .agrees)
        }
        #expect(part(try compare(printed, "500", 0, .approx, unit: "人")) == .qualifier)
    }

    /// 到 behind a date or a quarter says by when, and begins no range.
    @Test(arguments: [
        "11月达到1200人", "2026年达到1200人", "2026年末达到1200人", "截至15日达到1200人", "第3季度到1200人", "3季度到1200人", "2026年1月到11月1200人",
    ])
    func aDateBeginsNoRange(_ printed: String) throws {
        #expect(try compare(printed, "1200", unit: "人") == .agrees)
        #expect(part(try compare(printed, "120", unit: "人")) == .value)
    }

    /// 户籍, 户口 and 户主 are other words than the measure 户.
    @Test(arguments: ["120万户籍人口参保", "120万户口在册", "120万户主参保"])
    func aWordThatBeginsWithAMeasureIsNone(_ printed: String) throws {
        #expect(try compare(printed, "120", 4, unit: "人") == .agrees)
        #expect(part(try compare("120万户参保", "120", 4, unit: "人")) == .unit)
    }

    @Test func aPartOfANumberIsNotTheNumber() throws {
        for value in ["1290", "129", "2900", "12.900", "129000", "-12900", "0"] {
            #expect(part(try compare("城镇新增就业12900人", value)) == .value, "\(value)")
        }
        #expect(part(try compare("城镇新增就业人", "5")) == .value)
    }

    @Test func aWordBesideANumberIsPartOfIt() throws {
        for qualifier in Qualifier.allCases where qualifier != .approxBelow {
            #expect(part(try compare("近90个", "90", 0, qualifier)) == .qualifier, "\(qualifier)")
        }
        #expect(part(try compare("500余人", "500")) == .qualifier)
        #expect(part(try compare("5个以上", "5")) == .qualifier)
        #expect(part(try compare("12900人", "12900", 0, .approx)) == .qualifier)
        #expect(part(try compare("30万吨至40万吨", "30", 4, .exact)) == .qualifier)
        #expect(part(try compare("30万吨", "30", 4, .range, high: "40")) == .qualifier)
    }

    @Test func tenThousandIsPartOfTheNumber() throws {
        #expect(part(try compare("117.65万人", "117.65")) == .multiplier)
        #expect(part(try compare("117.65万人", "117.65", 8)) == .multiplier)
        #expect(part(try compare("1176500人", "117.65", 4)) == .multiplier, "the same number, written otherwise")
        #expect(part(try compare("117.65万人", "11765", 4)) == .value)
        #expect(part(try compare("30万吨至40万吨", "30", 4, .range, high: "400")) == .high)
    }

    @Test func aFallIsANumberBelowZero() throws {
        #expect(part(try compare("下降1.2%", "1.2", isChange: true)) == .value)
        #expect(try compare("下降1.2%", "-1.2", isChange: true) == .agrees)
        #expect(part(try compare("增长1.2%", "-1.2", isChange: true)) == .value)
        #expect(try compare("减少120人", "120") == .agrees, "of an indicator that counts what was lost")
    }

    @Test func aDigitThatASpreadsheetDroppedIsSaid() throws {
        #expect(try compare("1.10亿元", "1.1", 8) == .otherDigits(printed: try #require(DecimalNumber("1.10"))))
        #expect(try compare("1.1亿元", "1.10", 8) == .otherDigits(printed: try #require(DecimalNumber("1.1"))))
    }

    @Test func perCentIsNoCount() throws {
        #expect(part(try compare("覆盖率88.9%", "88.9", isPercent: false)) == .unit)
        #expect(part(try compare("88.9人", "88.9", isPercent: true)) == .unit)
        #expect(try compare("覆盖率88.9%", "88.9", isPercent: true) == .agrees)
        #expect(try compare("覆盖率88.9", "88.9", isPercent: true) == .agrees, "no unit is printed")
        #expect(try compare("分别达到49%和85%", "85", isPercent: true) == .agrees)
        #expect(try compare("近百分之九十", "90", 0, .approxBelow, isPercent: true) == .agrees)
    }

    /// Any text ends in figures, and a figure written by the rule is found among any words without digits.
    @Test func figuresAreFoundAmongAnyWords() throws {
        var random = SeededGenerator(seed: 24)
        let words = Array("甲乙丙丁戊己庚辛区县新增就业床位建改造老旧小区户人个张%，。 “”ab-.,／０Ａ".unicodeScalars)
        let before = "甲乙丙新增就业床位", after = "人个张户"
        for _ in 0..<2_000 {
            func noise(_ letters: String, _ count: Int) -> String {
                (0..<count).map { _ in String(letters.randomElement(using: &random) ?? " ") }.joined()
            }
            let any = String(
                String.UnicodeScalarView((0..<12).map { _ in words.randomElement(using: &random) ?? " " }))
            _ = PrintedForm.figures(in: any + "1" + any)
            let value = Int.random(in: 0...9_999_999, using: &random)
            let multiplier = [0, 4, 8].randomElement(using: &random) ?? 0
            let text =
                noise(before, 5) + "\(value)" + (multiplier == 4 ? "万" : multiplier == 8 ? "亿" : "") + noise(after, 2)
            #expect(try compare(text, "\(value)", multiplier) == .agrees, "\(text)")
            #expect(part(try compare(text, "\(value + 1)", multiplier)) == .value, "\(text)")
        }
    }
}
