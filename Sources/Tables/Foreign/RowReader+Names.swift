import Indicators

/// What a row is called: the heading above it, what it is a part of, the area that it does not write again.
extension RowReader {
    /// The area of the rows above, and by their periods the series that they state.
    struct Spread {
        var area = ""
        var name = ""
        var periods: [Period: Set<[String]>] = [:]
    }

    /// Whether a row is a heading of the rows below it and no indicator without figures: 一、人口, 按产业分.
    func isGroupHeading(_ record: TableHead.Record) -> Bool {
        guard isWide, record.filledCount == 1, nameColumns.count == 1, let column = nameColumns.first,
            record.cells.indices.contains(column)
        else { return false }
        // An indicator that was not reported has its unit where each row states its own.
        if hasUnitInEachRow { return true }
        let heading = /(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|按.+分(?:组|类)?[：:]?$).*/
        return record.cells[column].wholeMatch(of: heading) != nil
    }

    /// 其中：女 with what it is a part of, and the unit of that. A part is of the last row of its unit: 其中：农业 in 亿元
    /// is no part of 增长 in %.
    mutating func partOfParent(_ name: String, unit: String) -> String {
        let own = unit.isEmpty ? Heading.parted(name).unit : unit
        guard MergedHeadings.isPart(name) else {
            parent = name
            if !own.isEmpty { parents[own] = name }
            return name
        }
        let whole = parents[own] ?? parent
        return whole.isEmpty ? name : MergedHeadings.named(whole, name)
    }

    /// The area of a row that has none. It is written once for several rows where each states another period, or
    /// another indicator or group of a period. A row for what the area has already is one of the whole.
    mutating func fillArea(_ row: inout Row) {
        guard let areaColumn, let period = row.period else { return }
        let series = row.words + row.breakdown.map(String.init)
        if !row.area.isEmpty {
            if row.area != spread.area { spread = Spread(area: row.area, name: row.areaName) }
        } else {
            let isFirst = roles.parts.first.map { areaColumn < $0 } ?? false
            let isFilled = spread.periods[period].map { !$0.contains(series) && areAreasWrittenOnce } ?? isFirst
            guard !spread.area.isEmpty, isFilled else {
                spread = Spread()
                return
            }
            (row.area, row.areaName) = (spread.area, spread.name)
        }
        spread.periods[period, default: []].insert(series)
    }
}
