/// The columns of the tables, spelled as in the tables. A row finds the cell of a column by the number of the case.
package enum ColumnName: String, CaseIterable {
    case code, order, title_zh, title_en, short_zh, short_en, headline, support_1, support_2, topic, name_zh, name_en,
        direction, display
    case collection, sentence_zh, sentence_en, unit, unit_en, pinyin, note_zh, note_en, department_zh, department_en,
        kind, parent, former_names
    case REF_AREA, INDICATOR, PERIOD_BASIS, UNIT_MULT, QUALIFIER, OBS_STATUS, SOURCE, PLACE, TIME_PERIOD, OBS_VALUE,
        VALUE_HIGH, REVISION
    case EMBARGO_UNTIL, PRINTED, NOTE, NOTE_EN, TARGET_VALUE, ACCEPTED, formula, numerator, denominator, decimals, area,
        period, scale, LINK, KIND
    case ROLE, TOLERANCE, DATE, FORMER_VALUE, REASON, REASON_EN, state, period_basis, source, place, detail_zh,
        detail_en, title, publisher, date
    case trust, publisher_en, author, terms_zh, terms_en, address, figures
    case criterion, indicator, asked_on, asked_by_zh, asked_by_en, question_zh, question_en, due, answer_zh, answer_en,
        answered_on, signed_zh, signed_en
    case telephone, window_zh, window_en, address_zh, address_en, hours_zh, hours_en

    /// The index among all columns, from 0. The compiler numbers the cases of an enumeration without payloads in their
    /// order.
    package var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
