import Testing

@testable import Commands

@Suite struct TypedCommandTests {
    @Test(arguments: [
        ("city", "city"), ("/srv/市屏/city-1.2", "/srv/市屏/city-1.2"), ("@example", "@example"), ("", "''"),
        ("民 生/市 屏", "'民 生/市 屏'"), ("市\u{3000}屏", "'市\u{3000}屏'"), ("a'b", #"'a'\''b'"#), ("$HOME", "'$HOME'"),
        ("~", "'~'"), ("“引号”", "'“引号”'"), ("notes/甲 乙", "'notes/甲 乙'"),
    ])
    func anArgumentIsReadBackAsItWas(_ argument: String, _ expected: String) {
        #expect(TypedCommand.quoted(argument) == expected)
    }

    @Test func aCommandIsTypedAsItIsPrinted() {
        #expect(TypedCommand.minsheng("diff", "市 屏", "work") == "minsheng diff '市 屏' work")
    }
}
