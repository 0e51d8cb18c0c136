import Cells
import Indicators
import TestSupport
import Testing

@testable import Wording

/// The example city: judgements, changes, computed figures and absences as they are worded.
@Suite struct JudgementTextTests {
    private func wording(_ language: Language = .zh, _ signs: Signs = .unicode) -> Wording {
        Wording(Sample.example, WordingOptions(language: language, signs: signs))
    }

    private func judged(_ code: String, _ wording: Wording, short: Bool = false) throws -> String {
        let indicator = try #require(wording.catalogue.indicator(code))
        let judgement = wording.catalogue.judgement(of: indicator, wording.catalogue.headlineObservation(of: code))
        return JudgementText.phrase(judgement, wording, short: short).text
    }

    @Test func ahead() throws {
        #expect(try judged("new-urban-jobs", wording()) == "● 超序时 34.7 个百分点")
        #expect(try judged("new-urban-jobs", wording(.en)) == "● Ahead 34.7 points")
        #expect(try judged("new-urban-jobs", wording(.zh, .ascii)) == "* 超序时 34.7 个百分点")
        #expect(try judged("new-urban-jobs", wording(), short: true) == "● 超序时")
    }

    @Test func targetCompletionAndTimeGone() throws {
        let wording = wording()
        let indicator = try #require(wording.catalogue.indicator("new-urban-jobs"))
        let judgement = wording.catalogue.judgement(
            of: indicator, wording.catalogue.headlineObservation(of: indicator.code))
        #expect(
            JudgementText.figures(judgement, indicator, wording).map(\.text) == [
                "2026年 19,000 人", "完成 126.3%  时间进度 91.7%  差值 +34.7百分点",
            ])
        #expect(
            JudgementText.rule(judgement, wording).contains("±5个百分点")
                && JudgementText.rule(judgement, wording).contains("0.1"))
    }
}

@Suite struct ComputedTextTests {
    private func value(_ low: String, _ qualifier: Qualifier, _ high: String? = nil) throws -> QualifiedValue {
        func ratio(_ text: String) throws -> ExactRatio {
            let number = try #require(DecimalNumber(text))
            return try #require(ExactRatio(number))
        }
        return QualifiedValue(low: try ratio(low), high: try high.map(ratio), qualifier: qualifier)
    }

    @Test(
        arguments: [
            ("1234.56", Qualifier.exact, nil, "1,234.6人", "1,234.6 people"),
            ("49.04", .approxAbove, nil, "49.0余人", "over 49.0 people"),
            ("99.27", .approxBelow, nil, "近99.3人", "nearly 99.3 people"),
            ("5", .approx, nil, "约5.0人", "about 5.0 people"),
            ("4", .range, "5", "4.0–5.0人", "4.0–5.0 people"), ("4", .approx, "5", "约4.0–5.0人", "about 4.0–5.0 people"),
            ("-0.05", .exact, nil, "−0.1人", "−0.1 people"),
        ] as [(String, Qualifier, String?, String, String)])
    func aComputedValueKeepsItsQualifier(
        _ low: String, _ qualifier: Qualifier, _ high: String?, _ zh: String, _ en: String
    ) throws {
        let unit = Unit(chinese: "人", english: "person|people")
        let value = try value(low, qualifier, high)
        #expect(ComputedText.parts(value, decimals: 1, unit: unit, language: .zh)?.text == zh)
        #expect(ComputedText.parts(value, decimals: 1, unit: unit, language: .en)?.text == en)
    }

    @Test func percentagesAndPoints() throws {
        #expect(ComputedText.percent(try value("1.26326", .exact), .zh) == "126.3%")
        #expect(ComputedText.percent(try value("1.0417", .approxBelow), .zh) == "近104.2%")
        #expect(ComputedText.points(try value("0.34659", .exact).low, Words.in(.zh)) == "+34.7百分点")
        #expect(ComputedText.points(try value("-0.017", .exact).low, Words.in(.en)) == "−1.7 points")
        #expect(ComputedText.points(.zero, Words.in(.zh)) == "0.0百分点")
    }
}
