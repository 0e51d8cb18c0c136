import Indicators
import TestSupport
import Testing

@testable import Tables

/// Cells as people and spreadsheets write them.
@Suite struct CellValueTests {
    struct Written: Sendable {
        let text: String, meaning: String
        init(_ text: String, _ meaning: String) { (self.text, self.meaning) = (text, meaning) }
    }

    /// `value…high eMultiplier qualifier [unit] exponent`, a status, or `?`.
    private func meaning(_ text: String, comma: Bool = false) -> String {
        switch CellNumber.read(text, hasDecimalComma: comma) {
        case .absent(let status): return status.code
        case .unreadable: return "?"
        case .number(let number):
            var result = number.value.description
            if let high = number.high { result += "…\(high)" }
            if number.multiplier != 0 { result += " e\(number.multiplier)" }
            if number.qualifier != .exact { result += " \(number.qualifier.code)" }
            if !number.unit.isEmpty { result += " [\(number.unit)]" }
            return result + (number.hasExponent ? " exponent" : "")
        }
    }

    @Test(arguments: [
        Written("24002", "24002"), Written("-3", "-3"), Written("+3.50", "3.50"), Written("−3", "-3"),
        Written(" 7 ", "7"), Written("7\t", "7"), Written("\u{3000}7\u{A0}", "7"),
        Written(".5", "0.5"), Written("5.", "?"), Written("-", "O"), Written("--1", "?"), Written("1 2", "?"),
        Written("1.2.3", "?"), Written("", "O"),
        Written("1,234", "1234"), Written("1,234,567.89", "1234567.89"), Written("12,34", "?"),
        Written("1234,567", "?"), Written(",123", "?"), Written("1,23", "?"), Written("1,,234", "?"),
        Written("１２３", "123"), Written("１，２３４．５", "1234.5"), Written("－３", "-3"), Written("１２．５％", "12.5 [%]"),
        Written("3.85亿元", "3.85 e8 [元]"), Written("2.4万", "2.4 e4"), Written("2万亿元", "2 e12 [元]"),
        Written("5千人", "5 e3 [人]"), Written("1.2百万", "1.2 e6"),
        Written("近500人", "500 approx_below [人]"), Written("约3.5万人", "3.5 e4 approx [人]"),
        Written("超过100", "100 approx_above"), Written("500余人", "500 approx_above [人]"),
        Written("3万多人", "3 e4 approx_above [人]"), Written("3万人以上", "3 e4 approx_above [人]"),
        Written("5个左右", "5 approx [个]"), Written("不足10%", "10 approx_below [%]"),
        Written("近500多", "?"), Written("40-50", "40…50 range"), Written("40万至50万", "40…50 e4 range"),
        Written("40至50万吨", "40…50 e4 range [吨]"), Written("40~50%", "40…50 range [%]"),
        Written("50-40", "?"), Written("40万吨至50亿吨", "?"), Written("40元至50吨", "?"), Written("约40-50", "?"),
        Written("40-50-60", "?"),
        Written("1.5E+17", "150000000000000000 exponent"), Written("1e3", "1000 exponent"),
        Written("1.45E+08", "145000000 exponent"), Written("2E-3", "0.002 exponent"), Written("1e999", "?"),
        Written("0800777777777E7", "?"), Written("1E18", "?"), Written("1E17", "100000000000000000 exponent"),
        Written("1e-999", "?"), Written("1E+", "?"), Written("123456789012345678", "123456789012345678"),
        Written("1234567890123456789", "?"), Written("99999999999999999999999", "?"),
        Written("9999999999999999999", "?"), Written("-9999999999999999999", "?"), Written("99999999999999999999", "?"),
        Written("NaN", "O"), Written("#N/A", "O"), Written("—", "O"), Written("…", "O"), Written("..", "O"),
        Written(":", "O"), Written("/", "O"), Written("未报", "O"), Written("不适用", "M"),
        Written("保密", "Q"), Written("未采集", "L"), Written("#REF!", "?"), Written("#DIV/0!", "?"), Written("=A1", "?"),
        Written("(123)", "?"), Written("（123）", "?"),
        Written("Infinity", "?"), Written("INF", "?"), Written("nan", "O"), Written("x", "?"), Written("1x2", "?"),
        Written("12 345", "?"), Written("0x10", "?"), Written("$5", "5 [$]"), Written("¥5", "5 [¥]"),
        Written("０", "0"), Written("007", "7"), Written("-0", "0"), Written("1\n2", "?"), Written("٣", "?"),
    ])
    func cells(_ written: Written) {
        keepSeed("cells", Array(written.text.utf8))
        #expect(meaning(written.text) == written.meaning, "\(written.text)")
    }

    @Test(arguments: [
        Written("12,4", "12.4"), Written("-0,05", "-0.05"), Written("1.5", "1.5"), Written("1.234,5", "?"),
        Written("1,2,3", "?"), Written("1,5E+3", "1500 exponent"), Written("7", "7"),
    ])
    func decimalCommas(_ written: Written) {
        #expect(meaning(written.text, comma: true) == written.meaning, "\(written.text)")
    }

    @Test(arguments: [
        Written("2022", "2022"), Written("2022年", "2022"), Written("２０２２年", "2022"), Written("2022年度", "2022"),
        Written("2022年末", "2022"), Written("2022全年", "?"), Written("2022-11", "2022-11"),
        Written("2022年11月", "2022-11"), Written("2022年11月份", "2022-11"), Written("2022年1-11月", "2022-01-01/P11M"),
        Written("2022年1月至11月", "2022-01-01/P11M"), Written("2022年1—11月", "2022-01-01/P11M"),
        Written("2022年11-1月", "?"), Written("2022年13月", "?"), Written("2022年11月30日", "2022-11-30"),
        Written("2022年2月30日", "?"), Written("2022年第三季度", "2022-Q3"), Written("2022年三季度", "2022-Q3"),
        Written("2022年3季度", "2022-Q3"), Written("2022年前三季度", "2022-01-01/P9M"), Written("2022年上半年", "2022-S1"),
        Written("2022年下半年", "2022-S2"),
        Written("2000 Q1", "2000-Q1"), Written("2000Q4", "2000-Q4"), Written("2000 Q5", "?"),
        Written("2022.11", "2022-11"), Written("2022.1", "2022-01"), Written("2022.11.30", "2022-11-30"),
        Written("2022-1", "2022-01"),
        Written("2022M08", "2022-08"), Written("2022-M08", "2022-M08"), Written("2022/11", "2022-11"),
        Written("2022/11/1", "2022-11-01 slashed"), Written("2022/02/30", "?"), Written("2020/21", "2020/2021"),
        Written("2020/2021", "2020/2021"), Written("2020/2022", "2020/2022"), Written("1999/00", "1999/2000"),
        Written("2008/09", "?"), Written("2002/03-2007/08", "2002/2008"), Written("2007/08-2002/03", "?"),
        Written("Nov-22", "?"), Written("22/11", "?"), Written("2022-13", "?"), Written("22", "?"),
        Written("02022", "?"), Written("2022-11-31", "?"), Written("2023-02-29", "?"),
        Written("2024-02-29", "2024-02-29"),
        Written("2022-01-01/P11M", "2022-01-01/P11M"), Written("2022-01/2022-11", "2022-01/2022-11"),
        Written("2022-S1", "2022-S1"), Written("2020-W53", "2020-W53"), Written("2022-W53", "?"),
        Written("2022-W54", "?"), Written("2022-A1", "2022-A1"),
        Written(" 2022 ", "2022"), Written("2022\t", "2022"), Written("", "?"), Written("合计", "?"),
        Written("0000", "?"), Written("2022-01-01/P0M", "?"), Written("2022-01-01/P99999999999999999999M", "?"),
        Written("2021-D366", "?"), Written("2020-D366", "2020-D366"), Written("2023-W53", "?"),
    ])
    func periods(_ written: Written) {
        keepSeed("cells", Array(written.text.utf8))
        let reading = PeriodReading.read(written.text)
        let meaning = reading.map { $0.period.text + ($0.isSlashedDay ? " slashed" : "") } ?? "?"
        #expect(meaning == written.meaning, "\(written.text)")
    }

    @Test func yearsAreToldFromOtherNumbers() {
        #expect(
            PeriodReading.read("1234", years: PeriodReading.years) == nil
                && PeriodReading.read("2022", years: PeriodReading.years) != nil)
        #expect(
            PeriodReading.read("24002", years: PeriodReading.years) == nil
                && PeriodReading.read("3000-01", years: PeriodReading.years) == nil)
    }

    @Test func traitsHoldEverything() {
        #expect(ObservationTraits.statusCount == ObservationStatus.allCases.count)
        #expect(ObservationTraits.qualifierCount == Qualifier.allCases.count)
        for scale in [nil] + (0...18).map(Optional.init) {
            for (status, one) in ObservationStatus.allCases.enumerated() {
                for (qualifier, other) in Qualifier.allCases.enumerated() {
                    for multiplier in 0...12 {
                        let traits = ObservationTraits(
                            packed: ObservationTraits(
                                scale: scale, status: status, qualifier: qualifier, multiplier: multiplier
                            ).packed)
                        guard traits.scale == scale, traits.status == one, traits.qualifier == other,
                            traits.multiplier == multiplier
                        else {
                            Issue.record("\(String(describing: scale)) \(one) \(other) \(multiplier)")
                            return
                        }
                    }
                }
            }
        }
    }

    /// The quick reading of a number is the same as the careful one wherever it reads at all.
    @Test func plainNumbersAreDecimalNumbers() {
        var random = SeededGenerator(seed: 7)
        let signs = Array("0123456789.-+,eE x".utf8)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...22, using: &random)).map { _ in
                signs[Int.random(in: 0..<(Bool.random(using: &random) ? 10 : signs.count), using: &random)]
            }
            let quick = text.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.flatMap { PlainNumber($0, 0..<text.count, point: UInt8(ascii: ".")) }
            }
            guard let quick else { continue }
            let careful = DecimalNumber(String(decoding: text, as: UTF8.self))
            #expect(careful == DecimalNumber(significand: quick.significand, scale: quick.scale))
        }
    }
}
