import Indicators
import Wording

/// The words that only what is copied needs.
enum CopiedWords {
    /// The names of the columns of a table.
    static func columns(_ words: Words) -> [String] {
        let (qualifier, unit, multiplier, basis) =
            switch words.language {
            case .zh: ("限定", "单位", "倍数", "时期交代")
            case .en: ("Qualifier", "Unit", "Multiplier", "Period basis")
            }
        return [
            words.indicator, words.area, words.value, qualifier, unit, multiplier, words.period, basis, words.state,
            words.source,
        ]
    }

    /// How exactly a value is known; empty for an exact one. 余, 多 and 至少 as the source printed it.
    static func qualifier(_ observation: Observation, _ unit: Unit, _ language: Language) -> String {
        guard observation.qualifier == .approxAbove,
            let parts = FigureText.parts(observation, unit: unit, language: language, raw: true)
        else {
            return qualifier(observation.qualifier, language)
        }
        switch language {
        case .zh: return parts.prefix.isEmpty ? (parts.suffix.contains("多") ? "多" : "余") : parts.prefix
        case .en: return parts.prefix.hasPrefix("at least") ? "at least" : "over"
        }
    }

    static func qualifier(_ qualifier: Qualifier, _ language: Language) -> String {
        switch (qualifier, language) {
        case (.exact, _): ""
        case (.approx, .zh): "约"
        case (.approxBelow, .zh): "近"
        case (.approxAbove, .zh): "余"
        case (.range, .zh): "区间"
        case (.approx, .en): "about"
        case (.approxBelow, .en): "nearly"
        case (.approxAbove, .en): "over"
        case (.range, .en): "range"
        }
    }

    /// A power of ten in words; empty for one.
    static func multiplier(_ power: Int, _ language: Language) -> String {
        let words: [Int: String] =
            switch language {
            case .zh: [0: "", 1: "十", 2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 12: "万亿"]
            case .en:
                [
                    0: "", 1: "ten", 2: "hundred", 3: "thousand", 4: "ten thousand", 6: "million", 8: "hundred million",
                    9: "billion",
                ]
            }
        return words[power] ?? "×10^\(power)"
    }

    /// The title of a source and the position in it.
    static func source(_ code: String, _ place: String, _ wording: Wording) -> String {
        let title = wording.catalogue.source(code)?.title[wording.language] ?? code
        let place = PlaceText.text(place, wording.language)
        if title.isEmpty || place.isEmpty { return title + place }
        switch wording.language {
        case .zh: return title + (place.hasPrefix("「") ? "" : "，") + place
        case .en: return title + ", " + place
        }
    }

    /// The sources of the terms of a formula, each once.
    static func sources(_ terms: [Observation?], _ wording: Wording) -> String {
        var seen: Set<String> = []
        return terms.compactMap { $0.map { source($0.source, $0.place, wording) } }.filter { seen.insert($0).inserted }
            .joined(separator: stop(wording.language))
    }

    /// Separates items that contain commas themselves.
    static func stop(_ language: Language) -> String { language == .zh ? "；" : "; " }

    /// Says that a table was cut, and how to get all of it.
    static func cut(_ shown: Int, of all: Int, _ language: Language) -> String {
        switch language {
        case .zh: "…… 共 \(all) 行，只复制了前 \(shown) 行；要全部的，用 minsheng show --format csv"
        case .en: "… only the first \(shown) of \(all) rows were copied; for all of them: minsheng show --format csv"
        }
    }
}
