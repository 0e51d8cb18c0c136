import TestSupport

/// A table whose truth is known, as offices write them: months in columns of their own, groups of headings, units in
/// many places, merged cells, thousands, decimal commas, signs for no value.
struct RandomOfficeTable {
    struct Truth: Hashable {
        var area = ""
        var measure: String
        /// A group of people that the figure is of; empty for all.
        var group = ""
        var period: String
        var value: String
        var unit = ""
        /// The power of ten that a word such as 万 in the cell stands for.
        var scale = 0
    }

    private(set) var text = ""
    private(set) var truth: Set<Truth> = []
    /// The number of cells that say that there is no value.
    private(set) var missing = 0

    private var random: SeededGenerator
    private let isChinese: Bool
    private let separator: String
    private let hasDecimalComma: Bool
    private let areas: [String]
    private let measures: [(name: String, unit: String)]
    private let periods: [Stretch]

    /// A period as it is written in one cell or in two, and its SDMX text.
    struct Stretch {
        var written: String
        var year: String
        var part: String
        var text: String
    }

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 77_000)
        isChinese = Bool.random(using: &random)
        hasDecimalComma = !isChinese && Int.random(in: 0..<4, using: &random) == 0
        separator = hasDecimalComma ? ";" : ","
        let areaPool =
            isChinese
            ? ["东乡县", "西乡县", "南河区", "北河区", "平山市", "临江镇"]
            : ["Eastmark", "Westmark", "Upland", "Lowland", "Isle", "Marsh"]
        let measurePool =
            isChinese
            ? [("停车位", "个"), ("绿地面积", "公顷"), ("养老床位", "张"), ("公交客流", "万人次"), ("藏书", "册"), ("食堂", "家")]
            : [("Wells", "pieces"), ("Rides", "millions"), ("Beds", "beds"), ("Parks", "ha"), ("Loans", "books")]
        areas = Array(areaPool.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random)))
        measures = Array(measurePool.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)))
        periods = Self.periods(&random, isChinese)
        self.random = random
        switch Int.random(in: 0..<5, using: &self.random) {
        case 0: writeParts()
        case 1: writeGroups()
        case 2: writeBreakdown()
        case 3: writeMerged()
        default: writeTimeRows()
        }
    }

    private static func periods(_ random: inout SeededGenerator, _ isChinese: Bool) -> [Stretch] {
        let first = Int.random(in: 1995...2018, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            return (0..<Int.random(in: 2...5, using: &random)).map { one in
                let year = "\(first + one)"
                return Stretch(written: isChinese ? year + "年" : year, year: year, part: "", text: year)
            }
        case 1:
            let start = Int.random(in: 1...8, using: &random)
            return (start..<start + Int.random(in: 2...4, using: &random)).map { month in
                let two = month < 10 ? "0\(month)" : "\(month)"
                return Stretch(
                    written: isChinese ? "\(first)年\(month)月" : "\(first)-\(two)", year: "\(first)",
                    part: isChinese ? "\(month)月" : "\(month)", text: "\(first)-\(two)")
            }
        default:
            return (1...Int.random(in: 2...4, using: &random)).map { quarter in
                let chinese = ["", "一", "二", "三", "四"][quarter]
                return Stretch(
                    written: isChinese ? "\(first)年\(chinese)季度" : "\(first) Q\(quarter)", year: "\(first)",
                    part: isChinese ? "\(chinese)季度" : "Q\(quarter)", text: "\(first)-Q\(quarter)")
            }
        }
    }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    private mutating func isOnce(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    // MARK: Cells

    /// A cell with a value, or now and then with a sign for none.
    private mutating func cell(_ kind: Int, _ truth: Truth) -> String {
        if isOnce(in: 20) {
            missing += 1
            return pick(["", "-", "..", "…", "NA"])
        }
        var truth = truth
        let whole = Int.random(in: kind == 0 ? 1_000...99_999 : 0...999, using: &random)
        let digits = kind == 0 ? "" : "\(Int.random(in: 0...9, using: &random))\(Int.random(in: 1...9, using: &random))"
        truth.value = digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
        self.truth.insert(truth)
        if !digits.isEmpty { return "\(whole)\(hasDecimalComma ? "," : ".")\(digits)" }
        guard isOnce(in: 3), !hasDecimalComma else { return truth.value }
        return "\"\(whole / 1000),\(String(String(1000 + whole % 1000).dropFirst()))\""
    }

    private mutating func kinds() -> [Int] { measures.indices.map { _ in Int.random(in: 0...1, using: &random) } }

    private mutating func line(_ cells: [String]) { text += cells.joined(separator: separator) + "\n" }

    private mutating func begin(_ width: Int, unit: String = "") {
        if isOnce(in: 2) {
            let title = pick(isChinese ? ["表7 民生指标", "7-2 主要情况"] : ["Table 7", "7.2 Overview"])
            line([title] + [String](repeating: "", count: width - 1))
        }
        if !unit.isEmpty {
            line([String](repeating: "", count: width - 1) + [isChinese ? "单位：\(unit)" : "Unit: \(unit)"])
        }
    }

    private mutating func end(_ width: Int) {
        guard isOnce(in: 2) else { return }
        let note = pick(isChinese ? ["注：口径有调整。", "资料来源：某局"] : ["Note: new method.", "Source: office"])
        line([note] + [String](repeating: "", count: isOnce(in: 2) ? width - 1 : 0))
    }

    // MARK: Tables

    /// Year and month, or year and quarter, in two columns.
    private mutating func writeParts() {
        let kinds = kinds(), hasPart = !(periods[0].part.isEmpty)
        let part = periods[0].text.contains("Q") ? (isChinese ? "季度" : "Quarter") : (isChinese ? "月份" : "Month")
        let width = measures.count + (hasPart ? 3 : 2)
        begin(width)
        let time = [isChinese ? "年份" : "Year"] + (hasPart ? [part] : [])
        let area = [isChinese ? "县区" : "Area"], isAreaFirst = isOnce(in: 2), isMerged = isAreaFirst && isOnce(in: 2)
        line((isAreaFirst ? area + time : time + area) + measures.map { "\($0.name)(\($0.unit))" })
        for place in areas {
            for (number, period) in periods.enumerated() {
                let cells = measures.indices.map { one in
                    cell(
                        kinds[one],
                        Truth(
                            area: place, measure: measures[one].name, period: period.text, value: "",
                            unit: measures[one].unit))
                }
                let time = [period.year] + (hasPart ? [period.part] : [])
                let written = isMerged && number > 0 ? "" : place
                line((isAreaFirst ? [written] + time : time + [place]) + cells)
            }
        }
        end(width)
    }

    /// Measures over groups of people, in two lines of headings.
    private mutating func writeGroups() {
        let groups = isChinese ? ["男性", "女性"] : ["Male", "Female"], kinds = kinds()
        let width = 1 + measures.count * 2, isRepeated = isOnce(in: 3)
        begin(width)
        let heading = isChinese ? "时间" : "Date"
        line([heading] + measures.flatMap { ["\($0.name)(\($0.unit))", isRepeated ? "\($0.name)(\($0.unit))" : ""] })
        line([isRepeated ? heading : ""] + measures.flatMap { _ in groups })
        for period in periods {
            var cells: [String] = []
            for one in measures.indices {
                for group in groups {
                    cells.append(
                        cell(
                            kinds[one],
                            Truth(
                                measure: measures[one].name, group: group, period: period.text, value: "",
                                unit: measures[one].unit)))
                }
            }
            line([period.written] + cells)
        }
        end(width)
    }

    /// One figure a row, with the sex as a dimension, codes and a column of statuses.
    private mutating func writeBreakdown() {
        let groups = isChinese ? ["合计", "男性", "女性"] : ["_T", "Male", "Female"], kinds = kinds()
        let hasCodes = isOnce(in: 2), hasAside = isOnce(in: 2)
        var headings =
            isChinese ? ["地区", "指标", "单位", "性别", "时间", "数值"] : ["Area", "Indicator", "Unit", "Sex", "Time", "Value"]
        if hasCodes { headings.append(isChinese ? "地区代码" : "Area Code") }
        if hasAside { headings.append(isChinese ? "样本误差" : "Sample error") }
        let order = headings.indices.shuffled(using: &random)
        begin(headings.count)
        line(order.map { headings[$0] })
        for one in measures.indices {
            for (number, place) in areas.enumerated() {
                for group in groups {
                    for period in periods {
                        let isTotal = group == groups[0]
                        let value = cell(
                            kinds[one],
                            Truth(
                                area: place, measure: measures[one].name, group: isTotal ? "" : group,
                                period: period.text, value: "", unit: measures[one].unit))
                        var cells = [place, measures[one].name, measures[one].unit, group, period.written, value]
                        if hasCodes { cells.append("88\(number + 10)4") }
                        if hasAside {
                            cells.append("0\(hasDecimalComma ? "," : ".")\(Int.random(in: 11...99, using: &random))")
                        }
                        line(order.map { cells[$0] })
                    }
                }
            }
        }
        end(headings.count)
    }

    /// Periods in the header, areas written once for their rows, units in a column or in brackets.
    private mutating func writeMerged() {
        let kinds = kinds(), hasUnits = isOnce(in: 2), hasCounter = isOnce(in: 3), isMerged = isOnce(in: 2)
        var headings =
            (hasCounter ? [isChinese ? "序号" : "No."] : []) + (isChinese ? ["县区", "指标名称"] : ["Region", "Indicator"])
        if hasUnits { headings.append(isChinese ? "计量单位" : "Unit") }
        let width = headings.count + periods.count
        begin(width)
        line(headings + periods.map(\.written))
        var count = 0
        for place in areas {
            for one in measures.indices {
                count += 1
                let measure = measures[one]
                var cells = hasCounter ? ["\(count)"] : []
                cells.append(isMerged && one > 0 ? "" : place)
                cells.append(hasUnits ? measure.name : "\(measure.name)(\(measure.unit))")
                if hasUnits { cells.append(measure.unit) }
                for period in periods {
                    cells.append(
                        cell(
                            kinds[one],
                            Truth(
                                area: place, measure: measure.name, period: period.text, value: "", unit: measure.unit))
                    )
                }
                line(cells)
            }
        }
        end(width)
    }

    /// Periods down the side, one unit for all or a line of units.
    private mutating func writeTimeRows() {
        let kinds = kinds(), isOneUnit = isOnce(in: 2), width = measures.count + 1
        begin(width, unit: isOneUnit ? measures[0].unit : "")
        line([isChinese ? "时间" : "Period"] + measures.map(\.name))
        if !isOneUnit { line([isChinese ? "单位" : "Unit"] + measures.map(\.unit)) }
        for period in periods {
            let cells = measures.indices.map { one in
                cell(
                    kinds[one],
                    Truth(
                        measure: measures[one].name, period: period.text, value: "",
                        unit: isOneUnit ? measures[0].unit : measures[one].unit))
            }
            line([period.written] + cells)
        }
        end(width)
    }
}
