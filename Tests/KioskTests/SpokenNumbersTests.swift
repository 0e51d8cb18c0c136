import Testing

@testable import Kiosk

/// Numbers within running text, as a voice says them.
@Suite struct SpokenNumbersTests {
    @Test(
        arguments: [
            ("比 2025 年同期多 8,179件（+9.1%）。", "比二零二五年同期多八千一百七十九件（增长百分之九点一）。"),
            ("比 2025 年少 1,200,000元（−64%）", "比二零二五年少一百二十万元（下降百分之六十四）"), ("−3%", "负百分之三"),
            ("共49%和85%，100%达标", "共百分之四十九和百分之八十五，百分之百达标"), ("（2022—2026）", "（二零二二到二零二六）"),
            ("2022—2026年", "二零二二到二零二六年"), ("盘政发〔2016〕1号", "盘政发〔二零一六〕一号"), ("新增2000人", "新增两千人"),
            ("还有2件，共12件，第2件", "还有两件，共十二件，第两件"), ("28微克/立方米", "二十八微克每立方米"), ("国家AAAAA级景区", "国家五A级景区"),
            ("甲/乙", "甲/乙"), ("2026年11月29日", "二零二六年十一月二十九日"), ("1,2,3", "一,二,三"), ("5.5—6.1", "五点五到六点一"),
            ("拨12345，共12,345人", "拨幺二三四五，共一万二千三百四十五人"),
        ])
    func inChinese(_ text: String, _ expected: String) { #expect(SpokenNumbers.chinese(text) == expected) }

    @Test(
        arguments: [
            (
                "8,179 cases more than in the same part of 2025 (+9.1%).",
                "eight thousand one hundred and seventy-nine cases more than in the same part of 2025 "
                    + "(up nine point one percent)."
            ),
            ("4,000,000 yuan (−64%)", "four million yuan (down sixty-four percent)"), ("Window 1", "Window one"),
            ("(2023-10-16)", "(16 October 2023)"), ("PM2.5 of 28", "PM2.5 of twenty-eight"),
            ("5G, the 1st", "5G, the 1st"),
            ("from 2022 to 2026", "from 2022 to 2026"), ("2,022 people", "two thousand and twenty-two people"),
            ("Call 12345", "Call one two three four five"), ("40.79% more", "forty point seven nine percent more"),
        ])
    func inEnglish(_ text: String, _ expected: String) { #expect(SpokenNumbers.english(text) == expected) }
}
