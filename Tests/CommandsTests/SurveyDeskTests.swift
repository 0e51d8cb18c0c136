import Indicators
import TestSupport
import Testing

@testable import Commands

/// What is said of a survey that stopped.
@Suite @MainActor struct SurveyDeskTests {
    /// A folder without questions is a fault; a day that is not known is none.
    @Test func whatStandsIsNotThatOfAnotherDay() {
        let folder = ScratchFolder(), desk = SurveyDesk(folder.path)
        #expect(desk.turn(CalendarDay(checkedYear: 2026, month: 11, day: 29)).fault != nil)
        #expect(desk.standing != nil)
        #expect(desk.turn(nil).fault == nil && desk.standing == nil)
    }
}
