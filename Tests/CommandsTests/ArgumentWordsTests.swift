import ArgumentParser
import Testing

@testable import Commands

@Suite struct ArgumentWordsTests {
    /// What the parser itself says, so that another version of it which says it otherwise is noticed.
    @Test(arguments: [
        (["check", "--nonsense"], "没有选项 --nonsense"), (["check", "a", "b"], "多了参数 b"),
        (["publish"], "缺少参数"), (["check", "--format"], "后面缺少值"), (["check", "--format", "x"], "不接受 x"),
        (["diff", "a"], "缺少参数"),
    ])
    func everyMistakeIsSaidInBothLanguages(_ arguments: [String], _ said: String) throws {
        do {
            _ = try Minsheng.parseAsRoot(arguments)
            Issue.record("\(arguments) is accepted")
        } catch {
            let message = Minsheng.message(for: error)
            #expect(ArgumentWords.chinese(message)?.contains(said) == true, "\(message)")
        }
    }

    @Test func aSentenceOfOurOwnStaysAsItIs() {
        #expect(ArgumentWords.chinese("--reason：请写明原因。--reason: say why.") == nil)
    }
}
