import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Kiosk

/// Whom to ask and what is being done, read aloud.
@Suite struct SpokenPageTests {
    private func open(
        _ kind: KioskText.Kind, _ language: Language, _ catalogue: Catalogue, figure: Int?
    ) -> KioskState {
        var state = Sample.kiosk(80, 24, KioskSettings(language: language, canSpeak: true), catalogue: catalogue)
        state.press(.enter)
        state.visit.page = .text(kind, page: 0, figure: figure)
        return state
    }

    @Test func theTelephoneNumberIsHeardDigitByDigit() {
        var state = open(.ask, .zh, Sample.example, figure: nil)
        #expect(
            state.spokenText?.text
                == "虚构示例数据。就业，问谁。示例市人社局。电话 零零零零，五五五，零幺零幺。就业窗口一号。示例市民服务中心一楼。"
                + "周一至周五 九点到十七点（虚构）。")
        #expect(state.spokenText?.indicator == "employment.ask")
        state.press(.character("8"))
        #expect(
            state.spokenText?.text
                == "Fictional example data. Employment, Whom to ask. "
                + "Example City Human Resources and Social Security Bureau. "
                + "Telephone zero zero zero zero, five five five, zero one zero one. Window one, work. "
                + "Citizens' Centre, ground floor. Monday to Friday, nine a.m. to five p.m. (fictional).")
    }

    @Test func whereNoTelephoneIsStatedThatIsHeard() {
        let text = open(.ask, .zh, Sample.catalogue, figure: 0).spokenText?.text ?? ""
        #expect(text.contains("盘锦市人力资源和社会保障局。数据没有写明电话，请问服务台工作人员。这个数字出自《"))
        #expect(text.hasSuffix("原文写作“城镇新增就业两万四千零二人”。"))
        let english = open(.ask, .en, Sample.catalogue, figure: 0).spokenText?.text ?? ""
        #expect(english.allSatisfy { $0.isASCII || "“”".contains($0) } && !english.contains("printed"), "\(english)")
    }

    @Test func aLineOfTheDataIsHeardAsATelephoneNumber() {
        #expect(SpokenText.withTelephones("咨询：热线 12345", .zh) == "咨询：热线 幺二三四五")
        #expect(
            SpokenText.withTelephones("Ask: 0427-282 0000", .en)
                == "Ask: zero four two seven, two eight two, zero zero zero zero")
    }

    @Test func timesAndDatesAreNotTelephoneNumbers() {
        #expect(
            SpokenText.withTelephones("8:30-11:30、13:00 — 17:05 拨 12345（2026-11-29 起），窗口 1-9", .zh)
                == "八点三十分到十一点三十分、十三点到十七点零五分 拨 幺二三四五（2026-11-29 起），窗口 1-9")
        #expect(
            SpokenText.withTelephones("8:30~12:00, 12:30 – 17:05: call 0427-282 0000 from 2026-11-29", .en)
                == "eight thirty a.m. to noon, twelve thirty p.m. to five oh five p.m.: call zero four two seven, "
                + "two eight two, zero zero zero zero from 2026-11-29")
        #expect(SpokenText.withTelephones("02:30、2：05 12345", .zh) == "两点三十分、两点零五分 幺二三四五")
        #expect(SpokenText.withTelephones("12345 2026-11-29", .en) == "one two three four five 2026-11-29")
        #expect(SpokenText.withTelephones("9:5, 25:10, 1:100", .en) == "9:5, 25:10, 1:100")
    }

    /// A line of the data set's own contact, page and all.
    @Test func theContactOfTheDataIsReadWithItsHours() throws {
        let desk = LocalizedText(
            zh: "2026-12-01 起 8:30-17:00 拨 12345", en: "From 2026-12-01, call 12345 from 8:30 to 17:00.")
        let line = KioskText.Line(text: desk.zh, spoken: SpokenText.withTelephones(desk.zh, .zh))
        let chinese = SpokenText(
            [line], heading: "问谁", code: "", Wording(Sample.catalogue, WordingOptions(language: .zh)))
        #expect(chinese.text == "问谁。二零二六年十二月一日 起 八点三十分到十七点 拨 幺二三四五。")
        let spoken = SpokenText.withTelephones(desk.en, .en)
        let english = SpokenText(
            [KioskText.Line(text: desk.en, spoken: spoken), KioskText.Line(text: "Daily 9:00 to 17:00")],
            heading: "Ask", code: "", Wording(Sample.catalogue, WordingOptions(language: .en)))
        #expect(
            english.text
                == "Ask. From 1 December 2026, call one two three four five from eight thirty a.m. to five p.m. "
                + "Daily nine a.m. to five p.m.")
    }

    @Test func aMeasureIsHeardWithItsState() {
        let text = open(.measures, .en, Sample.example, figure: nil).spokenText?.text ?? ""
        #expect(text.contains("Employment, What is being done. Job corners, Done. "))
        #expect(text.contains(", September 2026. Skills school, Planned. "), "\(text)")
        #expect(!text.contains("✓") && !text.contains("·"))
    }

    /// Page by page everything on it, and on every screen by key and by touch.
    @Test(arguments: Sample.kioskSizes)
    func everyPageOfTextHasTheVoice(_ size: Size) throws {
        for language in Language.allCases {
            for catalogue in [Sample.catalogue, Sample.example] {
                for kind in [KioskText.Kind.ask, .measures] {
                    let settings = KioskSettings(language: language, canSpeak: true, canCode: true)
                    var state = Sample.kiosk(size.columns, size.rows, settings, catalogue: catalogue)
                    state.press(.enter)
                    state.visit.page = .text(kind, page: 0, figure: 0)
                    let button = try #require(state.buttons.first { $0.choice == .hear })
                    let grid = state.draw(), rect = button.rect
                    #expect(button.key == "7" && Rect(size).intersection(rect) == rect)
                    #expect(state.buttons.filter { !$0.rect.intersection(rect).isEmpty } == [button])
                    let text = grid.lines().joined(separator: "\n")
                    #expect(text.contains("7 " + KioskWords.in(language).hear))
                    #expect(text.contains(KioskWords.in(language).fictionalShort) == catalogue.package.isFictional)
                    let point = Point(column: rect.column + 1, row: rect.row)
                    state.then(.press(point))
                    guard case .speak(let heard)? = state.then(.release(point), after: 80) else {
                        Issue.record("nothing is heard at \(size)")
                        continue
                    }
                    #expect(!heard.text.isEmpty)
                    guard case .speak? = state.then(.key(.character("7"))) else {
                        Issue.record("the key does nothing at \(size)")
                        continue
                    }
                }
            }
        }
        var silent = Sample.kiosk(size.columns, size.rows)
        silent.press(.enter)
        silent.visit.page = .text(.ask, page: 0, figure: 0)
        #expect(!silent.buttons.contains { $0.choice == .hear })
    }

    /// Who presses 听 and hears nothing is told, until the page is left or read after all.
    @Test func whatCouldNotBeReadIsSaid() {
        for (language, notice) in [(Language.zh, "朗读暂时不能用"), (.en, "aloud")] {
            var state = open(.ask, language, Sample.example, figure: nil)
            func says() -> Bool { state.draw().lines().contains { $0.contains(notice) } }
            state.update(.voiceLost, at: state.now)
            #expect(says(), "\(language)")
            state.visit.page = .figure(0)
            #expect(!says())
            state.update(.voiceLost, at: state.now)
            #expect(says())
            state.press(.escape)
            #expect(!says())
        }
        var state = Sample.kiosk(80, 24, KioskSettings(canSpeak: true), catalogue: Sample.example)
        state.update(.voiceLost, at: state.now)
        #expect(!state.visit.isVoiceLost, "nobody has asked for it")
    }

    @Test func theLastPageLeadsToTheFirst() throws {
        var state = Sample.kiosk(60, 20, KioskSettings(language: .zh), catalogue: Sample.catalogue)
        state.press(.enter)
        state.visit.page = .text(.measures, page: 0, figure: nil)
        let count = state.textPages.count
        try #require(count > 1)
        func band(_ word: String) -> Bool { state.draw().lines().contains { $0.contains(word) } }
        #expect(band("下一页") && !band("第一页"))
        state.visit.page = .text(.measures, page: count - 1, figure: nil)
        #expect(band("第一页") && !band("下一页"))
    }
}
