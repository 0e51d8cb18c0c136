import Cells
import Indicators
import TestSupport
import Testing

@testable import Console

@Suite struct ListOrderTests {
    private func codes(_ keys: [Key], _ catalogue: Catalogue = Sample.example) -> [String] {
        var state = DashboardState(catalogue: catalogue, size: Size(columns: 120, rows: 36))
        for key in keys { state.press(key) }
        return state.content.items.compactMap { if case .figure(let indicator, _) = $0 { indicator.code } else { nil } }
    }

    private func sorted(_ order: ListOrder, _ topic: String) -> [(indicator: Indicator, observation: Observation?)] {
        let catalogue = Sample.example
        return order.sorted(catalogue.indicators(ofTopic: topic), in: nil, of: catalogue).map {
            ($0, catalogue.headlineObservation(of: $0.code))
        }
    }

    @Test func whatIsFurthestBehindComesFirstAndWhatIsNotJudgedLast() {
        for topic in Sample.example.topics {
            let distances = sorted(.gap, topic.code).map {
                Sample.example.judgement(of: $0.indicator, $0.observation).distance
            }
            let known = distances.compactMap(\.self)
            #expect(known == known.sorted())
            #expect(distances.dropFirst(known.count).allSatisfy { $0 == nil })
        }
        #expect(sorted(.gap, "education").first?.indicator.code == "school-places")
    }

    @Test func valuesAreComparedWithinAUnit() {
        for topic in Sample.example.topics {
            let rows = sorted(.value, topic.code), units = rows.map(\.indicator.unit.name.zh)
            for (one, other) in zip(rows, rows.dropFirst()) where one.indicator.unit.name == other.indicator.unit.name {
                guard let first = one.observation?.qualifiedValue, let second = other.observation?.qualifiedValue
                else { continue }
                #expect(!(first.low < second.low))
            }
            let groups = zip(units, units.dropFirst()).count { $0 != $1 } + 1
            #expect(groups == Set(units).count, "each unit stands together")
        }
    }

    @Test func theNewestPeriodComesFirst() {
        let periods = sorted(.date, "employment").compactMap(\.observation?.period)
        #expect(periods == periods.sorted(by: >))
    }

    @Test func theKeyGoesThroughAllOrdersAndBack() {
        let first = codes([.character("1")])
        for times in 1..<ListOrder.allCases.count {
            let keys = [Key.character("1")] + [Key](repeating: .character("o"), count: times)
            #expect(Set(codes(keys)) == Set(first))
        }
        #expect(codes([.character("1")] + [Key](repeating: .character("o"), count: ListOrder.allCases.count)) == first)
    }

    @Test func figuresOfOtherYearsStandLastAndCanBeShownAlone() throws {
        let catalogue = Sample.catalogue
        func year(_ code: String) -> Int? { catalogue.headlineObservation(of: code)?.period.year }
        let all = codes([.character("5")], catalogue)
        let firstOther = try #require(all.firstIndex { year($0) != catalogue.mainYear })
        #expect(all[firstOther...].allSatisfy { year($0) != catalogue.mainYear })
        let current = codes([.character("5"), .character("b")], catalogue)
        let others = codes([.character("5"), .character("b"), .character("b")], catalogue)
        #expect(current + others == all && !current.isEmpty && !others.isEmpty)
    }

    @Test func theTitleSaysTheOrderAndTheChoice() {
        var state = DashboardState(catalogue: Sample.catalogue, size: Size(columns: 120, rows: 36))
        state.press(.character("5"), .character("o"), .character("b"), .down)
        let title = state.draw().lines()[0]
        #expect(title.contains("按差距") && title.contains("本期"))
    }

    @Test func previousAndNextFollowTheOrder() {
        var state = DashboardState(catalogue: Sample.example, size: Size(columns: 120, rows: 36))
        state.press(.character("3"), .character("o"))
        let codes = codes([.character("3"), .character("o")])
        state.press(.enter, .character("]"))
        #expect(state.screen == .indicator(codes[1], area: nil))
    }

    /// 上年教育支出 is computed from this year's figures and is about the year before.
    @Test(arguments: [true, false])
    func aComputedFigureStandsWithItsOwnYear(_ isExample: Bool) {
        let catalogue = isExample ? Sample.example : Sample.catalogue
        let scope = Scope(catalogue: catalogue, area: nil, filter: [:])
        let years = catalogue.derived.compactMap { derived -> (DerivedIndicator, Int)? in
            guard case .success(let derivation) = catalogue.derivation(of: derived) else { return nil }
            return derivation.period.year.map { (derived, $0) }
        }
        #expect(years.contains { $0.1 != catalogue.mainYear } && years.contains { $0.1 == catalogue.mainYear })
        for (derived, year) in years {
            for span in [ListSpan.thisPeriod, .background] {
                let rows = scope.rows(ofTopic: derived.topic, .table, span)
                #expect(rows.derived.contains(derived) == ((year == catalogue.mainYear) == (span == .thisPeriod)))
            }
        }
    }

    /// Where only a computed figure or a measure is of another year, the list has both spans too.
    @Test(arguments: [true, false])
    func aListHasBothSpansWhereAnythingIsOfAnotherYear(_ isExample: Bool) {
        let catalogue = isExample ? Sample.example : Sample.catalogue
        let scope = Scope(catalogue: catalogue, area: nil, filter: [:])
        for topic in catalogue.topics {
            func isEmpty(_ span: ListSpan) -> Bool {
                let rows = scope.rows(ofTopic: topic.code, .table, span)
                return rows.indicatorCount == 0 && rows.derived.isEmpty && rows.briefCount == 0
            }
            let rows = scope.rows(ofTopic: topic.code, .table, .all)
            #expect(rows.hasSeveralYears == (!isEmpty(.thisPeriod) && !isEmpty(.background)), "\(topic.code)")
        }
    }
}
