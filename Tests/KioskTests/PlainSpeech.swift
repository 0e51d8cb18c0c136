import Indicators

/// What is to be read aloud of a figure, written from the cells of the tables by other means than the program's: an
/// independent wording to compare with.
struct PlainSpeech {
    let language: Language

    /// The whole text: name, period, status, value and sentence.
    func text(_ indicator: Indicator, _ observation: Observation, area: String, isFictional: Bool) -> String {
        let mark = isFictional ? (language == .zh ? "虚构示例数据。" : "Fictional example data. ") : ""
        let name = area + indicator.name[language], value = value(indicator, observation)
        var head = [name, period(observation)]
        if observation.status == .provisional { head.append(language == .zh ? "初步" : "Provisional") }
        if observation.status == .forecast { head.append(language == .zh ? "预计" : "Forecast") }
        if observation.revision != .none { head.append(language == .zh ? "修订" : "Revised") }
        if language == .en {
            return mark + head.filter { !$0.isEmpty }.joined(separator: ", ") + ": " + value + ". "
                + indicator.sentence.en.replacing(/(^| )([0-9]{1,3})(?=[ ,.]|$)/) { "\($0.1)\(english(String($0.2)))" }
        }
        return mark + numerals(head.filter { !$0.isEmpty }.joined(separator: "，")) + "，" + value + "。"
            + numerals(indicator.sentence.zh)
    }

    // MARK: Value

    private func value(_ indicator: Indicator, _ observation: Observation) -> String {
        let digits = [observation.value, observation.valueHigh].compactMap { $0 }.map(\.description)
        let power = observation.unitMultiplier, isShare = indicator.unit.name.zh == "%"
        let before: String, after: String
        switch (observation.qualifier, language) {
        case (.approx, .zh): (before, after) = ("约", "")
        case (.approxBelow, .zh): (before, after) = ("近", "")
        case (.approxAbove, .zh): (before, after) = ("", aboveWord(observation.printed))
        case (.approx, .en): (before, after) = ("about ", "")
        case (.approxBelow, .en): (before, after) = ("nearly ", "")
        case (.approxAbove, .en): (before, after) = (aboveWord(observation.printed), "")
        default: (before, after) = ("", "")
        }
        let isRank = indicator.unit.name.zh.isEmpty && observation.printed.contains("第")
        if language == .zh {
            if isRank { return "第" + chinese(digits[0]) }
            let magnitude = power == 8 ? "亿" : power == 4 ? "万" : ""
            let numbers = digits.map { chinese($0, beforeUnit: true) }.joined(separator: "到")
            // 10万余名 and 770多万元, as printed.
            let isBehind = !after.isEmpty && observation.printed.contains(magnitude + after)
            let value = numbers + (isBehind ? magnitude + after : after + magnitude)
            if isShare { return before + "百分之" + (digits == ["100"] ? "百" : numbers) + after }
            let unit = indicator.unit.name.zh
            return before + value + (unit == "百分点" ? "个" : "") + unit.replacing("/", with: "每")
        }
        if isRank { return "number " + english(digits[0]) }
        // Whole numbers up to a million, then millions and billions with at most three digits behind the point.
        let whole = shifted(digits[0], power).split(separator: ".")[0].count
        var (less, magnitude) = power == 0 || whole < 7 ? (0, "") : whole < 10 ? (6, " million") : (9, " billion")
        let parts = shifted(digits[0], power - less).split(separator: ".")
        if parts.count > 1, parts[1].count > 3 { (less, magnitude) = (0, "") }
        let numbers = digits.map { english(shifted($0, power - less)) }.joined(separator: " to ") + magnitude
        let isOne = observation.qualifier == .exact && shifted(digits[0], power) == "1"
        let named = indicator.unit.name(.en, count: isOne ? DecimalNumber("1") : nil)
        let spelled = [
            "km": "kilometres", "m²": "square metres", "kg": "kilograms", "t/day": "tonnes per day",
            "µg/m³": "micrograms per cubic metre",
        ]
        let unit = spelled[named] ?? named
        return before + numbers + (isShare ? " percent" : unit.isEmpty ? "" : " " + unit)
    }

    private func aboveWord(_ printed: String) -> String {
        language == .en ? "over " : printed.contains("余") ? "余" : "多"
    }

    /// Digits with the point moved to the right, or to the left.
    private func shifted(_ digits: String, _ power: Int) -> String {
        let halves = digits.split(separator: ".").map(String.init)
        var fraction = halves.count > 1 ? halves[1] : ""
        var whole = halves[0]
        for _ in 0..<max(0, power) { whole.append(fraction.isEmpty ? "0" : fraction.removeFirst()) }
        for _ in 0..<max(0, -power) { fraction = String(whole.popLast() ?? "0") + fraction }
        while power < 0, fraction.hasSuffix("0") { fraction.removeLast() }
        while whole.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
        return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    // MARK: Numerals

    /// Every digit with its place, then what is not said is taken out.
    func chinese(_ number: String, beforeUnit: Bool = false) -> String {
        let isNegative = number.hasPrefix("-"), halves = number.drop { $0 == "-" }.split(separator: ".")
        let names = Array("零一二三四五六七八九"), places = ["", "十", "百", "千"]
        let digits = halves[0].compactMap(\.wholeNumberValue)
        var text = ""
        for (index, digit) in digits.enumerated() {
            let rest = digits.count - 1 - index
            text += digit == 0 ? "零" : "\(names[digit])\(places[rest % 4])"
            if rest % 4 == 0, rest > 0 { text += rest == 8 ? "亿" : "万" }
        }
        for _ in 0..<8 {
            for (long, short) in [("零零", "零"), ("零万", "万"), ("零亿", "亿"), ("亿万", "亿零")] {
                text = text.replacing(long, with: short)
            }
        }
        if text.count > 1, text.hasSuffix("零") { text.removeLast() }
        if text.hasPrefix("一十") { text.removeFirst() }
        for place in "千万亿" where text.hasPrefix("二\(place)") { text = "两" + text.dropFirst() }
        if halves.count > 1 { text += "点" + halves[1].compactMap(\.wholeNumberValue).map { "\(names[$0])" }.joined() }
        if text == "二", beforeUnit { text = "两" }
        return (isNegative ? "负" : "") + text
    }

    func english(_ number: String) -> String {
        if number.hasPrefix("-") { return "minus " + english(String(number.dropFirst())) }
        let halves = number.split(separator: ".").map(String.init)
        let ones = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        func say(_ value: Int) -> String {
            if value < 20 { return ones[value] }
            if value < 100 { return tens[value / 10] + (value % 10 > 0 ? "-" + ones[value % 10] : "") }
            for (size, word) in [
                (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"),
            ]
            where value >= size {
                let rest = value % size
                return say(value / size) + " " + word
                    + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + say(rest))
            }
            return ""
        }
        let whole = say(Int(halves[0]) ?? -1)
        guard halves.count > 1 else { return whole }
        return whole + " point " + halves[1].compactMap(\.wholeNumberValue).map { ones[$0] }.joined(separator: " ")
    }

    /// A Chinese text with every run of digits in words, years digit by digit.
    private func numerals(_ text: String) -> String {
        let names = Array("零一二三四五六七八九")
        let close = text.replacing(/([一-龥，。]) ([0-9])/) { "\($0.1)\($0.2)" }.replacing(/([0-9]) ([一-龥])/) {
            "\($0.1)\($0.2)"
        }
        return close.replacing(/([0-9]{4})年/) { match in
            match.1.compactMap(\.wholeNumberValue).map { "\(names[$0])" }.joined() + "年"
        }
        .replacing(/[0-9]+(\.[0-9]+)?/) { chinese(String($0.0)) }
        .replacing("—", with: "到").replacing("–", with: "到")
    }

    // MARK: Period

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private func period(_ observation: Observation) -> String {
        let basis: String
        switch (observation.basis, language) {
        case (.printed, _): basis = ""
        case (.toDate, .zh): basis = "截至见报"
        case (.toDate, .en): basis = "to date"
        case (.sinceUnknown, .zh): basis = "起点未载"
        case (.sinceUnknown, .en): basis = "start unknown"
        case (.asReported, .zh): basis = "见报时"
        case (.asReported, .en): basis = "reported"
        case (.usualYear, .zh): basis = "常年"
        case (.usualYear, .en): basis = "usual year"
        case (.unspecified, .zh): basis = "未载时间"
        case (.unspecified, .en): basis = "undated"
        }
        if language == .en, [.asReported, .sinceUnknown].contains(observation.basis) {
            return span(observation.period) + ", "
                + (observation.basis == .asReported ? "as reported" : "from a time that is not stated")
        }
        return [span(observation.period), basis].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func span(_ period: Period) -> String {
        guard period.kind != .none else { return "" }
        let year = "\(period.startYear)", first = period.startMonth, last = period.end.month
        let isYear = first == 1 && last == 12 && period.startDay == 1 && period.end.day == 31
        if isYear { return language == .zh ? year + "年" : year }
        if period.kind == .quarter {
            return language == .zh ? "\(year)年第\((first + 2) / 3)季度" : "Q\((first + 2) / 3) \(year)"
        }
        if period.kind == .day {
            return language == .zh
                ? "\(year)年\(first)月\(period.startDay)日" : "\(period.startDay) \(Self.months[first - 1]) \(year)"
        }
        if language == .zh { return "\(year)年" + (first == last ? "\(last)月" : "\(first)—\(last)月") }
        return (first == last ? "" : Self.months[first - 1] + " to ") + Self.months[last - 1] + " " + year
    }
}
