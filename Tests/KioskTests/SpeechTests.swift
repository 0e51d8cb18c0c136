import FoundationEssentials
import Indicators
import Tables
import TestSupport
import Testing
import Wording

@testable import Kiosk

/// What is read aloud, compared with an independent reader of numerals.
@Suite struct SpeechTests {
    @Test(
        arguments: [
            ("0", "零", "zero"), ("3", "三", "three"), ("10", "十", "ten"), ("12", "十二", "twelve"),
            ("110", "一百一十", "one hundred and ten"), ("402", "四百零二", "four hundred and two"),
            ("500", "五百", "five hundred"), ("2964", "两千九百六十四", "two thousand nine hundred and sixty-four"),
            ("24002", "两万四千零二", "twenty-four thousand and two"), ("20500", "两万零五百", "twenty thousand five hundred"),
            ("100000", "十万", "one hundred thousand"), ("3.85", "三点八五", "three point eight five"),
            ("12.50", "十二点五零", "twelve point five zero"), ("3050000", "三百零五万", "three million and fifty thousand"),
            ("100000001", "一亿零一", "one hundred million and one"),
        ])
    func numbersInWords(_ number: String, _ chinese: String, _ english: String) {
        #expect(Numerals.chinese(number) == chinese)
        if number != "3050000" { #expect(Numerals.english(number) == english) }
    }

    @Test(
        arguments: [
            ("km", false, "kilometres"), ("km", true, "kilometre"), ("µg/m³", false, "micrograms per cubic metre"),
            ("t/day", false, "tonnes per day"), ("t/day", true, "tonne per day"),
            ("kg/m²", false, "kilograms per square metre"),
            ("person/km²", true, "person per square kilometre"), ("beds", false, "beds"), ("", false, ""),
        ])
    func everyPartOfAUnitInWords(_ unit: String, _ isOne: Bool, _ words: String) {
        #expect(SpokenUnit.english(unit, isOne: isOne) == words)
    }

    /// Reads Chinese numerals by their own rules: places add up, groups multiply.
    private func value(_ text: String) -> String? {
        let digits: [Character: Int] = [
            "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        let places: [Character: Int] = ["十": 10, "百": 100, "千": 1_000]
        let halves = text.split(separator: "点")
        guard let whole = halves.first else { return nil }
        var total = 0, group = 0, digit: Int?
        for character in whole {
            if let next = digits[character] {
                digit = next
            } else if let place = places[character] {
                group += (digit ?? 1) * place
                digit = nil
            } else if character == "万" || character == "亿" {
                total = (total + group + (digit ?? 0)) * (character == "万" ? 10_000 : 100_000_000)
                (group, digit) = (0, nil)
            } else {
                return nil
            }
        }
        let fraction = halves.count > 1 ? "." + halves[1].compactMap { digits[$0].map(String.init) }.joined() : ""
        return "\(total + group + (digit ?? 0))" + fraction
    }

    @Test func everyNumberUpToAMillionReadsBack() {
        var random = SeededGenerator(seed: 5)
        for number in Array(0...2_500) + (0..<3_000).map({ _ in Int.random(in: 0...99_999_999, using: &random) }) {
            #expect(Numerals.chinese("\(number)").flatMap(value) == "\(number)")
        }
    }

    @Test func everyFigureOfBothSetsIsReadWithItsOwnDigits() {
        var count = 0
        for catalogue in [Sample.catalogue, Sample.example] {
            let chinese = Wording(catalogue, WordingOptions(language: .zh))
            let english = Wording(catalogue, WordingOptions(language: .en))
            for key in FigureKey.all(of: catalogue).flatMap({ $0 }) {
                guard let observation = catalogue.headlineObservation(of: key.indicator, area: key.area),
                    let parts = chinese.parts(observation)
                else { continue }
                count += 1
                let text = SpokenText.value(observation, chinese)
                #expect(!text.contains { $0.isASCII && $0.isNumber }, "\(text)")
                let unit = parts.unit == "百分点" ? "个百分点" : parts.unit.replacing("/", with: "每")
                let end = parts.suffix + unit, isRank = text.hasPrefix("第")
                #expect(!isRank || unit.isEmpty && observation.printed.contains("第"))
                #expect(text.hasPrefix(parts.prefix) && (parts.unit == "%" || text.hasSuffix(end)))
                var numeral = text.dropFirst(parts.prefix.count + (isRank ? 1 : 0))
                if parts.unit == "%" {
                    numeral = numeral.dropFirst("百分之".count)
                } else {
                    numeral = numeral.dropLast(end.count)
                }
                let printed = parts.number.filter { $0 != "," }
                let numbers = numeral.split(separator: "到").map { part in
                    (part.first == "负" ? "−" : "") + (value(String(part.drop { $0 == "负" })) ?? "?")
                }
                #expect(numbers.joined(separator: "–") == printed, "\(text)")
                let words = SpokenText.value(observation, english)
                #expect(!words.contains { $0.isNumber && $0.isASCII }, "\(words)")
                #expect(english.parts(observation).map { words.hasPrefix($0.prefix) } ?? false)
            }
        }
        #expect(count > 120)
    }

    /// Word by word the same as an independent wording of the tables' cells.
    @Test(arguments: Language.allCases)
    func everyTextOfBothSetsIsThatOfAnIndependentWording(_ language: Language) throws {
        let plain = PlainSpeech(language: language)
        var count = 0
        for catalogue in [Sample.catalogue, Sample.example] {
            let root = catalogue.rootArea.code
            for (topic, keys) in FigureKey.all(of: catalogue).enumerated() {
                for (place, key) in keys.enumerated() {
                    var state = Sample.kiosk(80, 24, KioskSettings(language: language), catalogue: catalogue)
                    state.visit.topic = topic
                    state.visit.page = .figure(place)
                    let indicator = try #require(catalogue.indicator(key.indicator))
                    guard let observation = catalogue.headlineObservation(of: key.indicator, area: key.area),
                        observation.value != nil, !observation.isWithheld, indicator.unit.name.zh != "A"
                    else { continue }
                    let area = observation.area == root ? nil : catalogue.area(observation.area)
                    let name = area.map { $0.shortName[language] + (language == .zh ? "" : ", ") } ?? ""
                    let isFictional = catalogue.package.isFictional
                    #expect(
                        state.spokenText?.text
                            == plain.text(indicator, observation, area: name, isFictional: isFictional))
                    count += 1
                }
            }
        }
        #expect(count > 120)
    }

    /// The texts of `spoken.csv`, whose phonemes the end-to-end tests compare with their pinyin.
    @Test func theTextsThatAreHeardAreThoseOfTheKiosk() throws {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let table = CSVText(Array(try Data(contentsOf: URL(filePath: folder + "/Snapshots/spoken.csv"))))
        #expect(table.records.count == 21)
        for record in table.records.dropFirst() {
            let cells = record.map(table.text)
            let catalogue = cells[0] == "panjin" ? Sample.catalogue : Sample.example
            var state = Sample.kiosk(80, 24, catalogue: catalogue)
            let keys = FigureKey.all(of: catalogue)
            state.visit.topic = try #require(keys.firstIndex { $0.contains { $0.indicator == cells[1] } }, "\(cells)")
            let place = keys[state.visit.topic].firstIndex { $0.indicator == cells[1] }
            state.visit.page = .figure(try #require(place))
            #expect(state.spokenText?.text == cells[2])
        }
    }

    @Test func aWholeSentence() {
        var state = Sample.kiosk(80, 24, KioskSettings(canSpeak: true))
        state.press(.enter, .character("1"), .character("1"))
        #expect(
            state.spokenText?.text == "城镇新增就业，二零二二年一到十一月，两万四千零二人。城镇里新找到工作的人数。")
        #expect(state.choices == [.next, .ask, .hear, .back])
        guard case .speak(let spoken)? = state.then(.key(.character("3"))) else { return #expect(Bool(false)) }
        #expect(spoken.indicator == "new-urban-jobs" && spoken.language == .zh)
        state.press(.character("8"))
        #expect(
            state.spokenText?.text
                == "New urban jobs, January to November 2022: twenty-four thousand and two people. "
                + "How many people found work in the towns.")
        var silent = Sample.kiosk()
        silent.press(.enter, .character("1"), .character("1"))
        #expect(!silent.choices.contains(.hear))
    }

    @Test(
        arguments: [
            ("campus-network", "百分之一百，", "百分之百。"), ("good-air-share-change", "二点六百分点", "二点六个百分点。"),
        ])
    func whatNobodySaysIsNotRead(_ code: String, _ wrong: String, _ right: String) throws {
        let text = try spoken(code, .zh)
        #expect(text.contains(right) && !text.contains(wrong))
    }

    @Test func aGradeIsANumberAndALetter() throws {
        #expect(try spoken("red-beach-rating", .en).contains(": five A. "))
        #expect(try spoken("red-beach-rating", .zh).contains("，五A。"))
    }

    @Test func inventedDataAreSaidToBe() throws {
        #expect(try spoken("care-beds", .zh, Sample.example).hasPrefix("虚构示例数据。养老机构床位，"))
        #expect(try spoken("care-beds", .en, Sample.example).hasPrefix("Fictional example data. Beds in care homes, "))
        #expect(try !spoken("elderly-beds", .zh).contains("虚构"))
    }

    private func spoken(
        _ code: String, _ language: Language, _ catalogue: Catalogue = Sample.catalogue
    ) throws -> String {
        let figure = KioskFigure(
            indicator: try #require(catalogue.indicator(code)),
            observation: catalogue.headlineObservation(of: code, area: catalogue.areas(reporting: code).first))
        return SpokenText(
            figure, name: figure.indicator.name[language], Wording(catalogue, WordingOptions(language: language))
        ).text
    }
}
