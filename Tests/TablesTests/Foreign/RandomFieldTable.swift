import TestSupport

/// A table whose truth is known, written as people write tables: columns in any order, headings that say little,
/// counters, codes, lines before and after.
struct RandomFieldTable {
    struct Truth: Hashable {
        var area: String
        var measure: String
        var period: String
        var value: String
    }

    private(set) var text = ""
    private(set) var truth: Set<Truth> = []

    private struct Column {
        var heading: String
        var cells: [String]
    }

    private var random: SeededGenerator
    private let isChinese: Bool
    private let areas: [String]
    private let measures: [String]
    private let periods: [String]
    private var separator = ","

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        isChinese = Bool.random(using: &random)
        let areaPool =
            isChinese
            ? ["东乡县", "西乡县", "南河区", "北河区", "平山市", "临江镇"]
            : ["Eastmark", "Westmark", "Upland", "Lowland", "Isle", "Marsh"]
        let measurePool =
            isChinese
            ? ["新增停车位", "公园绿地面积", "养老床位", "公交客流量", "图书馆藏书", "社区食堂"]
            : ["Wells", "Bus rides", "Care beds", "Park area", "Jobs", "Library loans"]
        areas = Array(areaPool.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random)))
        measures = Array(measurePool.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
        let first = Int.random(in: 1990...2018, using: &random)
        periods = (0..<Int.random(in: 2...5, using: &random)).map { String(first + $0) }
        self.random = random
        switch Int.random(in: 0..<3, using: &self.random) {
        case 0: writeRecords()
        case 1: writeTidy()
        default: writeWide()
        }
    }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    /// One kind of number for each measure.
    private mutating func value(_ kind: Int) -> String {
        switch kind {
        case 0: String(Int.random(in: 10...99_999, using: &random))
        case 1: "\(Int.random(in: 1...999, using: &random)).\(Int.random(in: 1...9, using: &random))"
        default: String(Int.random(in: 1_800...2_150, using: &random))
        }
    }

    // MARK: Columns

    private mutating func timeHeading() -> String {
        pick(isChinese ? ["年份", "统计年度", "年度", "期", "T2"] : ["Year", "Yr", "TIME", "Jg", "T2"])
    }
    private mutating func areaHeading() -> String {
        pick(isChinese ? ["地区", "县区", "单位名称", "K1"] : ["Country", "Area", "Region", "K1"])
    }

    private mutating func extras(_ rows: [(area: Int, period: Int)]) -> [Column] {
        var extras: [Column] = []
        if Bool.random(using: &random) {
            extras.append(
                Column(heading: pick(["序号", "No.", "", "N7"]), cells: rows.indices.map { String($0 + 1) }))
        }
        if Bool.random(using: &random) {
            let start = Int.random(in: 410_001...990_000, using: &random)
            extras.append(
                Column(
                    heading: pick(["区划代码", "Area Code", "geo_id", "C9"]),
                    cells: rows.map { String(start + $0.area * 7) }))
        }
        if Bool.random(using: &random) {
            extras.append(
                Column(heading: pick(["备注", "Note", "Source"]), cells: rows.map { _ in pick(["", "", "a"]) }))
        }
        return extras
    }

    private mutating func write(_ columns: [Column], footWidth: Int) {
        separator = Int.random(in: 0..<5, using: &random) == 0 ? "\t" : ","
        let width = columns.count
        if Bool.random(using: &random) {
            text += pick(isChinese ? ["表3 主要指标", "某市民生数据"] : ["Table 3", "Main figures"]) + padding(width - 1) + "\n"
            if Bool.random(using: &random) { text += padding(width - 1) + "\n" }
        }
        text += columns.map(\.heading).joined(separator: separator) + "\n"
        for row in columns[0].cells.indices {
            text += columns.map { $0.cells[row] }.joined(separator: separator) + "\n"
        }
        if Bool.random(using: &random) {
            text +=
                pick(isChinese ? ["注：口径有调整。", "数据来源：某局"] : ["Source: office", "Note: new method."])
                + (Bool.random(using: &random) ? padding(width - 1) : "") + "\n"
        }
    }

    private func padding(_ count: Int) -> String { String(repeating: separator, count: count) }

    // MARK: Forms

    private mutating func rows() -> [(area: Int, period: Int)] {
        var rows = areas.indices.flatMap { area in periods.indices.map { (area: area, period: $0) } }
        if Bool.random(using: &random) { rows.sort { ($0.period, $0.area) < ($1.period, $1.area) } }
        return rows
    }

    private mutating func writeRecords() {
        let rows = rows()
        var columns = [
            Column(heading: areaHeading(), cells: rows.map { areas[$0.area] }),
            Column(heading: timeHeading(), cells: rows.map { periods[$0.period] }),
        ]
        for measure in measures {
            let kind = Int.random(in: 0..<3, using: &random)
            let cells = rows.map { row in
                let value = value(kind)
                truth.insert(Truth(area: areas[row.area], measure: measure, period: periods[row.period], value: value))
                return value
            }
            columns.append(Column(heading: measure, cells: cells))
        }
        columns += extras(rows)
        write(columns.shuffled(using: &random), footWidth: columns.count)
    }

    private mutating func writeTidy() {
        let places = rows()
        var rows: [(area: Int, period: Int)] = [], names: [String] = [], values: [String] = []
        for (number, measure) in measures.enumerated() {
            for place in places {
                let value = value(number % 2)
                rows.append(place)
                names.append(measure)
                values.append(value)
                truth.insert(
                    Truth(area: areas[place.area], measure: measure, period: periods[place.period], value: value))
            }
        }
        var columns = [
            Column(heading: areaHeading(), cells: rows.map { areas[$0.area] }),
            Column(heading: timeHeading(), cells: rows.map { periods[$0.period] }),
            Column(
                heading: pick(isChinese ? ["指标", "指标名称", "V3"] : ["Indicator", "Series Name", "V3"]), cells: names),
            Column(heading: pick(isChinese ? ["数值", "指标值"] : ["Value", "OBS_VALUE"]), cells: values),
        ]
        columns += extras(rows)
        write(columns.shuffled(using: &random), footWidth: columns.count)
    }

    private mutating func writeWide() {
        let rows = areas.indices.flatMap { area in measures.indices.map { (area: area, period: $0) } }
        var columns = [
            Column(heading: areaHeading(), cells: rows.map { areas[$0.area] }),
            Column(
                heading: pick(isChinese ? ["指标", "指标名称"] : ["Indicator", "Series Name"]),
                cells: rows.map { measures[$0.period] }),
        ]
        columns += extras(rows.map { (area: $0.area, period: 0) })
        columns.shuffle(using: &random)
        let mark = isChinese && Bool.random(using: &random) ? "年" : ""
        for period in periods {
            let cells = rows.map { row in
                let value = value(row.period)
                truth.insert(Truth(area: areas[row.area], measure: measures[row.period], period: period, value: value))
                return value
            }
            columns.append(Column(heading: period + mark, cells: cells))
        }
        write(columns, footWidth: columns.count)
    }
}
