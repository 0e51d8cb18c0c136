import Testing

@testable import Publishing

@Suite struct SplitPathTests {
    @Test(arguments: [
        ("city", "city", ".", "city"), ("/srv/city//", "/srv/city", "/srv", "city"), ("/", "/", "/", ""),
        ("/city", "/city", "/", "city"), ("数据/市屏/", "数据/市屏", "数据", "市屏"), ("", "", ".", ""),
        // A combining mark after the slash, and a family of emoji.
        ("a/\u{308}b", "a/\u{308}b", "a", "\u{308}b"), ("😀/👨‍👩‍👧‍👦", "😀/👨‍👩‍👧‍👦", "😀", "👨‍👩‍👧‍👦"),
    ])
    func partsAtTheLastSlash(_ path: String, _ whole: String, _ folder: String, _ name: String) {
        let split = SplitPath(path)
        #expect(Array(split.whole.utf8) == Array(whole.utf8))
        #expect(Array(split.folder.utf8) == Array(folder.utf8))
        #expect(Array(split.name.utf8) == Array(name.utf8))
    }

    @Test func namesAreComparedByBytes() {
        #expect("市屏.generations/000012".bytes(after: "市屏.generations/") == "000012")
        #expect("caf\u{E9}/1".bytes(after: "cafe\u{301}/") == nil, "two names on disk")
        #expect("a".bytes(after: "ab") == nil)
    }
}
