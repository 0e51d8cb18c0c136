import Indicators

/// The words that people write where codes belong, and the words that explain codes in messages.
///
/// The first word of a code explains it.
enum CodeWords {
    /// The code that a word or a code in another case stands for; nil where it has no or no certain meaning.
    static func code<Value: Coded>(_ text: String, _: Value.Type) -> String? {
        let word = folded(text)
        guard !word.isEmpty else { return nil }
        if let code = Value.codes.first(where: { folded($0) == word }) { return code }
        let meanings = words(of: Value.self).filter { $0.words.contains(word) }.map(\.code)
        return meanings.count == 1 ? meanings[0] : nil
    }

    /// The word for a code; empty where the code explains itself.
    static func word(_ code: String, _ type: any Coded.Type) -> String {
        words(of: type).first { $0.code == code }?.words.first ?? ""
    }

    /// What a code of a single letter says in English; empty for a code that is an English word.
    static func english(_ code: String, _ type: any Coded.Type) -> String {
        letters[ObjectIdentifier(type)]?[code] ?? ""
    }

    private static let letters: [ObjectIdentifier: [String: String]] = [
        ObjectIdentifier(ObservationStatus.self): [
            "A": "reported", "P": "provisional", "F": "forecast", "E": "estimated", "B": "break in series",
            "O": "not reported", "M": "not applicable", "Q": "suppressed", "L": "not collected",
        ],
        ObjectIdentifier(Collection.self): ["S": "summed", "E": "at the end", "A": "average", "U": "unknown"],
        ObjectIdentifier(Trust.self): ["A": "official", "B": "reprint", "C": "third party"],
    ]

    /// Lower case, narrow signs, underscores for blanks and hyphens.
    private static func folded(_ text: String) -> String {
        String(NarrowText.of(text, dashes: true).lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    private typealias Entry = (code: String, words: [String])

    private static func words(of type: any Coded.Type) -> [(code: String, words: [String])] {
        all[ObjectIdentifier(type)] ?? []
    }

    private static let all: [ObjectIdentifier: [Entry]] = [
        ObjectIdentifier(Qualifier.self): [
            ("exact", ["精确", "准确", "确数", "整数", "无"]), ("approx", ["约", "大约", "约数", "左右", "about"]),
            ("approx_below", ["近", "接近", "将近", "不足", "不到", "almost"]),
            ("approx_above", ["余", "多", "以上", "超", "超过", "逾", "over"]), ("range", ["区间", "范围"]),
        ],
        ObjectIdentifier(ObservationStatus.self): [
            ("A", ["已报", "正常", "上报"]), ("P", ["初步", "初步数", "快报"]), ("F", ["预计", "预测"]), ("E", ["估计", "估算"]),
            ("B", ["口径变化", "口径调整"]), ("O", ["未报", "缺报", "暂缺"]), ("M", ["不适用"]), ("Q", ["保密", "不公开"]),
            ("L", ["未采集", "未统计"]),
        ],
        ObjectIdentifier(Revision.self): [("revised", ["修订"]), ("corrected", ["更正"])],
        ObjectIdentifier(PeriodBasis.self): [
            ("printed", ["载明", "当期", "原文载明"]), ("to_date", ["截至目前", "今年", "截至见报", "至今"]),
            ("since_unknown", ["起点未载"]), ("as_reported", ["目前", "见报时"]), ("usual_year", ["常年"]),
            ("unspecified", ["未载时间", "未载"]),
        ],
        ObjectIdentifier(Direction.self): [
            ("up", ["越多越好", "越高越好", "上", "升"]), ("down", ["越少越好", "越低越好", "下", "降"]),
            ("zero", ["零目标", "为零", "零"]), ("none", ["无", "不分"]),
        ],
        ObjectIdentifier(Display.self): [
            ("count", ["数量", "计数"]), ("share", ["比重", "占比", "比例"]), ("range", ["区间"]), ("zero", ["零目标", "零"]),
            ("rating", ["等级", "评级"]), ("change", ["变化", "增速", "增减"]),
        ],
        ObjectIdentifier(Collection.self): [
            ("S", ["累计", "合计"]), ("E", ["期末", "时点"]), ("A", ["平均", "均值"]), ("U", ["不明", "未知"]),
        ],
        ObjectIdentifier(BriefState.self): [
            ("done", ["完成", "已完成"]), ("ongoing", ["进行中", "推进中", "在建"]), ("planned", ["计划", "拟建", "待办"]),
        ],
        ObjectIdentifier(FollowUp.State.self): [
            ("open", ["未答复", "待答复", "未办", "未回复"]), ("answered", ["已答复", "答复", "已回复"]),
            ("closed", ["办结", "已办结", "结案", "销号"]),
        ],
        ObjectIdentifier(Trust.self): [("A", ["官方"]), ("B", ["转载"]), ("C", ["第三方"])],
        ObjectIdentifier(AreaKind.self): [
            ("province", ["省"]), ("city", ["市"]), ("district", ["区"]), ("county", ["县"]), ("town", ["镇", "乡", "街道"]),
            ("village", ["村", "社区"]),
        ],
        ObjectIdentifier(LinkKind.self): [
            ("same", ["同一", "相同"]), ("parts", ["分项与合计", "分项"]), ("share", ["比重", "占比"]), ("disagree", ["两说", "不一致"]),
        ],
        ObjectIdentifier(LinkRole.self): [
            ("member", ["成员"]), ("part", ["部分", "分项"]), ("total", ["合计", "总数"]), ("share", ["比重", "占比"]),
            ("base", ["基数"]),
        ],
        ObjectIdentifier(Formula.self): [
            ("ratio", ["比值", "相除"]), ("share", ["占比", "比重"]), ("prior_level", ["上年水平"]), ("base_of_share", ["全体"]),
            ("difference", ["差", "相减"]), ("sum", ["和", "相加"]),
        ],
    ]
}
