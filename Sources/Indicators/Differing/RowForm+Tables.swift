extension RowForm {
    fileprivate static func one(_ column: ColumnName, _ text: @escaping (Value) -> String) -> Column {
        (column.rawValue, text)
    }

    /// The columns of a text in both languages.
    fileprivate static func two(_ zh: ColumnName, _ en: ColumnName, _ text: @escaping (Value) -> LocalizedText)
        -> [Column]
    {
        [(zh.rawValue, { text($0).zh }), (en.rawValue, { text($0).en })]
    }

    /// The columns of a short name, whose empty cells stand for the full name.
    fileprivate static func short(
        _ short: @escaping (Value) -> LocalizedText, _ full: @escaping (Value) -> LocalizedText
    ) -> [Column] {
        two(.short_zh, .short_en) { value in
            let (one, other) = (short(value), full(value))
            return LocalizedText(zh: one.zh == other.zh ? "" : one.zh, en: one.en == other.en ? "" : one.en)
        }
    }

    fileprivate static func unit(_ unit: @escaping (Value) -> Unit) -> [Column] {
        [
            one(.unit) { unit($0).name.zh },
            one(.unit_en) { unit($0).english },
        ]
    }
}

extension RowForm where Value == Topic {
    static var topics: Self {
        Self(
            "topics", \.topics, key: [one(.code, \.code)],
            others: [one(.order) { String($0.order) }] + two(.title_zh, .title_en, \.title)
                + two(.short_zh, .short_en, \.shortTitle) + [
                    one(.headline, \.headline), one(.support_1) { $0.supports.first ?? "" },
                    one(.support_2) { $0.supports.dropFirst().first ?? "" },
                ], name: \.title)
    }
}

extension RowForm where Value == Indicator {
    static var indicators: Self {
        Self(
            "indicators", \.indicators, key: [one(.code, \.code)],
            others: [one(.topic, \.topic), one(.order) { String($0.order) }] + two(.name_zh, .name_en, \.name)
                + short(\.shortName, \.name) + two(.sentence_zh, .sentence_en, \.sentence) + unit(\.unit) + [
                    one(.direction, \.direction.code), one(.display, \.display.code),
                    one(.collection, \.collection.code), one(.pinyin, \.pinyin),
                ] + two(.note_zh, .note_en, \.note) + two(.department_zh, .department_en, \.department) + [
                    one(.criterion) { $0.criterion?.text ?? "" }
                ], name: \.name)
    }
}

extension RowForm where Value == Area {
    static var areas: Self {
        Self(
            "areas", \.areas, key: [one(.code, \.code)],
            others: [one(.order) { String($0.order) }] + two(.name_zh, .name_en, \.name)
                + short(\.shortName, \.name) + [
                    one(.kind, \.kind.code), one(.parent) { $0.parent ?? "" },
                    one(.former_names) { $0.formerNames.joined(separator: ";") },
                ], name: \.name)
    }
}

extension RowForm where Value == Source {
    static var sources: Self {
        Self(
            "sources", \.sources, key: [one(.code, \.code)],
            others: two(.title, .title_en, \.title) + two(.publisher, .publisher_en, \.publisher) + [
                one(.author, \.author), one(.date, \.date), one(.trust, \.trust.code),
            ] + two(.terms_zh, .terms_en, \.terms) + [one(.address, \.address)] + two(.note_zh, .note_en, \.note),
            name: \.title)
    }
}

extension RowForm where Value == Brief {
    static var briefs: Self {
        Self(
            "briefs", \.briefs, key: [one(.code, \.code)],
            others: [
                one(.topic, \.topic), one(.order) { String($0.order) }, one(.area, \.area), one(.state, \.state.code),
                one(.period, \.period.text), one(.period_basis, \.periodBasis.code),
            ] + two(.title_zh, .title_en, \.title) + two(.detail_zh, .detail_en, \.detail) + [
                one(.figures) { $0.figures.joined(separator: " ") }, one(.source, \.source), one(.place, \.place),
            ] + two(.note_zh, .note_en, \.note), name: \.title)
    }
}

extension RowForm where Value == Target {
    static func targets(_ named: @escaping (String) -> LocalizedText) -> Self {
        Self(
            "targets", \.targets,
            key: [one(.REF_AREA, \.area), one(.INDICATOR, \.indicator), one(.TIME_PERIOD, \.period.text)],
            others: [
                one(.TARGET_VALUE, \.value.description), one(.UNIT_MULT) { String($0.unitMultiplier) },
                one(.QUALIFIER, \.qualifier.code), one(.ACCEPTED) { $0.accepted?.text ?? "" }, one(.SOURCE, \.source),
                one(.PLACE, \.place), one(.PRINTED, \.printed),
            ] + two(.NOTE, .NOTE_EN, \.note), name: { named($0.indicator) })
    }
}

extension RowForm where Value == DerivedIndicator {
    static var derived: Self {
        Self(
            "derived", \.derived, key: [one(.code, \.code)],
            others: [one(.topic, \.topic), one(.order) { String($0.order) }] + two(.name_zh, .name_en, \.name) + [
                one(.formula, \.formula.code), one(.numerator, \.numerator), one(.denominator, \.denominator),
                one(.area) { $0.area ?? "" }, one(.period) { $0.period ?? "" }, one(.scale) { String($0.scale) },
                one(.decimals) { String($0.decimals) },
            ] + unit(\.unit) + two(.note_zh, .note_en, \.note), name: \.name)
    }
}

extension RowForm where Value == Link {
    static var links: Self {
        var form = Self(
            "links", \.links, key: [one(.LINK, \.code)],
            others: [one(.KIND, \.kind.code), one(.TOLERANCE, \.tolerance.description)] + two(.NOTE, .NOTE_EN, \.note),
            name: { _ in LocalizedText(zh: "", en: "") })
        let others = form.others
        form.cells = { old, new in
            func members(_ link: Link, without other: Link) -> String {
                link.members.filter { !other.members.contains($0) }.map(\.text).joined(separator: "; ")
            }
            let member = CatalogueDifference.CellChange(
                ColumnName.ROLE.rawValue, members(old, without: new), members(new, without: old))
            return others.compactMap { CatalogueDifference.CellChange($0.name, $0.text(old), $0.text(new)) }
                + [member].compactMap { $0 }
        }
        return form
    }
}

extension Link.Member {
    fileprivate var text: String {
        [role.code, area, indicator, period, basis == .printed ? "" : basis.code, source].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension RowForm where Value == FormerValue {
    static func revisions(_ named: @escaping (String) -> LocalizedText) -> Self {
        Self(
            "revisions", \.formerValues,
            key: [
                one(.REF_AREA, \.area), one(.INDICATOR, \.indicator), one(.TIME_PERIOD, \.period), one(.DATE, \.date),
                one(.FORMER_VALUE) { $0.value?.description ?? "" },
            ],
            others: [
                one(.PERIOD_BASIS, \.basis.code), one(.UNIT_MULT) { String($0.unitMultiplier) },
                one(.QUALIFIER, \.qualifier.code), one(.KIND, \.kind.code),
            ] + two(.REASON, .REASON_EN, \.reason) + [one(.PRINTED, \.printed)], name: { named($0.indicator) })
    }
}

extension RowForm where Value == FollowUp {
    static func followUps(_ named: @escaping (String) -> LocalizedText) -> Self {
        Self(
            "followups", \.followUps, key: [one(.code, \.code)],
            others: [
                one(.indicator, \.indicator), one(.area, \.area), one(.asked_on, \.askedOn.text),
            ] + two(.asked_by_zh, .asked_by_en, \.askedBy) + two(.question_zh, .question_en, \.question)
                + two(.department_zh, .department_en, \.department) + [
                    one(.due) { $0.due?.text ?? "" }, one(.state, \.state.code),
                ] + two(.answer_zh, .answer_en, \.answer) + [one(.answered_on) { $0.answeredOn?.text ?? "" }],
            name: { named($0.indicator) })
    }
}

extension RowForm where Value == FigureNote {
    static func notes(_ named: @escaping (String) -> LocalizedText) -> Self {
        Self(
            "notes", \.notes,
            key: [
                one(.area, \.area), one(.indicator, \.indicator), one(.period, \.period), one(.date, \.date.text),
                one(.signed_zh, \.signed.zh),
            ], others: [one(.signed_en, \.signed.en)] + two(.note_zh, .note_en, \.text), name: { named($0.indicator) })
    }
}

extension RowForm where Value == Contact {
    static var contacts: Self {
        Self(
            "contacts", \.contacts,
            key: [one(.topic, \.topic), one(.department_zh, \.department.zh), one(.window_zh, \.window.zh)],
            others: [
                one(.order) { String($0.order) }, one(.department_en, \.department.en), one(.telephone, \.telephone),
                one(.window_en, \.window.en),
            ] + two(.address_zh, .address_en, \.address) + two(.hours_zh, .hours_en, \.hours) + [
                one(.source, \.source), one(.place, \.place),
            ], name: \.department)
    }
}

extension RowForm where Value == PackageDescription {
    /// What `datapackage.json` says, as one row.
    static var package: Self {
        func text(_ name: String, _ text: @escaping (Value) -> LocalizedText) -> [Column] {
            [("minsheng.\(name)_zh", { text($0).zh }), ("minsheng.\(name)_en", { text($0).en })]
        }
        func flag(_ value: Bool) -> String { value ? "true" : "false" }
        return Self(
            "datapackage", { [$0.package] }, key: [],
            others: [("name", \.name), ("version", \.version)] + text("title", \.title) + text("city", \.city)
                + text("period", \.period) + text("contact", \.contact) + [
                    ("minsheng.area", \.rootArea), ("minsheng.fictional", { flag($0.isFictional) }),
                    ("minsheng.judging.rule", \.judging.kind.code),
                    ("minsheng.judging.band", \.judging.band.description),
                    ("minsheng.judging.elapsed", \.judging.measure.code),
                    ("minsheng.approval", { flag($0.needsApproval) }),
                ], name: { _ in LocalizedText(zh: "datapackage.json", en: "") })
    }
}
