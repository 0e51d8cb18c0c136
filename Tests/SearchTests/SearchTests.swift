import FoundationEssentials
import Indicators
import Tables
import TestSupport
import Testing

@testable import Search

/// Every indicator of both data sets, by everything that may be typed for it.
@Suite struct SearchOfEveryIndicatorTests {
    /// A city with its index.
    struct City: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let catalogue: Catalogue
        let index: SearchIndex

        init(_ name: String, _ catalogue: Catalogue) {
            testDescription = name
            self.catalogue = catalogue
            index = SearchIndex(catalogue)
        }
    }

    static let cities = [City("panjin", Sample.catalogue), City("example", Sample.example)]

    /// The place of an indicator among what is found.
    private func place(of indicator: Indicator, _ query: String, in city: City) -> Int? {
        city.index.matches(query).firstIndex { item in
            if case .indicator(let found) = item { found.code == indicator.code } else { false }
        }
    }

    private func expectAmongFirst(_ indicator: Indicator, _ query: String, in city: City) {
        let place = place(of: indicator, query, in: city)
        #expect((place ?? .max) < 5, "\(indicator.name.zh): \(query) at \(place.map(String.init) ?? "none")")
    }

    @Test(arguments: cities)
    func byNameInBothLanguages(_ city: City) {
        for indicator in city.catalogue.indicators {
            #expect(place(of: indicator, indicator.name.zh, in: city) == 0, "\(indicator.name.zh)")
            for name in [
                indicator.name.en, indicator.shortName.zh, indicator.shortName.en, indicator.name.en.uppercased(),
            ] {
                expectAmongFirst(indicator, name, in: city)
            }
        }
    }

    @Test(arguments: cities)
    func byFullPinyinWithAndWithoutBlanks(_ city: City) {
        for indicator in city.catalogue.indicators {
            for syllables in Self.typed(indicator.pinyin, { $0 }) {
                expectAmongFirst(indicator, syllables.joined(), in: city)
                expectAmongFirst(indicator, syllables.joined(separator: " "), in: city)
                // While it is typed the last syllable is unfinished.
                #expect(
                    place(of: indicator, String(syllables.joined().dropLast()), in: city) != nil, "\(indicator.name.zh)"
                )
            }
        }
    }

    /// None of the present data shares all its initials, or all their keys, with five that stand before it.
    @Test(arguments: cities)
    func byInitialsAndByTheKeysOfAKeypad(_ city: City) {
        for indicator in city.catalogue.indicators {
            for initials in Self.typed(indicator.pinyin, Self.initial) {
                expectAmongFirst(indicator, initials.joined(), in: city)
                expectAmongFirst(indicator, Self.onKeypad(initials.joined()), in: city)
            }
        }
    }

    @Test(arguments: cities)
    func byInitialsFromAnySyllable(_ city: City) {
        for indicator in city.catalogue.indicators {
            for initials in Self.typed(indicator.pinyin, Self.initial) {
                for first in initials.indices {
                    let query = initials[first...].joined()
                    #expect(place(of: indicator, query, in: city) != nil, "\(indicator.name.zh): \(query)")
                    #expect(
                        place(of: indicator, Self.onKeypad(query), in: city) != nil, "\(indicator.name.zh): \(query)")
                }
            }
        }
    }

    @Test(arguments: cities)
    func byUnitAndDepartment(_ city: City) {
        for indicator in city.catalogue.indicators {
            for query in [
                indicator.unit.name.zh, indicator.unit.englishSingular, indicator.department.zh,
                indicator.department.en,
            ] {
                // One letter of a unit finds names alone.
                guard !query.isEmpty, query != "A" else { continue }
                #expect(place(of: indicator, query, in: city) != nil, "\(indicator.name.zh): \(query)")
            }
        }
    }

    /// All ways of typing a column: a syllable's readings one after the other.
    private static func typed(_ pinyin: String, _ form: (String) -> String) -> [[String]] {
        pinyin.split(separator: " ").reduce([[]]) { before, syllable in
            before.flatMap { typed in syllable.split(separator: "/").map { typed + [form(String($0))] } }
        }
    }

    /// The first letter; a number is typed whole.
    private static func initial(_ syllable: String) -> String {
        syllable.contains { $0.isNumber } ? syllable : String(syllable.prefix(1))
    }

    /// The keypad written out anew, not as the program has it.
    private static func onKeypad(_ letters: String) -> String {
        let keys = ["2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"]
        return letters.map { letter in keys.first { $0.value.contains(letter) }?.key ?? String(letter) }.joined()
    }
}

/// What is found, and in which order.
@Suite struct SearchTests {
    /// What is found as a letter for its kind and its Chinese name.
    private func found(_ query: String, in catalogue: Catalogue = Sample.catalogue) -> [String] {
        SearchIndex.matches(query, in: catalogue).map { item in
            switch item {
            case .topic(let topic): "T \(topic.title.zh)"
            case .area(let area): "A \(area.name.zh)"
            case .indicator(let indicator): "I \(indicator.name.zh)"
            case .derived(let derived): "D \(derived.name.zh)"
            case .brief(let brief): "B \(brief.title.zh)"
            }
        }
    }

    @Test(arguments: [
        ("jy", "I 城镇新增就业"), ("59", "I 城镇新增就业"), ("czxz", "I 城镇新增就业"), ("xzjy", "I 城镇新增就业"), ("jiu ye", "I 城镇新增就业"),
        ("jiuy", "I 城镇新增就业"), ("chzhxz", "I 城镇新增就业"), ("城镇xz", "I 城镇新增就业"), ("chengzxin", "I 城镇新增就业"),
        ("zd", "I 重点招聘活动"), ("cd", "I 重点招聘活动"), ("zhongdian", "I 重点招聘活动"), ("chongdian", "I 重点招聘活动"),
        ("zhanghuxian", "I 长护险惠及人数"), ("chx", "I 长护险惠及人数"), ("zhx", "I 长护险惠及人数"), ("phs", "I 幼儿园普惠率"),
        ("pm2.5", "I PM2.5平均浓度"), ("PM 25", "I PM2.5平均浓度"), ("7625", "I PM2.5平均浓度"), ("60", "I 60岁及以上人口(常住)"),
        ("24xs", "I 24小时供水村"), ("road", "I 四好农村路维修改造"), ("pocket", "I 建成口袋公园"), ("ocket", "I 建成口袋公园"),
        ("得胜村", "A 得胜村"), ("dsc", "A 得胜村"), ("xlt", "A 兴隆台区"), ("958", "A 兴隆台区"), ("Dawa", "A 大洼区"), ("daiwa", "A 大洼区"),
        ("大洼县", "A 大洼区"), ("dwx", "A 大洼区"), ("211121", "A 大洼区"), ("211104", "A 大洼区"),
        ("wmcc", "T 文明创城"), ("sb", "T 社会保障"), ("shbz", "T 社会保障"), ("tourism", "T 文旅"),
        ("mmxzcyz", "D 每名新增创业者带动就业"), ("jobs per", "D 每名新增创业者带动就业"), ("lhkyzx", "B 辽河康养中心"), ("梯队", "B 养老服务体系建设"),
        ("得胜", "I 年产水果"), ("公里", "I 城市道路总长"), ("gl", "I 城市道路总长"), ("km", "I 城市道路总长"), ("%", "I 幼儿园普惠率"),
        ("％", "I 幼儿园普惠率"),
        ("社会保障局", "I 重点招聘活动"), ("shbzj", "I 重点招聘活动"), ("Transport", "I 四好农村路维修改造"),
    ])
    func finds(_ query: String, _ wanted: String) {
        #expect(found(query).contains(wanted), "\(query): \(found(query).prefix(8))")
    }

    @Test(arguments: [
        ("rsj", "I 城镇新增就业"), ("人社局", "I 农民工欠薪案件"), ("diaocha", "I 城镇调查失业率"), ("tiaocha", "I 城镇调查失业率"),
        ("xinxian", "A 辛区"), ("990128", "A 辛区"), ("jq", "A 甲区"), ("Civil Affairs", "I 发放低保金"),
    ])
    func findsInTheExampleCity(_ query: String, _ wanted: String) {
        #expect(
            found(query, in: Sample.example).contains(wanted), "\(query): \(found(query, in: Sample.example).prefix(8))"
        )
    }

    @Test(arguments: [
        // The name itself, then what begins with it, then what has it.
        ("志愿者", ["I 志愿者", "I 志愿者队伍", "I 注册志愿者", "D 每支志愿服务团队志愿者"]),
        ("养老机构", ["I 养老机构", "I 养老机构床位"]),
        // The whole reading before the beginning of one.
        ("yljg", ["I 养老机构", "I 养老机构床位"]),
        ("jiuye", ["T 就业", "I 就业困难人员就业", "B 就业创业服务窗口", "I 城镇新增就业"]),
        // Among equals the indicator that stands for its topic is first.
        ("农", ["I 农民工欠薪", "I 农村社区互助幸福院"]),
        // A name before what merely belongs to it.
        ("得胜", ["A 得胜村", "I 村道改造总长"]),
        ("公里", ["D 村道每公里改造投资", "D 农村公路每公里投资", "I 四好农村路维修改造"]),
        // Digits as they stand before the letters on their keys.
        ("24", ["I 24小时供水村"]),
    ])
    func theBestIsFirst(_ query: String, _ wanted: [String]) {
        #expect(Array(found(query).prefix(wanted.count)) == wanted, "\(query)")
    }

    @Test(arguments: [
        "qqq", "飞机", "就业飞机", "jyq", "777777", "iuye", "!", "…", "、。", "", "   ", "\u{0}\u{7F}\u{9B}", "\u{202E}",
        "\u{301}",
    ])
    func findsNothing(_ query: String) {
        #expect(found(query).isEmpty, "\(found(query))")
    }

    @Test(arguments: [" jy ", "JY", "ＪＹ", "j'y", "j y", "\u{1B}jy\u{7}", "j\u{200B}y", "jy。"])
    func isFoundHoweverItIsWritten(_ query: String) {
        #expect(found(query) == found("jy"))
    }

    /// Letters and digits as people type them, and Chinese ones among them, which are no longer readings of anything.
    @Test(arguments: [Sample.catalogue, Sample.example])
    func typingOnFindsWhatTheWholeQueryFinds(_ catalogue: Catalogue) {
        let index = SearchIndex(catalogue)
        var chance = SeededGenerator(seed: 8)
        let names =
            catalogue.indicators.map { Array($0.pinyin) } + catalogue.indicators.map { Array($0.name.zh) }
            + catalogue.indicators.map { Array($0.name.en.lowercased()) }
        let any = Array("abcehijlnsuvxyz就业养老 0123456789.％É")
        for round in 0..<60 {
            var query = "", found = SearchResults.none
            let name = names[round % names.count], start = Int.random(in: 0...name.count / 2, using: &chance)
            for step in 0..<8 {
                let isStray = Int.random(in: 0..<8, using: &chance) == 0
                let own = start + step < name.count ? name[start + step] : " "
                query.append(isStray ? any[Int.random(in: 0..<any.count, using: &chance)] : own)
                found = index.results(of: query, after: found)
                #expect(found.indices.map { found[$0] } == index.matches(query), "\(query)")
            }
        }
    }

    @Test func oddInputDoesNoHarm() {
        var odd = ["😀", "👨‍👩‍👧‍👦", "\u{1B}[31m", "\u{FFFF}", "e\u{301}", "ﷺ", "㎡", "Ⅳ", "𠳐", "0", "a\u{0}b", "%%%%"]
        for piece in ["a", "2", "就", "j就", "na", "an", "zh", "😀", " "] {
            for count in [63, 64, 65, 200, 20_000] { odd.append(String(repeating: piece, count: count)) }
        }
        for catalogue in [Sample.catalogue, Sample.example] {
            let index = SearchIndex(catalogue)
            for query in odd { #expect(index.matches(query).count <= catalogue.indicators.count, "\(query.prefix(8))") }
        }
    }

    @Test(arguments: [
        ("survey", "questionnaires"), ("wages", "wage-arrears"), ("unemployment", "reemployed"),
        ("Wages owed", "wage-arrears"),
    ])
    func byWordsOfTheMeaningAndByOtherForms(_ query: String, _ code: String) {
        let found = SearchIndex.matches(query, in: Sample.catalogue)
        #expect(found.contains { if case .indicator(let indicator) = $0 { indicator.code == code } else { false } })
    }

    @Test func aShortRestOfAWordIsNotSearched() {
        // Without its ending it would be found in many names.
        #expect(SearchIndex.matches("peoing", in: Sample.catalogue).isEmpty)
        #expect(!SearchIndex.matches("peo", in: Sample.catalogue).isEmpty)
    }

    /// 养老床位 with other characters between: 养老机构床位. What contains the words as they are comes first.
    @Test func chineseCharactersWithOthersBetweenThem() throws {
        let found = SearchIndex.matches("养老床位", in: Sample.catalogue).map(\.chineseName)
        let whole = try #require(found.firstIndex { $0.contains("养老床位") })
        let parted = try #require(found.firstIndex { !$0.contains("养老床位") && $0.contains("养老机构") })
        #expect(whole < parted)
        #expect(SearchIndex.matches("位床老养", in: Sample.catalogue).isEmpty)
    }
}
