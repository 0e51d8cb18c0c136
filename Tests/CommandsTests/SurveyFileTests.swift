import Indicators
import Kiosk
import Testing

@testable import Commands

/// survey.csv, as its author writes it.
@Suite struct SurveyFileTests {
    private let head = "question,kind,choice,zh,en\n"

    private func read(_ text: String) -> Result<Survey, SurveyFault> { SurveyFile.parse(Array(text.utf8)) }

    private func fault(_ rows: String) -> LocalizedText? {
        if case .failure(let fault) = read(head + rows) { fault.text } else { nil }
    }

    @Test func questionsOfEachKind() throws {
        let survey = try read(
            head + "a,grades,,满意吗？,Satisfied?\nb,one,,多久？,\"How long, today?\"\nb,,1,短,Short\nb,,2,长,Long\n"
                + "c,several,,哪些？,Which?\nc,,x,一,One\nc,,y,二,Two\n"
        ).get()
        #expect(survey.questions.map(\.code) == ["a", "b", "c"])
        #expect(survey.questions[0].choices == Survey.grades && survey.questions[0].kind == .one)
        #expect(survey.questions[1].text.en == "How long, today?")
        #expect(survey.questions[1].choices.map(\.code) == ["1", "2"])
        #expect(survey.questions[2].kind == .several)
    }

    @Test func theVersionChangesWithEveryLetter() throws {
        let one = try read(head + "a,grades,,满意吗？,Satisfied?\n").get()
        let other = try read(head + "a,grades,,满意吗?,Satisfied?\n").get()
        #expect(one.version != other.version && one.version.count == 16)
    }

    @Test func everyMistakeNamesItsLine() {
        let choices = "a,one,,问,Q\na,,1,一,One\na,,2,二,Two\n"
        #expect(fault("") != nil)
        #expect(fault("a,grades,,问\n")?.zh == "survey.csv 第 2 行：应有 5 格，实有 4 格")
        #expect(fault("a,grade,,问,Q\n")?.en == "survey.csv line 2: kind is to be one, several or grades")
        #expect(fault(choices + "b,,1,一,One\n")?.zh.contains("第 5 行：选项要写在它的问题下面") == true)
        #expect(fault(choices + "a,,2,三,Three\n")?.zh.contains("第 5 行") == true)
        #expect(fault(choices + "a,grades,,问,Q\n")?.zh.contains("写了两次") == true)
        #expect(fault("a,grades,,,Q\n")?.zh.contains("不能空") == true)
        // At the line of the question, not at the end of the file.
        #expect(
            fault("b,grades,,评,Grade\na,one,,问,Q\na,,1,一,One\n")?.zh
                == "survey.csv 第 3 行：问题 a 至少要有两个选项")
        let long = String(repeating: "长", count: 17)
        #expect(fault("a,one,,问,Q\na,,1,\(long),One\n")?.zh.contains("第 3 行：太长：最多 16 个汉字") == true)
        #expect(fault((1...11).map { "q\($0),grades,,问,Q\n" }.joined())?.zh.contains("现有 11 个") == true)
        guard case .failure = read("question,choice\n") else { return #expect(Bool(false)) }
    }

    @Test(arguments: ["a", "a-b", "2", "a-2-c"])
    func codesOfSmallLettersAndDigits(_ code: String) {
        #expect(fault("\(code),grades,,问,Q\n") == nil)
        #expect(fault("q,one,,问,Q\nq,,\(code),一,One\nq,,z,二,Two\n") == nil)
    }

    @Test(arguments: ["A", "a_b", "a--b", "-a", "a-", "-", "a b", "问"])
    func otherCodesAreRefused(_ code: String) {
        #expect(fault("\(code),grades,,问,Q\n")?.en.contains("line 2: the code \(code) is to be") == true)
        #expect(fault("q,one,,问,Q\nq,,\(code),一,One\n")?.zh.contains("第 3 行：代码 \(code) 只能是") == true)
    }

    @Test func theSummaryHasEveryChoiceOfThePresentQuestionsAndOldOnesByCode() throws {
        let survey = try read(head + "a,one,,问,Q\na,,1,一,\"One, only\"\na,,2,二,Two\n").get()
        let tallies = [
            SurveyTallies.Tally(version: "0ld", question: "z", choice: "9", count: 4, sheets: 4),
            SurveyTallies.Tally(version: survey.version, question: "a", choice: "1", count: 3, sheets: 3),
        ]
        #expect(
            SurveySummary.text(tallies, survey, .csv) == """
                version,question,choice,zh,en,n,sheets
                \(survey.version),a,1,一,"One, only",3,3
                \(survey.version),a,2,二,Two,0,3
                0ld,z,9,,,4,4

                """)
        #expect(SurveySummary.text(tallies, nil, .json).hasPrefix("[{\"version\": \"0ld\", \"question\": \"z\""))
    }
}
