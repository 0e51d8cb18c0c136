import Indicators

/// The columns of a table and which cells must be filled.
package struct TableForm {
    /// The name of the resource in `datapackage.json`.
    package let resource: String
    /// Columns whose cells must not be empty.
    let required: [ColumnName]
    /// Columns whose cells may be empty.
    let mayBeEmpty: [ColumnName]
    /// Columns that a table may lack, because they were added after format 1; their cells may be empty too.
    var mayBeAbsent: [ColumnName] = []
    /// Whether a data set may lack the table.
    var isOptional = false

    /// All columns of the table.
    package var columns: [ColumnName] { required + mayBeEmpty + mayBeAbsent }
    /// The columns that the table must have.
    var needed: [ColumnName] { required + mayBeEmpty }

    static let topics = TableForm(
        resource: "topics", required: [.code, .order, .title_zh, .title_en, .short_zh, .short_en, .headline],
        mayBeEmpty: [.support_1, .support_2])
    static let indicators = TableForm(
        resource: "indicators",
        required: [.code, .topic, .order, .name_zh, .name_en, .direction, .display, .collection],
        mayBeEmpty: [
            .short_zh, .short_en, .sentence_zh, .sentence_en, .unit, .unit_en, .pinyin, .note_zh, .note_en,
            .department_zh, .department_en,
        ], mayBeAbsent: [.criterion])
    static let areas = TableForm(
        resource: "areas", required: [.code, .order, .name_zh, .name_en, .kind],
        mayBeEmpty: [.short_zh, .short_en, .parent, .former_names])
    static let observations = TableForm(ObservationColumn.all)
    static let targets = TableForm(
        resource: "targets",
        required: [.REF_AREA, .INDICATOR, .TIME_PERIOD, .TARGET_VALUE, .UNIT_MULT, .QUALIFIER, .SOURCE, .PLACE],
        mayBeEmpty: [.ACCEPTED, .PRINTED, .NOTE, .NOTE_EN], isOptional: true)
    static let derived = TableForm(
        resource: "derived",
        required: [.code, .topic, .order, .name_zh, .name_en, .formula, .numerator, .denominator, .decimals],
        mayBeEmpty: [.area, .period, .scale, .unit, .unit_en, .note_zh, .note_en], isOptional: true)
    static let links = TableForm(
        resource: "links", required: [.LINK, .KIND, .ROLE, .REF_AREA, .INDICATOR, .PERIOD_BASIS],
        mayBeEmpty: [.TIME_PERIOD, .SOURCE, .TOLERANCE, .NOTE, .NOTE_EN], isOptional: true)
    static let revisions = TableForm(
        resource: "revisions", required: [.REF_AREA, .INDICATOR, .PERIOD_BASIS, .UNIT_MULT, .QUALIFIER, .DATE, .KIND],
        mayBeEmpty: [.TIME_PERIOD, .FORMER_VALUE, .REASON, .REASON_EN], mayBeAbsent: [.PRINTED], isOptional: true)
    static let briefs = TableForm(
        resource: "briefs",
        required: [.code, .topic, .order, .area, .state, .period_basis, .title_zh, .title_en, .source, .place],
        mayBeEmpty: [.period, .detail_zh, .detail_en, .note_zh, .note_en], mayBeAbsent: [.figures], isOptional: true)
    package static let followUps = TableForm(
        resource: "followups",
        required: [.code, .indicator, .area, .asked_on, .asked_by_zh, .question_zh, .state],
        mayBeEmpty: [
            .asked_by_en, .question_en, .department_zh, .department_en, .due, .answer_zh, .answer_en, .answered_on,
        ], isOptional: true)
    package static let notes = TableForm(
        resource: "notes", required: [.indicator, .area, .date, .signed_zh, .note_zh],
        mayBeEmpty: [.period, .signed_en, .note_en], isOptional: true)
    package static let contacts = TableForm(
        resource: "contacts", required: [.topic, .order, .department_zh],
        mayBeEmpty: [
            .department_en, .telephone, .window_zh, .window_en, .address_zh, .address_en, .hours_zh, .hours_en,
            .source, .place,
        ], isOptional: true)
    static let sources = TableForm(
        resource: "sources", required: [.code, .title, .publisher, .date, .trust],
        mayBeEmpty: [.title_en, .publisher_en, .author, .terms_zh, .terms_en, .address, .note_zh, .note_en])

    package static let all = [
        topics, indicators, areas, sources, observations, briefs, links, targets, derived, revisions, followUps, notes,
        contacts,
    ]
}

extension TableForm {
    /// The form of `observations.csv` with these columns.
    init(_ columns: [ObservationColumn]) {
        self.init(
            resource: "observations", required: columns.filter { !$0.mayBeEmpty }.map(\.name),
            mayBeEmpty: columns.filter { $0.mayBeEmpty && !$0.mayBeAbsent }.map(\.name),
            mayBeAbsent: columns.filter(\.mayBeAbsent).map(\.name))
    }
}
