import Cells
import Indicators
import Tables
import TestSupport
import Testing
import Wording

@testable import Console

/// What changed: since the last look, since the version before, and on the year.
@Suite struct ChangesScreenTests {
    private func state(
        _ columns: Int = 120, _ rows: Int = 36, _ language: Language = .zh, _ catalogue: Catalogue = Sample.example
    ) -> DashboardState {
        DashboardState(
            catalogue: catalogue, settings: Settings(language: language), size: Size(columns: columns, rows: rows))
    }

    /// The example city as it was before three figures were corrected and one was added.
    private func former() throws -> FormerVersion {
        let folder = try exampleCity()
            .replacing("P11M,printed,98412,", "P11M,printed,98212,", in: "observations.csv")
            .replacing("市民热线受理98412件", "市民热线受理98212件", in: "observations.csv")
            .replacing("P11M,printed,571,", "P11M,printed,569,", in: "observations.csv")
            .replacing("送戏下乡571场", "送戏下乡569场", in: "observations.csv")
        let catalogue = try #require(CatalogueReader.read(folder).catalogue)
        return FormerVersion(
            catalogue: catalogue, difference: CatalogueDifference(from: catalogue, to: Sample.example),
            name: LocalizedText(zh: "上一版（000007）", en: "the version before (000007)"))
    }

    @Test func theKeyAsksForFormerVersionsOnceAndShowsTheYearMeanwhile() throws {
        var state = state()
        #expect(state.update(.changes) == .readFormerVersions)
        #expect(state.screen == .changes(.year))
        state.take(.formerVersions(FormerVersions()), of: .readFormerVersions)
        #expect(state.screen == .changes(.year))
        #expect(state.update(.changes) == nil && state.screen == .changes(.lastLook))
        #expect(state.draw().lines().contains { $0.contains("没有你上次查看的记录") })
        #expect(state.update(.changes) == nil && state.screen == .changes(.version))
        #expect(state.update(.changes) == nil && state.screen == .changes(.year))
        state.press(.escape)
        #expect(state.screen == .overview)
    }

    @Test func correctedFiguresStandWithTheFormerOneInBrackets() throws {
        var state = state()
        state.take(.formerVersions(FormerVersions([.version: try former()])), of: .readFormerVersions)
        state.press(.character("d"))
        #expect(state.screen == .changes(.version) && state.content.count == 2)
        let lines = state.draw().lines()
        #expect(lines.contains { $0.contains("与上一版（000007）相比") && $0.contains("d 换成上年同期") })
        #expect(lines.contains { $0.contains("热线受理") && $0.contains("(98,212)") && $0.contains("98,412 件") })
        #expect(lines.contains { $0.contains("送戏下乡") && $0.contains("(569)") && $0.contains("571 场") })
        #expect(lines.contains { $0.contains("改了数 2") })
        state.press(.enter)
        #expect(state.screen == .indicator("hotline-received", area: nil))
    }

    @Test func theSentenceSaysWhatChangedSinceTheVersionBefore() throws {
        var state = state(200, 60)
        #expect(!state.draw().lines().joined().contains("改动 2 个数"))
        state.take(.formerVersions(FormerVersions([.version: try former()])), of: .readFormerVersions)
        #expect(state.draw().lines().joined().contains("改动 2 个数"))
        state.press(.character("w"))
        let changed = state.content.items.suffix(2).compactMap { item -> String? in
            if case .figure(let indicator, _) = item { indicator.code } else { nil }
        }
        #expect(changed == ["hotline-received", "village-operas"])
    }

    @Test func whoHasSeenAnotherVersionIsToldAtStart() throws {
        var state = state()
        state.take(.formerVersions(FormerVersions([.lastLook: try former()])), of: .readFormerVersions)
        #expect(state.notice?.zh == "你上次查看之后有 2 项变动，按 d 查看")
        state.press(.character("d"))
        #expect(state.screen == .changes(.lastLook) && state.notice == nil)
    }

    @Test func newDataForgetTheFormerVersions() throws {
        var state = state()
        state.take(.formerVersions(FormerVersions([.version: try former()])), of: .readFormerVersions)
        state.adopt(CatalogueReading(catalogue: Sample.catalogue, problems: [], files: []), byHand: false)
        #expect(state.formers == nil && state.update(.changes) == .readFormerVersions)
    }

    /// Each indicator's newest figure against the same part of the year before, read independently of the model.
    @Test func onTheYearEveryComparableFigureStandsOnTheSideOfItsDirection() throws {
        var state = state(200, 60)
        state.update(.changes)
        let content = try #require(state.content as? ChangesScreen)
        let indicators = try BundledTable.rows("indicators.csv", of: "example-city")
        let rows = try BundledTable.rows("observations.csv", of: "example-city")
        #expect(content.count > 20)
        for item in content.items {
            guard case .figure(let indicator, let observation?) = item else { continue }
            let time = observation.period.text
            let before = "\(Int(time.prefix(4)).map { $0 - 1 } ?? 0)" + time.dropFirst(4)
            func value(_ time: String) -> Double? {
                rows.last {
                    $0["INDICATOR"] == indicator.code && $0["REF_AREA"] == observation.area && $0["TIME_PERIOD"] == time
                }.flatMap { row in row["OBS_VALUE"].flatMap(Double.init) }
            }
            let now = try #require(value(time)), then = try #require(value(before), "\(indicator.code) \(before)")
            let isUp = indicators.first { $0["code"] == indicator.code }?["direction"]
            let heading = try #require(content.heading(of: indicator.code))
            let criterion = indicators.first { $0["code"] == indicator.code }?["criterion"] ?? ""
            if let amount = Double(criterion.prefix { $0.isNumber || $0 == "." }) {
                let size = abs(criterion.hasSuffix("pp") ? now - then : (now - then) / then * 100)
                if size < amount - 1e-9 {
                    #expect(heading == .same, "\(indicator.code) changes by \(size)")
                    continue
                }
            }
            switch (isUp, now > then, now == then) {
            case (_, _, true): #expect(heading == .same, "\(indicator.code)")
            case ("up", let more, _): #expect(heading == (more ? .better : .worse), "\(indicator.code)")
            case ("down", let more, _), ("zero", let more, _):
                #expect(heading == (more ? .worse : .better), "\(indicator.code)")
            default: #expect(heading == .moved, "\(indicator.code)")
            }
        }
    }

    /// What the sentence on the overview counts as 持平 stands there under 持平.
    @Test func theListAgreesWithTheSentence() throws {
        var state = state(200, 60)
        state.update(.changes)
        let content = try #require(state.content as? ChangesScreen), facts = Sample.example.facts()
        let judged = Sample.example.indicators.filter { $0.criterion != nil }.compactMap {
            content.heading(of: $0.code)
        }
        #expect(judged.count { $0 == .better } == facts.tendencies.up)
        #expect(judged.count { $0 == .same } == facts.tendencies.same && facts.tendencies.same == 2)
        #expect(judged.count { $0 == .worse } == facts.tendencies.down)
    }

    @Test(arguments: [(40, 12), (60, 20), (80, 24), (100, 30), (120, 36), (200, 60)], Language.allCases)
    func everyFigureHasItsUnitOnOneScaleWithTheFormerOne(_ size: (Int, Int), _ language: Language) {
        var state = state(size.0, size.1, language)
        state.update(.changes)
        let lines = state.draw().lines()
        let unit = language == .zh ? "个" : "places"
        #expect(lines.contains { $0.contains("3,150 \(unit)") }, "\(lines)")
        for line in lines where line.contains("11,412,800") { #expect(line.contains("(8,975,000)"), "\(line)") }
    }

    @Test(arguments: [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)], Language.allCases)
    func theFictionalMarkAndTheBaseStandAtEverySize(_ size: (Int, Int), _ language: Language) throws {
        var state = state(size.0, size.1, language)
        state.take(.formerVersions(FormerVersions([.version: try former()])), of: .readFormerVersions)
        state.press(.character("d"))
        let text = state.draw().lines().joined()
        #expect(text.contains(language == .zh ? "虚构" : "Fictional"))
        #expect(text.filter { $0 != " " }.contains(language == .zh ? "上一版（000007）" : "theversionbefore(000007)"))
        #expect(text.contains("98,412"))
        // What it was is shown before the unit and the period are.
        if size.0 >= 60 { #expect(text.contains("(98,212)")) }
    }
}
