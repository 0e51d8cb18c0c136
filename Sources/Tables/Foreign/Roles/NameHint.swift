import Indicators

/// What the name of a column suggests.
struct NameHint: Hashable, Sendable {
    enum Family: Hashable, Sendable {
        case area, indicator, unit, scale, status, time, month, quarter, day, value, bound, remark, coordinate, counter,
            dimension, measure, estimatesAfter
    }

    var family: Family?
    /// Whether it names codes.
    var isCode = false
    /// Whether it names names.
    var isName = false
    var tokens: [String] = []

    init(_ name: String) {
        let cleaned = Heading.cleaned(name)
        tokens = Self.tokens(cleaned)
        let words = Set(tokens)
        isCode = !words.isDisjoint(with: Self.codeWords) || Self.codeSigns.contains { cleaned.contains($0) }
        isName =
            !words.isDisjoint(with: ["name", "names", "description", "label", "nom", "libelle", "descriptor"])
            || cleaned.hasSuffix("名称") || cleaned.hasSuffix("名")
        family = Self.known(cleaned) ?? Self.byWords(cleaned, tokens)
        if cleaned.lowercased().hasPrefix("estimates start after") { family = .estimatesAfter }
    }

    private static let codeWords: Set<String> = [
        "code", "codes", "id", "ids", "nr", "uid", "iso", "iso2", "iso3", "iso2c", "iso3c", "fips", "dguid", "vector",
        "coordinate", "key", "m49", "nuts", "gss", "ags",
    ]
    private static let codeSigns = ["代码", "编码", "编号", "区划码", "代号"]

    /// Lower-case words, divided at blanks, signs and capitals: GeoAreaName is geo, area, name.
    static func tokens(_ name: String) -> [String] {
        var tokens: [String] = [], word = ""
        var wasLower = false
        for character in name {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { tokens.append(word) }
                (word, wasLower) = ("", false)
                continue
            }
            if character.isUppercase, wasLower {
                tokens.append(word)
                word = ""
            }
            word += character.lowercased()
            wasLower = character.isLowercase
        }
        if !word.isEmpty { tokens.append(word) }
        return tokens
    }

    private static func known(_ name: String) -> Family? {
        switch ColumnNames.meaning(name) {
        case .area: .area
        case .indicator: .indicator
        case .time: name.hasPrefix("月") ? .month : .time
        case .value: .value
        case .status: .status
        case .multiplier: .scale
        case .unit: .unit
        case .note: ColumnNames.folded(name) == "SCALE" ? .scale : .remark
        case .dimension: .dimension
        default: nil
        }
    }

    private static let words: [(Family, Set<String>)] = [
        (.coordinate, ["longitude", "latitude", "lon", "lng", "lat", "经度", "纬度"]),
        (.bound, ["low", "high", "lower", "upper", "lci", "uci", "se", "stderr"]),
        (.scale, ["powercode", "power", "scale", "scalar", "multiplier", "mult"]),
        (.status, ["flag", "flags", "status", "symbol", "footnote"]),
        (.unit, ["unit", "units", "uom", "einheit", "unite"]),
        (.value, ["value", "wert", "valeur", "numericvalue", "obsvalue"]),
        (.month, ["month", "monat", "mois", "mes"]),
        (.quarter, ["quarter", "qtr", "quartal", "trimestre"]),
        (.day, ["day", "tag", "jour"]),
        (.time, ["year", "yr", "jahr", "annee", "année", "ano", "anno", "år", "date", "time", "period", "fy"]),
        (
            .remark,
            [
                "note", "notes", "comment", "comments", "remark", "remarks", "source", "updated", "lastupdated",
                "update", "terminated", "decimals", "url", "footnotes", "detail",
            ]
        ),
        (
            .indicator,
            [
                "indicator", "indikator", "series", "subject", "item", "measure", "variable", "statistic",
                "transact", "transaction",
            ]
        ),
        (
            .area,
            [
                "country", "countries", "area", "region", "geo", "geography", "location", "entity", "province",
                "city", "county", "district", "nation", "territory", "municipality", "land", "gebiet", "pays", "ort",
                "economy", "state", "iso2c", "iso3c", "iso2", "iso3", "dguid", "place", "town", "prefecture",
                "gemeinde", "kanton", "bfs", "ville", "pais",
            ]
        ),
        (.dimension, ["sex", "gender", "age", "freq", "frequency", "dim1", "dim2", "education", "residence"]),
        (
            .measure,
            [
                "population", "jobs", "rate", "share", "total", "number", "count", "amount", "gdp", "income",
                "price", "percent", "index", "employment", "ratio", "average", "mean",
            ]
        ),
    ]

    /// Names that end in these words.
    private static let endings: [(Family, [String])] = [
        (.counter, ["序号", "行号", "顺序号"]), (.unit, ["单位"]), (.coordinate, ["经度", "纬度"]),
        (.remark, ["备注", "说明", "来源", "部门", "更新时间", "发布时间", "发布日期", "填报人", "联系人"]),
        (.status, ["状态"]), (.quarter, ["季度"]), (.month, ["月份"]),
        (.time, ["年份", "年度", "时间", "报告期", "日期", "연도", "년도", "時間", "统计期", "期别", "时期"]),
        (.dimension, ["性别", "年龄", "年龄组", "行业", "城乡", "分组"]),
        (
            .area,
            [
                "地区", "区域", "行政区", "行政区划", "县区", "区县", "市县", "城市", "省份", "乡镇", "街道", "辖区", "县市", "国家",
                "區別", "區域", "地區", "縣市", "地域", "市区町村", "都道府県", "지역", "시도", "시군구", "행정구역", "地市",
            ]
        ),
        (.indicator, ["指标", "项目"]),
    ]
    /// Words that a name of an area or an indicator can begin with: 地区名称, 行政区划代码.
    private static let additions = ["", "名称", "名", "代码", "编码", "编号", "码"]

    private static func byWords(_ name: String, _ tokens: [String]) -> Family? {
        let lower = name.lowercased()
        if name.isEmpty || ["no", "no.", "#", "row", "rownames", "unnamed: 0"].contains(lower) {
            return .counter
        }
        for (family, words) in endings {
            for word in words where additions.contains(where: { name.hasSuffix(word + $0) }) {
                // Short names only: 城镇单位 is no unit, 中心城市 may be an area.
                let isNear = name.count <= word.count + 4
                if family == .unit, name.hasSuffix("名称") || !["", "计量", "数据", "指标"].contains(String(name.dropLast(2))) {
                    continue
                }
                if isNear { return family }
            }
        }
        if name == "月" { return .month }
        if name == "季" { return .quarter }
        if name == "日" { return .day }
        // The last word says most: INDIKATOR_JAHR, Unit Code.
        let telling = tokens.filter { !codeWords.contains($0) || tokens.count == 1 }
        let inOrder = (telling.last.map { [$0] } ?? []) + telling.dropLast() + tokens
        for token in inOrder {
            for (family, words) in words where words.contains(token) {
                // Low and high school are no bounds; value added is no value.
                if [.bound, .coordinate].contains(family), telling.count > 2 { continue }
                if family == .value, token != telling.last || telling.count > 2 { continue }
                return family
            }
        }
        return nil
    }
}
