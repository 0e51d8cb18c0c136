import Indicators

extension DecimalNumber {
    /// The number with as many digits behind the point as a person reads; a number with up to three stays as written.
    ///
    /// Programs write 2.1601398328286736 and 0.126272246295371 where nobody measured that. A number of one or more
    /// keeps five digits in all and at least two behind the point; one below keeps four from its first digit that is
    /// not zero.
    package var legible: DecimalNumber {
        guard scale > 3, significand != 0 else { return self }
        let digits = String(significand.magnitude).utf8.count
        let decimals = digits > scale ? max(2, 5 - (digits - scale)) : scale - digits + 4
        guard decimals < scale else { return self }
        return ExactRatio(self)?.rounded(to: decimals) ?? self
    }
}
