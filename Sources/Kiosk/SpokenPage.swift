import Indicators
import Wording

/// What is read aloud of a page of text: whom to ask, or what is being done.
extension SpokenText {
    /// A page of text: its heading, then its lines, each a sentence.
    init(_ page: [KioskText.Line], heading: String, code: String, _ wording: Wording) {
        language = wording.language
        indicator = code
        let isChinese = language == .zh
        let sentences = ([heading] + page.map { $0.spoken ?? $0.text }).map { line in
            String(line.reversed().drop { "。. ".contains($0) }.reversed())
        }.filter { !$0.isEmpty }
        let all = Self.times(sentences.joined(separator: isChinese ? "。" : ". "), language)
        text = Self.mark(wording) + (isChinese ? Self.inWords(all) + "。" : all + ".")
    }

    /// A telephone number digit by digit, with a pause between its groups; in Chinese 1 is 幺.
    static func telephone(_ number: String, _ language: Language) -> String {
        number.split { !($0.isASCII && $0.isNumber) }.map { group in
            let digits = group.compactMap(\.wholeNumberValue)
            return language == .zh
                ? Numerals.spelled(digits).replacing("一", with: "幺")
                : digits.compactMap { Numerals.english("\($0)") }.joined(separator: " ")
        }.joined(separator: language == .zh ? "，" : ", ")
    }

    /// A text with every run of three or more digits read as a telephone number.
    static func withTelephones(_ text: String, _ language: Language) -> String {
        text.replacing(/[0-9][0-9 \-]+[0-9]/) { telephone(String($0.output), language) }
    }

    /// 9:00 is 九点, nine o'clock; 14:05 is 十四点零五分, fourteen oh five.
    private static func times(_ text: String, _ language: Language) -> String {
        text.replacing(/([0-9]{1,2}):([0-9]{2})/) { match in
            let hour = String(match.output.1), minute = String(match.output.2)
            let isFull = minute == "00", isEarly = minute.first == "0"
            if language == .zh {
                let hourWord = hour == "2" ? "两" : Numerals.chinese(hour) ?? hour
                return hourWord + "点"
                    + (isFull ? "" : (isEarly ? "零" : "") + (Numerals.chinese(minute) ?? minute) + "分")
            }
            return (Numerals.english(hour) ?? hour)
                + (isFull ? " o'clock" : (isEarly ? " oh " : " ") + (Numerals.english(minute) ?? minute))
        }
    }
}
