import Indicators

/// The names of columns as people write them: in another case, with blanks, in Chinese.
enum ColumnAliases {
    /// The column of a table that a header cell names; nil where it names none or several.
    static func column(_ name: String, among columns: [ColumnName]) -> ColumnName? {
        let word = folded(name)
        guard !word.isEmpty else { return nil }
        if let column = columns.first(where: { folded($0.rawValue) == word }) { return column }
        let named = columns.filter { chinese[$0]?.contains(word) ?? false }
        return named.count == 1 ? named[0] : nil
    }

    private static func folded(_ name: String) -> String {
        String(NarrowText.of(name, dashes: true).lowercased().compactMap { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    private static let chinese: [ColumnName: [String]] = [
        .REF_AREA: ["地区", "地区代码", "区域"], .INDICATOR: ["指标", "指标代码"], .TIME_PERIOD: ["时期", "统计时期"],
        .PERIOD_BASIS: ["时期依据", "时期口径"], .OBS_VALUE: ["数值", "值", "数据"], .UNIT_MULT: ["单位倍数", "数量级", "单位乘数", "倍数"],
        .VALUE_HIGH: ["上限", "区间上限"], .QUALIFIER: ["精确度", "限定词", "限定", "约数"], .OBS_STATUS: ["状态", "数据状态"],
        .REVISION: ["修订", "修订标记"], .EMBARGO_UNTIL: ["发布时间", "解禁时间", "解禁"], .SOURCE: ["来源", "来源代码"],
        .PLACE: ["位置", "出处"], .PRINTED: ["原文", "原文印法", "印作"], .NOTE: ["备注", "说明"], .NOTE_EN: ["英文备注", "英文说明"],
        .TARGET_VALUE: ["目标", "目标值"], .ACCEPTED: ["验收", "验收日期"], .LINK: ["关联", "关联代码"], .KIND: ["种类", "类型"],
        .ROLE: ["角色"], .TOLERANCE: ["允许误差"], .FORMER_VALUE: ["原值"], .DATE: ["日期", "修订日期"], .REASON: ["原因"],
        .REASON_EN: ["英文原因"], .code: ["代码"], .order: ["顺序", "次序"], .title_zh: ["标题", "中文标题"],
        .title_en: ["英文标题"], .short_zh: ["简称", "中文简称"], .short_en: ["英文简称"], .headline: ["首要指标"],
        .topic: ["专题"], .name_zh: ["名称", "中文名称"], .name_en: ["英文名称"], .direction: ["方向"], .display: ["展示"],
        .collection: ["统计方式"], .unit: ["单位", "计量单位"], .unit_en: ["英文单位"], .pinyin: ["拼音"], .kind: ["级别"],
        .parent: ["上级"], .former_names: ["曾用名"], .area: ["地区"], .period: ["时期"], .state: ["进展"],
        .source: ["来源"], .place: ["位置"], .publisher: ["发布单位"], .date: ["日期"], .trust: ["可信度"], .title: ["题名"],
        .note_zh: ["备注", "说明"], .note_en: ["英文备注", "英文说明"], .telephone: ["电话"], .due: ["期限"],
        .formula: ["公式"], .numerator: ["分子"], .denominator: ["分母"], .scale: ["数量级"], .decimals: ["小数位数"],
    ]
}
