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
        // A row of size=32 has 32 * 4/3 * 1.448 pixels.
        #expect(KioskLetters.points(rows: 18) == 32 && 1_080 / (32 * 4 / 3.0 * 1.448) < 18)
    }

    @Test func aScreenThatIsTooSmallForAnyKiosk() {
        let mend = KioskLetters(inches: 10.1).finding(Size(columns: 40, rows: 12)).mend?.en ?? ""
        #expect(mend.contains("12, have 5.3 mm, to be read from 43 cm") && !mend.contains("at most"), "\(mend)")
    }
}
