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
            #expect(state.gate.failures == failure && state.gate.wait == min(wait, 3_600_000))
            let end = state.now + state.gate.wait
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
            state.topic?.code == "elderly" && state.visit.figure == 0,
            "after five seconds digits are the choices' again")
    }
}
