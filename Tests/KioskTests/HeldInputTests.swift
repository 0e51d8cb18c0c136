import Cells
import Indicators
import TestSupport
import Testing

@testable import Kiosk

/// A hand that trembles, a finger that rests, a key that is held: one action each.
@Suite struct HeldInputTests {
    /// The open figure after a key was held: first the terminal's delay, then its repeats.
    @Test(arguments: [250, 500, 600, 660], [33, 40, 92])
    func aHeldKeyActsOnce(_ delay: Int, _ every: Int) {
        var state = Sample.kiosk()
        state.press(.character("1"))
        state.then(.key(.character("1")))
        state.then(.key(.character("1")), after: delay)
        for _ in 0..<200 { state.then(.key(.character("1")), after: every) }
        // Once from the list of parts to the first part, and not on to its first figure.
        #expect(state.visit.page == .index(FigureRange(start: 0, count: 6)))
        state.then(.key(.character("1")), after: 800)
        #expect(state.visit.figure == 0, "after the hand has left it the key counts again")
    }

    @Test func whoPressesOnCalmlyGetsThere() {
        var state = Sample.kiosk()
        state.press(.enter, .enter, .enter)
        for _ in 0..<4 { state.then(.key(.right), after: 720) }
        #expect(state.visit.figure == 4)
        // Too fast by a little: every second press counts, none is lost for ever.
        for _ in 0..<4 { state.then(.key(.right), after: 500) }
        #expect(state.visit.figure == 6)
    }

    @Test(arguments: [60, 120, 200, 290])
    func aTremblingFingerActsOnce(_ gap: Int) {
        var state = Sample.kiosk()
        state.touch(.topic(1))
        let page = state.visit.page
        let rect = state.buttons[0].rect
        for _ in 0..<30 {
            state.touch(Point(column: rect.column + 2, row: rect.row + 1), after: gap)
            #expect(state.visit.page == page)
        }
    }

    @Test func twoTouches350MillisecondsApartAreOne() {
        var state = Sample.kiosk()
        let point = Point(column: state.layout.bands[0].column + 1, row: state.layout.bands[0].row + 1)
        state.touch(point)
        let page = state.visit.page
        state.touch(point, after: 270)
        #expect(state.visit.page == page && page != .topics)
    }

    @Test func aKeyThatDoesNothingDoesNotDelayTheNext() {
        var state = Sample.kiosk()
        state.press(.escape)
        state.then(.key(.character("x")), after: 1_000)
        state.then(.key(.character("2")), after: 100)
        #expect(state.visit.page != .topics)
    }

    @Test func aTouchActsWhenTheFingerIsLiftedOnTheSameButton() {
        var state = Sample.kiosk()
        let bands = state.layout.bands
        func middle(_ rect: Rect) -> Point { Point(column: rect.column + 3, row: rect.row + 1) }
        state.then(.press(middle(bands[0])))
        #expect(state.visit.page == .topics && state.visit.isAttracting)
        #expect(state.draw()[middle(bands[0])].style.background == KioskInk.chosenBand.background, "it shows")
        state.then(.release(middle(bands[1])), after: 400)
        #expect(state.visit.page == .topics, "sliding off takes it back")
        state.then(.press(middle(bands[1])))
        state.then(.release(middle(bands[1])), after: 9_000)
        #expect(state.visit.topic == 1 && state.visit.page != .topics, "however long it rests")
    }

    @Test func whereNoReleaseIsToldOfPressesCount() {
        var state = Sample.kiosk()
        let bands = state.layout.bands
        func middle(_ rect: Rect) -> Point { Point(column: rect.column + 3, row: rect.row + 1) }
        state.then(.press(middle(bands[0])))
        #expect(state.visit.page == .topics)
        state.then(.press(middle(bands[0])))
        #expect(state.visit.page != .topics)
        state.then(.press(middle(state.buttons.last?.rect ?? Rect(state.size))))
        #expect(state.visit.language == .en)
    }

    @Test func aTouchAsTheScreenGoesBackToTheStartDoesNothing() {
        var state = Sample.kiosk()
        state.press(.character("2"), .character("1"))
        state.pass(seconds: 80)
        #expect(state.visit.isAttracting)
        state.touch(.topic(0), after: 300)
        #expect(state.visit.page == .topics)
        state.touch(.topic(0), after: 800)
        #expect(state.visit.page != .topics)
    }

    @Test func aFloodDoesAtMostTwoThings() {
        var state = Sample.kiosk()
        state.press(.enter, .enter, .enter)
        for number in 0..<1_000 { state.then(.key(number.isMultiple(of: 2) ? .right : .down), after: 1) }
        #expect((state.visit.figure ?? 0) <= 2)
    }
}
