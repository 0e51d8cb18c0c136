import Cells
import Indicators
import TestSupport
import Testing

@testable import Kiosk

@Suite struct KioskTests {
    private func at(_ seconds: Int) -> KioskInstant { KioskInstant(milliseconds: seconds * 1_000) }

    @Test func topicsComeInTurnWithACountdown() {
        var state = Sample.kiosk()
        var seen: [String] = []
        for second in 0..<(7 * 12 + 1) {
            state.update(.tick, at: at(second))
            #expect(state.countdown == 12 - second % 12, "second \(second)")
            if second % 12 == 0 { seen.append(state.topic?.code ?? "") }
        }
        #expect(seen == Sample.catalogue.topics.map(\.code) + [Sample.catalogue.topics[0].code])
    }

    @Test func noTurnIsLostHoweverLongAWaitWas() {
        var state = Sample.kiosk()
        state.update(.tick, at: at(12 * 1_000_003 + 5))
        #expect(state.visit.topic == 1_000_003 % 7 && state.countdown == 7)
    }

    @Test func aClockThatGoesBackDoesNoHarm() {
        var state = Sample.kiosk()
        state.update(.tick, at: at(30))
        state.update(.tick, at: at(3))
        #expect(state.visit.topic == 2 && state.now == at(30))
    }

    @Test func wakesOnceASecondWhileACountdownShowsElseAtTheEndOfThePatience() {
        var state = Sample.kiosk()
        #expect(state.nextChange == at(1))
        state.press(.enter)
        #expect(state.nextChange == state.now + 60_000)
        state.pass(seconds: 60)
        #expect(state.countdown == 20 && state.nextChange == state.now + 1_000)
    }

    @Test func anyKeyStopsTheTurning() {
        let keys: [Key] = [
            .escape, .character("x"), .function(5), .control("C"), .enter, .left, .character("9"), .tab, .backspace,
        ]
        for key in keys {
            var state = Sample.kiosk()
            state.then(.key(key))
            #expect(!state.visit.isAttracting, "\(key)")
        }
        var state = Sample.kiosk()
        state.touch(Point(column: 0, row: 0))
        #expect(!state.visit.isAttracting && state.visit.page == .topics)
    }

    @Test func aRedrawAReloadAClockAndASizeAreNoInput() {
        var state = Sample.kiosk()
        for action in [
            KioskAction.tick, .resize(Size(columns: 40, rows: 12)), .data(Sample.catalogue), .dataRefused, .clock(nil),
        ] {
            state.then(action)
            #expect(state.visit.isAttracting)
        }
        state.press(.enter)
        for _ in 0..<59 { state.then(.data(Sample.catalogue)) }
        state.then(.tick)
        #expect(state.visit.phase == .asking(since: state.now))
    }

    @Test func theWholeKioskByDigitsAndByArrows() {
        var state = Sample.kiosk()
        state.press(.character("2"))
        let count = state.figureKeys.count
        #expect(state.topic?.code == "elderly" && state.visit.page == .index(.all(count)) && count > 6)
        state.press(.character("1"))
        #expect(state.visit.page == .index(FigureRange(start: 0, count: 6)))
        state.press(.character("3"))
        #expect(state.visit.figure == 2)
        state.press(.character("1"), .left, .left, .left, .left)
        #expect(state.visit.figure == count - 1)
        state.press(.character("0"))
        #expect(state.visit.page == FigureRange.all(count).page(with: .figure(count - 1)).map { .index($0) })
        while state.visit.page != .topics { state.press(.character("0")) }
        #expect(state.visit.page == .topics && state.choices == (0..<7).map(KioskChoice.topic))
        state.update(.resize(Size(columns: 60, rows: 18)), at: state.now)
        #expect(state.choices == [.topic(0), .topic(1), .topic(2), .more])
        state.press(.character("4"), .character("4"))
        #expect(state.choices == [.topic(6), .more])
        state.press(.character("2"))
        #expect(state.choices.first == .topic(0))
        state.press(.right, .down, .enter, .enter, .enter)
        #expect(state.topic?.code == "education" && state.visit.figure == 0)
        state.press(.escape, .escape, .escape, .escape)
        #expect(state.visit == .coldStart(state.settings, at: state.now))
    }

    @Test func everyFigureWithAValueIsAtMostThreePressesAway() {
        for catalogue in [Sample.catalogue, Sample.example] {
            for topic in catalogue.topics.indices {
                var seen: Set<FigureKey> = []
                var state = Sample.kiosk(catalogue: catalogue)
                while !state.choices.contains(.topic(topic)) { state.touch(.more) }
                let page = state
                let keys = state.figureKeysByTopic[topic]
                for place in keys.indices {
                    state = page
                    var presses = 0
                    state.touch(.topic(topic))
                    presses += 1
                    while state.visit.figure == nil {
                        let next = state.choices.first {
                            switch $0 {
                            case .index(let range): range.start <= place && place < range.start + range.count
                            case .figure(let other): other == place
                            default: false
                            }
                        }
                        guard let next else { return #expect(Bool(false), "figure \(place) is not in its index") }
                        state.touch(next)
                        presses += 1
                    }
                    #expect(presses <= 3 && state.visit.figure == place)
                    seen.insert(keys[place])
                }
                let wanted = catalogue.indicators(ofTopic: catalogue.topics[topic].code).filter {
                    catalogue.headlineObservation(of: $0.code)?.value != nil
                }.map(\.code)
                #expect(Set(seen.map(\.indicator)).isSuperset(of: wanted))
            }
        }
    }

    @Test func theRowsOfAnIndexAreAtMostSixAndHoldEveryFigureOnce() {
        for count in 1...250 {
            var open = [FigureRange.all(count)], figures: [Int] = []
            while let range = open.popLast() {
                #expect(range.rows.count <= 6)
                for row in range.rows {
                    #expect(count == 1 || FigureRange.all(count).page(with: row) == range, "\(count) \(row)")
                    if row.count == 1 { figures.append(row.start) } else { open.append(row) }
                }
            }
            #expect(figures.sorted() == Array(0..<count))
        }
    }

    @Test func eightTurnsTheLanguageAndTheResetTurnsItBack() {
        var state = Sample.kiosk()
        state.press(.character("8"))
        #expect(state.visit.language == .en && !state.visit.isAttracting)
        state.press(.character("8"), .character("8"))
        state.pass(seconds: 80)
        #expect(state.visit.language == .zh)
    }

    @Test func asksAfterTheIdleTimeAndThenIsAsAtAColdStart() {
        var state = Sample.kiosk()
        state.press(.character("4"), .character("1"), .character("1"), .right, .character("8"))
        state.pass(seconds: 59)
        #expect(state.countdown == nil)
        state.pass(seconds: 1)
        #expect(state.countdown == 20 && state.choices == [.stay])
        #expect(state.draw().lines().joined().contains("Still reading?"))
        state.pass(seconds: 20)
        let cold = KioskState(catalogue: Sample.catalogue, settings: state.settings, size: state.size, at: state.now)
        #expect(state.visit == cold.visit && state.gate == cold.gate && state.contact == cold.contact)
    }

    @Test func whoeverIsStillThereStaysWhereTheyWere() {
        for answer in [KioskAction.key(.character("7")), .key(.escape), .release(Point(column: 3, row: 3))] {
            var state = Sample.kiosk()
            state.press(.character("2"), .right)
            let before = state.visit
            state.pass(seconds: 70)
            if case .release(let point) = answer { state.then(.press(point)) }
            state.then(answer)
            #expect(state.visit.topic == before.topic && state.visit.page == before.page && state.countdown == nil)
            state.pass(seconds: 59)
            #expect(state.countdown == nil)
        }
    }

    @Test func aTouchDoesWhatIsWrittenThere() throws {
        for size in Sample.kioskSizes {
            var state = Sample.kiosk(size.columns, size.rows)
            state.pass(seconds: 12 * 4)
            #expect(state.visit.topic == 4)
            let second = state.choices[1]
            state.touch(second)
            switch second {
            case .topic(let place): #expect(state.visit.topic == place && state.visit.page != .topics)
            default: #expect(state.visit.page == .topics && state.visit.topic == KioskLayout.topicCapacity(size) - 1)
            }
        }
    }

    @Test func newDataKeepTheVisitorsPlaceAndABadSetTheOldFigures() {
        var state = Sample.kiosk()
        state.press(.character("2"), .character("1"), .character("2"))
        let shown = state.figure?.indicator.code
        state.then(.dataRefused)
        #expect(state.isRefusing && state.figure?.indicator.code == shown)
        #expect(state.draw().lines().joined().contains("数据更新未通过检查 · 仍显示 2022年"))
        state.then(.data(Sample.catalogue))
        #expect(!state.isRefusing && state.figure?.indicator.code == shown)
        // The example city has the topic and not the figure.
        state.then(.data(Sample.example))
        #expect(state.topic?.code == "elderly" && state.visit.page == .topics)
    }

    @Test func ageInWords() throws {
        let period = try #require(Period(sdmx: "2022-01-01/P11M"))
        func age(_ year: Int, _ month: Int, _ language: Language = .zh) -> String? {
            DataAge.text(period, ClockFace(year: year, month: month, day: 30, hour: 0, minute: 0), language)
        }
        #expect(age(2022, 11) == "这个数字是本月的" && age(2022, 12) == "这个数字是上个月的" && age(2023, 3) == "这个数字是 4 个月前的")
        #expect(age(2023, 12) == "这个数字是 1 年前的" && age(2026, 10) == "这个数字是 4 年前的" && age(2026, 4) == "这个数字是 3 年前的")
        #expect(
            age(2026, 11) == "这个数字是 4 年前的" && age(2099, 1, .en) == "This figure is 76 years old" && age(2022, 10) == nil
        )
        #expect(
            DataAge.text(.none, ClockFace(year: 2026, month: 1, day: 1, hour: 0, minute: 0), .zh) == nil
                && DataAge.text(period, nil, .zh) == nil)
    }

    @Test func weekdaysOfKnownDays() {
        func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int? {
            ClockFace(year: year, month: month, day: day, hour: 0, minute: 0)?.weekday
        }
        #expect(
            weekday(2026, 11, 23) == 0 && weekday(2024, 2, 29) == 3 && weekday(2099, 12, 31) == 3
                && weekday(2027, 1, 3) == 6)
        #expect(
            ClockFace(year: 1970, month: 1, day: 1, hour: 0, minute: 0) == nil
                && ClockFace(year: 2026, month: 2, day: 29, hour: 0, minute: 0) == nil)
    }

    /// Presses the buttons that lead on, as far as so many presses reach.
    private func reached(_ state: KioskState, presses: Int) -> Set<[Int]> {
        if let figure = state.visit.figure { return [[state.visit.topic, figure]] }
        guard presses > 0 else { return [] }
        var all: Set<[Int]> = []
        for button in state.buttons {
            switch button.choice {
            case .topic, .more, .index, .figure: break
            default: continue
            }
            var next = state
            next.then(.key(.character(button.key)))
            all.formUnion(reached(next, presses: presses - 1))
        }
        return all
    }

    @Test(arguments: Sample.kioskSizes)
    func everyFigureIsAtMostThreePressesAway(_ size: Size) {
        for catalogue in [Sample.catalogue, Sample.example] {
            let state = Sample.kiosk(size.columns, size.rows, catalogue: catalogue)
            let all = FigureKey.all(of: catalogue).map(\.count).reduce(0, +)
            // Where there is no room for seven bands, a topic behind 更多 takes one press more.
            let presses = KioskLayout.topicCapacity(size) == 7 ? 3 : 4
            #expect(reached(state, presses: presses).count == all, "\(size)")
        }
        #expect((KioskLayout.topicCapacity(size) == 7) == (size.columns >= 80 || size.rows == 48), "\(size)")
    }
}
