import Indicators

/// Joins the tables of one package; each becomes a topic.
enum ForeignMerge {
    struct Part: Sendable {
        let name: String
        let title: String
        let catalogue: Catalogue
    }

    static func merged(_ parts: [Part], name: String, title: String, publisher: String, address: String) -> Catalogue? {
        guard !parts.isEmpty else { return nil }
        var draft = ForeignDraft(
            name: name, title: title, fileName: parts[0].name, publisher: publisher, address: address)
        var observations = ObservationStore(), codes: Set<String> = [], areas: Set<String> = []
        var sources: [Source] = []
        for part in parts {
            let isAlone = part.catalogue.topics.count == 1
            var renamed: [String: String] = [:]
            for topic in part.catalogue.topics {
                let code = isAlone ? part.name : "\(part.name).\(topic.code)"
                draft.topics.append(ForeignDraft.Named(code: code, name: isAlone ? part.title : topic.title.zh))
                for indicator in part.catalogue.indicators(ofTopic: topic.code) {
                    var own = indicator.code
                    if !codes.insert(own).inserted {
                        own = "\(part.name).\(own)"
                        codes.insert(own)
                    }
                    renamed[indicator.code] = own
                    draft.indicators.append(
                        ForeignDraft.Subject(
                            code: own, name: indicator.name.zh, readUnit: indicator.unit, topic: code))
                }
            }
            let root = part.catalogue.rootArea.code
            for area in part.catalogue.areas
            where area.code != ForeignDraft.wholeCode && areas.insert(area.code).inserted {
                draft.areas.append(ForeignDraft.Named(code: area.code, name: area.name.zh))
            }
            if root != ForeignDraft.wholeCode { draft.whole = root }
            sources += part.catalogue.sources.map {
                Source(
                    code: part.name, title: $0.title,
                    publisher: publisher.isEmpty ? $0.publisher : LocalizedText(zh: publisher, en: publisher),
                    author: $0.author, date: $0.date,
                    trust: $0.trust, terms: $0.terms, address: address, note: $0.note)
            }
            for row in 0..<part.catalogue.observations.count {
                let one = part.catalogue.observations[row]
                guard let code = renamed[one.indicator], one.period.kind != .none else { continue }
                observations.append(one.moved(to: code, source: part.name))
            }
        }
        return draft.catalogue(ObservationTable(observations), sources: sources)
    }
}

extension Observation {
    /// The same value of another indicator and source.
    func moved(to indicator: String, source: String) -> Observation {
        Observation(
            index: 0, line: line, area: area, indicator: indicator, period: period, basis: basis, value: value,
            valueHigh: valueHigh, unitMultiplier: unitMultiplier,
            qualifier: qualifier, status: status, revision: revision, attributes: attributes,
            isWithheld: isWithheld, source: source, place: place, printed: printed,
            note: note)
    }
}
