import TestSupport

/// A table whose truth is known and whose periods stand in several places: months beside years, below a title or down
/// the side, growth and flags between years, halves of a table beside each other, scales of the cells.
struct RandomSpreadTable {
    typealias Truth = RandomOfficeTable.Truth

    private(set) var text = ""
    private(set) var truth: Set<Truth> = []

    private var random: SeededGenerator
    private let isChinese: Bool
    private let areas: [String]
    private let measure: String
    private let years: [Int]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 154_000)
        isChinese = Bool.random(using: &random)
        let areaPool =
            isChinese
            ? ["东乡县", "西乡县", "南河区", "北河区", "平山市"] : ["Eastmark", "Westmark", "Upland", "Lowland", "Isle"]
        areas = Array(areaPool.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)))
        measure =
            (isChinese ? ["停车位", "养老床位", "公交客流"] : ["Wells", "Rides", "Care beds"])
            .randomElement(using: &random) ?? ""
        let first = Int.random(in: 1990...2018, using: &random)
        years = (0..<Int.random(in: 2...4, using: &random)).map { first + $0 }
        self.random = random
        switch Int.random(in: 0..<7, using: &self.random) {
        case 0: writePartsBesideYears()
        case 1: writePartsBelowTitle()
        case 2: writePartsDownTheSide()
        case 3: writePartsBelowYears()
        case 4: writeCompanions()
        case 5: writeHalves()
        default: writeScales()
        }
    }

    // MARK: Parts of a year

    private struct Part {
        var heading: String
        var suffix: String
    }

    private mutating func isOnce(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    private mutating func number() -> String { String(Int.random(in: 100...99_999, using: &random)) }
    private mutating func line(_ cells: [String]) { text += cells.joined(separator: ",") + "\n" }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// All months, some of them, or quarters; perhaps with the whole year behind.
    private mutating func parts() -> [Part] {
        let names = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        var parts: [Part]
        if isOnce(in: 2) {
            let first = isOnce(in: 2) ? 1 : Int.random(in: 1...8, using: &random)
            let count = first == 1 ? 12 : Int.random(in: 2...4, using: &random)
            parts = (first..<first + count).map { month in
                Part(heading: isChinese ? "\(month)月" : names[month - 1], suffix: "-" + Self.two(month))
            }
        } else {
            parts = (1...4).map { quarter in
                let chinese = ["", "一", "二", "三", "四"][quarter]
                return Part(heading: isChinese ? "\(chinese)季度" : "Q\(quarter)", suffix: "-Q\(quarter)")
            }
        }
        guard isOnce(in: 2) else { return parts }
        parts.append(Part(heading: isChinese ? "全年" : "Annual", suffix: ""))
        return parts
    }

    private mutating func figure(_ area: String, _ name: String, _ period: String, group: String = "") -> String {
        let value = number()
        truth.insert(Truth(area: area, measure: name, group: group, period: period, value: value))
        return value
    }

    /// Years down the side, months across; perhaps beside a figure of another name, whose months they may be.
    private mutating func writePartsBesideYears() {
        let parts = parts(), other = isOnce(in: 16) ? (isChinese ? "常住人口" : "Population") : ""
        if isOnce(in: 2) { line([measure]) }
        let title = text.isEmpty ? "" : measure
        line(
            (isChinese ? ["县区", "年份"] : ["Area", "Year"]) + (other.isEmpty ? [] : [other]) + parts.map(\.heading))
        for area in areas {
            for year in years {
                var cells = [area, "\(year)"]
                if !other.isEmpty { cells.append(figure(area, other, "\(year)")) }
                line(cells + parts.map { figure(area, title, "\(year)\($0.suffix)") })
            }
        }
    }

    /// Months across below a title that states their year.
    private mutating func writePartsBelowTitle() {
        let parts = parts(), year = years[0]
        line([isChinese ? "\(year)年\(measure)" : "\(measure) \(year)"])
        line([isChinese ? "县区" : "Area"] + parts.map(\.heading))
        for area in areas { line([area] + parts.map { figure(area, measure, "\(year)\($0.suffix)") }) }
    }

    /// Months down the side, years across.
    private mutating func writePartsDownTheSide() {
        let parts = parts(), hasArea = isOnce(in: 2)
        line([measure])
        let headings = isChinese ? ["县区", "月份"] : ["Area", "Month"]
        line((hasArea ? headings : [headings[1]]) + years.map { isChinese ? "\($0)年" : "\($0)" })
        for area in hasArea ? areas : [""] {
            for part in parts {
                let cells = years.map { figure(area, measure, "\($0)\(part.suffix)") }
                line((hasArea ? [area] : []) + [part.heading] + cells)
            }
        }
    }

    /// Months below their years.
    private mutating func writePartsBelowYears() {
        let parts = parts()
        line(
            [isChinese ? "县区" : "Area"]
                + years.flatMap { ["\($0)"] + [String](repeating: "", count: parts.count - 1) })
        line([""] + years.flatMap { _ in parts.map(\.heading) })
        for area in areas {
            line([area] + years.flatMap { year in parts.map { figure(area, "", "\(year)\($0.suffix)") } })
        }
    }

    // MARK: Columns between periods

    /// Growth, ranks or flags behind each year, or growth behind all.
    private mutating func writeCompanions() {
        let kind = Int.random(in: 0..<4, using: &random)
        let heading = [
            isChinese ? "同比(%)" : "Change (%)", isChinese ? "位次" : "Rank", isChinese ? "" : "",
            isChinese ? "增长(%)" : "Growth (%)",
        ][kind]
        let isBehindAll = kind == 3
        line(
            [isChinese ? "县区" : "Area"]
                + years.flatMap { isBehindAll ? ["\($0)"] : ["\($0)", heading] } + (isBehindAll ? [heading] : []))
        for area in areas {
            var cells = [area]
            for year in years {
                cells.append(figure(area, "", "\(year)"))
                if isBehindAll { continue }
                cells.append(kind == 2 ? (isOnce(in: 3) ? "e" : "") : companion(area, heading, "\(year)"))
            }
            if isBehindAll { cells.append(companion(area, heading, "\(years[years.count - 1])")) }
            line(cells)
        }
    }

    private mutating func companion(_ area: String, _ heading: String, _ period: String) -> String {
        let value = "\(Int.random(in: 1...90, using: &random))"
        let (name, isShare) = (heading.split(separator: "(")[0], heading.contains("%"))
        truth.insert(
            Truth(
                area: area, measure: String(name).trimmed, period: period, value: value, unit: isShare ? "%" : ""))
        return value
    }

    /// The later years beside the earlier ones.
    private mutating func writeHalves() {
        let heading = isChinese ? "年份" : "Year", count = years.count
        line([heading, measure, heading, measure])
        for year in years {
            line([
                "\(year)", figure("", measure, "\(year)"), "\(year + count)",
                figure("", measure, "\(year + count)"),
            ])
        }
    }

    /// Cells that state their scale.
    private mutating func writeScales() {
        line([isChinese ? "县区" : "Area", isChinese ? "年份" : "Year", measure])
        for area in areas {
            for year in years {
                let value = number(), isLarge = isOnce(in: 2)
                truth.insert(
                    Truth(
                        area: area, measure: measure, period: "\(year)", value: value, unit: "元",
                        scale: isLarge ? 8 : 4))
                line([area, "\(year)", value + (isLarge ? "亿元" : "万元")])
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
