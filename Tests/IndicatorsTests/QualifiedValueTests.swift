import TestSupport
import Testing

@testable import Indicators

@Suite struct QualifiedValueTests {
    private func value(_ low: Int, _ qualifier: Qualifier = .exact, high: Int? = nil) -> QualifiedValue {
        QualifiedValue(low: ExactRatio(whole: low), high: high.map { ExactRatio(whole: $0) }, qualifier: qualifier)
    }

    @Test(arguments: [
        (Qualifier.exact, Qualifier.exact, Qualifier.exact), (.exact, .approxBelow, .approxBelow),
        (.approxAbove, .approxAbove, .approxAbove),
        (.approxBelow, .approxAbove, .approx), (.range, .exact, .range), (.range, .range, .range),
        (.range, .approxBelow, .approx), (.approx, .range, .approx),
    ])
    func whatIsKnownOfASum(_ left: Qualifier, _ right: Qualifier, _ both: Qualifier) {
        #expect(value(1, left).adding(value(2, right))?.qualifier == both)
        #expect(value(2, right).adding(value(1, left))?.qualifier == both)
    }

    @Test func whatIsTakenAwayTurnsItsSide() {
        #expect(value(1_000).subtracting(value(500, .approxBelow)) == value(500, .approxAbove))
        #expect(value(600, .approxAbove).subtracting(value(100)) == value(500, .approxAbove))
        #expect(value(600, .approxAbove).subtracting(value(100, .approxAbove))?.qualifier == .approx)
    }

    @Test func rangesKeepBothEnds() {
        let supply = value(40, .range, high: 50)
        #expect(supply.adding(value(10)) == value(50, .range, high: 60))
        #expect(value(100).subtracting(supply) == value(50, .range, high: 60))
        #expect(supply.divided(by: value(10)) == value(4, .range, high: 5))
        #expect(value(200).divided(by: supply) == value(4, .range, high: 5))
        #expect(supply.adding(value(1, .approx)) == value(41, .approx, high: 51))
    }

    @Test func aQuotientTurnsTheSideOfItsDivisor() {
        #expect(value(110_000, .approxBelow).divided(by: value(1_100))?.qualifier == .approxBelow)
        #expect(value(1_000).divided(by: value(500, .approxBelow))?.qualifier == .approxAbove)
        #expect(value(-10, .approxBelow).divided(by: value(5))?.qualifier == .approx)
        #expect(value(1).divided(by: value(0)) == nil)
        #expect(value(1).divided(by: value(-1, .range, high: 1)) == nil)
    }

    @Test func aSumWithAnApproximatePartIsApproximate() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let parts = (0..<5).map { _ in
                value(
                    .random(in: 0...9_999, using: &random),
                    Qualifier.allCases.filter { $0 != .range }.randomElement(using: &random) ?? .exact)
            }
            var sum = value(0)
            for part in parts { sum = try #require(sum.adding(part)) }
            #expect((sum.qualifier == .exact) == parts.allSatisfy { $0.qualifier == .exact })
            #expect(sum.low == parts.reduce(.zero) { $0.adding($1.low) ?? .zero })
        }
    }

    @Test func sortsByItsLowerEnd() {
        #expect(QualifiedValue.sortsBefore(value(40, .range, high: 50), value(45)))
        #expect(!QualifiedValue.sortsBefore(value(46), value(45, .range, high: 99)))
    }

    @Test(arguments: [("10", 4, "100000"), ("3.85", 8, "385000000"), ("0", 0, "0"), ("1.10", 0, "1.1")])
    func isInPlainUnits(_ written: String, _ multiplier: Int, _ plain: String) throws {
        let value = try #require(QualifiedValue(DecimalNumber(written), multiplier: multiplier, qualifier: .exact))
        let number = try #require(DecimalNumber(plain))
        #expect(value.low == ExactRatio(number))
    }
}
