import Indicators

/// Why a data set without errors is not shown: it has no topics, it has no figures, or topics that are shown would
/// disappear or lose all their figures.
///
/// To remove a topic or its figures on purpose, the operator restarts the kiosk.
public enum KioskObjection: Hashable, Sendable {
    case noTopics
    case noFigures
    /// The codes of the topics that would disappear.
    case lostTopics([String])
    /// The codes of the topics that would have no figure any more.
    case emptiedTopics([String])

    /// The objection to a data set; nil for none.
    ///
    /// - Parameter shown: the data that would be replaced; nil where there are none.
    public static func against(_ new: Catalogue, inPlaceOf shown: Catalogue?) -> KioskObjection? {
        if new.topics.isEmpty { return .noTopics }
        let full = topicsWithFigures(new)
        if full.isEmpty { return .noFigures }
        guard let shown else { return nil }
        let lost = shown.topics.map(\.code).filter { new.topic($0) == nil }
        if !lost.isEmpty { return .lostTopics(lost) }
        let emptied = topicsWithFigures(shown).filter { !full.contains($0) }
        return emptied.isEmpty ? nil : .emptiedTopics(emptied)
    }

    /// The codes of the topics that have a value to show.
    private static func topicsWithFigures(_ catalogue: Catalogue) -> [String] {
        zip(catalogue.topics, FigureKey.all(of: catalogue)).filter { _, keys in
            keys.contains { key in
                let observation = catalogue.headlineObservation(of: key.indicator, area: key.area)
                return observation?.value != nil && observation?.isWithheld == false
            }
        }.map(\.0.code)
    }

    /// For the operator's log.
    public var text: LocalizedText {
        switch self {
        case .noTopics: LocalizedText(zh: "topics.csv 没有专题", en: "topics.csv has no topic")
        case .noFigures: LocalizedText(zh: "没有一个专题有数字", en: "no topic has a figure")
        case .lostTopics(let codes):
            LocalizedText(
                zh: "少了正在显示的专题 \(codes.joined(separator: "、"))；如属有意，请重启公众屏",
                en:
                    "shown topics are gone: \(codes.joined(separator: ", ")); restart the kiosk if that is meant"
            )
        case .emptiedTopics(let codes):
            LocalizedText(
                zh: "这些专题的数字全没有了：\(codes.joined(separator: "、"))；如属有意，请重启公众屏",
                en:
                    "topics lost their figures: \(codes.joined(separator: ", ")); restart the kiosk if that is meant"
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
