import Testing

@testable import Workbooks

/// Numbers and dates as workbooks store and show them.
@Suite struct NumberFormatTests {
    private func shown(_ text: String, _ code: String, is1904: Bool = false) -> String {
        switch NumberFormat(code).shown(Array(text.utf8), is1904: is1904) {
        case .number(let bytes): String(decoding: bytes, as: UTF8.self)
        case .date(let text): "d " + text
        case nil: "none"
        }
    }

    @Test(arguments: [
        ("12", "12"), ("0.1234", "0.1234"), ("-0.50", "-0.50"), ("1.1000000000000001", "1.1"),
        ("0.30000000000000004", "0.3"),
        ("1E+3", "1000"), ("1.5E-3", "0.0015"), ("99999999999999995", "100000000000000000"), ("0", "0"), ("-0", "0"),
        ("0.00", "0.00"),
        ("+7", "7"), ("123456789012345678", "123456789012346000"),
    ])
    func aNumberIsWrittenInPlainDigits(_ stored: String, _ plain: String) { #expect(shown(stored, "General") == plain) }

    @Test(arguments: ["", "-", "1.2.3", "1e", "1E999", "abc", "1 2", ".", "0x10"])
    func whatIsNoNumber(_ text: String) { #expect(shown(text, "General") == "none") }

    @Test(arguments: [
        ("0.1234", "0.00%", "12.34%"), ("0.1234", "0%", "12.34%"), ("-0.005", "0.0%;[Red]-0.0%", "-0.5%"),
        ("1", "0%", "100%"),
        ("0.071", "0.0%", "7.1%"), ("0.07100000000000001", "0.0%", "7.1%"),
        // Commas behind the digits divide by a thousand, as the number is shown.
        ("1234567", "#,##0,", "1234.567千"), ("1234567", "0.0,,", "1.234567百万"), ("1234567", "#,##0", "1234567"),
        ("1234567", "#,##0,.0", "1234.567千"), ("1234567", "#,##0,\"千元\"", "1234.567千元"),
        ("1234567", "#,##0,\"元\"", "1234.567千元"), ("1234567", "0.0,,\"M\"", "1.234567M"),
        ("-1234", "#,##0,_);(#,##0,)", "-1.234千"),
        // What is said of the figure.
        ("13", "0\"人(快报)\"", "13人(快报)"), ("13", "\"约\"0\"人\"", "约13人"), ("13", "0\"（预计）\"", "13（预计）"),
        ("13", "0\"(人)\"", "13"), ("13", "\"第\"0\"名\"", "13名"),
        // Words behind the digits are the unit.
        ("3.85", "0.00\"亿元\"", "3.85亿元"), ("12", "0人", "12人"), ("12345", "0!.0,\"万\"", "1.2345万"),
        ("12345", "0\\.0,\"万\"", "1.2345万"), ("2022", "0\"年\"", "2022年"),
        // A currency sign and brackets are not.
        ("12", "\"¥\"#,##0.00", "12"), ("12", "#,##0.00 [$€-407]", "12"), ("-12", "#,##0_);(#,##0)", "-12"),
        ("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0"),
        ("7", "000", "007"), ("7", "0.00E+00", "7"), ("7", "@", "7"),
        ("250000000", "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0", "2.5亿"),
        ("25000", "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0", "2.5万"),
        ("250", "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0", "250"),
    ])
    func aFormatChangesWhatIsMeant(_ stored: String, _ code: String, _ meant: String) {
        #expect(shown(stored, code) == meant)
    }

    @Test(arguments: [
        ("44866", "yyyy/m/d", "d 2022-11-01"), ("44866", "yyyy\"年\"m\"月\"", "d 2022-11"),
        ("44866", "mmm-yy", "d 2022-11"),
        ("44866", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "d 2022-11-01"), ("44866", "yyyy", "d 2022"),
        ("44866", "m\"月\"d\"日\"", "d 2022-11-01"),
        ("44866.5", "yyyy/m/d h:mm", "d 2022-11-01 12:00:00"), ("44866", "yyyy/m/d h:mm", "d 2022-11-01"),
        ("44866.75", "yyyy/m/d", "d 2022-11-01"), ("0.25", "h:mm", "d 06:00:00"), ("1.25", "[h]:mm:ss", "d 30:00:00"),
        ("0.99999999", "h:mm:ss", "d 24:00:00"),
        ("60", "yyyy-mm-dd", "d 1900-02-29"), ("59", "yyyy-mm-dd", "d 1900-02-28"),
        ("61", "yyyy-mm-dd", "d 1900-03-01"),
        ("1", "yyyy-mm-dd", "d 1900-01-01"), ("2958465", "yyyy-mm-dd", "d 9999-12-31"),
        ("2958466", "yyyy-mm-dd", "2958466"),
        ("-1", "yyyy-mm-dd", "-1"), ("45.5", "mm:ss.0", "d 1092:00:00"), ("3", "General", "3"), ("3", "G/通用格式", "3"),
    ])
    func aSerialNumberIsADay(_ stored: String, _ code: String, _ text: String) { #expect(shown(stored, code) == text) }

    @Test func daysFrom1904() {
        #expect(shown("0", "yyyy-mm-dd", is1904: true) == "d 1904-01-01")
        #expect(shown("43404", "yyyy-mm-dd", is1904: true) == "d 2022-11-01")
    }

    @Test func everyDayIsTheNextOne() throws {
        var month = 1, day = 1, year = 1904
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for serial in 1462..<80_000 {
            let number = try #require(DecimalText(Array("\(serial)".utf8)))
            let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            #expect(SerialDate.text(number, .day, is1904: false) == text)
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test func numbersKnownByTheirNumber() {
        func built(_ number: Int, _ text: String) -> NumberFormat.Shown? {
            NumberFormat(builtIn: number).shown(Array(text.utf8), is1904: false)
        }
        if case .date(let text) = built(57, "44866") {
            #expect(text == "2022-11")
        } else {
            Issue.record("57 is a month")
        }
        if case .date(let text) = built(14, "44866") {
            #expect(text == "2022-11-01")
        } else {
            Issue.record("14 is a day")
        }
        if case .number(let bytes) = built(10, "0.5") {
            #expect(bytes == Array("50%".utf8))
        } else {
            Issue.record("10 is %")
        }
        if case .number(let bytes) = built(4, "1234.5") {
            #expect(bytes == Array("1234.5".utf8))
        } else {
            Issue.record("4")
        }
    }

    @Test(arguments: [("A1", 0, 0), ("B7", 6, 1), ("$B$7", 6, 1), ("XFD1048576", 1_048_575, 16_383), ("aa10", 9, 26)])
    func cells(_ text: String, _ row: Int, _ column: Int) throws {
        let place = try #require(CellPlace.read(text.utf8))
        #expect(place == (row, column))
        if !text.contains("$") { #expect(CellPlace.text(row: row, column: column) == text.uppercased()) }
    }

    @Test(arguments: ["", "A", "7", "A0", "XFE1", "A1048577", "1A", "A1B", "A99999999999999999999", "ÄA1"])
    func noCells(_ text: String) { #expect(CellPlace.read(text.utf8) == nil) }

    @Test func lettersOfColumns() {
        #expect(
            [0, 25, 26, 51, 52, 701, 702, 16_383].map(CellPlace.letters) == [
                "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
            ])
    }
}
