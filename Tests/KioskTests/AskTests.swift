import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Kiosk

/// Whom to ask, what is being done, and the sentences beside a figure.
@Suite struct AskTests {
    private func text(_ state: KioskState) -> String {
        state.draw().lines().joined().filter { !$0.isWhitespace }
    }

    /// Every page of text that is open, one after the other.
    private func allText(_ state: KioskState) -> String {
        var state = state
        var all = text(state)
        for _ in state.textPages.dropFirst() {
            state.touch(.next)
            all += text(state)
        }
        return all
    }

    @Test(arguments: Sample.kioskSizes)
    func everyContactAndEveryMeasureIsWholeAtEverySize(_ size: Size) {
        for language in Language.allCases {
            for catalogue in [Sample.catalogue, Sample.example] {
                for topic in catalogue.topics.indices {
                    var state = Sample.kiosk(
                        size.columns, size.rows, KioskSettings(language: language), catalogue: catalogue)
                    state.visit.topic = topic
                    state.visit.phase = .browsing(lastInput: state.now)
                    state.visit.page = .text(.ask, page: 0, figure: 0)
                    let asked = allText(state), code = catalogue.topics[topic].code
                    for contact in catalogue.contacts(ofTopic: code) {
                        for part in [contact.department, contact.window, contact.address, contact.hours] {
                            #expect(asked.contains(part[language].filter { !$0.isWhitespace }), "\(code)")
                        }
                    }
                    state.visit.page = .text(.measures, page: 0, figure: 0)
                    let done = allText(state)
                    let wording = Wording(catalogue, WordingOptions(language: language))
                    for brief in catalogue.briefs(ofTopic: code) {
                        for part in [
                            brief.title[language], brief.detail[language], BriefText.state(brief, wording.words),
                        ] {
                            #expect(done.contains(part.filter { !$0.isWhitespace }), "\(brief.code)")
                        }
                    }
                    #expect(!asked.contains("…") || language == .en)
                }
            }
        }
    }

    @Test func aTelephoneIsShownInLargeDigitsWhereThereIsRoom() {
        var state = Sample.kiosk(80, 24, catalogue: Sample.example)
        state.touch(.topic(0))
        state.touch(.ask)
        let page = state.textPages[0]
        #expect(page.contains { $0.isLarge && $0.text == "0000-555 0101" })
        var small = Sample.kiosk(40, 12, catalogue: Sample.example)
        small.touch(.topic(0))
        small.touch(.ask)
        #expect(allText(small).contains("电话0000-5550101"))
    }

    @Test func whereNoTelephoneIsStatedItSaysSo() {
        var state = Sample.kiosk()
        state.touch(.topic(0))
        state.touch(.ask)
        #expect(allText(state).contains("盘锦市人力资源和社会保障局"))
        #expect(allText(state).contains("数据没有写明电话，请问服务台工作人员。"))
        #expect(Sample.catalogue.contacts.allSatisfy { $0.telephone.isEmpty && !$0.source.isEmpty })
        #expect(Sample.example.contacts.allSatisfy { $0.telephone.hasPrefix("0000-555 0") })
    }

    @Test func theSourceIsSaidInOneSentence() {
        var state = Sample.kiosk()
        state.press(.enter, .character("1"), .character("1"))
        state.touch(.ask)
        #expect(allText(state).contains("这个数字出自《持续增强群众获得感幸福感"))
        #expect(allText(state).contains("原文写作“城镇新增就业24002人”"))
    }

    @Test func fromAListItIsOpenedAndLeftByItsKeys() {
        var state = Sample.kiosk()
        state.press(.character("2"), .character("7"))
        #expect(state.visit.page == .text(.ask, page: 0, figure: nil))
        state.touch(.measures)
        #expect(state.visit.page == .text(.measures, page: 0, figure: nil))
        state.press(.character("0"), .character("0"))
        #expect(state.isList)
        state.press(.character("1"), .character("1"))
        state.touch(.ask)
        state.press(.escape)
        #expect(state.visit.figure == 0)
    }

    @Test func theYearBeforeIsComparedInASentence() throws {
        let catalogue = Sample.example
        func sentence(_ code: String, _ language: Language) throws -> String {
            let indicator = try #require(catalogue.indicator(code))
            let figure = KioskFigure(indicator: indicator, observation: catalogue.headlineObservation(of: code))
            return YearSentence.text(figure, Wording(catalogue, WordingOptions(language: language)))
        }
        var compared = 0
        for indicator in catalogue.indicators {
            let zh = try sentence(indicator.code, .zh), en = try sentence(indicator.code, .en)
            #expect(zh.isEmpty == en.isEmpty)
            guard !zh.isEmpty, let observation = catalogue.headlineObservation(of: indicator.code),
                case .success(let change) = catalogue.changeOnYear(of: observation)
            else { continue }
            compared += 1
            let words = change.sign == 0 ? ["一样"] : change.isInPoints ? ["高", "低"] : ["多", "少"]
            #expect(zh.contains(words[change.sign < 0 ? 1 : 0]) && zh.contains(/202[45] 年/), "\(zh)")
            #expect(!zh.contains("−") || zh.contains("（−"), "\(zh)")
            #expect(en.hasSuffix(".") && !en.contains("▲") && !en.contains("▼"), "\(en)")
        }
        #expect(compared > 15)
        #expect(try sentence("urban-unemployment-rate", .zh) == "比 2025 年同期低 0.1 个百分点。")
        #expect(
            try sentence("urban-unemployment-rate", .en)
                == "0.1 percentage points lower than in the same part of 2025.")
        #expect(try sentence("new-urban-jobs", .zh).isEmpty, "2025 is not reported")
    }

    /// A figure whose share of a whole is computed says both, at every size where the sentence has room.
    @Test func aShareIsSaidWithItsWhole() throws {
        var city = SmallCity()
        city.indicators = [("sheets", "份", "none", "S"), ("well", "份", "none", "S"), ("noted", "份", "none", "S")]
        city.observations = [
            "1,sheets,2026-11,printed,371,0,,exact,A,,", "1,well,2026-11,printed,144,0,,exact,A,,",
            "1,noted,2026-11,printed,7,0,,exact,A,,",
        ]
        city.derived = ["well-share,work,1,甲,A,share,well,sheets,,,0,1,%,%"]
        let catalogue = try city.catalogue()
        func sentences(_ code: String, _ language: Language) throws -> [String] {
            let indicator = try #require(catalogue.indicator(code))
            let figure = KioskFigure(indicator: indicator, observation: catalogue.headlineObservation(of: code))
            return ShareSentence.texts(figure, Wording(catalogue, WordingOptions(language: language)))
        }
        #expect(try sentences("well", .zh) == ["占“sheets”371份的 38.8%（推算）。", "占371份的 38.8%（推算）。"])
        #expect(try sentences("well", .en) == ["38.8% of “sheets”, 371 份 (computed).", "38.8% of 371 份 (computed)."])
        #expect(try sentences("sheets", .zh).isEmpty)
        #expect(try sentences("noted", .zh).isEmpty)
        for size in Sample.kioskSizes where size.rows >= 24 {
            var state = Sample.kiosk(size.columns, size.rows, catalogue: catalogue)
            state.visit.phase = .browsing(lastInput: state.now)
            state.visit.page = .figure(1)
            #expect(text(state).contains("371份的38.8%（推算）。"), "\(size)")
        }
    }
}
