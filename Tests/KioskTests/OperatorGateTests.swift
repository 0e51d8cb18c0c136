import Cells
import Indicators
import TestSupport
import Testing

@testable import Kiosk

@Suite struct OperatorGateTests {
    private func kiosk() -> KioskState { Sample.kiosk(80, 24, KioskSettings(hasOperator: true)) }

    /// 9 9 9, the number, Enter.
    private func typed(_ number: String, _ state: inout KioskState) -> KioskEffect? {
        state.digits("999" + number)
        return state.then(.key(.enter), after: 200)
    }

    @Test func theNumberIsTriedAndNothingOfItIsShown() {
        var state = kiosk()
        state.digits("999")
        let before = state.draw()
        state.digits("246802")
        #expect(state.draw() == before && state.visit.figure == nil)
        #expect(state.then(.key(.enter), after: 200) == .tryNumber("246802"))
        #expect(state.gate.isShut)
    }

    @Test func withoutAnOperatorThereIsNoGate() {
        var state = Sample.kiosk()
        #expect(typed("246802", &state) == nil && state.gate == OperatorGate())
    }

    @Test func aShortNumberIsNeverTried() {
        var state = kiosk()
        #expect(typed("24680", &state) == nil)
    }

    @Test func theWaitDoublesAfterEachFailure() {
        var state = kiosk()
        var wait = 1_000
        for failure in 1...14 {
            state.then(.tick, after: 3_700_000)
            #expect(typed("246802", &state) == .tryNumber("246802"))
            state.then(.numberWrong, after: 0)
            #expect(state.gate.failures(at: state.now) == min(failure, 13))
            #expect(state.gate.wait(at: state.now) == min(wait, 3_600_000))
            let end = state.now + state.gate.wait(at: state.now)
            #expect(typed("246802", &state) == nil || state.now >= end)
            wait *= 2
        }
    }

    @Test func aThousandGuessesTakeWeeks() {
        var state = kiosk()
        let start = state.now
        var tried = 0
        while tried < 1_000 {
            state.then(.tick, after: 60_000)
            if case .tryNumber = typed("000000", &state) {
                tried += 1
                state.then(.numberWrong, after: 0)
            }
        }
        #expect(state.now - start > 40 * 24 * 3_600_000)
    }

    @Test func whoGoesAwayOrTouchesLeavesNothingBehind() {
        for leaving in [KioskAction.press(Point(column: 1, row: 1)), .key(.escape), .tick] {
            var state = kiosk()
            state.digits("9992468")
            state.then(leaving, after: 6_000)
            #expect(state.gate.isShut)
        }
        var state = kiosk()
        state.digits("999")
        state.then(.key(.character("2")), after: 6_000)
        #expect(
            state.topic?.code == "elderly" && state.visit.page != .topics,
            "after five seconds digits are the choices' again")
    }

    @Test func aNumberMayBeTypedAtAnySpeed() {
        for gap in [20, 90, 400, 4_000] {
            var state = kiosk()
            for character in "999112233" { state.then(.key(.character(character)), after: max(gap, 61)) }
            #expect(state.then(.key(.enter), after: gap) == .tryNumber("112233"), "\(gap)")
        }
    }

    @Test func aHeldNineDoesNotOpenTheGate() {
        var state = kiosk()
        state.then(.key(.character("9")))
        state.then(.key(.character("9")), after: 600)
        for _ in 0..<200 { state.then(.key(.character("9")), after: 40) }
        #expect(!state.gate.listens)
    }

    @Test func itSaysThatItListensAndThatItWaits() {
        var state = kiosk()
        state.digits("999")
        #expect(state.draw().lines().joined().contains("请输入操作员口令"))
        #expect(state.nextChange <= state.now + 5_001, "and it goes when nobody types on")
        state.digits("246802")
        state.then(.key(.enter), after: 200)
        state.then(.numberWrong, after: 0)
        #expect(state.draw().lines().joined().contains("请等 1 秒再试"))
        state.then(.tick, after: 1_000)
        #expect(!state.draw().lines().joined().contains("请等"))
        for _ in 0..<3 {
            state.then(.tick, after: 10_000)
            _ = typed("246802", &state)
            state.then(.numberWrong, after: 0)
        }
        state.then(.tick, after: 1_000)
        // The right one, before the eight seconds are over: not tried, and that is said.
        #expect(typed("135791", &state) == nil)
        #expect(state.draw().lines().joined().contains("秒再试"))
        let said = state.now
        while state.nextChange <= said + 6_000 { state.update(.tick, at: state.nextChange) }
        #expect(!state.draw().lines().joined().contains("秒再试"))
    }

    @Test func failuresAreForgottenInTime() {
        var state = kiosk()
        for _ in 0..<4 {
            state.then(.tick, after: 20_000)
            _ = typed("246802", &state)
            state.then(.numberWrong, after: 0)
        }
        #expect(state.gate.failures(at: state.now) == 4)
        #expect(state.gate.failures(at: state.now + 2 * 7_200_000) == 2)
        state.then(.tick, after: 3 * 7_200_000)
        _ = typed("246802", &state)
        state.then(.numberWrong, after: 0)
        #expect(state.gate.failures(at: state.now) == 2 && state.gate.wait(at: state.now) == 2_000)
    }
}
