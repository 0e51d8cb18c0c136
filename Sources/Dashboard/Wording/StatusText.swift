import Indicators

extension Words {
    /// The word for why there is no value (design: 未报, 不适用, 保密, 未采集 and 未到发布时间 are different things).
    func absence(_ status: ObservationStatus) -> String {
        switch status {
        case .missing: statusMissing
        case .notApplicable: statusNotApplicable
        case .suppressed: statusSuppressed
        case .notCollected: statusNotCollected
        case .normal, .provisional, .forecast, .estimated, .breakInSeries: statusMissing
        }
    }
}

/// How a value came to be, in words; independent of how exactly it was printed.
enum StatusText {
    /// Only what differs from "as reported"; empty otherwise. Stands wherever the value stands.
    static func short(_ observation: Observation, _ words: Words) -> String {
        var parts: [String] = []
        switch observation.status {
        case .provisional: parts.append(words.statusProvisional)
        case .forecast: parts.append(words.statusForecast)
        case .estimated: parts.append(words.statusEstimated)
        case .breakInSeries: parts.append(words.statusBreak)
        case .normal, .missing, .notApplicable, .suppressed, .notCollected: break
        }
        switch observation.revision {
        case .none: break
        case .revised: parts.append(words.revised)
        case .corrected: parts.append(words.corrected)
        }
        return parts.joined(separator: " ")
    }

    /// The status in full, "as reported" included.
    static func full(_ observation: Observation, _ words: Words) -> String {
        if observation.status.isAbsence { return words.absence(observation.status) }
        let short = short(observation, words)
        return short.isEmpty ? words.statusNormal : short
    }

    /// What the value counts through its period; empty where that is unknown.
    static func collection(_ collection: Collection, _ words: Words) -> String {
        switch collection {
        case .summed: words.summed
        case .endOfPeriod: words.endOfPeriod
        case .average: words.average
        case .unknown: ""
        }
    }
}
