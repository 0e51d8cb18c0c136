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
        // A sentence that ends with a.m. has its full stop.
        let english = (all + ".").replacing(".m..", with: ".m.")
        text =
            Self.mark(wording)
            + (isChinese ? SpokenNumbers.chinese(Self.withChineseDates(all)) + "。" : SpokenNumbers.english(english))
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

    /// A text with its times in words and every telephone number, a run of five or more digits, digit by digit. Dates
    /// are not telephone numbers.
    static func withTelephones(_ text: String, _ language: Language) -> String {
        let dateOrNumber =
            /([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])|[0-9]+(?:[ \-]+(?![0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))[0-9]+)*/
        return times(text, language).replacing(dateOrNumber) { match in
            let run = String(match.output.0)
            let isTelephone = match.output.1 == nil && run.count(where: \.isNumber) >= 5
            return isTelephone ? telephone(run, language) : run
        }
    }

    /// 14:05 is 十四点零五分, two oh five p.m.; a stroke between two times is 到, to.
    private static func times(_ text: String, _ language: Language) -> String {
        let time = /([0-9]+)[:：]([0-9]+)( *[\-~～–—] *(?=[0-9]{1,2}[:：][0-9]{2}(?![0-9])))?/
        return text.replacing(time) { match in
            let hour = String(match.output.1), minute = String(match.output.2)
            guard hour.count <= 2, minute.count == 2, let hours = Int(hour), let minutes = Int(minute), hours <= 24,
                minutes < 60
            else { return String(match.output.0) }
            let joint = match.output.3 == nil ? "" : language == .zh ? "到" : " to "
            return (language == .zh ? chinese(hours, minutes) : english(hours, minutes)) + joint
        }
    }

    private static func chinese(_ hours: Int, _ minutes: Int) -> String {
        let hour = hours == 2 ? "两" : Numerals.chinese("\(hours)") ?? ""
        guard minutes > 0 else { return hour + "点" }
        return hour + "点" + (minutes < 10 ? "零" : "") + (Numerals.chinese("\(minutes)") ?? "") + "分"
    }

    private static func english(_ hours: Int, _ minutes: Int) -> String {
        if minutes == 0, hours == 12 { return "noon" }
        if minutes == 0, hours % 24 == 0 { return "midnight" }
        let hour = Numerals.english("\((hours + 11) % 12 + 1)") ?? "", minute = Numerals.english("\(minutes)") ?? ""
        return hour + (minutes == 0 ? "" : minutes < 10 ? " oh " + minute : " " + minute)
            + (hours % 24 < 12 ? " a.m." : " p.m.")
    }

    /// 2026-11-29 is read as 2026年11月29日.
    static func withChineseDates(_ text: String) -> String {
        text.replacing(/([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])/) {
            "\($0.output.1)年\($0.output.2)月\($0.output.3)日"
        }
    }
}
