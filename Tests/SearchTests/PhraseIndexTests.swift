import Testing

@testable import Search

@Suite struct PhraseIndexTests {
    private let index = PhraseIndex([
        ["换成英文", "Language"], ["来源", "Source"], ["主题", "Theme"], ["排序", "Order", "Sort by gap"],
    ])

    @Test(arguments: [
        ("英文", [0]), ("lang", [0]), ("laiyuan", [1]), ("ly", [1]), ("zhuti", [2]), ("sort", [3]), ("SOURCE", [1]),
        ("", [0, 1, 2, 3]), ("xyz", []),
    ])
    func findsByChineseEnglishPinyinAndInitials(_ query: String, _ indices: [Int]) {
        #expect(index.indices(matching: query) == indices)
    }

    @Test func aNameThatBeginsWithTheQueryComesFirst() {
        let index = PhraseIndex([["Sort by source", ""], ["Source", ""]])
        #expect(index.indices(matching: "source") == [1, 0])
    }
}
