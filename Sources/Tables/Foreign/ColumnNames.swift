import Indicators

/// The column names of different publishers. Columns are found by name, never by position. Letter case, blanks and
/// underscores are ignored.
enum ColumnNames {
    enum Meaning: Hashable, Sendable {
        case structure, structureKind, action, seriesKey, area, indicator, time, value, status, multiplier, unit,
            qualifier, valueHigh, embargo, basis, note
        /// A dimension at any position.
        case dimension
    }

    private static let names: [Meaning: [String]] = [
        .structure: ["DATAFLOW", "STRUCTURE_ID"],
        .structureKind: ["STRUCTURE", "STRUCTURE_NAME"],
        .action: ["ACTION"],
        .seriesKey: ["SERIES_KEY", "OBS_KEY", "KEY", "LAST_UPDATE"],
        .area: [
            "REF_AREA", "REFERENCE_AREA", "GEO", "LOCATION", "COUNTRY", "AREA", "GEOCODE", "REGION", "COUNTRY_CODE",
            "COUNTRY_NAME", "地区",
            "区域", "行政区", "行政区划", "县区",
            "区县", "城市", "省份", "省市", "地区名称", "地区代码",
        ],
        .indicator: ["INDICATOR", "MEASURE", "SERIES", "SUBJECT", "VARIABLE", "指标", "指标名称", "指标代码", "项目", "统计指标"],
        .time: [
            "TIME_PERIOD", "TIME", "YEAR", "PERIOD", "DATE", "REF_DATE", "年份", "年度", "时间", "时期", "统计时间", "年月", "日期",
            "月份", "年", "报告期",
        ],
        .value: ["OBS_VALUE", "VALUE", "OBSERVATION_VALUE", "数值", "值", "观测值", "指标值", "数据值", "數值", "値", "값"],
        .status: ["OBS_STATUS", "OBS_FLAG", "OBSERVATION_STATUS", "数据状态", "状态"],
        .multiplier: ["UNIT_MULT", "UNIT_MULTIPLIER"],
        .unit: ["UNIT_MEASURE", "UNIT", "UNITS", "单位", "计量单位"],
        .qualifier: ["QUALIFIER"],
        .valueHigh: ["VALUE_HIGH"],
        .embargo: ["EMBARGO_UNTIL"],
        .basis: ["PERIOD_BASIS"],
        .note: [
            "COMMENT", "COMMENTS", "OBS_COMMENT", "COMMENT_OBS", "COMMENT_TS", "NOTE", "NOTES", "REMARK", "REMARKS",
            "备注", "说明", "注释", "CONF_STATUS", "OBS_CONF", "SCALE",
            "DECIMALS", "PRE_BREAK_VALUE", "SOURCE", "DATA_SOURCE", "PLACE", "PRINTED", "NOTE_EN", "REVISION", "来源",
            "TITLE", "TITLE_COMPL",
        ],
        .dimension: ["FREQ", "FREQUENCY", "SEX", "AGE"],
    ]

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for (meaning, all) in names { for name in all { meanings[joined(name)] = meaning } }
        return meanings
    }()

    /// Whether a column of notes holds sentences and not codes.
    static func isRemark(_ name: String) -> Bool {
        ["COMMENT", "NOTE", "REMARK", "TITLE", "备注", "说明", "注释"].contains { folded(name).hasText($0) }
    }

    /// The column names of a header, without the labels of labels=both, and those labels.
    static func names(of cells: [String]) -> (names: [String], labels: [String]?) {
        let labels = cells.map(labelled)
        let hasLabels = labels.count { $0 != nil } * 2 > cells.count { !$0.isEmpty }
        guard hasLabels else { return (cells, nil) }
        return (zip(labels, cells).map { $0?.id ?? $1 }, zip(labels, cells).map { $0?.label ?? $1 })
    }

    static func meaning(_ name: String) -> Meaning? { meanings[joined(folded(name))] }

    /// TimePeriod is TIME_PERIOD: underscores make no difference.
    private static func joined(_ name: String) -> String { name.filter { $0 != "_" } }

    /// Upper case, with underscores for blanks and hyphens, and without the brackets at the end: `STRUCTURE[;]`,
    /// `TITLE[en;fr]`.
    static func folded(_ name: String) -> String {
        var result = ""
        for character in name {
            if character == "[" { break }
            result += character == " " || character == "-" ? "_" : character.uppercased()
        }
        return result
    }

    /// Splits `ID: Name` or `ID:Name` of a header with labels; nil for any other name.
    static func labelled(_ name: String) -> (id: String, label: String)? {
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let id = name[..<colon]
        guard !id.isEmpty,
            id.utf8.allSatisfy({
                $0 == 0x5F || $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
            })
        else { return nil }
        let label = TableHead.trimmed(String(name[name.index(after: colon)...]))
        return (String(id), label.isEmpty ? String(id) : label)
    }
}
