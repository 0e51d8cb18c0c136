import Cells
import Indicators
import TestSupport

@testable import Kiosk

extension Sample {
    /// A kiosk that started at 0 ms, on 25 November 2026, 9:05.
    static func kiosk(
        _ columns: Int = 80, _ rows: Int = 24, _ settings: KioskSettings = KioskSettings(),
        catalogue: Catalogue = Sample.catalogue
    ) -> KioskState {
        var state = KioskState(
            catalogue: catalogue, settings: settings, size: Size(columns: columns, rows: rows),
            at: KioskInstant(milliseconds: 0))
        state.update(
            .clock(ClockFace(year: 2026, month: 11, day: 25, hour: 9, minute: 5)), at: KioskInstant(milliseconds: 0))
        return state
    }

    /// The sizes that a kiosk is made for, and some beside.
    static let kioskSizes = [
        (40, 12), (40, 24), (46, 28), (53, 15), (54, 48), (60, 18), (80, 24), (100, 30), (120, 40), (160, 45),
        (200, 60),
    ].map { Size(columns: $0.0, rows: $0.1) }
}

extension KioskState {
    /// Something a second after the last action, so that nothing is taken for a repeat.
    @discardableResult
    mutating func then(_ action: KioskAction, after milliseconds: Int = 1_000) -> KioskEffect? {
        update(action, at: now + milliseconds)
    }

    /// A touch of 80 ms.
    mutating func touch(_ point: Point, after milliseconds: Int = 1_000) {
        then(.press(point), after: milliseconds)
        then(.release(point), after: 80)
    }

    /// A touch in the middle of the button that does this.
    mutating func touch(_ choice: KioskChoice, after milliseconds: Int = 1_000) {
        guard let rect = buttons.first(where: { $0.choice == choice })?.rect else { return }
        touch(Point(column: rect.column + rect.columns / 2, row: rect.row + rect.rows / 2), after: milliseconds)
    }

    mutating func press(_ keys: Key...) { for key in keys { then(.key(key)) } }
    mutating func digits(_ text: String) { for character in text { then(.key(.character(character)), after: 200) } }

    /// Waits as the loop does, from one change to the next.
    mutating func pass(seconds: Int) {
        let end = now + seconds * 1_000
        while nextChange <= end { update(.tick, at: nextChange) }
        update(.tick, at: end)
    }
}
