import Testing

@testable import Commands

@Suite struct NamedCharsetTests {
    @Test(
        arguments: [
            ("zh_CN.GBK", "GBK"), ("zh_CN.GB18030@variant", "GB18030"), ("en_US.ISO-8859-1", "ISO-8859-1"),
            ("zh_CN.UTF-8", nil), ("zh_CN.utf8", nil), ("C", nil), ("POSIX", nil), ("zh_CN", nil), ("", nil),
            ("C.", nil),
        ] as [(String, String?)])
    func isNamedUnlessItIsUTF8(_ locale: String, _ charset: String?) { #expect(NamedCharset.of(locale) == charset) }
}
