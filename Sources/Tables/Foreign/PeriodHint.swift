import Indicators

/// Advice on a period whose year is written and that is not read all the same.
enum PeriodHint {
    /// - Parameter text: the period in half width.
    static func of(_ text: String) -> LocalizedText? {
        if text.contains("旬") {
            return LocalizedText(
                zh: "旬是一个月的一部分：写出首日和末日，如 2022-11-01/2022-11-10",
                en: "旬 is a part of a month: write its first and last day, such as 2022-11-01/2022-11-10")
        }
        if Heading.numbersWeek(text) {
            return LocalizedText(
                zh: "周写成 2022-W05，或写这一周的首日和末日", en: "write a week like 2022-W05, or its first and last day")
        }
        let runs = text.split { !($0.isASCII && $0.isNumber) }
        guard text.contains(where: { "年月季".contains($0) }), runs.contains(where: { $0.utf8.count == 4 }) else {
            return nil
        }
        return LocalizedText(
            zh: "写成 2022、2022-11、2022-Q3 或 2022-01-01/P11M(1 至 11 月)，不带别的字",
            en: "write 2022, 2022-11, 2022-Q3 or 2022-01-01/P11M (January to November) and no other words")
    }
}
