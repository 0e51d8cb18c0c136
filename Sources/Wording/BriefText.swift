import Indicators

/// A measure or milestone: ✓ done, … ongoing, → planned, ” claimed. The colours of judgements are not used for it.
package enum BriefText {
    package static func mark(_ brief: Brief, _ signs: Signs) -> String {
        switch brief.state {
        case .done: signs.done
        case .ongoing: signs.ongoing
        case .planned: signs.planned
        case .claimed: signs.claimed
        }
    }

    package static func state(_ brief: Brief, _ words: Words) -> String {
        switch brief.state {
        case .done: words.done
        case .ongoing: words.ongoing
        case .planned: words.planned
        case .claimed: words.claimed
        }
    }

    /// Mark, title, detail and state in one line.
    package static func line(_ brief: Brief, _ wording: Wording) -> [Phrase] {
        let language = wording.language, separator = " \(wording.signs.separator) "
        var line = [Phrase(mark(brief, wording.signs), .quiet), Phrase(" " + brief.title[language], .text)]
        let detail = brief.detail[language]
        if !detail.isEmpty { line.append(Phrase(separator + detail, .text)) }
        if brief.area != wording.catalogue.rootArea.code, let area = wording.catalogue.area(brief.area) {
            line.append(Phrase(separator + area.shortName[language], .quiet))
        }
        if let year = brief.period.year, year != wording.catalogue.mainYear {
            line.append(Phrase(separator + PeriodText.short(brief.period, brief.periodBasis, wording), .quiet))
        }
        line.append(Phrase("  " + state(brief, wording.words), .quiet))
        return line
    }
}
