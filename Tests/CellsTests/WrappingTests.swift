import Cells
import Testing

@Suite struct WrappingTests {
    @Test(arguments: [
        ("", 10, [""]), (" ", 10, [""]), ("城", 2, ["城"]), ("城镇新增就业", 6, ["城镇新", "增就业"]),
        ("城镇新增就业", 7, ["城镇新", "增就业"]), ("城镇新增就业", 12, ["城镇新增就业"]),
        ("new urban jobs", 14, ["new urban jobs"]), ("new urban jobs", 8, ["new", "urban", "jobs"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]), ("就业jobs养老", 6, ["就业", "jobs养", "老"]),
        ("就业 jobs 养老", 6, ["就业", "jobs", "养老"]),
    ])
    func breaksWhereItMay(_ text: String, _ columns: Int, _ expected: [String]) {
        #expect(TextLayout.wrap(text, to: columns) == expected)
    }

    @Test(arguments: [
        ("a\nb", ["a", "b"]), ("a\n\nb", ["a", "", "b"]), ("\n", ["", ""]), ("a\n", ["a", ""]),
        ("城镇\n  就业", ["城镇", "就业"]),
    ])
    func newlinesBreak(_ text: String, _ expected: [String]) {
        #expect(TextLayout.wrap(text, to: 10) == expected)
    }

    @Test(arguments: ["a\r\nb", "a\rb"])
    func newlinesOfOtherSystemsBreakToo(_ text: String) {
        #expect(TextLayout.wrap(text, to: 10) == ["a", "b"])
    }

    @Test func blanksAtLineBreaksVanishAndOthersStay() {
        #expect(TextLayout.wrap("new  urban   jobs", to: 10) == ["new  urban", "jobs"])
        #expect(TextLayout.wrap("   城镇   ", to: 10) == ["城镇"])
    }

    @Test(arguments: [
        "，", "。", "；", "：", "！", "？", "）", "》", "」", "』", "】", "”", "’", "％", "·", "…", "、", ",", ".", ";", ":", "!",
        "?",
        ")", "%", "]", "}",
    ])
    func noLineStartsWithAClosingMark(_ mark: String) {
        #expect(TextLayout.wrap("城镇新增\(mark)就业", to: 8) == ["城镇新", "增\(mark)就业"])
        let two = TextLayout.wrap("城镇新增\(mark)\(mark)就业", to: 8)
        #expect(two.allSatisfy { !$0.hasPrefix(mark) })
    }

    @Test(arguments: ["（", "《", "「", "『", "【", "“", "‘", "(", "[", "{"])
    func noLineEndsWithAnOpeningMark(_ mark: String) {
        let lines = TextLayout.wrap("城镇新\(mark)增就业", to: 8)
        #expect(lines == ["城镇新", "\(mark)增就业"] || lines == ["城镇新", "\(mark)增就", "业"])
        #expect(TextLayout.wrap("城镇新\(mark)\(mark)增", to: 8).allSatisfy { !$0.hasSuffix(mark) })
    }

    @Test(arguments: [
        "3.85亿元", "24,002人", "近500人", "约24,002人", "11万名", "5.2万余户", "300多人", "85%", "85％", "115.9公里", "12,345.67万元",
        "−5%",
        "100–200人",
    ])
    func aNumberStaysWithItsUnit(_ figure: String) {
        let width = DisplayWidth.of(figure)
        for before in 0...6 {
            let text = String(repeating: "城", count: before) + figure + "就业"
            for columns in max(8, width)...24 {
                let lines = TextLayout.wrap(text, to: columns)
                #expect(lines.contains { $0.contains(figure) }, "\(text) at \(columns): \(lines)")
            }
        }
    }

    @Test(arguments: ["5A级", "3D打印"])
    func aNumberWithALetterStaysWithItsUnit(_ figure: String) {
        for columns in 8...16 {
            let lines = TextLayout.wrap("城城城\(figure)就业", to: columns)
            #expect(lines.contains { $0.contains(figure) }, "\(figure) at \(columns): \(lines)")
        }
    }

    @Test(
        arguments: ["115.9 公里", "24,002 人", "1,108 支", "18 个部门", "3.85 亿元"])
    func aNumberStaysWithItsUnitAcrossOneBlank(_ figure: String) {
        let width = DisplayWidth.of(figure)
        for before in 0...6 {
            let text = String(repeating: "城", count: before) + figure + ",就业"
            for columns in max(14, width + 1)...24 {
                let lines = TextLayout.wrap(text, to: columns)
                #expect(lines.contains { $0.contains(figure) }, "\(text) at \(columns): \(lines)")
            }
        }
    }

    @Test(
        arguments: [
            ("城镇就 。新", 7, ["城镇", "就 。新"]), ("城镇新增就业 · 养老", 12, ["城镇新增就", "业 · 养老"]),
            ("jobs , care", 4, ["jobs", ", care"]),
        ])
    func aBlankBeforeAClosingMarkDoesNotBeginALine(_ text: String, _ columns: Int, _ expected: [String]) {
        let lines = TextLayout.wrap(text, to: columns)
        #expect(lines.allSatisfy { !$0.hasPrefix(" ") })
        if columns >= 6 { #expect(lines == expected) }
    }

    @Test func theRulesGiveWayInNarrowLines() {
        #expect(TextLayout.wrap("24,002人", to: 4) == ["24,0", "02人"])
        #expect(TextLayout.wrap("城，镇", to: 4) == ["城，", "镇"])
        #expect(TextLayout.wrap("城，镇", to: 2) == ["城", "，", "镇"])
        #expect(TextLayout.wrap("（城）", to: 4).allSatisfy { !$0.hasPrefix("）") })
    }

    @Test(arguments: [1, 0, -4])
    func fewerThanTwoColumnsCountAsTwo(_ columns: Int) {
        #expect(TextLayout.wrap("城镇", to: columns) == ["城", "镇"])
    }

    @Test func aParagraphAsABulletinPrintsIt() {
        let text = "今年1—11月，全市城镇新增就业24,002人，失业人员再就业18,409人，发放创业担保贷款3.85亿元（近500人受益）。"
        #expect(
            TextLayout.wrap(text, to: 26) == [
                "今年1—11月，全市城镇新增就", "业24,002人，失业人员再就业", "18,409人，发放创业担保贷款", "3.85亿元（近500人受益）。",
            ])
    }
}
