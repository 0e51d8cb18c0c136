import Cells
import Indicators
import TestSupport
import Testing
import Wording

@testable import Console
@testable import Reports

/// What is taken along says by itself whose it is, when, how sure, and where from.
@Suite struct CopyingTests {
    private func state(_ screen: Screen, _ language: Language = .zh, of catalogue: Catalogue = Sample.catalogue)
        -> DashboardState
    {
        var state = DashboardState(
            catalogue: catalogue, settings: Settings(language: language), size: Size(columns: 100, rows: 30))
        state.open(screen)
        state.update(.edge(.up))
        return state
    }

    private func rows(_ state: DashboardState) -> [[String]] {
        (state.copiedTable() ?? "").split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows of a table without its header.
    private func facts(_ state: DashboardState) -> [[String]] {
        Array(rows(state).drop { $0.first != CopiedWords.columns(state.words)[0] }.dropFirst())
    }

    /// A data set by its name: as an argument of a test it would be written out whole.
    private func catalogue(_ name: String) -> Catalogue { name == "example" ? Sample.example : Sample.catalogue }
    private static let names = ["panjin", "example"]

    // MARK: One figure

    @Test func aFigureIsOneLine() {
        let title = "持续增强群众获得感幸福感——盘锦着力保障和改善民生提高人民生活品质纪实"
        let line = "城镇新增就业 24,002人（2022年1—11月）来源：\(title)「稳住就业“底盘”做实最大民生」第7段"
        #expect(state(.topic("employment")).copiedFigure() == line)
        #expect(state(.indicator("new-urban-jobs", area: nil)).copiedFigure() == line)
        #expect(state(.overview).copiedFigure() == line)
        #expect(
            state(.topic("employment"), .en).copiedFigure()
                == "New urban jobs: 24,002 people (Jan–Nov 2022). Source: Report on livelihood work in Panjin, "
                + "“稳住就业“底盘”做实最大民生”, paragraph 7"
        )
    }

    @Test(arguments: Language.allCases)
    func everyFigureSaysAllOfIt(_ language: Language) throws {
        for indicator in Sample.catalogue.indicators {
            let state = state(.indicator(indicator.code, area: nil), language), ink = Ink(state)
            let line = try #require(state.copiedFigure(), "\(indicator.code)")
            var parts = [indicator.name[language]]
            if let observation = state.shownObservation(of: indicator.code) {
                parts += [
                    ink.wording.figure(observation), PeriodText.full(observation, ink.wording),
                    StatusText.short(observation, state.words),
                ]
                parts += [CopiedWords.source(observation.source, observation.place, ink.wording)]
            } else {
                parts += [state.words.notOnRecord, state.words.judging.target]
            }
            for part in parts where !part.isEmpty { #expect(line.contains(part), "\(line) without \(part)") }
        }
    }

    @Test func whatWasOnlyPromisedSaysWhatAndWhere() throws {
        let state = state(.indicator("new-care-complexes", area: nil))
        #expect(try #require(state.copiedFigure()).hasPrefix("新建社区养老服务综合体 未载（目标 2019年 至少5个）来源："))
        #expect(facts(state)[0][8] == "未载；目标 2019年 至少5个")
    }

    @Test func anotherAreaIsNamed() throws {
        var state = state(.districts)
        let area = try #require(state.districts.first)
        #expect(try #require(state.copiedFigure()).contains("（\(area.name.zh)）"))
        state.update(.open)
        state.update(.edge(.up))
        for index in state.content(of: state.screen).items.indices {
            let line = try #require(state.copiedFigure())
            #expect(line.contains(area.name.zh), "\(index) \(line)")
            state.update(.move(.down))
        }
    }

    @Test func aComputedFigureIsMarkedWithItsFormula() throws {
        let line = try #require(state(.source(.derived("jobs-per-new-entrepreneur"))).copiedFigure())
        #expect(line.hasPrefix("每名新增创业者带动就业（推算） 1.80人 = 20,352人 ÷ 11,331人（2022年1—11月，四舍五入）来源："), "\(line)")
        for derived in Sample.example.derived {
            let line = try #require(state(.source(.derived(derived.code)), of: Sample.example).copiedFigure())
            #expect(line.contains("推算") && (line.contains(" = ") || line.contains("不推算：")), "\(line)")
        }
    }

    @Test func aMeasureHasItsStateAndSource() throws {
        #expect(
            try #require(state(.source(.brief("startup-units"))).copiedFigure())
                .hasPrefix("创业扶持部门：各级就业机构均设（2022年 见报时，已完成）来源：持续增强"))
    }

    @Test func inventedDataAreSaidFirst() throws {
        #expect(try #require(state(.overview, of: Sample.example).copiedFigure()).hasPrefix("虚构示例数据："))
        #expect(
            try #require(state(.overview, .en, of: Sample.example).copiedFigure()).hasPrefix("Fictional example data: ")
        )
        #expect(rows(state(.overview, of: Sample.example))[0] == ["虚构示例数据"])
    }

    @Test func nothingWhereNothingIsSelected() {
        for screen in [Screen.help, .search, .areas] {
            #expect(state(screen).copiedFigure() == nil && state(screen).copiedTable() == nil, "\(screen)")
        }
    }

    /// Zero, not reported, not applicable, secret, not collected and not yet released are different words, and never a
    /// number.
    @Test func everyAbsenceKeepsItsWord() {
        var seen: Set<String> = []
        for indicator in Sample.example.indicators {
            let state = state(.indicator(indicator.code, area: nil), of: Sample.example), words = state.words
            let all = Sample.example.observations(of: indicator.code)
            // A table that is cut ends in a line of one cell.
            for (observation, row) in zip(all, facts(state).filter { $0.count > 1 }) where observation.value == nil {
                #expect(row[2].isEmpty && row[3].isEmpty && row[5].isEmpty, "\(row)")
                #expect(row[8] == words.absence(observation), "\(row)")
                seen.insert(row[8])
            }
        }
        #expect(seen.isSuperset(of: ["未报", "不适用", "保密", "未采集", "未到发布时间"]))
    }

    // MARK: Tables

    @Test func theTableOfATopic() {
        let rows = rows(state(.topic("employment")))
        #expect(rows[0] == ["指标", "地区", "数值", "限定", "单位", "倍数", "时期", "时期交代", "状态", "来源"])
        #expect(rows[1].prefix(9) == ["城镇新增就业", "盘锦市", "24002", "", "人", "", "2022年1—11月", "", "已报"])
        #expect(rows.contains { $0.prefix(9) == ["创业担保贷款", "盘锦市", "3.85", "", "元", "亿", "2022年1—11月", "", "已报"] })
        #expect(
            rows.contains { $0[0] == "每名新增创业者带动就业 推算" && $0[2] == "1.80" && $0[9].hasPrefix("推算：20,352人 ÷ 11,331人；") })
        #expect(rows.contains { $0[0] == "创业扶持部门：各级就业机构均设" && $0[2].isEmpty && $0[8] == "已完成" })
        #expect(rows.allSatisfy { $0.count == 10 })
    }

    /// Digits, qualifier, power of ten, period and status of every observation, as the catalogue has them.
    @Test(arguments: names, Language.allCases)
    func everyObservationOfAnIndicator(_ name: String, _ language: Language) throws {
        let catalogue = catalogue(name)
        var isCut = 0
        // The example city's are long and much alike.
        for (index, indicator) in catalogue.indicators.enumerated() where name == "panjin" || index.isMultiple(of: 4) {
            let all = catalogue.observations(of: indicator.code)
            let state = state(.indicator(indicator.code, area: nil), language, of: catalogue), ink = Ink(state)
            var rows = facts(state)
            guard !all.isEmpty else { continue }
            if rows.count != all.count {
                let shown = rows.count - 1
                #expect(rows.removeLast() == [CopiedWords.cut(shown, of: all.count, language)])
                #expect(try #require(state.copiedTable()).utf8.count > CopiedTable.mostBytes - 1_000)
                isCut += 1
            }
            for (observation, row) in zip(all, rows) {
                let high = observation.valueHigh.map { "–" + $0.description } ?? ""
                let expected = [
                    indicator.name[language], catalogue.area(observation.area)?.name[language] ?? "",
                    observation.value.map { $0.description + high } ?? "",
                    observation.value == nil ? "" : CopiedWords.qualifier(observation, indicator.unit, language),
                    indicator.unit.name[language],
                    observation.value == nil ? "" : CopiedWords.multiplier(observation.unitMultiplier, language),
                    PeriodText.span(of: observation.period, ink.wording, withYear: true),
                    PeriodText.basis(observation.basis, state.words),
                    StatusText.full(observation, state.words),
                    CopiedWords.source(observation.source, observation.place, ink.wording),
                ]
                // An expectation for each of some thousand rows takes its time.
                if row != expected { Issue.record("\(row) is not \(expected)") }
            }
        }
        #expect((isCut > 0) == catalogue.package.isFictional)
    }

    @Test func qualifiersAreWords() throws {
        var found: [Qualifier: Set<String>] = [:]
        for catalogue in [Sample.catalogue, Sample.example] {
            for indicator in catalogue.indicators {
                for observation in catalogue.observations(of: indicator.code) where observation.value != nil {
                    found[observation.qualifier, default: []].insert(
                        CopiedWords.qualifier(observation, indicator.unit, .zh))
                }
            }
        }
        #expect(
            found[.exact] == [""] && found[.approx] == ["约"] && found[.approxBelow] == ["近"] && found[.range] == ["区间"])
        #expect(try #require(found[.approxAbove]).isSubset(of: ["余", "多", "至少"]))
    }

    @Test(arguments: names)
    func districtsComparisonAndSearch(_ name: String) throws {
        let catalogue = catalogue(name)
        let districts = state(.districts, of: catalogue)
        for area in districts.districts {
            let own = facts(districts).filter { $0[1] == area.name.zh }
            for case .figure(let indicator, let observation?) in districts.figures(ofArea: area.code) {
                let digits = observation.value?.description ?? ""
                #expect(
                    own.contains { $0[0] == indicator.name.zh && $0[2].hasPrefix(digits) },
                    "\(area.code) \(indicator.code)")
            }
        }
        let code = try #require(catalogue.topics.first).headline
        let compare = state(.compare(code), of: catalogue)
        let comparison = try #require(CompareScreen.comparison(compare, code))
        #expect(
            facts(compare).count == comparison.rows.reduce(0) { $0 + ($1.unlike == nil ? comparison.periods.count : 1) }
        )
        #expect(compare.copiedFigure() != nil)
        var search = state(.search, of: catalogue)
        let wanted = try #require(catalogue.indicator(code)).name.zh
        for character in wanted { search.update(.type(character)) }
        #expect(facts(search).contains { $0[0] == wanted })
        #expect(try #require(search.copiedFigure()).contains(wanted))
    }

    /// One line each, nothing that a terminal obeys, ten cells or one, and never more than is taken.
    @Test(arguments: names, Language.allCases)
    func everyScreenIsSound(_ name: String, _ language: Language) {
        let catalogue = catalogue(name)
        var screens: [Screen] = [.overview, .districts, .help, .search, .areas]
        screens += catalogue.topics.map { .topic($0.code) } + catalogue.areas.prefix(3).map { .area($0.code) }
        screens += catalogue.topics.prefix(3).flatMap { [.indicator($0.headline, area: nil), .compare($0.headline)] }
        screens +=
            catalogue.briefs.map { .source(.brief($0.code)) } + catalogue.derived.map { .source(.derived($0.code)) }
        for screen in screens {
            var state = state(screen, language, of: catalogue)
            for area in [nil, state.districts.first?.code] {
                state.session.area = area
                if let line = state.copiedFigure() {
                    #expect(
                        !line.unicodeScalars.contains(where: DisplayWidth.isUnsafe)
                            && line.utf8.count <= CopiedTable.mostBytes, "\(screen)")
                }
                guard let table = state.copiedTable() else { continue }
                #expect(table.utf8.count <= CopiedTable.mostBytes)
                #expect(
                    !table.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && DisplayWidth.isUnsafe($0) },
                    "\(screen)")
                for line in table.split(separator: "\n") {
                    #expect([0, 9].contains(line.utf8.count { $0 == 0x09 }), "\(line)")
                }
            }
        }
    }

    @Test func aTableTooLongIsCutAtALineAndSaysSo() throws {
        let state = state(.topic("employment"), .en), ink = Ink(state)
        let one = try #require(state.content.copied)
        let text = CopiedTable(items: Array(repeating: one, count: 5_000), wording: ink.wording).text
        let lines = text.split(separator: "\n")
        #expect(text.utf8.count <= CopiedTable.mostBytes && text.utf8.count > CopiedTable.mostBytes - 500)
        #expect(lines.dropFirst().dropLast().allSatisfy { $0 == lines[1] })
        let command = "minsheng show --format csv"
        #expect(
            lines.last == "… only the first \(lines.count - 2) of 5000 rows were copied; for all of them: \(command)")
        // Whether one more fits is known for every length.
        for count in (lines.count - 5)...lines.count {
            let text = CopiedTable(items: Array(repeating: one, count: count), wording: ink.wording).text
            #expect(
                text.utf8.count <= CopiedTable.mostBytes
                    && text.contains("only the first") == (text.split(separator: "\n").count != count + 1))
        }
    }

    @Test func noPieceIsEndless() throws {
        let state = state(.topic("employment")), ink = Ink(state)
        var fact = CopiedFact(try #require(state.content.copied), ink.wording)
        fact.name = String(repeating: "名", count: 100_000)
        let line = CopiedLine.write(fact, ink.wording)
        #expect(line.utf8.count < 5_000 && line.contains("… 24,002人（2022年1—11月）来源："))
        #expect(CopiedTable.cell(fact.name).utf8.count < 4_000)
    }

    // MARK: Hostile text

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+86 427", "'+86 427"), ("-1+1", "'-1+1"), ("@sum", "'@sum"), ("\t=1", "' =1"),
        ("\tx", "' x"), ("\r\n=1", "'  =1"),
        ("  =1", "'  =1"), ("\u{3000}=1", "'\u{3000}=1"), ("＝1", "'＝1"), ("\"=1\"", "'\"=1\""), ("-3.5", "-3.5"),
        ("+7", "+7"),
        ("-3–5", "'-3–5"), ("24002", "24002"), ("1.10", "1.10"), ("1—11月", "1—11月"), ("a=b", "a=b"), ("", ""),
        ("a\tb\nc\r\nd", "a b c  d"), ("a\u{2028}b\u{85}c", "a b c"),
        ("a\u{1B}[31mb\u{202E}c", "a\u{FFFD}[31mb\u{FFFD}c"), ("'=1", "'=1"),
    ])
    func cellsAreTakenAsTheyAre(_ text: String, _ expected: String) {
        #expect(CopiedTable.cell(text) == expected)
    }

    @Test func powersOfTenAreWritten() {
        #expect([0, 3, 4, 8, 12].map { CopiedWords.multiplier($0, .zh) } == ["", "千", "万", "亿", "万亿"])
        #expect(
            [0, 3, 4, 6, 9].map { CopiedWords.multiplier($0, .en) } == [
                "", "thousand", "ten thousand", "million", "billion",
            ])
        #expect(CopiedWords.multiplier(-2, .zh) == "×10^-2" && CopiedWords.multiplier(13, .en) == "×10^13")
    }
}
