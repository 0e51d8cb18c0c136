import Indicators

/// The rules for follow-ups, notes and criteria of change.
extension Rule {
    static let dueBeforeAsked = Rule(
        "follow-up-dates", "期限早于询问的日期", "due before it was asked", expected: ("不早于 asked_on", "not before asked_on"),
        mend: ("改正 due 或 asked_on", "mend due or asked_on"))
    static let answeredBeforeAsked = Rule(
        "follow-up-dates", "答复早于询问的日期", "answered before it was asked",
        expected: ("不早于 asked_on", "not before asked_on"),
        mend: ("改正 answered_on 或 asked_on", "mend answered_on or asked_on"))
    static let askedAfterAll = Rule(
        "follow-up-dates", "询问的日期晚于期限和答复的日期", "asked after it was due and after it was answered",
        expected: ("不晚于 due 和 answered_on", "not after due and answered_on"),
        mend: ("对照来文改正 asked_on", "mend asked_on by the letter"))
    static func askedAfterToday(_ today: String) -> Rule {
        Rule(
            "follow-up-dates", "询问的日期在今天 \(today) 之后", "asked after today, \(today)",
            expected: ("不晚于今天、due 和 answered_on", "not after today, due and answered_on"),
            mend: ("是不是写错了年份？对照来文改正 asked_on", "is the year mistyped? Mend asked_on by the letter"))
    }
    static let openYetAnswered = Rule(
        "follow-up-state", "已有答复日期，状态却是 open", "it has a day of answer, yet its state is open",
        expected: ("answered 或 closed", "answered or closed"),
        mend: (
            "已答复就把 state 写成 answered；还没有答复就清空 answered_on",
            "where it was answered make state answered; where not, empty answered_on"
        ))
    static func repeatedFollowUp(_ code: String, _ firstLine: Int) -> Rule {
        Rule(
            "repeated-key", "代码 \(code) 与第 \(firstLine) 行重复", "the code \(code) of line \(firstLine) again",
            expected: ("每件事一个自己的代码", "a code of its own for each matter"),
            mend: ("两件事就改正其中写错的代码", "where they are two matters, mend the code that is mistyped"))
    }
    static func repeatedNote(signed: String, _ firstLine: Int) -> Rule {
        Rule(
            "repeated-key", "\(signed) 同一天对同一个数的说明已在第 \(firstLine) 行",
            "a note of \(signed) on the same figure and day is on line \(firstLine)",
            expected: ("同一人同一天对一个数一条说明", "one note a day on a figure from whoever signs"),
            mend: (
                "写错了就改正指标、地区、时期、日期或署名；确是两条就合成一条",
                "mend indicator, area, period, date or signature where it is mistyped; else make one note of the two"
            ))
    }
    static let answeredWithoutDay = Rule(
        "follow-up-state", "状态是 answered，却没有答复日期", "its state is answered, yet it has no day of answer",
        expected: ("形如 2022-12-31", "like 2022-12-31"),
        mend: ("填上 answered_on，或改 state", "fill in answered_on, or mend state"))
    static let noteWithoutFigure = Rule(
        "unknown-reference", "observations.csv 中没有这个指标、地区、时期的数",
        "observations.csv has no figure of this indicator, area and period",
        expected: ("observations.csv 中写着的时期，或留空", "a period as observations.csv has it, or an empty cell"),
        mend: (
            "看看是 period 写错，还是 observations.csv 那一行的时期写错，改正那一处；说的是整个指标时留空",
            "is period mistyped, or the period of the row in observations.csv? Mend that one; leave it empty for a "
                + "note on the indicator"
        ))
    static func criterion(isShare: Bool) -> Rule {
        Rule(
            "criterion", "读不出怎样的变化才算数", "not a change that counts",
            expected: isShare
                ? ("百分点，形如 0.5pp", "percentage points, like 0.5pp") : ("上次数值的百分之几，形如 2%", "a percentage, like 2%"),
            mend: ("照此改写，或留空", "write it like this, or leave it empty"))
    }
}
