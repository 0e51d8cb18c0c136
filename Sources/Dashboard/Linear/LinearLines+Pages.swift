import Indicators

/// What stands on a page before its choices, one fact a line.
extension LinearLines {
    /// How the whole stands, and what time the data are of.
    func city() -> [String] {
        let tally = catalogue.tally
        var lines = [judged(tally)]
        if tally.judged > 0 {
            lines += labelled([
                (ink.words.signGood, words.items(tally.good)), (ink.words.signBetween, words.items(tally.between)),
                (ink.words.signBad, words.items(tally.bad)),
            ])
        }
        return lines
            + labelled([
                (ink.words.dataSpan, PeriodText.span(catalogue.oldestPeriod, catalogue.newestPeriod, ink.glyphs))
            ])
    }

    func topic(_ code: String) -> [String] { [judged(catalogue.tally(ofTopic: code))] }

    /// How many are judged; that this is of the whole where the rest is of one area.
    private func judged(_ tally: Catalogue.Tally) -> String {
        joined([ink.state.session.area == nil ? "" : ink.words.wholeCity, words.judged(tally.judged, tally.all)])
    }

    /// An indicator by the figure that stands for it, then what is said of all its figures.
    func indicator(_ indicator: Indicator, area: String?) -> [String] {
        let observation = ink.state.shownObservation(of: indicator.code, area: area)
        let department = indicator.department[language]
        return figure(indicator, observation) + otherTargets(of: indicator, observation, area: area)
            + labelled([
                (ink.words.definition, indicator.note[language]), (ink.words.meaning, indicator.sentence[language]),
                (ink.words.department, department.isEmpty ? ink.words.notStated : department),
                (
                    ink.words.helpRules,
                    JudgementText.rule(ink.wording.judgement(of: indicator, observation), ink.wording)
                ),
                (ink.words.source, observation.map { origin($0.source, $0.place, $0.printed) } ?? ""),
            ])
    }

    /// One observation with all of its source.
    func observation(_ observation: Observation) -> [String] {
        guard let indicator = catalogue.indicator(observation.indicator) else { return [] }
        let printed = observation.printed.isEmpty ? "" : "「\(observation.printed)」"
        return figure(indicator, observation)
            + labelled([
                (ink.words.printedForm, printed), (ink.words.place, PlaceText.text(observation.place, language)),
            ])
            + source(named: observation.source) + labelled([(ink.words.definition, indicator.note[language])])
    }

    func measure(_ brief: Brief) -> [String] {
        labelled([
            (ink.words.measure, brief.detail[language]), (ink.words.state, BriefText.state(brief, ink.words)),
            (ink.words.period, PeriodText.full(brief, ink.wording)), (ink.words.area, name(ofArea: brief.area)),
            (ink.words.topic, catalogue.topic(brief.topic)?.title[language] ?? brief.topic),
            (ink.words.noteOfFigure, brief.note[language]),
            (ink.words.place, PlaceText.text(brief.place, language)),
        ]) + source(named: brief.source)
    }

    /// The value and how it was computed; from what, the choices below say.
    func computation(_ derived: DerivedIndicator) -> [String] {
        let judging = ink.judging
        var rows: [(String, String)]
        switch catalogue.derivation(of: derived) {
        case .failure(let refusal): rows = [(judging.notDerived, DerivedText.refusal(refusal, ink.wording))]
        case .success(let derivation):
            let formula = DerivedText.formula(derived, derivation.numerator, derivation.denominator, ink.wording)
            rows = [
                (ink.words.value, DerivedText.parts(derived, ink.wording)?.text ?? ""),
                (ink.words.period, PeriodText.full(derivation, ink.wording)),
                (ink.words.state, StatusText.short(derivation.status, ink.words)),
                (
                    judging.formula,
                    joined([formula, DerivedText.isRounded(derivation, derived) ? judging.rounded : ""])
                ),
                (ink.words.meaning, derivation.numerator.basis == .printed ? "" : judging.samePlace),
            ]
        }
        rows += [
            (ink.words.area, name(ofArea: derived.area ?? catalogue.rootArea.code)),
            (ink.words.noteOfFigure, derived.note[language]),
        ]
        return labelled(rows) + [judging.inputs]
    }

    func place(_ area: Area) -> [String] {
        let below = catalogue.areas.filter { $0.parent == area.code }.map { $0.name[language] }
        let lines = labelled([
            (words.code, area.code), (ink.words.parent, area.parent.map(name(ofArea:)) ?? ""),
            (ink.words.formerNames, area.formerNames.joined(separator: ink.words.listSeparator)),
            (ink.words.areasBelow, below.joined(separator: ink.words.listSeparator)),
        ])
        return ink.state.items(of: .area(area.code)).isEmpty ? lines + [ink.words.nothingReported] : lines
    }

    /// Every detail of a source.
    func source(_ source: Source) -> [String] {
        let grades = ink.words.trustGrades
        let grade =
            switch source.trust {
            case .a: grades.a
            case .b: grades.b
            case .c: grades.c
            }
        return labelled([
            (ink.words.title, source.title[language]), (ink.words.author, SourceText.author(source, ink.wording)),
            (ink.words.publisher, SourceText.publisher(source, ink.wording)),
            (ink.words.date, SourceText.date(source, ink.wording)),
            (ink.words.trust, grade), (ink.words.terms, source.terms[language]), (ink.words.address, source.address),
            (words.noteOfSource, source.note[language]),
        ])
    }

    /// What is wrong with new data that were not taken.
    func problems() -> [String] {
        let words = ink.words.live, problems = ink.state.problems
        guard !problems.isEmpty else { return [words.noProblems] }
        return [ink.state.problemsAreOfShownData ? words.shownWithout(problems.count) : words.stillOld(problems.count)]
            + problems.flatMap { problem in
                let field = problem.field.isEmpty ? "" : problem.field + ink.words.colon
                return ["\(problem.location)\(ink.words.colon)\(field)\(problem.message[language])"]
                    + labelled(ProblemsView.rows(problem, language, words))
            }
    }

    // MARK: Parts of a page

    private func source(named code: String) -> [String] {
        catalogue.source(code).map(source) ?? labelled([(ink.words.source, code)])
    }

    /// A figure, or that there is none, and how it stands.
    private func figure(_ indicator: Indicator, _ observation: Observation?) -> [String] {
        let judgement = ink.wording.judgement(of: indicator, observation)
        var rows = [(ink.words.value, ink.wording.figure(observation))]
        if let observation {
            rows += [
                (ink.words.area, name(ofArea: observation.area)),
                (ink.words.period, PeriodText.full(observation, ink.wording)),
                (
                    ink.words.state,
                    joined([
                        StatusText.full(observation, ink.words), StatusText.collection(indicator.collection, ink.words),
                    ])
                ),
            ]
        }
        rows.append((ink.words.judgement, self.judgement(judgement)))
        if let target = judgement.target {
            rows.append((ink.judging.target, joined([promise(target, indicator), fulfilment(judgement, indicator)])))
            rows += details(of: target)
        }
        guard let observation else { return labelled(rows) }
        rows += changes(indicator, observation)
        rows += NoteText.paragraphs(observation, ink.wording).flatMap { $0.text.split(whereSeparator: \.isNewline) }.map
        {
            (ink.words.noteOfFigure, String($0))
        }
        return labelled(rows + revisions(indicator, observation))
    }

    private func details(of target: Target) -> [(String, String)] {
        [
            (words.noteOfTarget, target.note[language]),
            (words.originOfTarget, origin(target.source, target.place, target.printed)),
        ]
    }

    /// The other targets of the area shown, and of areas that have nothing but a target.
    private func otherTargets(of indicator: Indicator, _ observation: Observation?, area: String?) -> [String] {
        let shown = observation?.area ?? area ?? ink.state.session.area ?? catalogue.rootArea.code
        let current = ink.wording.judgement(of: indicator, observation).target
        let others = catalogue.targets.filter { target in
            guard target.indicator == indicator.code, target != current else { return false }
            return target.area == shown
                || (area == nil && catalogue.observations(of: indicator.code, in: target.area).isEmpty)
        }
        return others.flatMap { target in
            let area = target.area == catalogue.rootArea.code ? "" : name(ofArea: target.area)
            return labelled([(ink.judging.target, joined([area, promise(target, indicator)]))] + details(of: target))
        }
    }

    /// The change on a year earlier with what it is compared with, or why there is none where there might be.
    private func changes(_ indicator: Indicator, _ observation: Observation) -> [(String, String)] {
        let judging = ink.judging
        switch catalogue.changeOnYear(of: observation) {
        case .success(let change):
            return [
                (judging.onYear, self.change(change, indicator)),
                (judging.sameSpanBefore, ink.wording.figure(change.earlier)),
            ]
        case .failure(let reason):
            guard observation.value != nil, catalogue.observations(of: indicator.code, in: observation.area).count > 1
            else { return [] }
            return [(judging.notCompared, ReasonText.text(reason, ink.wording))]
        }
    }

    private func revisions(_ indicator: Indicator, _ observation: Observation) -> [(String, String)] {
        catalogue.formerValues(of: observation).map { former in
            let kind = former.kind == .corrected ? ink.words.corrected : ink.words.revised
            let parts = FigureText.parts(former, unit: indicator.unit, language: language, raw: ink.state.settings.raw)
            let value = "\(ink.judging.formerly) \(parts?.text ?? ink.words.statusMissing)"
            return (ink.judging.revisions, joined([former.date, kind, value, former.reason[language]]))
        }
    }
}
