import Indicators
import Wording

/// What stands on a page before its choices, one fact a line.
extension LinearLines {
    /// The sentence for the whole, what needs attention, how much is judged, and the time that the data cover.
    func city() -> [String] {
        let tally = catalogue.tally, digest = AttentionDigest(wording)
        var lines = digest.opening + digest.lines + [judged(tally)]
        if tally.judged > 0 {
            lines += labelled(
                [
                    (wording.words.signGood, words.items(tally.good)),
                    (wording.words.signBetween, words.items(tally.between)),
                    (wording.words.signBad, words.items(tally.bad)),
                ] + (tally.unknown > 0 ? [(wording.words.unknownZero, words.items(tally.unknown))] : []))
        }
        return lines
            + labelled([
                (
                    wording.words.dataSpan,
                    PeriodText.span(catalogue.oldestPeriod, catalogue.newestPeriod, wording.signs)
                )
            ])
    }

    func topic(_ code: String) -> [String] { [judged(catalogue.tally(ofTopic: code))] }

    /// The number of judged indicators. It is of the whole, and the line says so where the rest is about one area.
    private func judged(_ tally: Catalogue.Tally) -> String {
        joined([wording.area == nil ? "" : wording.wholeName, words.judged(tally.judged, tally.all)])
    }

    /// The headline figure of an indicator, then the notes on all its figures.
    func indicator(_ indicator: Indicator, area: String?) -> [String] {
        let observation = catalogue.headlineObservation(of: indicator.code, area: area ?? wording.area)
        let department = indicator.department[language]
        return figure(indicator, observation) + remarks(indicator, observation)
            + otherTargets(of: indicator, observation, area: area)
            + labelled([
                (wording.words.definition, indicator.note[language]),
                (wording.words.meaning, indicator.sentence[language]),
                (wording.words.department, department.isEmpty ? wording.words.notStated : department),
                (
                    wording.words.helpRules,
                    JudgementText.rule(wording.judgement(of: indicator, observation), wording)
                ),
                (wording.words.source, observation.map { origin($0.source, $0.place, $0.printed) } ?? ""),
            ])
    }

    /// What was asked about a figure, and why it moved.
    private func remarks(_ indicator: Indicator, _ observation: Observation?) -> [String] {
        let list = catalogue.attention, area = observation?.area ?? wording.area ?? catalogue.rootArea.code
        let item = list.items.first { $0.indicator == indicator.code && $0.area == area && $0.isBad }
        return catalogue.followUps(of: indicator.code, in: area).map {
            FollowUpText.sentence($0, item, on: list.day, wording)
        } + (observation.map { catalogue.notes(on: $0) } ?? []).map { FollowUpText.note($0, wording) }
    }

    /// One observation with all of its source.
    func observation(_ observation: Observation) -> [String] {
        guard let indicator = catalogue.indicator(observation.indicator) else { return [] }
        let printed = observation.printed.isEmpty ? "" : "「\(observation.printed)」"
        return figure(indicator, observation)
            + labelled([
                (wording.words.printedForm, printed),
                (wording.words.place, PlaceText.text(observation.place, language)),
            ])
            + source(named: observation.source) + labelled([(wording.words.definition, indicator.note[language])])
    }

    func measure(_ brief: Brief) -> [String] {
        labelled([
            (wording.words.measure, brief.detail[language]),
            (wording.words.state, BriefText.state(brief, wording.words)),
            (wording.words.period, PeriodText.full(brief, wording)), (wording.words.area, name(ofArea: brief.area)),
            (wording.words.topic, catalogue.topic(brief.topic)?.title[language] ?? brief.topic),
            (wording.words.noteOfFigure, brief.note[language]),
            (wording.words.place, PlaceText.text(brief.place, language)),
        ]) + source(named: brief.source)
    }

    /// The value and how it was computed. The choices below say from which figures.
    func computation(_ derived: DerivedIndicator) -> [String] {
        let judging = wording.judging
        var rows: [(String, String)]
        switch catalogue.derivation(of: derived) {
        case .failure(let refusal): rows = [(judging.notDerived, DerivedText.refusal(refusal, wording))]
        case .success(let derivation):
            let formula = DerivedText.formula(derived, derivation.numerator, derivation.denominator, wording)
            rows = [
                (wording.words.value, DerivedText.parts(derived, wording)?.text ?? ""),
                (wording.words.period, PeriodText.full(derivation, wording)),
                (wording.words.state, StatusText.short(derivation.status, wording.words)),
                (
                    judging.formula,
                    joined([formula, DerivedText.isRounded(derivation, derived) ? judging.rounded : ""])
                ),
                (wording.words.meaning, derivation.numerator.basis == .printed ? "" : judging.samePlace),
            ]
        }
        rows += [
            (wording.words.area, name(ofArea: derived.area ?? catalogue.rootArea.code)),
            (wording.words.noteOfFigure, derived.note[language]),
        ]
        return labelled(rows) + [judging.inputs]
    }

    func place(_ area: Area) -> [String] {
        let below = catalogue.areas.filter { $0.parent == area.code }.map { $0.name[language] }
        return labelled([
            (words.code, area.code), (wording.words.parent, area.parent.map(name(ofArea:)) ?? ""),
            (wording.words.formerNames, area.formerNames.joined(separator: wording.words.listSeparator)),
            (wording.words.areasBelow, below.joined(separator: wording.words.listSeparator)),
        ])
    }

    /// Every detail of a source.
    func source(_ source: Source) -> [String] {
        let grades = wording.words.trustGrades
        let grade =
            switch source.trust {
            case .a: grades.a
            case .b: grades.b
            case .c: grades.c
            }
        return labelled([
            (wording.words.title, source.title[language]), (wording.words.author, SourceText.author(source, wording)),
            (wording.words.publisher, SourceText.publisher(source, wording)),
            (wording.words.date, SourceText.date(source, wording)),
            (wording.words.trust, grade), (wording.words.terms, source.terms[language]),
            (wording.words.address, source.address),
            (words.noteOfSource, source.note[language]),
        ])
    }

    /// The errors in new data that were refused.
    func problems(_ findings: ReadingFindings) -> [String] {
        let words = wording.words.live, problems = findings.problems
        guard !problems.isEmpty else { return [words.noProblems] }
        return [words.head(of: problems, areOfShownData: findings.areOfShownData)]
            + problems.flatMap { problem in
                let field = problem.field.isEmpty ? "" : problem.field + wording.words.colon
                return ["\(problem.location)\(wording.words.colon)\(field)\(problem.message[language])"]
                    + labelled(ProblemText.parts(problem, language, words))
            }
    }

    // MARK: Parts of a page

    private func source(named code: String) -> [String] {
        catalogue.source(code).map(source) ?? labelled([(wording.words.source, code)])
    }

    /// A figure, or that there is none, and its judgement.
    private func figure(_ indicator: Indicator, _ observation: Observation?) -> [String] {
        let judgement = wording.judgement(of: indicator, observation)
        var rows = [(wording.words.value, wording.figure(observation))]
        if let observation {
            rows += [
                (wording.words.area, name(ofArea: observation.area)),
                (wording.words.period, PeriodText.full(observation, wording)),
                (
                    wording.words.state,
                    joined([
                        StatusText.full(observation, wording.words),
                        StatusText.collection(indicator.collection, wording.words),
                    ])
                ),
            ]
        }
        rows.append((wording.words.judgement, JudgementText.word(judgement, wording)))
        if let target = judgement.target {
            rows.append(
                (wording.judging.target, joined([promise(target, indicator), fulfilment(judgement, indicator)])))
            rows += details(of: target)
        }
        guard let observation else { return labelled(rows) }
        rows += changes(indicator, observation)
        rows += NoteText.paragraphs(observation, wording).flatMap { $0.text.split(whereSeparator: \.isNewline) }.map {
            (wording.words.noteOfFigure, String($0))
        }
        return labelled(rows + revisions(indicator, observation))
    }

    private func details(of target: Target) -> [(String, String)] {
        [
            (words.noteOfTarget, target.note[language]),
            (words.originOfTarget, origin(target.source, target.place, target.printed)),
        ]
    }

    /// The other targets of the area shown, and targets of areas that have no observation.
    private func otherTargets(of indicator: Indicator, _ observation: Observation?, area: String?) -> [String] {
        let shown = observation?.area ?? area ?? wording.area ?? catalogue.rootArea.code
        let current = wording.judgement(of: indicator, observation).target
        let others = catalogue.targets.filter { target in
            guard target.indicator == indicator.code, target != current else { return false }
            return target.area == shown
                || (area == nil && catalogue.observations(of: indicator.code, in: target.area).isEmpty)
        }
        return others.flatMap { target in
            let area = target.area == catalogue.rootArea.code ? "" : name(ofArea: target.area)
            return labelled(
                [(wording.judging.target, joined([area, promise(target, indicator)]))] + details(of: target))
        }
    }

    /// The change on a year earlier with what it is compared with, or why there is none where there might be.
    private func changes(_ indicator: Indicator, _ observation: Observation) -> [(String, String)] {
        let tendency = TendencyText.line(indicator, observation, wording).map { [(wording.judging.tendency, $0)] } ?? []
        return onYear(indicator, observation) + tendency + onPeriod(indicator, observation)
    }

    private func onPeriod(_ indicator: Indicator, _ observation: Observation) -> [(String, String)] {
        switch catalogue.changeOnPeriod(of: observation) {
        case .success(let found):
            let text = ChangeText.phrases(found.change, from: found.earlier, indicator, wording).text
            let before = PeriodText.span(of: found.earlier.period, wording, withYear: true)
            return [
                (wording.judging.onPeriod, spoken(text)),
                (wording.judging.periodBefore, joined([before, wording.figure(found.earlier)])),
            ]
        case .failure(let reason):
            guard observation.value != nil, catalogue.observations(of: indicator.code, in: observation.area).count > 1
            else { return [] }
            return [(wording.judging.notComparedOnPeriod, ReasonText.text(reason, wording))]
        }
    }

    private func onYear(_ indicator: Indicator, _ observation: Observation) -> [(String, String)] {
        let judging = wording.judging
        switch catalogue.changeOnYear(of: observation) {
        case .success(let change):
            return [
                (judging.onYear, self.change(change, indicator)),
                (judging.sameSpanBefore, wording.figure(change.earlier)),
            ]
        case .failure(let reason):
            guard observation.value != nil, catalogue.observations(of: indicator.code, in: observation.area).count > 1
            else { return [] }
            return [(judging.notCompared, ReasonText.text(reason, wording))]
        }
    }

    private func revisions(_ indicator: Indicator, _ observation: Observation) -> [(String, String)] {
        catalogue.formerValues(of: observation).map { former in
            let kind = former.kind == .corrected ? wording.words.corrected : wording.words.revised
            let parts = FigureText.parts(former, unit: indicator.unit, language: language, raw: wording.raw)
            let value = "\(wording.judging.formerly) \(parts?.text ?? wording.words.statusMissing)"
            return (wording.judging.revisions, joined([former.day, kind, value, former.reason[language]]))
        }
    }
}
