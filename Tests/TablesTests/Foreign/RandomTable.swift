import TestSupport

@testable import Tables

/// A random tidy table: shuffled series, odd quoting, all line breaks, faults, texts of any length.
struct RandomTable {
    private(set) var text = ""
    let plan: ColumnPlan
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        var plan = ColumnPlan()
        plan.separator =
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].randomElement(using: &random) ?? 0x2C
        plan.hasDecimalComma = plan.separator == UInt8(ascii: ";") && Bool.random(using: &random)
        var names = ["REF_AREA", "INDICATOR", "SEX", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT", "NOTE"]
        if Bool.random(using: &random) { names.insert("ACTION", at: 0) }
        // Sometimes periods and values stand before the keys, so that no prefix of a row stands for its series.
        if Int.random(in: 0..<3, using: &random) == 0 { names.shuffle(using: &random) }
        func place(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
        plan.columnNames = names
        plan.keys = ["REF_AREA", "INDICATOR", "SEX"].map { name in
            ColumnPlan.Key(
                column: place(name), role: name == "REF_AREA" ? .area : name == "INDICATOR" ? .indicator : .dimension,
                name: name, label: name)
        }.sorted { $0.column < $1.column }
        (plan.time, plan.value, plan.status, plan.multiplier) = (
            place("TIME_PERIOD"), place("OBS_VALUE"), place("OBS_STATUS"), place("UNIT_MULT")
        )
        plan.action = names.firstIndex(of: "ACTION")
        plan.notes = [place("NOTE")]
        plan.remarks = [place("NOTE")]
        self.plan = plan
        text = names.joined(separator: separator) + "\n"
        let rows = Int.random(in: 0...40, using: &random), areas = words(1...6), subjects = words(1...3),
            isShuffled = Bool.random(using: &random)
        for row in 0..<rows {
            let lineBreak =
                row + 1 == rows && chance(3) ? "" : ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            text +=
                line(
                    isShuffled ? pick(areas) : areas[row * areas.count / rows],
                    isShuffled ? pick(subjects) : subjects[0], names) + lineBreak
        }
    }

    private var separator: String { String(UnicodeScalar(plan.separator)) }
    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

    private static let pieces = [
        "A", "沈阳", "x y", "12", "\"", ",", ";", "\t", "\n", "\r\n", "\r", "ü", "𠀀", "", "0123456789abcdef", "-",
        "\u{202E}", ":",
    ]

    private mutating func words(_ count: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: count, using: &random)).map { _ in
            var word = (0..<Int.random(in: 0...3, using: &random)).map { _ in pick(Self.pieces) }.joined()
            if chance(12) { word += String(repeating: "长text ", count: Int.random(in: 1...40, using: &random)) }
            return word
        }
    }

    private mutating func line(_ area: String, _ subject: String, _ names: [String]) -> String {
        if chance(25) { return pick(["", " ", "\t", " \t ", "\"\""]) }
        if chance(40) { return String(repeating: separator, count: names.count - 1) }
        var cells: [String] = []
        for name in names {
            switch name {
            case "ACTION": cells.append(quoted(pick(["", "I", "D", "d", "M"])))
            case "REF_AREA": cells.append(quoted(area))
            case "INDICATOR": cells.append(quoted(subject))
            case "SEX": cells.append(quoted(pick(["_T", "F", "M"])))
            case "TIME_PERIOD":
                cells.append(
                    quoted(chance(15) ? "" : pick(["2020", "2021", "2022-11", "2022-Q1", "2022-01-01/P11M", "2022年"])))
            case "OBS_VALUE": cells.append(quoted(value()))
            case "OBS_STATUS":
                cells.append(
                    quoted(pick(["A", "A", "", "P", "p", "O", "M", "A: Normal value", "Estimated value", "ZZ", "未知"])))
            case "UNIT_MULT":
                cells.append(
                    quoted(
                        chance(10) ? pick(["x", "99", "-1", "6: Millions", "Thousands"]) : pick(["", "0", "4", "8"])))
            default: cells.append(quoted(chance(3) ? words(1...1)[0] : ""))
            }
        }
        if chance(25) { cells.removeLast() }
        if chance(25) { cells.append("more") }
        if chance(25) {
            cells[Int.random(in: 0..<cells.count, using: &random)] = pick([
                "\"", "a\"b", "\"a\"b", "\"never ends", "\"\"\"",
            ])
        }
        return cells.joined(separator: separator)
    }

    private mutating func value() -> String {
        let point = plan.hasDecimalComma ? "," : "."
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return pick(["", "NaN", "#N/A", "—", ":", "不适用"])
        case 1:
            return pick([
                "3.85亿元", "近500", "1,234", "１２", "40万至50万", " 7 ", "1.5E+17", "2e-3", "1E5", "+5", "(3)", "x", "1e999",
                "1..2", ".5", "5.", "-", "-.5", "--1",
            ])
        case 2:
            return pick([
                "123456789012345678", "1234567890123456789", "0.123456789012345678", "0000000000000000000000001", "-0",
                "-0.00", "00012",
            ])
        default:
            let digits = String(Int.random(in: -99_999...9_999_999, using: &random))
            return chance(2) ? digits : digits + point + String(Int.random(in: 0...999, using: &random))
        }
    }

    private mutating func quoted(_ text: String) -> String {
        let mustBe = text.contains { $0 == "\"" || $0.isNewline } || text.contains(separator)
        return mustBe || chance(8)
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : text
    }
}
