import Cells
import FoundationEssentials
import Indicators
import TestSupport
import Testing

@testable import Kiosk

/// Random keys, touches, waits, sizes and data: nothing leaves the kiosk, and after the idle time it is as at a cold
/// start.
@Suite struct KioskWalkTests {
    /// 2,000, or as many as KIOSK_STEPS says.
    private static let steps = ProcessInfo.processInfo.environment["KIOSK_STEPS"].flatMap { Int($0) } ?? 2_000
    private static let keys: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .alt("q"),
        ]
        + "CZ\\SQDLRGPYU".map(Key.control) + (1...24).map(Key.function)
        + "0123456789qyYPt/?:!;`~$ 中é".map(Key.character)

    /// A touch, one time in four with a release elsewhere or without one.
    private func contact(_ point: Point, _ random: inout SeededGenerator) -> [KioskAction] {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: [.press(point)]
        case 1: [.press(point), .release(Point(column: 0, row: 0))]
        default: [.press(point), .release(point)]
        }
    }

    private static func name(_ page: KioskVisit.Page) -> String {
        switch page {
        case .topics: "topics"
        case .index: "index"
        case .figure: "figure"
        case .text(let kind, _, _): "\(kind)"
        case .code: "code"
        case .survey: "survey"
        }
    }

    @Test func anyKeysAndTouchesEndInTheColdStart() throws {
        var random = SeededGenerator(seed: 20_261_125)
        var state = Sample.kiosk(80, 24, KioskSettings(hasOperator: true))
        var resets = 0, tries = 0, pages: Set<String> = []
        var closedUntil = state.now
        for step in 0..<Self.steps {
            if step.isMultiple(of: 50) {
                // Somebody guesses the operator's number. It is tried if the wait after the last wrong one is over.
                state.digits("999" + String(Int.random(in: 100_000...999_999, using: &random)))
                let effect = state.then(.key(.enter), after: 200)
                #expect((effect != nil) == (state.now >= closedUntil), "step \(step)")
                if effect != nil {
                    tries += 1
                    state.then(.numberWrong, after: 0)
                    closedUntil = state.now + state.gate.wait(at: state.now)
                }
            }
            let actions: [KioskAction] =
                switch Int.random(in: 0..<40, using: &random) {
                case 0..<22: [.key(Self.keys.randomElement(using: &random) ?? .enter)]
                case 22..<36:
                    contact(
                        Point(
                            column: Int.random(in: -1...220, using: &random),
                            row: Int.random(in: -1...70, using: &random)), &random)
                case 36: [.resize(Sample.kioskSizes.randomElement(using: &random) ?? state.size)]
                case 37: [.data(Bool.random(using: &random) ? Sample.catalogue : Sample.example)]
                case 38: [.dataRefused]
                default: [.tick]
                }
            let wait = [0, 50, 400, 1_500, 9_000, 30_000].randomElement(using: &random) ?? 0
            for (place, action) in actions.enumerated() {
                let effect = state.then(action, after: place == 0 ? wait : 80)
                #expect(effect == nil, "random keys and touches never make up a number; step \(step)")
            }
            pages.insert(Self.name(state.visit.page))
            #expect(
                state.choices.count <= (state.isList ? 6 : state.visit.page == .topics ? 7 : 4)
                    && state.catalogue.topics.indices.contains(state.visit.topic))
            if step.isMultiple(of: 7) { #expect(state.draw().size == state.size) }
            if step.isMultiple(of: 100) {
                state.pass(seconds: 80)
                let isAsAtStart =
                    state.visit.isAttracting && state.visit.language == .zh && state.visit.page == .topics
                    && state.visit.firstBand == 0
                #expect(isAsAtStart, "step \(step): \(state.visit)")
                resets += 1
            }
        }
        #expect(resets == (Self.steps + 99) / 100 && tries > 1)
        #expect(pages == ["topics", "index", "figure", "ask", "measures"], "every page was seen")
        state.press(.enter, .character("8"))
        state.pass(seconds: 80)
        let cold = KioskState(catalogue: state.catalogue, settings: state.settings, size: state.size, at: state.now)
        #expect(state.visit == cold.visit && state.gate.isShut, "compared as a value")
    }
}
