import Indicators

/// Codes and words for statuses and powers of ten as different publishers write them.
enum StatusReading {
    /// A code of CL_OBS_STATUS, its English name as in tidy tables, or a Chinese word; nil for any other text.
    /// - Parameter isCanadian: whether E and F say that a value is hardly or not reliable, as Statistics Canada has it.
    static func status(_ text: String, isCanadian: Bool = false) -> ObservationStatus? {
        if text.isEmpty { return .normal }
        if isCanadian, let status = canadian[text] { return status }
        // Flags in small letters are those of Eurostat: c is confidential there.
        if text == "x" { return .suppressed }
        if let status = CellFlags.status(text) { return status }
        if let status = ObservationStatus(code: text.uppercased()) { return status }
        // labels=both: `A: Normal value`.
        if let colon = text.firstIndex(of: ":"), let status = ObservationStatus(code: text[..<colon].uppercased()) {
            return status
        }
        return word(text)
    }

    /// The status in a cell of its own column. A plan is no observation, so it counts as a forecast.
    static func ofCell(_ text: String, isCanadian: Bool = false) -> ObservationStatus? {
        status(text, isCanadian: isCanadian) ?? (isPlan(text) ? .forecast : nil)
    }

    /// Whether a word says that a figure is planned.
    static func isPlan(_ text: String) -> Bool {
        ["计划", "计划数", "规划", "规划数", "目标", "目标数", "预算", "预算数", "plan", "planned", "target", "budget"]
            .contains(TableHead.trimmed(text).lowercased())
    }

    /// The status that words state: 初步核算数, forecast.
    static func word(_ text: String) -> ObservationStatus? {
        var text = TableHead.trimmed(NarrowText.of(text, dashes: false)).lowercased()
        if text.hasSuffix(".") { text.removeLast() }
        if let status = words[text] { return status }
        for ending in ["数据", "数", "值"] where text.hasSuffix(ending) {
            if let status = words[String(text.dropLast(ending.count))] { return status }
        }
        return nil
    }

    private static let canadian: [String: ObservationStatus] = [
        "A": .normal, "B": .normal, "C": .normal, "D": .normal, "E": .lowReliability, "F": .missing, "..": .missing,
        "...": .notApplicable, "x": .suppressed, "r": .normal, "p": .provisional, "0s": .normal,
    ]

    private static let words: [String: ObservationStatus] = [
        "normal": .normal, "normal value": .normal, "available": .normal, "official": .normal, "reported": .normal,
        "正常": .normal,
        "provisional": .provisional, "provisional value": .provisional, "preliminary": .provisional, "初步": .provisional,
        "初步统计": .provisional, "初步核算": .provisional, "快报": .provisional, "初报": .provisional, "暂定": .provisional,
        "prelim": .provisional, "flash": .provisional,
        "终审": .normal, "核实": .normal, "最终核实": .normal, "最终": .normal, "年报": .normal, "审定": .normal, "final": .normal,
        "revised": .normal, "修订": .normal, "预测": .forecast, "projection": .forecast,
        "projected": .forecast, "proj": .forecast, "est": .estimated,
        "估算": .estimated, "推算": .estimated, "测算": .estimated,
        "forecast": .forecast, "forecast value": .forecast, "预计": .forecast, "estimated": .estimated,
        "estimated value": .estimated,
        "estimate": .estimated, "估计": .estimated, "break": .breakInSeries, "time series break": .breakInSeries,
        "break in series": .breakInSeries,
        "missing": .missing, "missing value": .missing, "not available": .missing, "未报": .missing,
        "not applicable": .notApplicable, "不适用": .notApplicable,
        "suppressed": .suppressed, "confidential": .suppressed, "保密": .suppressed, "not collected": .notCollected,
        "未采集": .notCollected,
        "definition differs": .definitionDiffers, "experimental value": .experimental, "imputed value": .imputed,
        "imputed value (ccsa definition)": .imputed,
        "derogation": .derogation, "not significant": .notSignificant, "low reliability": .lowReliability,
        "unvalidated value": .unvalidated,
        "strike and other special events": .specialEvent,
    ]

    /// A power of ten from 0 to 12; nil for any other text.
    static func multiplier(_ text: String) -> Int? {
        var text = text
        if let colon = text.firstIndex(of: ":") { text = String(text[..<colon]) }
        if text.isEmpty { return 0 }
        if let value = Int(text) { return (0...12).contains(value) ? value : nil }
        return multipliers[text.lowercased()]
    }

    private static let multipliers = [
        "units": 0, "unit": 0, "个": 0, "hundreds": 2, "thousands": 3, "千": 3, "ten thousands": 4, "万": 4, "millions": 6,
        "百万": 6, "亿": 8,
        "billions": 9, "trillions": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "hundred": 2,
        "十亿": 9, "万亿": 12, "千万": 7, "one": 0, "ones": 0,
    ]
}
