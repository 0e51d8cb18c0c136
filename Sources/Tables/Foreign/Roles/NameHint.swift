import Indicators

/// What the name of a column suggests.
struct NameHint: Hashable, Sendable {
    enum Family: Hashable, Sendable {
        case area, indicator, unit, scale, status, time, month, quarter, week, day, value, bound, remark, coordinate,
            counter,
            dimension, measure, estimatesAfter
    }

    var family: Family?
    /// Whether it names codes.
    var isCode = false
    /// Whether it names codes where its numbers look like them: 手机 of a person, or of a hundred households.
    var isContact = false
    /// Whether it names codes where its numbers repeat each other: 批次 of a row, or how many there were.
    var isBatch = false
    /// Whether it names names.
    var isName = false
    /// Whether it names what something belongs to: ParentLocation, 上级地区.
    var isParent = false
    var tokens: [String] = []

    init(_ name: String) {
        let cleaned = Heading.cleaned(name)
        tokens = Self.tokens(cleaned)
        let words = Set(tokens)
        isCode =
            !words.isDisjoint(with: Self.codeWords) || Self.codeSigns.contains { cleaned.contains($0) }
            || Self.codeEndings.contains { cleaned.hasSuffix($0) } || Self.codeNames.contains(cleaned.lowercased())
        isContact = Self.contactNames.contains(cleaned.lowercased())
        isBatch = ["批次", "batch"].contains(cleaned.lowercased())
        isName =
            !words.isDisjoint(with: Self.nameWords)
            || ["名称", "名稱", "名", "명", "명칭"].contains { cleaned.hasSuffix($0) }
        isParent = words.contains("parent") || cleaned.hasPrefix("上级") || cleaned.hasPrefix("所属")
        family = Self.known(cleaned) ?? Self.byWords(cleaned, tokens)
        if cleaned.lowercased().hasPrefix("estimates start after") { family = .estimatesAfter }
        if family == .time, Self.isOtherTime(cleaned, words) { family = .remark }
        // The figures of "This month" and of "Full year" are no months and no years.
        if [.time, .month, .quarter].contains(family), TitlePeriod.isLength(cleaned) { family = nil }
    }

    private static let codeWords: Set<String> = [
        "code", "codes", "id", "ids", "nr", "uid", "iso", "iso2", "iso3", "iso2c", "iso3c", "fips", "dguid", "vector",
        "coordinate", "key", "m49", "nuts", "gss", "ags",
    ]
    private static let codeSigns = ["代码", "编码", "编号", "区划码", "代号", "代碼", "編碼", "編號", "コード", "코드"]
    /// Numbers that identify: 13800000000, 210011. 电话用户 are figures.
    private static let codeEndings = [
        "区号", "手机号", "手机号码", "电话号码", "联系电话", "邮编", "邮政编码", "文号", "批号", "批次号", "证号", "信用代码",
    ]
    private static let codeNames: Set<String> = [
        "電話番号", "郵便番号", "zip", "zipcode", "zip code", "postcode", "post code", "postal code", "phone number",
        "batch number", "batch no", "batch no.",
    ]
    /// Numbers of telephones, or how many of them there are.
    private static let contactNames: Set<String> = [
        "电话", "办公电话", "咨询电话", "服务电话", "手机", "传真", "電話", "phone", "telephone", "tel", "mobile", "fax",
    ]

    /// Whether it names a moment that no figure is of: 更新日期, 建成年份, release date, year of birth.
    private static func isOtherTime(_ name: String, _ words: Set<String>) -> Bool {
        let own = name.hasPrefix("数据") ? name.dropFirst("数据".count) : name[...]
        return otherTimes.contains { own.hasPrefix($0) }
            || !words.isDisjoint(with: otherTimeWords)
    }
    private static let otherTimes = [
        "更新", "发布", "填报", "录入", "修改", "采集", "制表", "建成", "成立", "出生", "竣工", "开业", "投用", "创建", "建立", "开工", "完工", "入库",
        "导出", "下载", "审核", "批准", "登记", "公布", "建校", "建园", "建院", "建馆", "建站", "建厂", "建档", "始建", "兴建", "扩建", "改建", "改造",
        "翻新", "修建", "落成", "搬迁", "投产", "投运", "投入使用", "启用", "启动", "运营", "开通", "通车", "开馆", "开园", "开学", "开班", "上线", "上市",
        "挂牌", "授牌", "注册", "注销", "设立", "创办", "创立", "组建", "改制", "迁入", "迁出", "入驻", "落户", "入职", "离职", "任职", "聘用", "录用",
        "退休",
        "入学", "毕业", "入党", "参加工作", "签约", "签订", "签署", "签发", "印发", "生效", "失效", "实施", "施行", "到期", "有效", "立项", "申报", "申请",
        "受理", "备案", "办证", "发证", "领证", "验收", "交付", "移交", "购置", "购买", "安装", "检修", "维修", "出厂", "评定", "认定", "命名", "获批",
        "获评",
        "获奖", "首次", "最近", "上次", "下次", "招标", "中标",
    ]
    private static let otherTimeWords: Set<String> = [
        "updated", "update", "release", "released", "publication", "published", "created", "modified", "retrieved",
        "accessed", "founded", "built", "opened", "established", "birth", "born", "constructed", "commissioned",
        "source", "entered", "extracted", "submitted",
    ]

    /// Whether it names the first day of a period, or the last.
    var isStart: Bool {
        family == .time
            && (!Set(tokens).isDisjoint(with: ["start", "begin", "from", "starting"]) || isAny(["开始", "起始", "起"]))
    }
    var isEnd: Bool {
        family == .time && (!Set(tokens).isDisjoint(with: ["end", "to", "ending"]) || isAny(["结束", "截止", "终止", "止"]))
    }
    private func isAny(_ beginnings: [String]) -> Bool {
        tokens.first.map { one in beginnings.contains { one.hasPrefix($0) } } ?? false
    }

    /// What its numbers are where they stand beside years.
    var partSort: PeriodParts.Sort {
        switch family {
        case .quarter: .quarter
        case .week: .week
        default: .other
        }
    }

    private static let nameWords: Set<String> = [
        "name", "names", "description", "label", "nom", "libelle", "descriptor",
    ]

    /// Whether it names groups of people and the like, which figures are of: Sex, Age, 城乡.
    var isGroup: Bool { family == .dimension && Set(tokens).isDisjoint(with: ["freq", "frequency"]) }

    /// The words that say what is named or coded: dim1 of Dim1ValueCode and of Dim1.
    var stem: Set<String> {
        Set(tokens).subtracting(Self.codeWords).subtracting(Self.nameWords).subtracting(["value", "type"])
    }

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
            wasLower = character.isLowercase || character.isNumber
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
        (.quarter, ["quarter", "qtr", "quartal", "trimestre"]), (.week, ["week", "epiweek", "isoweek"]),
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
                "gemeinde", "kanton", "bfs", "ville", "pais", "spatial",
            ]
        ),
        (
            .dimension,
            ["sex", "gender", "age", "freq", "frequency", "dim1", "dim2", "education", "residence", "element"]
        ),
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
        (.counter, ["序号", "行号", "顺序号", "序號", "行次", "栏次", "列次", "排序号"]), (.unit, ["单位", "單位", "単位", "단위"]),
        (.coordinate, ["经度", "纬度", "坐标", "座標"]),
        (
            .remark,
            [
                "备注", "说明", "来源", "部门", "责任单位", "牵头单位", "主管单位", "配合单位", "承办单位", "实施单位", "建设单位", "填报单位", "报送单位", "责任人",
                "更新时间", "发布时间", "发布日期", "填报人", "联系人", "備註", "備考", "來源", "비고", "출처",
            ]
        ),
        (.status, ["状态", "狀態"]), (.quarter, ["季度"]), (.month, ["月份"]),
        (
            .time,
            [
                "年份", "年度", "时间", "报告期", "日期", "연도", "년도", "時間", "统计期", "期别", "时期", "年次", "時間軸", "時期", "시점",
            ]
        ),
        (.dimension, ["性别", "性別", "年龄", "年齡", "年齢", "年龄组", "行业", "行業", "城乡", "城鄉", "分组", "男女", "성", "연령"]),
        (
            .area,
            [
                "地区", "区域", "行政区", "行政区划", "县区", "区县", "市县", "城市", "省份", "乡镇", "街道", "辖区", "县市", "国家",
                "區別", "區域", "地區", "縣市", "行政區", "鄉鎮", "鄉鎮市區", "鄉鎮區", "市區", "村里", "國家", "地域", "市区町村",
                "区市町村", "市町村", "都道府県", "自治体", "지역", "시도", "시군구", "읍면동", "자치구", "행정구역", "행정동", "국가", "地市",
            ]
        ),
        (.indicator, ["指标", "项目", "指標", "項目", "항목", "지표"]),
    ]
    /// What can stand behind them: 地区名称, 行政区划代码, 縣市別, 행정구역별.
    private static let additions = [
        "", "名称", "名", "代码", "编码", "编号", "码", "名稱", "代碼", "編碼", "コード", "명", "코드", "别", "別", "별",
    ]

    /// 행정구역(시군구)별, 시도별(1): what is in brackets tells nothing of the kind.
    private static func withoutBrackets(_ name: String) -> String {
        var name = name
        while let open = name.firstIndex(where: { "(（".contains($0) }),
            let close = name[open...].firstIndex(where: { ")）".contains($0) }), open != name.startIndex
        {
            let inside = name[name.index(after: open)..<close], rest = name[name.index(after: close)...]
            // A unit stands at the end.
            guard !rest.isEmpty || inside.allSatisfy(\.isNumber) || inside.hasPrefix("年") else { break }
            name = String(name[..<open]) + rest
        }
        return name
    }

    private static func byWords(_ name: String, _ tokens: [String]) -> Family? {
        let lower = name.lowercased()
        if name.isEmpty || ["no", "no.", "#", "row", "rownames", "unnamed: 0"].contains(lower) {
            return .counter
        }
        if let family = byEnding(withoutBrackets(name)) { return family }
        if let family = bySeveral(tokens) { return family }
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

    private static func byEnding(_ name: String) -> Family? {
        for (family, words) in endings {
            for word in words where additions.contains(where: { name.hasSuffix(word + $0) }) {
                // Short names only: 城镇单位 is no unit, 中心城市 may be an area.
                let isNear = name.count <= word.count + 4
                if family == .unit, name.hasSuffix("名称") || !["", "计量", "数据", "指标"].contains(String(name.dropLast(2))) {
                    continue
                }
                // 성별 is the sex; 성 ends many a word.
                if word == "성", name != "성별" { continue }
                // Where 部门 says who is meant, it divides the figures; 责任部门 does not.
                if word == "部门", name == word { continue }
                // 平均年龄 is a figure.
                if name.contains("平均") { continue }
                if isNear { return family }
            }
        }
        switch name {
        case "排序": return .counter
        // Numbers that name something: the lines of buses, the houses of a street, the classes of a list.
        case "线路", "楼栋", "楼号", "栋号", "单元", "楼层", "班级", "门类", "大类", "中类", "小类", "车次", "航班": return .dimension
        case "月": return .month
        case "季": return .quarter
        case "日": return .day
        case "周", "周次", "周数": return .week
        default: return nil
        }
    }

    /// What two words say together: FactValueNumeric, FactValueNumericLow, Location type.
    private static func bySeveral(_ tokens: [String]) -> Family? {
        guard tokens.count > 1, let last = tokens.last else { return nil }
        let isValue = tokens.contains("value")
        if last == "numeric", isValue { return .value }
        if isValue, ["low", "high", "lower", "upper", "prefix"].contains(last) { return .bound }
        let described = tokens.dropLast().last.map { $0.hasPrefix("dim") || typed.contains($0) } ?? false
        return last == "type" && described ? .remark : nil
    }
    /// Columns whose type another column may state.
    private static let typed: Set<String> = ["location", "period", "time", "area", "geo", "value", "spatial", "date"]
}
