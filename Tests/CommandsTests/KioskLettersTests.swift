import Cells
import Testing

@testable import Commands

@Suite struct KioskLettersTests {
    @Test func theLettersOfA21InchScreen() {
        let letters = KioskLetters(inches: 21.5)
        #expect((267...269).contains(letters.millimetres))
        #expect((5.5...5.8).contains(letters.capital(rows: 24)) && (2.2...2.4).contains(letters.capital(rows: 60)))
        #expect(letters.mostRows(KioskLetters.wanted) == 18)
        #expect(letters.finding(Size(columns: 60, rows: 18)).mend == nil)
        #expect(letters.finding(Size(columns: 80, rows: 24)).mend?.en.contains("at most 18 rows") == true)
    }
}
