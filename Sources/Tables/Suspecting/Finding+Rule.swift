import Indicators

extension Finding {
    /// The problem that `check` reports: a question, never an error.
    var rule: Rule {
        let code =
            switch kind {
            case .tenfold, .tenfoldOnYear: "growth"
            case .tenThousandfold: "unit-jump"
            default: kind.rawValue
            }
        return Rule(
            code, message.zh, message.en, expected: (expected.zh, expected.en), mend: (mend.zh, mend.en),
            severity: .warning)
    }
}
