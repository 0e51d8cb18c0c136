import TestSupport
import Testing

@testable import Indicators

@Suite struct ExactRatioTests {
    private func ratio(_ top: Int, _ bottom: Int) throws -> ExactRatio {
        try #require(ExactRatio(Int128(top), Int128(bottom)))
    }

    @Test func isInLowestTermsWithTheSignAbove() throws {
        #expect(try ratio(6, -4) == ratio(-3, 2))
        #expect(try ratio(0, 5) == .zero)
        #expect(ExactRatio(1, 0) == nil)
    }

    @Test func roundsHalfAwayFromZero() throws {
        #expect(try ratio(1, 2).rounded(to: 0)?.description == "1")
        #expect(try ratio(-1, 2).rounded(to: 0)?.description == "-1")
        #expect(try ratio(5, 2).rounded(to: 0)?.description == "3")
        #expect(try ratio(1, 3).rounded(to: 4)?.description == "0.3333")
        #expect(try ratio(2, 3).rounded(to: 1)?.description == "0.7")
        #expect(try ratio(20_352, 11_331).rounded(to: 2)?.description == "1.80")
        #expect(try ratio(1, 8).isExact(to: 3) && !ratio(1, 8).isExact(to: 2) && !ratio(1, 3).isExact(to: 9))
    }

    @Test func computesExactly() throws {
        let tenth = try #require(ExactRatio(DecimalNumber(significand: 1, scale: 1)))
        var sum = ExactRatio.zero
        for _ in 0..<10 { sum = try #require(sum.adding(tenth)) }
        #expect(sum == .one)
        #expect(try ratio(1, 3).multiplied(by: ratio(3, 1)) == .one)
        #expect(try ratio(1, 3).divided(by: .zero) == nil)
        #expect(try ratio(385, 100).multiplied(byPowerOfTen: 8) == ExactRatio(whole: 385_000_000))
    }

    @Test func isRefusedWhereItDoesNotFit() throws {
        let huge = try #require(ExactRatio(Int128.max, 1))
        #expect(huge.adding(.one) == nil)
        #expect(huge.multiplied(by: huge) == nil)
        #expect(huge.rounded(to: 0) == nil)
        #expect(ExactRatio.zero < huge)
    }

    @Test func ordersLikeTheNumbers() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let (a, b, c, d) = (
                Int.random(in: -999...999, using: &random), Int.random(in: 1...999, using: &random),
                Int.random(in: -999...999, using: &random), Int.random(in: 1...999, using: &random)
            )
            let left = try ratio(a, b), right = try ratio(c, d)
            #expect((left < right) == (a * d < c * b))
            #expect(left.subtracting(right)?.adding(right) == left)
            if c != 0 { #expect(left.divided(by: right)?.multiplied(by: right) == left) }
        }
    }
}
