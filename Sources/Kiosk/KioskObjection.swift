import Indicators

/// Why a data set without errors is not shown: it has no topics, it has no figures, or topics that are shown would
/// disappear.
///
/// To remove a topic on purpose, the operator restarts the kiosk.
public enum KioskObjection: Hashable, Sendable {
    case noTopics
    case noFigures
    /// The codes of the topics that would disappear.
    case lostTopics([String])

    /// The objection to a data set; nil for none.
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
