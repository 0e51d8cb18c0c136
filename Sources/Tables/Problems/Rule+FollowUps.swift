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
    static let openYetAnswered = Rule(
        "follow-up-state", "已有答复日期，状态却是 open", "it has a day of answer, yet its state is open",
        expected: ("answered 或 closed", "answered or closed"),
        mend: ("改正 state，或清空 answered_on", "mend state, or empty answered_on"))
    static let answeredWithoutDay = Rule(
        "follow-up-state", "状态是 answered，却没有答复日期", "its state is answered, yet it has no day of answer",
        expected: ("形如 2022-12-31", "like 2022-12-31"),
        mend: ("填上 answered_on，或改 state", "fill in answered_on, or mend state"))
    static let noteWithoutFigure = Rule(
        "unknown-reference", "observations.csv 中没有这个指标、地区、时期的数",
        "observations.csv has no figure of this indicator, area and period",
        expected: ("observations.csv 中写着的时期，或留空", "a period as observations.csv has it, or an empty cell"),
        mend: (
            "照 observations.csv 改正 period；说的是整个指标时留空",
            "mend it by observations.csv; leave it empty for a note on the indicator"
        ))
    static func criterion(isShare: Bool) -> Rule {
        Rule(
            "criterion", "读不出怎样的变化才算数", "not a change that counts",
            expected: isShare
                ? ("百分点，形如 0.5pp", "percentage points, like 0.5pp") : ("上次数值的百分之几，形如 2%", "a percentage, like 2%"),
            mend: ("照此改写，或留空", "write it like this, or leave it empty"))
    }
}
