import Indicators

/// Why a data set that has passed its check is not shown: it would make the screen poorer than it was.
///
/// Whoever takes a topic away on purpose starts the kiosk anew.
public enum KioskObjection: Hashable, Sendable {
    case noTopics
    case noFigures
    /// These topics, by their codes, are shown and would be gone.
    case lostTopics([String])

    /// What speaks against a data set; nil where nothing does.
    ///
    /// - Parameter shown: the data that would be replaced; nil where there are none.
    public static func against(_ new: Catalogue, inPlaceOf shown: Catalogue?) -> KioskObjection? {
        if new.topics.isEmpty { return .noTopics }
        let hasFigure = FigureKey.all(of: new).contains { keys in
            keys.contains { key in
                let observation = new.headlineObservation(of: key.indicator, area: key.area)
                return observation?.value != nil && observation?.isWithheld == false
            }
        }
        if !hasFigure { return .noFigures }
        let lost = (shown?.topics ?? []).map(\.code).filter { new.topic($0) == nil }
        return lost.isEmpty ? nil : .lostTopics(lost)
    }

    /// For the operator's log.
    public var text: LocalizedText {
        switch self {
        case .noTopics: LocalizedText(zh: "topics.csv 没有专题", en: "topics.csv has no topic")
        case .noFigures: LocalizedText(zh: "没有一个专题有数字", en: "no topic has a figure")
        case .lostTopics(let codes):
            LocalizedText(
                zh: "少了正在显示的专题 \(codes.joined(separator: "、"))；有意删去时请重启公众屏",
                en:
                    "shown topics are gone: \(codes.joined(separator: ", ")); restart the kiosk if that is meant"
            )
        }
    }
}

extension Catalogue {
    /// No data: a data set without topics.
    static let nothing = Catalogue(
        package: PackageDescription(
            name: "", version: "", title: LocalizedText(zh: "", en: ""), city: LocalizedText(zh: "", en: ""),
            period: LocalizedText(zh: "", en: ""), contact: LocalizedText(zh: "", en: ""), rootArea: "",
            isFictional: false, judging: JudgingRule()),
        Tables(observations: ObservationTable()))
}
