import Indicators
import Testing

@testable import Databases

struct NewestFiguresTests {
    @Test func aWishIsAParameterWhateverItsCodesHold() {
        let hostile = SeriesWish(indicator: #"a"],["b\"#, area: "'; DROP TABLE x; --")
        #expect(NewestFigures.json([hostile]) == #"[["a\"],[\"b\\","'; DROP TABLE x; --",null]]"#)
        #expect(
            NewestFigures.json([SeriesWish(indicator: "a", area: "1", since: 2025)]) == #"[["a","1","2025-01-01"]]"#)
        #expect(NewestFigures.json([SeriesWish(indicator: "a", area: "1", since: 12)]) == #"[["a","1",null]]"#)
        #expect(NewestFigures.json([]) == "[]")
    }

    @Test func controlCharactersAreWrittenAsJSONHasThem() {
        #expect(
            NewestFigures.json([SeriesWish(indicator: "a\tb\u{1}", area: "1\r\n")]) == #"[["a\tb\u0001","1\r\n",null]]"#
        )
    }

    @Test func anyLimitCanBeAskedFor() {
        #expect(NewestFigures.countsMore(than: .max).contains("OFFSET 9223372036854775807"))
        #expect(NewestFigures.countsMore(than: -5).contains("OFFSET 0"))
    }
}
