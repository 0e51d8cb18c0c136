import Indicators

extension Words {
    /// The word for why an observation has no value.
    package func absence(_ observation: Observation) -> String {
        observation.isWithheld ? statusEmbargoed : absence(observation.status)
    }

    /// The word for why there is no value (未报, 不适用, 保密, 未采集 and 未到发布时间 are different things).
    package func absence(_ status: ObservationStatus) -> String {
        switch status {
        case .missing: statusMissing
        case .notApplicable: statusNotApplicable
        case .suppressed: statusSuppressed
        case .notCollected: statusNotCollected
        case .holiday: language == .zh ? "节假日无数" : "Holiday"
        default: statusMissing
        }
    }
}

/// How a value came to be, in words; independent of its qualifier.
package enum StatusText {
    /// The status where it is not "as reported"; empty otherwise. It is shown wherever the value is.
    package static func short(_ observation: Observation, _ words: Words) -> String {
        let revision =
            switch observation.revision {
            case .none: ""
            case .revised: words.revised
            case .corrected: words.corrected
            }
        let status = short(observation.status, words)
        return revision.isEmpty ? status : status.isEmpty ? revision : status + " " + revision
    }

    /// The status of a figure that stands for its indicator, and what was not reported since: 初步 11月未报, Provisional
    /// (Nov unreported).
    package static func standing(_ headline: Observation, _ wording: Wording) -> String {
        let since = since(headline, wording), isEnglish = wording.language == .en
        return [short(headline, wording.words), isEnglish && !since.isEmpty ? "(\(since))" : since]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What was not reported since a figure; empty where it is the newest, and for any but the one that stands for its
    /// indicator. A span is named by the month in which it ends, since that is what was to be reported.
    package static func since(_ headline: Observation, _ wording: Wording) -> String {
        guard let absent = wording.catalogue.absence(since: headline) else { return "" }
        let word = wording.words.absence(absent), period = PeriodText.last(absent.period, wording)
        if wording.language == .zh { return period + word }
        // Lists have no room for more.
        return absent.status == .missing ? "\(period) unreported" : "\(period) \(word.lowercased())"
    }

    /// The status alone.
    package static func short(_ status: ObservationStatus, _ words: Words) -> String {
        switch status {
        case .provisional: words.statusProvisional
        case .forecast: words.statusForecast
        case .estimated: words.statusEstimated
        case .breakInSeries: words.statusBreak
        case .normal, .missing, .notApplicable, .suppressed, .notCollected, .holiday: ""
        default: words.furtherStatuses.first { $0.key == status }?.value ?? ""
        }
    }

    /// The status in full, "as reported" included.
    package static func full(_ observation: Observation, _ words: Words) -> String {
        if observation.status.isAbsence || observation.isWithheld { return words.absence(observation) }
        let short = short(observation, words)
        return short.isEmpty ? words.statusNormal : short
    }

    /// What a value counts over its period; empty where that is unknown.
    package static func collection(_ collection: Collection, _ words: Words) -> String {
        switch collection {
        case .summed: words.summed
        case .endOfPeriod: words.endOfPeriod
        case .average: words.average
        case .unknown: ""
        }
    }
}
